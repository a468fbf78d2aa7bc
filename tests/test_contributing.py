"""What CONTRIBUTING.md says about adding a rule, a format or a language, done as it says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from aligncheck.model import Effect
from aligncheck.reporters import format_names

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DUTCH = "aligncheck/languages/nl.py"
GEMTEXT = "aligncheck/formats/gemtext.py"
RULE = "aligncheck/checks/ac599_lost_question.py"
ARTICLES = {
    "ferries/en": "# The ferries\n\nThe boats call at every pier from May to September.\n\n"
    "Who pays the fare for a bicycle?\n\nDogs must be kept on a lead on deck.\n",
    "ferries/sv": "# Färjorna\n\nBåtarna anlöper alla bryggor från maj till september.\n\n"
    "Biljetten för en cykel ska betalas.\n\nHundar ska hållas kopplade på däck.\n",
    "ferries/zh": "# 渡轮\n\n五月至九月，渡轮停靠每个码头。\n\n谁支付自行车的船票？\n\n"
    "在甲板上必须用绳子牵着狗。\n",
    "library/en": "# The library\n\nThe reading room is open every day except Monday.\n\n"
    "How long may a book be kept at home?\n\nReturn it to the desk by the door.\n",
    "library/sv": "# Biblioteket\n\nLäsesalen är öppen alla dagar utom måndag.\n\n"
    "Hur länge får man ha en bok hemma?\n\nLämna tillbaka den vid disken intill dörren.\n",
    "library/zh": "# 图书馆\n\n阅览室除星期一外每天开放。\n\n一本书可以在家里保留很久。\n\n"
    "请把书还到门边的服务台。\n",
    "fever/en": "# A child with a fever\n\nLet the child rest and drink often.\n\n"
    "When should you call a doctor?\n\nCall if the child is hard to wake.\n",
    "fever/sv": "# Barn med feber\n\nLåt barnet vila och dricka ofta.\n\n"
    "När ska man ringa en läkare?\n\nRing om barnet är svårt att väcka.\n",
    "fever/zh": "# 孩子发烧\n\n让孩子休息并经常喝水。\n\n什么时候应该给医生打电话？\n\n"
    "如果孩子很难叫醒，请打电话。\n",
}
"""Three subjects: one version in Swedish and one in Chinese have lost their question."""


def _walkthrough(path: str) -> str:
    """Give the code block that follows the mention of a file."""
    fenced = rf"`{re.escape(path)}`.*?(````?)python\n(.*?)^\1$"
    block = re.search(fenced, GUIDE, re.DOTALL | re.MULTILINE)
    assert block is not None
    return block[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy the package and the tests of the rules' examples to where files can be added."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "aligncheck", tmp_path / "aligncheck", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tests" / "checks").mkdir(parents=True)
    for name in (
        "tests/__init__.py",
        "tests/checks/__init__.py",
        "tests/checks/test_examples.py",
        "tests/checks/judging.py",
    ):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
    )


def test_a_rule_is_one_file(checkout: Path) -> None:
    """The rule of the guide is found, explained and tested by its examples, in one file."""
    (checkout / RULE).write_text(_walkthrough(RULE), encoding="utf-8")
    explained = _run(checkout, "-m", "aligncheck", "rule", "AC599")
    assert explained.returncode == 0, explained.stderr
    assert "AC599 lost-question" in explained.stdout
    assert "min-words" in explained.stdout
    tests = ["-m", "pytest", "-p", "no:cacheprovider", "-q", "-k", "AC599", "tests/checks"]
    tested = _run(checkout, *tests)
    assert tested.returncode == 0, tested.stdout
    assert re.search(r"^3 passed", tested.stdout, re.MULTILINE)


def test_the_examples_of_the_guide_can_fail(checkout: Path) -> None:
    """A rule that flags what its table spares fails its own test."""
    broken = _walkthrough(RULE).replace(" >= min_words", " >= 1")
    (checkout / RULE).write_text(broken, encoding="utf-8")
    tested = _run(checkout, "-m", "pytest", "-p", "no:cacheprovider", "-k", "AC599", "tests/checks")
    assert tested.returncode == 1
    assert "1 failed" in tested.stdout


def _write_articles(folder: Path) -> None:
    for name, text in ARTICLES.items():
        path = folder / "articles" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_new_rule_takes_part_in_a_whole_check(checkout: Path) -> None:
    """Its findings, and no others, are in every output format, and are silenced like any."""
    (checkout / RULE).write_text(_walkthrough(RULE), encoding="utf-8")
    _write_articles(checkout)
    names = sorted({*format_names(), "html"})
    outputs = [word for name in names for word in ("-f", f"{name}=out.{name}")]
    checked = _run(checkout, "-m", "aligncheck", "check", "articles", *outputs)
    assert (checked.returncode, checked.stderr) == (0, "")  # a warning fails no check
    found = json.loads((checkout / "out.json").read_text(encoding="utf-8"))
    assert [(one["code"], one["path"], one["severity"]) for one in found["findings"]] == [
        ("AC599", "articles/ferries/sv.md", "warning"),
        ("AC599", "articles/library/zh.md", "warning"),
    ]
    for name in names:
        text = (checkout / f"out.{name}").read_text(encoding="utf-8")
        assert "AC599" in text, name
        assert "lost-question" in text or name in {"gitlab", "rdjson"}, name


def test_a_new_family_of_codes_can_be_chosen(checkout: Path) -> None:
    """Options, selection, weights and comments know the rule by its code and its name."""
    (checkout / RULE).write_text(_walkthrough(RULE), encoding="utf-8")
    _write_articles(checkout)
    config = 'ignore = ["AC5"]\n[rules.AC599]\nmin-words = 3\n[severity]\nAC599 = "error"\n'
    (checkout / "aligncheck.toml").write_text(config, encoding="utf-8")
    left_out = _run(checkout, "-m", "aligncheck", "check", "articles", "-f", "concise")
    assert (left_out.returncode, left_out.stdout.count("AC599")) == (0, 0), left_out.stderr
    swedish = checkout / "articles" / "ferries" / "sv.md"
    comment = "<!-- aligncheck: ignore lost-question -- meant -->\n\nBiljetten"
    swedish.write_text(ARTICLES["ferries/sv"].replace("Biljetten", comment), encoding="utf-8")
    chosen = _run(
        checkout, "-m", "aligncheck", "check", "articles", "-f", "concise", "--select=AC59"
    )
    assert chosen.returncode == 1, chosen.stderr
    assert [line.split(":")[0] for line in chosen.stdout.splitlines() if "AC599" in line] == [
        "articles/library/zh.md"
    ]


def test_the_guide_explains_every_effect() -> None:
    """The table of effects names all that a rule can declare, and none that it cannot."""
    table = GUIDE.split("| effect | what is wrong |", 1)[1].split("\n\n", 1)[0]
    cells = " ".join(line.split("|")[1] for line in table.splitlines() if "|" in line)
    assert set(re.findall(r"`([A-Z_]+)`", cells)) == {effect.name for effect in Effect}


def test_a_format_is_one_file(checkout: Path) -> None:
    """The format of the guide is offered on the command line, in one file."""
    path = "aligncheck/reporters/paths.py"
    (checkout / path).write_text(_walkthrough(path), encoding="utf-8")
    helped = _run(checkout, "-m", "aligncheck", "check", "--help")
    assert "markdown, paths, rdjson" in " ".join(helped.stdout.split())


CAPSULE = """\
# Färjorna

