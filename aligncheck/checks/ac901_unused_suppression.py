"""AC901: a comment for aligncheck that does nothing, or that cannot be understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect, Flag, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Comment

SEVERITY: Final = Severity.WARNING
EFFECT: Final = Effect.COMMENT


def unused_suppression(comment: Comment, context: Context) -> Iterator[Flag]:
    """Comments for aligncheck silence nothing where they stand, or name rules that do not exist.

    A comment before a segment silences rules there, by code, by the beginning of a code, or by
    name: `<!-- aligncheck: ignore AC102 -- shorter on purpose -->`. `ignore-file` speaks for the
    whole file, `off` and `on` for the stretch between them; without codes they are about every
    rule. What stands behind `--` is the reason. A code is judged only where its rules were run,
    so that `--select` and `--ignore` make no comment idle.

    Why:
        A comment that outlives its finding, or was misspelt from the start, hides nothing today
        and the next fault at its place tomorrow.

    How to fix:
        Remove the comment, or the codes in it that are not needed; correct what is misspelt. Where
        comments are to stay until they are needed again, `<!-- aligncheck: ignore-file AC901 -->`
        says so for a file, `ignore = ["AC901"]` for all.

    Examples:
        | a comment before a segment | what is found in the segment | finds |
        | --- | --- | --- |
        | ignore AC102 | AC102 | |
        | ignore AC1 -- the market differs | AC102 | |
        | ignore dropped-segment | AC102 | |
        | ignore AC102 | AC201 | AC901 「ignore AC102」 |
        | ignore AC102, AC201 | AC201 | AC901 「ignore AC102, AC201」 |
        | ignore | | AC901 「ignore」 |
        | ignore AC999 | | AC901 「ignore AC999」 |
        | ignore AC102 AC999 | AC102 | AC901 「ignore AC102 AC999」 |
        | ignore the market differs | | AC901 「ignore the market differs」 |
        | ingore AC102 | AC102 | AC901 「ingore AC102」 |
    """
    del context
    complaints = [comment.complaint] if comment.complaint else []
    if comment.idle:
        named = " of " + ", ".join(comment.idle) if any(comment.idle) else ""
        nothing = f"“{comment.action}” silences nothing here: there is no finding{named}"
        complaints.insert(0, nothing)
    if complaints:
        remedy = "Correct or remove" if comment.complaint else "Remove"
        yield Flag(
            "; ".join(complaints),
            comment.place,
            suggestion=f"{remedy} the comment, or the codes in it that are not needed",
        )
