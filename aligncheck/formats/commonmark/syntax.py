"""markdown-it-py, made to say where in a paragraph each of its inline tokens stood.

The parser itself gives lines for blocks and nothing for what is inside them. Its inline rules are
run here one by one, so the stretch each has consumed is known: ``token.meta["at"]`` and
``token.meta["to"]`` are 0-based offsets of the paragraph's content.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from markdown_it import MarkdownIt, helpers
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block.table import table
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from aligncheck.errors import UnreadableError
from aligncheck.formats.commonmark import dialects
from aligncheck.formats.commonmark.templates import template_end

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

_MARKUP: Final = re.compile(r"[\\`*_~\[\]<&{^]")
_MAX_NESTING: Final = 40
"""Levels of lists and quotes; chosen because people nest up to six, and the parser, which calls
itself for each level, would end at the depth that Python allows."""


@cache
def make_parser(*, mdx: bool) -> MarkdownIt:
    """Give a parser for CommonMark and what is added to it; ``mdx`` knows no indented code."""
    md = _Markdown("commonmark", {"maxNesting": _MAX_NESTING})
    md.enable(["table", "strikethrough"])
    md.use(footnote_plugin, move_to_end=False)
    md.use(deflist_plugin)
    dialects.extend_parser(md, mdx=mdx)
    md.block.ruler.at("table", _table_with_columns, {"alt": ["paragraph", "reference"]})
    md.helpers = _Helpers()  # type: ignore[assignment]  # a module there, the same names here
    inline = PositionedInline()
    inline.ruler, inline.ruler2 = md.inline.ruler, md.inline.ruler2
    inline.ruler2.disable("fragments_join")
    md.inline = inline
    block = BoundedBlock()
    block.ruler = md.block.ruler
    md.block = block
    return md


def is_plain(content: str) -> bool:
    """Tell whether a paragraph has nothing in it that could be markup."""
    return not _MARKUP.search(content)


class _Markdown(MarkdownIt):
    """A parser that leaves addresses as they are written, for people to read."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  # the library's name
        return url


class _Helpers:
    """The library's helpers; a template tag may also stand for a link's address."""

    parseLinkLabel = staticmethod(helpers.parseLinkLabel)  # noqa: N815  # the library's name
    parseLinkTitle = staticmethod(helpers.parseLinkTitle)  # noqa: N815  # the library's name

    @staticmethod
    def parseLinkDestination(text: str, start: int, limit: int) -> Any:  # noqa: ANN401, N802  # the library's
        found = helpers.parseLinkDestination(text, start, limit)
        end = template_end(text, start, limit)
        if end >= 0:
            found.ok, found.pos, found.str = True, end, text[start:end]
        return found


class BoundedBlock(ParserBlock):
    """A block parser that refuses what is nested too deeply, where the original skips it."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803  # the library's names
        """Parse lines into tokens; raises UnreadableError at the line that is nested too deeply."""
        if state.level >= _MAX_NESTING:
            reason = f"blocks are nested more than {_MAX_NESTING} deep; flatten the list or quote"
            raise UnreadableError(reason, startLine + 1)
        super().tokenize(state, startLine, endLine)


class _State(StateInline):
    """An inline state that knows where its pending text began."""

    origin: int | None = None

    def append_pending(self, text: str) -> None:
        if self.origin is None:
            self.origin = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802  # the library's name
        token = super().pushPending()
        token.meta["at"] = self.origin
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        self.origin = None
        return token


class PositionedInline(ParserInline):
    """An inline parser whose tokens carry the stretch of the content they were made from."""

    def tokenize(self, state: StateInline) -> None:
        """Parse a stretch of content into tokens with positions."""
        rules = self.ruler.getRules("")
        end, deepest = state.posMax, state.md.options["maxNesting"]
        while state.pos < end:
            start, count = state.pos, len(state.tokens)
            if state.level < deepest and any(rule(state, False) for rule in rules):  # noqa: FBT003  # the library's
                _place_token(state.tokens[count:], start, state.pos)
            else:
                state.append_pending(state.src[start])
                state.pos = start + 1
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse a paragraph's content, appending to ``tokens``."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _place_token(tokens: list[Token], start: int, end: int) -> None:
    """Give tokens that one rule made, and that have no position yet, the stretch it consumed."""
    # A run of emphasis marks gives one text for each ("**" gives two), which share the stretch in
    # order; any other tokens stand for the whole of it.
    unplaced = [token for token in tokens if "at" not in token.meta]
    texts = all(token.type == "text" for token in unplaced)
    for token in unplaced:
        token.meta["at"], token.meta["to"] = start, end
        if texts:
            start += len(token.content)


def _table_with_columns(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the library's
    """Parse a table, noting where on its line each row begins (``meta["at"]``)."""
    count = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    for token in state.tokens[count:]:
        if token.type == "tr_open" and token.map:
            line = token.map[0]
            token.meta["at"] = state.bMarks[line] + state.tShift[line]
    return True
