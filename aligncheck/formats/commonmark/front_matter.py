"""The title and the description in the front matter of a Markdown file; nothing else is text."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final

from aligncheck.errors import UnreadableError
from aligncheck.formats.segments.text_writer import TextWriter
from aligncheck.model import Kind

if TYPE_CHECKING:
    import yaml

    from aligncheck.formats.segments.outline import Outline
    from aligncheck.formats.segments.source import Source

_YAML: Final = re.compile(
    r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_TOML: Final = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_YAML_KEY: Final = re.compile(
    r"(?:[ \t]*(?:#.*)?\n)*(?:[\w.-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:(?:\s|$)"
)
_TOML_TABLE: Final = re.compile(r"^[ \t]*\[", re.MULTILINE)
_TOML_VALUE: Final = re.compile(
    r"""^[ \t]*["']?(?P<key>title|description)["']?[ \t]*=[ \t]*
    (?:\"{3}(?P<long>.*?)\"{3} | '{3}(?P<long_literal>.*?)'{3}
    | "(?P<basic>(?:\\.|[^"\\\n])*)" | '(?P<literal>[^'\n]*)')""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\s*\n\s*|.)")
_KEYS: Final = frozenset({"title", "description"})
_BLOCK_STYLES: Final = frozenset({"|", ">"})


def read_front_matter(source: Source, outline: Outline) -> int:
    """Add a file's title and description to an outline; give the offset where its text begins.

    Raises UnreadableError where the front matter is not what it sets out to be.
    """
    body = source.body
    if (match := _YAML.match(body)) and _YAML_KEY.match(match[1]):
        _read_yaml(match[1], match.start(1), outline)
        return match.end()
    if match := _TOML.match(body):
        _read_toml(match[1], match.start(1), outline)
        return match.end()
    if (match := _YAML.match(body)) and not match[1].strip():
        return match.end()
    return 0


def _read_yaml(text: str, base: int, outline: Outline) -> None:
    import yaml  # noqa: PLC0415 - most files of a site may have no front matter, or in TOML

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _invalid_error(
            "YAML", error.problem, outline, base + (mark.index if mark else 0)
        ) from error
    except yaml.YAMLError as error:
        raise _invalid_error("YAML", str(error).partition("\n")[0], outline, base) from error
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        wanted = str(key.value).lower() in _KEYS and isinstance(value, yaml.ScalarNode)
        if wanted and not value.tag.endswith(":null"):
            start, end = _inner_extent(text, value)
            kind = '"' if value.style == '"' else "'" if value.style == "'" else ""
            _add_value(outline, base + start, base + end, kind)


def _inner_extent(text: str, value: yaml.ScalarNode) -> tuple[int, int]:
    """Give where a scalar's text begins and ends, without quotes or the head of a block."""
    start, end = value.start_mark.index, value.end_mark.index
    if value.style in _BLOCK_STYLES:
        start = text.index("\n", start) + 1
    elif value.style:
        start, end = start + 1, end - 1
    return start, end


def _read_toml(text: str, base: int, outline: Outline) -> None:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _invalid_error("TOML", str(error), outline, base) from error
    table = _TOML_TABLE.search(text)
    for match in _TOML_VALUE.finditer(text, 0, table.start() if table else len(text)):
        if match["key"] in values and match.lastgroup:
            quote = '"' if match.lastgroup in {"long", "basic"} else ""
            _add_value(
                outline,
                base + match.start(match.lastgroup),
                base + match.end(match.lastgroup),
                quote,
            )


def _add_value(outline: Outline, start: int, end: int, quote: str) -> None:
    """Add a value; ``quote`` says which escapes it may hold."""
    body = outline.source.body
    start += len(body[start:end]) - len(body[start:end].lstrip())
    end = start + len(body[start:end].rstrip())
    writer = TextWriter(outline.source)
    # "caf\u00e9": six characters of the file are one of the text, written with the place of all six
    escape = {'"': _ESCAPE, "'": re.compile("''")}.get(quote)
    position = start
    for match in escape.finditer(body, start, end) if escape else ():
        writer.write_text(body[position : match.start()], position)
        writer.write_replacement(
            _resolve_escape(match.group()), match.start(), match.end() - match.start()
        )
        position = match.end()
    writer.write_text(body[position:end], position)
    outline.add_segment(Kind.FRONT_MATTER, 0, writer, start, end)


def _resolve_escape(escape: str) -> str:
    """Give what an escape stands for in both YAML and TOML; an escaped line end for nothing."""
    if escape == "''":
        return "'"
    if escape[1:].isspace():
        return ""
    import yaml  # noqa: PLC0415 - as above

    return str(yaml.safe_load(f'"{escape}"'))


def _invalid_error(name: str, reason: str | None, outline: Outline, offset: int) -> UnreadableError:
    line, column = outline.source.locate_offset(min(offset, len(outline.source.body)))
    return UnreadableError(
        f"the front matter is not valid {name}: {reason} (line {line}, column {column})",
        line,
        column,
    )
