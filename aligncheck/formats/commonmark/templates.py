"""Where the tags of template languages and of MDX components end.

A tag is looked for no further than a few lines, so that reading stays linear in the file.
"""

from __future__ import annotations

import re
from typing import Final

_TAG_REACH: Final = 2000
"""Characters in which a tag must end; chosen because a component with all its attributes takes a
few hundred, and because every brace of a file is looked at as if it opened one."""
_ENDS: Final = (
    ("{{<", ">}}"),
    ("{{%", "%}}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("{/*", "*/}"),
    ("{#", "#}"),
)
_JSX_START: Final = re.compile(r"</?(?:[A-Za-z][\w.-]*+(?=[\s/>])|(?=>))")
_JSX_STEP: Final = re.compile(r"""[^{}"'`<>/=]++|"[^"]*+"|'[^']*+'|`[^`]*+`|.""", re.DOTALL)


def template_end(text: str, start: int, limit: int) -> int:
    """Give where the template tag that begins at ``start`` ends; -1 where none does."""
    for opening, closing in _ENDS:
        if text.startswith(opening, start):
            inside = start + len(opening)
            end = text.find(closing, inside, min(limit, inside + _TAG_REACH))
            return end + len(closing) if end >= 0 else -1
    return -1


def jsx_end(text: str, start: int, limit: int) -> int:
    """Give where the tag that begins at ``start`` ends, braces paired; -1 where none does."""
    limit = min(limit, start + _TAG_REACH)
    if text.find(">", start, limit) < 0:
        return -1
    name = _JSX_START.match(text, start, limit)
    position, depth = name.end() if name else limit, 0
    while position < limit:
        step = _JSX_STEP.match(text, position, limit)
        if not step:
            return -1
        position = step.end()
        depth += {"{": 1, "}": -1}.get(step.group(), 0)
        if depth < 0 or (step.group() == "<" and not depth):
            return -1
        if step.group() == ">" and not depth:
            return position
    return -1
