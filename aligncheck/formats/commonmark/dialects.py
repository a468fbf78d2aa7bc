"""What documentation sites add to Markdown: admonitions, template tags, MDX.

Each rule takes marker lines and leaves what stands between them to the parser, so that a block's
content is read the same with and without its markers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it.rules_block.paragraph import paragraph

from aligncheck.formats.commonmark.templates import jsx_end, template_end

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markdown_it import MarkdownIt
    from markdown_it.parser_block import RuleFuncBlockType
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_INTERRUPTS: Final[RuleOptionsType] = {"alt": ["paragraph", "reference", "blockquote", "list"]}
_FENCE: Final = re.compile(
    r""":{3,}[ \t]*+
    (?:\{(?P<directive>[^{}\n]*)\}|(?P<name>[\w-]+)(?:\{[^{}\n]*\})?)?[ \t]*+
    (?:\[(?P<bracketed>[^\]\n]*)\]|(?P<title>[^\s:{][^\n{]*+))?
    [ \t]*+(?:\{[^{}\n]*\})?[ \t]*+$""",
    re.VERBOSE,
)
_TITLED: Final = frozenset(
    {"admonition", "attention", "caution", "danger", "dropdown", "error", "hint", "important"}
    | {"info", "note", "seealso", "tip", "warning", "card", "tab-item"}
)
"""The MyST directives whose argument is a title; that of others is a path or a name."""
_DIRECTIVE_OPTION: Final = re.compile(r":[\w-]+:(?:[ \t]|$)")
_INDENTED: Final = re.compile(
    r"""(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-][\w \t-]*+|===[!+]?[ \t]+(?="))
    (?:"(?P<title>[^"\n]*)")?[ \t]*$""",
    re.VERBOSE,
)
_MODULE: Final = re.compile(
    r"""import[ \t]+(?:[\w*{}, \t]+[ \t]from[ \t]*)?(?:"[^"\n]+"|'[^'\n]+')[ \t]*;?[ \t]*$
    |import[ \t]+(?:\w+,[ \t]*)?\{[\w, \t]*$
    |export[ \t]+(?:(?:const|let|var)[ \t]+[\w{}\[\], \t]+=|\{|\*[ \t]from\b
        |(?:default[ \t]+)?(?:async[ \t]+)?function\b.*\(|default[ \t]+(?:[({<]|[A-Z]\w*;?$))""",
    re.VERBOSE,
)


def extend_parser(md: MarkdownIt, *, mdx: bool) -> None:
    """Add the dialects to a parser; ``mdx`` knows no indented code."""
    block, inline = md.block.ruler, md.inline.ruler
    block.before("table", "dialect", _read_dialect, _INTERRUPTS)
    inline.before("escape", "template", _inline_template)
    inline.after("html_inline", "jsx", _inline_jsx)
    if mdx:
        block.disable("code")
        block.at("paragraph", _read_mdx_paragraph)


