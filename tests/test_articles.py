"""Our own articles: the published ones are clean, the drafts hold what was planted and no more."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from aligncheck.config import load_config
from aligncheck.model import Severity
from aligncheck.pipeline import check

if TYPE_CHECKING:
    from aligncheck.model import Finding, Run

ROOT: Final = Path(__file__).parents[1]
PLANTED: Final = ROOT / "articles" / "planted.toml"
NO_FAULT: Final = {"AC105", "AC305"}
"""Rules that report what a person may want to know, not what is wrong."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What was planted: words at fault, or text that was left out of a version."""

    path: str
    code: str
    line: int
    column: int | None = None
    text: str = ""
    source_line: int | None = None
    source_text: str = ""

    def __str__(self) -> str:
        """Name the fault as pytest lists it."""
        return f"{self.path.removeprefix('articles/drafts/')}:{self.line}-{self.code}"

    def is_met_by(self, finding: Finding) -> bool:
        """Tell whether a finding reports this very fault, at its place and in its extent."""
        return (
            (_path(finding), finding.code, finding.span.start_line)
            == (self.path, self.code, self.line)
            and (not self.text or self._covers(finding))
            and (not self.source_text or self._quotes(finding))
        )

    def _covers(self, finding: Finding) -> bool:
        """Tell whether the words at fault are what is flagged.

        A section is flagged from its heading on; a term by the wording used for it where that can
        be told, else by its segment.
        """
        if self.code in {"AC103", "AC105"}:
            return finding.span.start_column == self.column and finding.text.startswith(self.text)
        if self.code in {"AC301", "AC303"}:
            return self.text in finding.text
        flagged = finding.text.rstrip(".。")
        return (finding.span.start_column, flagged) == (self.column, self.text.rstrip(".。"))

    def _quotes(self, finding: Finding) -> bool:
        """Tell whether the text that was left out is shown with its place in the source."""
        source = finding.source
        return (
            source is not None
            and source.path.endswith("en.md")
            and source.span.start_line == self.source_line
            and source.text.startswith(self.source_text)
        )


def _planted() -> list[Fault]:
    """Read the list of what was planted."""
    faults = tomllib.loads(PLANTED.read_text(encoding="utf-8"))["fault"]
    return [Fault(**{key.replace("-", "_"): value for key, value in one.items()}) for one in faults]


def _path(finding: Finding) -> str:
    """Give the path of a finding, counted from the top of the project."""
    return Path(finding.path).resolve().relative_to(ROOT).as_posix()


def _shown(finding: Finding) -> str:
    """Describe a finding in one line."""
    place = f"{_path(finding)}:{finding.span.start_line}:{finding.span.start_column}"
    return f"{place} {finding.severity} {finding.code} {finding.message}"


def _check(folder: str) -> Run:
    """Check a folder of our articles as the project's own configuration says."""
    return check([str(ROOT / "articles" / folder)], load_config(ROOT / "aligncheck.toml", ROOT))


@pytest.fixture(scope="module")
def published() -> Run:
    """Give the report on the published articles."""
    return _check("published")


@pytest.fixture(scope="module")
def drafts() -> Run:
    """Give the report on the drafts."""
    return _check("drafts")


@pytest.mark.parametrize("fault", [fault for fault in _planted() if fault.column], ids=str)
def test_list_tells_where_words_stand(fault: Fault) -> None:
    """The words that the list calls faulty stand at the line and column it names."""
    lines = (ROOT / fault.path).read_text(encoding="utf-8").splitlines()
    assert fault.column is not None
    assert lines[fault.line - 1][fault.column - 1 :].startswith(fault.text)


@pytest.mark.parametrize("fault", [fault for fault in _planted() if fault.source_line], ids=str)
def test_list_tells_where_source_text_stands(fault: Fault) -> None:
    """The text that the list calls lost or moved stands in the source at the line it names."""
    source = (ROOT / fault.path).with_name("en.md").read_text(encoding="utf-8")
    assert fault.source_line is not None
    assert fault.source_text in source.splitlines()[fault.source_line - 1]


def test_every_article_is_read(published: Run, drafts: Run) -> None:
    """Four articles in three languages are read in either folder, and nothing is passed over."""
    for report in (published, drafts):
        assert len(report.bundles) == 4
        assert all(set(bundle.paths) == {"en", "sv", "zh"} for bundle in report.bundles)
        assert report.summary.segments > 12 * 40


def test_published_articles_are_clean(published: Run) -> None:
    """Nothing is reported in articles that an editor would print, not even for information."""
    assert [_shown(finding) for finding in published.findings] == []


@pytest.mark.parametrize("fault", _planted(), ids=str)
def test_planted_fault_is_found(drafts: Run, fault: Fault) -> None:
    """A planted fault is reported once, at its line and column, with the text that was lost."""
    met = [finding for finding in drafts.findings if fault.is_met_by(finding)]
    assert len(met) == 1, "\n".join(_shown(f) for f in drafts.findings if _path(f) == fault.path)


def test_nothing_else_is_found(drafts: Run) -> None:
    """No finding in the drafts is without a planted fault."""
    faults = _planted()
    stray = [f for f in drafts.findings if not any(fault.is_met_by(f) for fault in faults)]
    assert [_shown(finding) for finding in stray] == []


def test_moved_text_and_admitted_terms_are_no_faults(drafts: Run) -> None:
    """Moved text and admitted terms are for information; all else is at least a warning."""
    for finding in drafts.findings:
        assert (finding.severity is Severity.INFO) == (finding.code in NO_FAULT), _shown(finding)


def test_every_kind_of_fault_is_planted() -> None:
    """The drafts hold every fault of the rules on structure, language, terms and numbers."""
    counts = Counter(fault.code for fault in _planted())
    structure = {f"AC10{digit}" for digit in range(1, 7)}
    assert structure | {"AC201", "AC202", "AC203"} <= counts.keys()
    assert {"AC301", "AC302", "AC303", "AC304", "AC305", "AC306", "AC401"} <= counts.keys()
