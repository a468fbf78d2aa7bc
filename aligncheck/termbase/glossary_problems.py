"""What is wrong with a glossary: duplicates, contradictions and gaps, each with its line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from aligncheck.errors import TermbaseError
from aligncheck.model import Origin, Severity, TermStatus
from aligncheck.termbase.files.loading import find_glossary_files, read_entries
from aligncheck.termbase.lookup.folding import fold_text, simplify_han
from aligncheck.termbase.lookup.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from aligncheck.model import Concept, Term

_COVERED_SHARE: Final = 0.5
"""Share of a file's concepts that must have a locale before one without it is a gap;
chosen, as a majority."""


@dataclass(frozen=True, slots=True)
class GlossaryProblem:
    """Something wrong with a glossary file, at one of its lines.

    An error makes the glossary mean something else than it says; a warning may be meant.
    """

    path: str
    line: int
    severity: Severity
    message: str


def check_glossary(paths: Sequence[Path]) -> tuple[GlossaryProblem, ...]:
    """Check glossary files and folders: everything that is wrong, in the order of place."""
    files = [file for path in paths for file in find_glossary_files(path)]
    entries = [entry for file in files for entry in read_entries(file)]
    unread = [_describe_error(entry) for entry in entries if isinstance(entry, TermbaseError)]
    concepts = [entry for entry in entries if not isinstance(entry, TermbaseError)]
    found = [*unread, *find_problems(concepts)]
    return tuple(sorted(found, key=lambda problem: (problem.path, problem.line, problem.message)))


def find_problems(concepts: Sequence[Concept]) -> Iterator[GlossaryProblem]:
    """Give what is wrong with concepts that could be read."""
    for concept in concepts:
        yield from _find_repeated_terms(concept)
    yield from _find_shared_ids(concepts)
    yield from _find_conflicts(concepts)
    yield from _find_gaps(concepts)
    yield from _find_contained_terms(concepts)


def _describe_error(error: TermbaseError) -> GlossaryProblem:
    path, line, message = str(error).split(":", 2)
    return GlossaryProblem(path, int(line), Severity.ERROR, message.strip())


def _make_problem(origin: Origin | None, severity: Severity, message: str) -> GlossaryProblem:
    place = origin or Origin("", 1)
    return GlossaryProblem(place.path, place.line, severity, message)


def _name_origin(origin: Origin | None) -> str:
    return f"{origin.path}:{origin.line}" if origin else "elsewhere"


def _fold_term(term: Term) -> tuple[str, str]:
    return term.locale, simplify_han(fold_text(term.text).text)


def _find_repeated_terms(concept: Concept) -> Iterator[GlossaryProblem]:
    """Find terms that one concept has twice."""
    seen: dict[tuple[str, str], Term] = {}
    for term in concept.terms:
        first = seen.setdefault(_fold_term(term), term)
        if first is term:
            continue
        forbidden = {first.status, term.status} - {first.status} and TermStatus.FORBIDDEN in {
            first.status,
            term.status,
        }
        where = _name_origin(first.origin)
        if forbidden:
            message = f"“{term.text}” is {term.status} here, {first.status} in {where}"
        else:
            message = f"“{term.text}” stands twice in the concept {concept.id!r}"
        yield _make_problem(term.origin, Severity.ERROR, message)


def _find_shared_ids(concepts: Iterable[Concept]) -> Iterator[GlossaryProblem]:
    """Find concepts that share an id."""
    seen: dict[str, Concept] = {}
    for concept in concepts:
        first = seen.setdefault(concept.id, concept)
        if first is not concept:
            message = f"the id {concept.id!r} is taken by {_name_origin(first.origin)}"
            yield _make_problem(concept.origin, Severity.ERROR, message)


def _find_conflicts(concepts: Sequence[Concept]) -> Iterator[GlossaryProblem]:
    """Find concepts that are another over again, and those that forbid what another prefers.

    Only concepts that share a permitted term of one locale are compared: others are homonyms.
    """
    for (locale, _), those in _group_by_source_term(concepts).items():
        for at, concept in enumerate(those):
            for other in those[:at]:
                yield from _compare_concepts(other, concept, locale)


def _group_by_source_term(concepts: Iterable[Concept]) -> Mapping[tuple[str, str], list[Concept]]:
    """Group concepts by the permitted terms that they have in their first locale."""
    found: dict[tuple[str, str], list[Concept]] = defaultdict(list)
    for concept in concepts:
        first = concept.terms[0].locale
        own = {_fold_term(t) for t in concept.terms if t.locale == first and _is_permitted(t)}
        for key in own:
            found[key].append(concept)
    return found


def _is_permitted(term: Term) -> bool:
    return term.status is not TermStatus.FORBIDDEN


def _compare_concepts(first: Concept, second: Concept, shared: str) -> Iterator[GlossaryProblem]:
    # Both have en "tap":
    #   sv kran               sv kran                  says no more: a warning
    #   sv kran               sv kran (forbidden)      contradicts: an error
    #   sv kran               sv tappning              homonyms: nothing
    known = {_fold_term(term): term for term in first.terms if term.locale != shared}
    others = [term for term in second.terms if term.locale != shared]
    same = [term for term in others if _fold_term(term) in known]
    for term in same:
        earlier = known[_fold_term(term)]
        if _is_permitted(term) != _is_permitted(earlier):
            message = f"“{term.text}” is {term.status} here, {earlier.status} in "
            yield _make_problem(term.origin, Severity.ERROR, message + _name_origin(earlier.origin))
    if (
        same
        and len(same) == len(others)
        and all(t.status is known[_fold_term(t)].status for t in same)
    ):
        message = f"the concept {second.id!r} says no more than {_name_origin(first.origin)}"
        yield _make_problem(second.origin, Severity.WARNING, message)


def _find_gaps(concepts: Sequence[Concept]) -> Iterator[GlossaryProblem]:
    """Find concepts without a term in a locale that most of their file has."""
    files: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        files[concept.origin.path if concept.origin else ""].append(concept)
    for those in files.values():
        having = {id(concept): {t.locale for t in concept.terms} for concept in those}
        for locale in sorted(set().union(*having.values())):
            lacking = [concept for concept in those if locale not in having[id(concept)]]
            if len(lacking) <= (1 - _COVERED_SHARE) * len(those):
                yield from (
                    _describe_gap(concept, locale)
                    for concept in lacking
                    if not _is_untranslated_name(concept)
                )


def _describe_gap(concept: Concept, locale: str) -> GlossaryProblem:
    message = f"the concept {concept.id!r} has no term in {locale}"
    return _make_problem(concept.origin, Severity.WARNING, message)


def _is_untranslated_name(concept: Concept) -> bool:
    return any(term.do_not_translate for term in concept.terms)


def _find_contained_terms(concepts: Sequence[Concept]) -> Iterator[GlossaryProblem]:
    """Find permitted terms in which a forbidden form stands."""
    termbase = Termbase(concepts)
    for concept in concepts:
        for term in concept.terms:
            found = termbase.find_all(term.text, term.locale) if _is_permitted(term) else ()
            for match in found:
                if not _is_permitted(match.term) and match.length < len(term.text):
                    message = f"“{term.text}” contains “{match.term.text}”, which "
                    message += f"{_name_origin(match.term.origin)} forbids"
                    yield _make_problem(term.origin, Severity.WARNING, message)