def _read_dialect(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the library's
    """Try the rule that a line's first character calls for."""
    position = state.bMarks[start] + state.tShift[start]
    rule = _RULES.get(state.src[position : position + 1])
    if rule is None or state.is_code_block(start):
        return False
    return rule(state, start, end, silent)


def _line_text(state: StateBlock, line: int) -> tuple[int, int]:
    """Give where a line's content begins and ends, without the prefixes of its containers."""
    return state.bMarks[line] + state.tShift[line], state.eMarks[line]


def _line_of(state: StateBlock, first: int, last: int, offset: int) -> int:
    """Give the line in which an offset stands."""
    return next((n for n in range(first, last) if offset <= state.eMarks[n]), last - 1)


def _push_title(state: StateBlock, line: int, start: int, title: str) -> None:
    """Push a title that stands on a line from ``start``."""
    if not title.strip():
        return
    state.push("title_open", "p", 1)
    token = state.push("inline", "", 0)
    token.map, token.children = [line, line + 1], []
    token.content = title.strip()
    token.meta["at"] = start + title.index(token.content)
    state.push("title_close", "p", -1)


def _read_directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the library's
    """Take the first or last line of ``:::note Title``."""
    begin, stop = _line_text(state, start)
    match = _FENCE.match(state.src[begin:stop])
    if match and not silent:
        group = "title" if match["bracketed"] is None else "bracketed"
        named = match["directive"] is None or match["directive"] in _TITLED
        if match[group] and named:
            _push_title(state, start, begin + match.start(group), match[group])
        state.line = start + 1
        while match["directive"] and state.line < end and _is_option(state, state.line):
            state.line += 1
    return bool(match)


def _is_option(state: StateBlock, line: int) -> bool:
    begin, stop = _line_text(state, line)
    return bool(_DIRECTIVE_OPTION.match(state.src, begin, stop))


def _read_indented(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the library's
    """Take ``!!! note "Title"`` (also ``???`` and ``===``) and read what is indented under it."""
    begin, stop = _line_text(state, start)
    match = _INDENTED.match(state.src[begin:stop])
    last = _indented_end(state, start + 1, end) if match else start
    if not match or last == start + 1:
        return False
    if not silent:
        if match["title"]:
            _push_title(state, start, begin + match.start("title"), match["title"])
        _parse_nested(state, start + 1, last)
    return True


def _indented_end(state: StateBlock, line: int, end: int) -> int:
    """Give the line after the last that is indented by four more."""
    last = line
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent + 4):
        line += 1
        last = last if state.isEmpty(line - 1) else line
    return last


def _parse_nested(state: StateBlock, first: int, last: int) -> None:
    """Read lines that are indented by four as blocks of their own."""
    before = state.lineMax, state.blkIndent, state.parentType
    state.lineMax, state.blkIndent, state.parentType = last, state.blkIndent + 4, "admonition"
    state.level += 1
    state.md.block.tokenize(state, first, last)
    state.level -= 1
    state.lineMax, state.blkIndent, state.parentType = before
    state.line = last


def _read_template(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the library's
    """Take lines that hold template tags alone."""
    return _take_tags(state, start, end, silent=silent, find_end=template_end)


def _read_jsx(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the library's
    """Take lines that hold the tags of components alone."""
    return _take_tags(state, start, end, silent=silent, find_end=_component_end)


def _component_end(text: str, start: int, limit: int) -> int:
    """Find the end of a tag whose name has a capital, or of a fragment's."""
    name = text[start + 1 : start + 3].removeprefix("/")
    return jsx_end(text, start, limit) if name[:1].isupper() or name[:1] == ">" else -1


def _take_tags(
    state: StateBlock,
    start: int,
    end: int,
    *,
    silent: bool,
    find_end: Callable[[str, int, int], int],
) -> bool:
    """Take lines from one that begins with a tag to one that ends with a tag, and only tags."""
    #   <Tabs> <Tab           taken: begins with a tag, and the last tag ends its line
    #     title="One">
    #   <Tab>One</Tab>        left to the paragraph: there is text between the tags
    begin, _ = _line_text(state, start)
    position, limit, tags = begin, state.eMarks[end - 1], []
    while True:
        after = find_end(state.src, position, limit)
        if after < 0:
            return False
        tags.append((position, after))
        rest = state.src[after : state.eMarks[_line_of(state, start, end, after)]]
        position = after + len(rest) - len(rest.lstrip())
        if not rest.strip():
            break
    if not silent:
        state.line = _line_of(state, start, end, after) + 1
        _push_comments(state, tags)
    return True


def _push_comments(state: StateBlock, tags: list[tuple[int, int]]) -> None:
    for begin, after in tags:
        if state.src.startswith("{/*", begin):
            token = state.push("comment", "", 0)
            token.content = state.src[begin + 3 : after - 3]
            token.meta = {"at": begin, "to": after}


def _read_module(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the library's
    """Take an MDX import or export, which interrupts nothing and goes on until an empty line."""
    begin, stop = _line_text(state, start)
    if silent or state.level or state.sCount[start]:
        return False
    if not _MODULE.match(state.src[begin:stop]):
        return False
    state.line = next((n for n in range(start, end) if state.isEmpty(n)), end)
    return True


def _read_mdx_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the library's
    """Read a paragraph that ends before a block, however far that is indented.

    The library lets a line that is indented by four or more go on with the paragraph, as it could
    only be code. In MDX it is the next tag::

        <Card>
                One.
            </Card>
    """
    limit, parent = state.lineMax, state.parentType
    state.parentType = "paragraph"
    state.lineMax = _find_interruption(state, start + 1, limit)
    state.parentType = parent
    paragraph(state, start, end, silent)
    state.lineMax = limit
    return True


def _find_interruption(state: StateBlock, line: int, limit: int) -> int:
    """Give the first line of a paragraph that begins something else, or where it ends at latest."""
    rules = state.md.block.ruler.getRules("paragraph")
    while line < limit and not state.isEmpty(line):
        inside = state.sCount[line] >= 0  # else a quotation goes on without its mark
        if inside and any(rule(state, line, limit, True) for rule in rules):  # noqa: FBT003  # the library's
            return line
        line += 1
    return limit


def _inline_template(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the library's
    """Read a template tag inside a paragraph; Markdown inside it means nothing."""
    if state.src[state.pos] != "{":
        return False
    after = template_end(state.src, state.pos, state.posMax)
    if after < 0:
        return False
    if not silent:
        comment = state.src.startswith(("{/*", "{#"), state.pos)
        token = state.push("comment" if comment else "template", "", 0)
        token.content = state.src[state.pos + 3 : after - 3] if comment else ""
    state.pos = after
    return True


def _inline_jsx(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the library's
    """Read a component's tag with values in braces, which is no HTML."""
    if state.src[state.pos] != "<":
        return False
    after = jsx_end(state.src, state.pos, state.posMax)
    tag = state.src[state.pos : after]
    if after < 0 or not ("{" in tag or "." in tag or tag in {"<>", "</>"}):
        return False
    if not silent:
        state.push("html_inline", "", 0)
    state.pos = after
    return True


_RULES: Final[Mapping[str, RuleFuncBlockType]] = {
    ":": _read_directive,
    **dict.fromkeys("!?=", _read_indented),
    "{": _read_template,
    "<": _read_jsx,
    **dict.fromkeys("ie", _read_module),
}
"""The rules by the first character of the lines they take."""
