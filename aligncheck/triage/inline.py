"""Which findings the comments in the files silence, and which comments silence none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from aligncheck.model import Effect
from aligncheck.triage.directives import Action, Directive, names_finding, read_directive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from aligncheck.model import Document, Finding, Span

_Point: TypeAlias = tuple[int, int]
_END: _Point = (2**31, 0)
"""A place behind every file's end."""


@dataclass(frozen=True, slots=True)
class CommentReach:
    """A directive, and the stretch of its file in which findings that begin there are silenced.

    ``tail`` is the end of the last segment where the comment stands behind it: what is missing at
    the end of the file is reported there.
    """

    directive: Directive
    path: str
    locale: str
    start: _Point
    end: _Point
    tail: _Point | None = None

    def code_for(self, finding: Finding) -> str | None:
        """Give the code by which the directive silences the finding (``""`` for all), or None."""
        if not any(self._holds_span(path, span) for path, span in _list_places(finding)):
            return None
        codes = self.directive.codes
        if not codes:  # a comment about every rule is not about the one on comments
            return None if finding.effect is Effect.COMMENT else ""
        return next((code for code in codes if names_finding(code, finding)), None)

    def _holds_span(self, path: str, span: Span) -> bool:
        if path != self.path:
            return False
        return self.start <= span.start < self.end or span.start == span.end == self.tail


def locate_comments(documents: Iterable[Document]) -> dict[str, tuple[CommentReach, ...]]:
    """Work out where the comments of some files hold, by the path of the file.

    Files without any are left out. Nothing else is needed of a file to silence its findings.
    """
    found = ((document.path, _locate_in_document(document)) for document in documents)
    return {path: reaches for path, reaches in found if reaches}


def _locate_in_document(document: Document) -> tuple[CommentReach, ...]:
    """Work out where each comment of a file holds; those that ask for nothing hold nowhere."""
    directives = [read_directive(each) for each in document.suppressions]
    return tuple(
        _locate_comment(document, directive, directives[place + 1 :])
        for place, directive in enumerate(directives)
    )


def find_silencers(
    finding: Finding, comments: Mapping[str, Sequence[CommentReach]]
) -> Iterator[tuple[CommentReach, str]]:
    """Give every comment that silences a finding, with the code by which it does.

    ``comments`` maps the path of a file to where its comments hold.
    """
    source = finding.source.path if finding.source else finding.path
    for path in {finding.path, source}:
        for reach in comments.get(path, ()):
            code = reach.code_for(finding)
            if code is not None:
                yield reach, code


def _locate_comment(
    document: Document, directive: Directive, later: Sequence[Directive]
) -> CommentReach:
    start = directive.suppression.span.start
    match directive.action:
        case Action.IGNORE_FILE:
            return CommentReach(directive, document.path, document.locale, (0, 0), _END)
        case Action.OFF:
            return CommentReach(
                directive, document.path, document.locale, start, _switched_on(directive, later)
            )
        case Action.IGNORE | Action.IGNORE_NEXT:
            return _before_segment(document, directive)
        case _:
            return CommentReach(directive, document.path, document.locale, start, start)


def _before_segment(document: Document, directive: Directive) -> CommentReach:
    """Reach from the comment to the end of the segment after it."""
    # <!-- aligncheck: ignore -->   ╮ what begins here is silenced, also what is missing at the
    #                               │ point before the segment
    # The segment that follows.     ╯
    start, following = directive.suppression.span.start, directive.suppression.following
    if following < len(document.segments):
        return CommentReach(
            directive, document.path, document.locale, start, document.segments[following].span.end
        )
    # Behind the last segment there is none: what is missing at the end is reported at its end.
    tail = document.segments[-1].span.end if document.segments else (1, 1)
    return CommentReach(directive, document.path, document.locale, start, _END, tail)


def _switched_on(directive: Directive, later: Iterable[Directive]) -> _Point:
    """Find where ``on`` ends an ``off``: one for the same codes, or for all."""
    ends = (
        other.suppression.span.start
        for other in later
        if other.action is Action.ON and (not other.codes or other.codes == directive.codes)
    )
    return next(ends, _END)


def _list_places(finding: Finding) -> Iterator[tuple[str, Span]]:
    """Give the places where a comment may silence a finding: at fault, and in the source."""
    yield finding.path, finding.span
    if finding.source is not None:
        yield finding.source.path, finding.source.span