Båtarna anlöper alla bryggor från maj till september.
=> gemini://ferries.example/ Tidtabellen
=> gemini://ferries.example/
* cyklar
> Hundar ska hållas kopplade.
``` tabell
09.00   Kajen
  10.30 Ön
```
Slut.
"""


def test_an_input_format_is_one_file(checkout: Path) -> None:
    """The format of the guide is found in folders, and read with the places of its words."""
    (checkout / GEMTEXT).write_text(_walkthrough(GEMTEXT), encoding="utf-8")
    for locale in ("sv", "en", "zh"):
        article = checkout / "capsule" / "ferries" / f"{locale}.gmi"
        article.parent.mkdir(parents=True, exist_ok=True)
        article.write_text(CAPSULE, encoding="utf-8")
    code = """
from pathlib import Path
from aligncheck.config import Config
from aligncheck.discovery import discover_bundles
from aligncheck.formats import read_document

(bundle,) = discover_bundles(Config(root=Path.cwd()), ["capsule"])
print(sorted(bundle.paths))
for segment in read_document(bundle.paths["sv"], "sv").segments:
    values = [inline.value for inline in segment.inline]
    print(segment.kind.value, segment.level, segment.span.start, repr(segment.text), *values)
"""
    done = _run(checkout, "-c", code)
    assert done.stdout.splitlines() == [
        "['en', 'sv', 'zh']",
        "heading 1 (1, 3) 'Färjorna'",
        "paragraph 0 (3, 1) 'Båtarna anlöper alla bryggor från maj till september.'",
        "paragraph 0 (4, 30) 'Tidtabellen' gemini://ferries.example/",
        "list-item 1 (6, 3) 'cyklar'",
        "quote 0 (7, 3) 'Hundar ska hållas kopplade.'",
        "code 0 (9, 1) '09.00   Kajen\\n  10.30 Ön'",
        "paragraph 0 (12, 1) 'Slut.'",
    ], done.stderr


def test_an_input_format_that_claims_a_suffix_twice(checkout: Path) -> None:
    """Two files that claim one suffix are named on the command line."""
    twice = _walkthrough(GEMTEXT).replace('".gemini"', '".txt"')
    (checkout / GEMTEXT).write_text(twice, encoding="utf-8")
    done = _run(checkout, "-m", "aligncheck", "check", ".")
    assert done.returncode == 2
    assert "formats/gemtext.py and formats/text.py both claim .txt" in done.stderr


def test_commands_of_the_guide_exist() -> None:
    """Every file that the guide names is there, but those that it tells to make."""
    named = set(re.findall(r"`((?:aligncheck|tests|\.ci|benchmarks|training)/[\w/.-]*)`", GUIDE))
    made = {
        *(RULE, GEMTEXT, DUTCH, "aligncheck/languages/data/nl/", "tests/termbase/forms_nl.tsv"),
        *("aligncheck/reporters/paths.py", "tests/checks/test_lost_question.py"),
    }
    assert {path for path in named - made if not (ROOT / path).exists()} == set()
    assert named > made


def test_a_language_is_one_file(checkout: Path) -> None:
    """The language of the guide is known, with its numbers, inflected terms and sentences."""
    (checkout / DUTCH).write_text(_walkthrough(DUTCH), encoding="utf-8")
    code = (
        "from aligncheck.languages import find_language, known_languages\n"
        "from aligncheck.languages.names import note_unknown_languages\n"
        "from aligncheck.fidelity.number_words import find_worded_values\n"
        "forms = find_language('nl-BE').inflection.forms\n"
        "print('nl' in known_languages(), note_unknown_languages(['en', 'nl']))\n"
        "print(sorted(map(int, find_worded_values('Op eenentwintig maart', 'nl'))))\n"
        "print(sorted({'boten', 'booten', 'katten', 'huizes'} & (forms('boot', 'noun') | "
        "forms('kat', 'noun'))))\n"
    )
    told = _run(checkout, "-c", code)
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[0] == "True ()"
    assert {"3", "21"} <= set(re.findall(r"\d+", told.stdout.splitlines()[1]))
    assert "'boten'" in told.stdout
    assert "'katten'" in told.stdout


def test_the_language_of_the_guide_reads_as_the_rest(checkout: Path) -> None:
    """The linter finds nothing in the file as the guide prints it."""
    (checkout / DUTCH).write_text(_walkthrough(DUTCH), encoding="utf-8")
    linted = _run(checkout, "-m", "ruff", "check", "--no-cache", DUTCH)
    assert linted.returncode == 0, linted.stdout
