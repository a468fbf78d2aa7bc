"""Articles in six languages: nothing is reported in them, and every planted fault is, alone."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from aligncheck.config import load_config
from aligncheck.languages import known_languages
from aligncheck.pipeline import check

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from aligncheck.model import Finding

HERE: Final = Path(__file__).parent
ARTICLES: Final = HERE / "articles"
SUBJECTS: Final = sorted(folder.name for folder in ARTICLES.iterdir() if folder.is_dir())
WRITTEN: Final = sorted(file.stem for file in (ARTICLES / SUBJECTS[0]).glob("*.md"))
PROVED: Final = [code for code in WRITTEN if code in known_languages() and code != "en"]
"""Languages that the articles are written in and that have a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedFault:
    """One fault, how it is planted, and what must be found, as ``faults.toml`` says."""

    article: str
    language: str
    code: str
    find: str = ""
    replace: str = ""
    drop_block: str = ""
    drop_section: str = ""
    move_section: str = ""
    before: str = ""
    version_of: str = ""
    beside: str = ""
    missing: bool = False
    flagged: str = ""
    lost: str = ""
    says: str = ""

    @property
    def folder(self) -> str:
        """The name of the article's copy that the fault is planted in."""
        other = f"-{self.version_of.replace('/', '-')}" if self.version_of else ""
        return f"{self.article}-{self.code.lower()}{other}"

    def plant(self) -> str | None:
        """Give the faulty version; None where it is missing."""
        if self.missing:
            return None
        if self.version_of:
            whole = "/" in self.version_of
            return _read(self.version_of if whole else f"{self.article}/{self.version_of}")
        text = _read(f"{self.article}/{self.language}")
        if self.drop_section or self.move_section:
            section = _section(text, self.drop_section or self.move_section)
            rest = text.replace(section, "")
            return rest.replace(f"## {self.before}\n", f"{section}## {self.before}\n")
        old = self.find or _block(text, self.drop_block)
        assert text.count(old) == 1, old
        return text.replace(old, self.replace.lstrip("\n"))

    def is_met_by(self, finding: Finding) -> bool:
        """Tell whether a finding reports this fault, with the words at fault or the text lost."""
        lost = finding.source.text if finding.source else ""
        return (
            (finding.code, finding.locale) == (self.code, self.language)
            and finding.text.startswith(self.flagged)
            and lost.startswith(self.lost)
            and self.says in finding.message
        )


def _read(version: str) -> str:
    return (ARTICLES / f"{version}.md").read_text(encoding="utf-8")


def _section(text: str, heading: str) -> str:
    """Give a section from its heading to the next."""
    found = re.search(rf"## {re.escape(heading)}\n.*?(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found.group()


def _block(text: str, beginning: str) -> str:
    """Give the paragraph that begins so, with the blank line after it."""
    found = re.search(rf"^{re.escape(beginning)}[^\n]*\n\n", text, re.MULTILINE)
    assert found, beginning
    return found.group()


def _planted(language: str) -> list[PlantedFault]:
    faults = tomllib.loads((HERE / "faults.toml").read_text(encoding="utf-8"))["fault"]
    read = [
        PlantedFault(**{key.replace("-", "_"): value for key, value in one.items()})
        for one in faults
    ]
    return [fault for fault in read if fault.language == language]


def _check(folder: Path, languages: Sequence[str]) -> dict[str, list[Finding]]:
    """Check a folder of articles whose source is English; give what is found by article."""
    (folder / "aligncheck.toml").write_text(
        f'pattern = "{{article}}/{{locale}}.md"\nsource = "en"\nlocales = {[*languages]}\n'
        f'glossary = "{(ARTICLES / "glossary.toml").as_posix()}"\n',
        encoding="utf-8",
    )
    found = defaultdict(list)
    for finding in check([str(folder)], load_config(folder / "aligncheck.toml", folder)).findings:
        found[Path(finding.bundle).parts[0]].append(finding)
    return found


def _shown(findings: Sequence[Finding]) -> list[str]:
    return [f"{one.path}:{one.span.start_line} {one.code} {one.message}" for one in findings]


@cache
def _found(language: str, beside: str, scratch: Path) -> Mapping[str, list[Finding]]:
    """Plant faults of a language in copies of their articles and check them in one run.

    ``beside`` is a further language that the run holds, or none.
    """
    languages = ["en", language, *beside.split()]
    for fault in _planted(language):
        if fault.beside == beside:
            copy = scratch / fault.folder
            copy.mkdir(exist_ok=True)
            for other in languages:
                text = fault.plant() if other == language else _read(f"{fault.article}/{other}")
                if text is not None:
                    (copy / f"{other}.md").write_text(text, encoding="utf-8")
    return _check(scratch, languages)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Give a folder for the faulty articles of a run."""
    return cache(lambda language, beside: tmp_path_factory.mktemp(f"{language}-{beside}"))


def test_nothing_is_found_in_correct_articles(tmp_path: Path) -> None:
    """An editor would print these: not one finding in any of the languages, not even an advice."""
    for subject in SUBJECTS:
        (tmp_path / subject).mkdir()
        for language in ("en", *PROVED):
            text = _read(f"{subject}/{language}")
            (tmp_path / subject / f"{language}.md").write_text(text, encoding="utf-8")
    found = _check(tmp_path, ("en", *PROVED))
    assert _shown([one for findings in found.values() for one in findings]) == []


@pytest.mark.parametrize(
    "fault",
    [fault for language in PROVED for fault in _planted(language)],
    ids=lambda fault: f"{fault.language}-{fault.folder}",
)
def test_a_planted_fault_is_found_and_nothing_else(
    fault: PlantedFault, scratch: Callable[[str, str], Path]
) -> None:
    """In the copy of an article that holds one fault, that one is reported, and it alone."""
    run = fault.language, fault.beside
    findings = _found(*run, scratch(*run)).get(fault.folder, [])
    assert len(findings) == 1, _shown(findings)
    assert fault.is_met_by(findings[0]), (_shown(findings), findings[0].text)


@pytest.mark.parametrize("language", [code for code in PROVED if code != "sv"])
def test_every_kind_of_fault_is_planted(language: str) -> None:
    """Each language that is to be proved has a fault of each rule that can tell one."""
    counts = Counter(fault.code for fault in _planted(language))
    assert {f"AC10{digit}" for digit in range(1, 8)} <= counts.keys()
    assert {"AC201", "AC202", "AC203", "AC301", "AC302", "AC303", "AC401"} <= counts.keys()
    assert {"AC002", "AC004"} <= counts.keys()
