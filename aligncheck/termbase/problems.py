"""What is wrong with a glossary: duplicates, contradictions and gaps, each with its line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from aligncheck.errors import TermbaseError
from aligncheck.model import Origin, Severity, TermStatus
from aligncheck.termbase.base import Termbase
from aligncheck.termbase.folding import fold, simplified
from aligncheck.termbase.loading import glossary_files, read_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from aligncheck.model import Concept, Term

LEAST_COVERAGE: Final = 0.5
"""Share of a file's concepts that must have a locale before one without it is a gap."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a glossary file, at one of its lines.

    An error makes the glossary mean something else than it says; a warning may be meant.
    """

    path: str
    line: int
    severity: Severity
    message: str


def check_glossary(paths: Sequence[Path]) -> tuple[Problem, ...]:
    """Check glossary files and folders: everything that is wrong, in the order of place."""
    files = [file for path in paths for file in glossary_files(path)]
    entries = [entry for file in files for entry in read_entries(file)]
    unread = [_unread(entry) for entry in entries if isinstance(entry, TermbaseError)]
    concepts = [entry for entry in entries if not isinstance(entry, TermbaseError)]
    found = [*unread, *problems_of(concepts)]
    return tuple(sorted(found, key=lambda problem: (problem.path, problem.line, problem.message)))


def problems_of(concepts: Sequence[Concept]) -> Iterator[Problem]:
    """Give what is wrong with concepts that could be read."""
    for concept in concepts:
        yield from _within(concept)
    yield from _same_names(concepts)
    yield from _between(concepts)
    yield from _gaps(concepts)
    yield from _containing(concepts)


def _unread(error: TermbaseError) -> Problem:
    path, line, message = str(error).split(":", 2)
    return Problem(path, int(line), Severity.ERROR, message.strip())


def _at(origin: Origin | None, severity: Severity, message: str) -> Problem:
    place = origin or Origin("", 1)
    return Problem(place.path, place.line, severity, message)


def _where(origin: Origin | None) -> str:
    return f"{origin.path}:{origin.line}" if origin else "elsewhere"


def _key(term: Term) -> tuple[str, str]:
    return term.locale, simplified(fold(term.text).text)


def _within(concept: Concept) -> Iterator[Problem]:
    """Find terms that one concept has twice."""
    seen: dict[tuple[str, str], Term] = {}
    for term in concept.terms:
        first = seen.setdefault(_key(term), term)
        if first is term:
            continue
        forbidden = {first.status, term.status} - {first.status} and TermStatus.FORBIDDEN in {
            first.status,
            term.status,
        }
        if forbidden:
            message = (
                f"“{term.text}” is {term.status} here, {first.status} in {_where(first.origin)}"
            )
        else:
            message = f"“{term.text}” stands twice in the concept {concept.id!r}"
        yield _at(term.origin, Severity.ERROR, message)


def _same_names(concepts: Iterable[Concept]) -> Iterator[Problem]:
    """Find concepts that share an id."""
    seen: dict[str, Concept] = {}
    for concept in concepts:
        first = seen.setdefault(concept.id, concept)
        if first is not concept:
            message = f"the id {concept.id!r} is taken by {_where(first.origin)}"
            yield _at(concept.origin, Severity.ERROR, message)


def _between(concepts: Sequence[Concept]) -> Iterator[Problem]:
    """Find concepts that are another over again, and those that forbid what another prefers.

    Only concepts that share a permitted term of one locale are compared: others are homonyms.
    """
    for (locale, _), those in _sharing(concepts).items():
        for at, concept in enumerate(those):
            for other in those[:at]:
                yield from _compared(other, concept, locale)


def _sharing(concepts: Iterable[Concept]) -> Mapping[tuple[str, str], list[Concept]]:
    """Group concepts by the permitted terms that they have in their first locale."""
    found: dict[tuple[str, str], list[Concept]] = defaultdict(list)
    for concept in concepts:
        first = concept.terms[0].locale
        own = {_key(t) for t in concept.terms if t.locale == first and _is_permitted(t)}
        for key in own:
            found[key].append(concept)
    return found


def _is_permitted(term: Term) -> bool:
    return term.status is not TermStatus.FORBIDDEN


def _compared(first: Concept, second: Concept, shared: str) -> Iterator[Problem]:
    known = {_key(term): term for term in first.terms if term.locale != shared}
    others = [term for term in second.terms if term.locale != shared]
    same = [term for term in others if _key(term) in known]
    for term in same:
        earlier = known[_key(term)]
        if _is_permitted(term) != _is_permitted(earlier):
            message = f"“{term.text}” is {term.status} here, {earlier.status} in "
            yield _at(term.origin, Severity.ERROR, message + _where(earlier.origin))
    if same and len(same) == len(others) and all(t.status is known[_key(t)].status for t in same):
        message = f"the concept {second.id!r} says no more than {_where(first.origin)}"
        yield _at(second.origin, Severity.WARNING, message)


def _gaps(concepts: Sequence[Concept]) -> Iterator[Problem]:
    """Find concepts without a term in a locale that most of their file has."""
    files: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        files[concept.origin.path if concept.origin else ""].append(concept)
    for those in files.values():
        having = {id(concept): {t.locale for t in concept.terms} for concept in those}
        for locale in sorted(set().union(*having.values())):
            lacking = [concept for concept in those if locale not in having[id(concept)]]
            if len(lacking) <= (1 - LEAST_COVERAGE) * len(those):
                yield from (_gap(concept, locale) for concept in lacking if not _is_kept(concept))


def _gap(concept: Concept, locale: str) -> Problem:
    message = f"the concept {concept.id!r} has no term in {locale}"
    return _at(concept.origin, Severity.WARNING, message)


def _is_kept(concept: Concept) -> bool:
    return any(term.do_not_translate for term in concept.terms)


def _containing(concepts: Sequence[Concept]) -> Iterator[Problem]:
    """Find permitted terms in which a forbidden form stands."""
    termbase = Termbase(concepts)
    for concept in concepts:
        for term in concept.terms:
            found = termbase.find_all(term.text, term.locale) if _is_permitted(term) else ()
            for match in found:
                if not _is_permitted(match.term) and match.length < len(term.text):
                    message = f"“{term.text}” contains “{match.term.text}”, which "
                    message += f"{_where(match.term.origin)} forbids"
                    yield _at(term.origin, Severity.WARNING, message)
