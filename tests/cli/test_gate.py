"""What the command line adds to living with findings: baselines, revisions, standard input."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_boundary import needs_full_device
from tests.gate.team import commit, git, write
from tests.test_pipeline import VERSIONS, WARNING, without

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

SV = "articles/tea/sv.md"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a project of one article that lacks a paragraph in Swedish."""
    for locale, blocks in without("sv", WARNING).items():
        write(tmp_path, "tea", locale, blocks)
    (tmp_path / "aligncheck.toml").write_text('source = "en"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on standard input."""
    return lambda given: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))


def swedish(blocks: tuple[str, ...]) -> bytes:
    """Encode blocks as a file has them."""
    return "\n\n".join(blocks).encode()


def test_a_baseline_is_written_used_and_pruned(run: Callable[..., Outcome], project: Path) -> None:
    """What it holds passes, what is new fails, what has gone is noted until it is taken out."""
    written = run("baseline")
    file = project / "aligncheck-baseline.json"
    assert (written.code, written.err) == (0, "")
    assert written.out.splitlines() == [
        "new: 1",
        f"wrote {file}: 1 finding",
        f"to use it, set `baseline` in aligncheck.toml, or give --baseline {file}",
    ]
    with (project / "aligncheck.toml").open("a", encoding="utf-8") as config:
        config.write(f'baseline = "{file.name}"\n')
    assert run("check").code == 0
    write(project, "tea", "zh", without("zh", 1)["zh"])
    failing = run("check", "-f", "concise")
    assert failing.code == 1
    assert failing.out.startswith("articles/tea/zh.md:3:1: error AC102")
    write(project, "tea", "sv", VERSIONS["sv"])
    assert run("check", "-f", "concise").err == (
        "aligncheck: note: 1 known finding is gone; "
        "'aligncheck baseline --prune' takes them out of the baseline\n"
    )
    assert run("check", "-f", "concise", "-q").err == ""
    before = file.read_bytes()
    assert run("baseline", "--prune", "--dry-run").out.splitlines()[1:] == [
        f"would write {file}: 0 findings"
    ]
    assert file.read_bytes() == before
    gone, wrote = run("baseline", "--prune").out.splitlines()
    assert gone.startswith("gone: AC102 in articles/tea (sv): Visitors must not touch")
    assert wrote == f"wrote {file}: 0 findings"
    assert json.loads(file.read_bytes())["findings"] == []


def test_a_waiver_lapses_with_its_day(run: Callable[..., Outcome], project: Path) -> None:
    """An entry with a reason holds until the last day that it names, and then says why it was."""
    assert run("baseline", "-o", "known.json").code == 0
    whole = json.loads((project / "known.json").read_bytes())
    whole["findings"][0]["reason"] = "said on the sign"
    (project / "known.json").write_text(json.dumps(whole), encoding="utf-8")
    assert run("check", "--baseline", "known.json").code == 0
    whole["findings"][0]["until"] = "2020-01-31"
    (project / "known.json").write_text(json.dumps(whole), encoding="utf-8")
    lapsed = run("check", "--baseline", "known.json")
    assert lapsed.code == 1
    assert "AC102 in articles/tea (sv) counts again" in lapsed.err
    assert "it was waived: said on the sign" in lapsed.err


def test_a_pull_request_is_judged_by_what_it_does(
    run: Callable[..., Outcome], project: Path
) -> None:
    """The exit code is that of the new findings."""
    git(project, "init", "--quiet")
    commit(project, "Begin")
    assert run("check").code == 1
    known = run("check", "--new-only", "HEAD")
    assert (known.code, known.err) == (
        0,
        "aligncheck: note: since HEAD: 0 new, 0 gone, 1 as before\n",
    )
    write(project, "tea", "zh", without("zh", 1)["zh"])
    assert run("check", "--new-only", "HEAD").code == 1
    assert run("check", "--changed-from", "HEAD").code == 1
    git(project, "checkout", "--quiet", "--", ".")
    unchanged = run("check", "--changed-from", "HEAD")
    assert (unchanged.code, unchanged.err) == (
        0,
        "aligncheck: note: no article has changed since HEAD\n",
    )


def test_a_text_on_standard_input_is_checked(
    run: Callable[..., Outcome], type_in: Callable[[bytes], None]
) -> None:
    """It is judged instead of the file of its name; line ends may be of either kind."""
    type_in(swedish(VERSIONS["sv"]))
    assert run("check", "-", "--stdin-filename", SV).code == 0
    type_in(swedish(without("sv", 1)["sv"]).replace(b"\n", b"\r\n"))
    outcome = run("check", "-", "--stdin-filename", SV, "-f", "concise")
    assert outcome.code == 1
    assert outcome.out.startswith(f"{SV}:3:1: error AC102")


def test_a_file_may_be_named_from_its_own_folder(
    run: Callable[..., Outcome],
    type_in: Callable[[bytes], None],
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where one stands makes no difference to what is checked."""
    monkeypatch.chdir(project / "articles" / "tea")
    for name in ("sv.md", "../tea/sv.md", str(project / SV)):
        type_in(swedish(VERSIONS["sv"]))
        assert run("check", "-", "--stdin-filename", name).code == 0, name


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("check -", "- needs --stdin-filename, the file that the text stands for"),
        (f"check - other.md --stdin-filename {SV}", "- is checked alone"),
        (f"check - --stdin-filename {SV} --new-only HEAD", "- is checked alone"),
        (f"check {SV} --stdin-filename {SV}", "--stdin-filename needs the path -"),
        (f"check - --stdin-filename {SV}", "standard input is not UTF-8 text (byte 1)"),
        ("check --new-only HEAD", "git: not a git repository"),
        ("check --changed-from HEAD", "git: not a git repository"),
        ("check --baseline none.json", "'none.json' does not exist"),
        ("check --baseline aligncheck.toml", "aligncheck.toml:1: "),
        ("baseline --prune", "aligncheck-baseline.json: cannot be read (No such file"),
        ("baseline -o none/known.json", "known.json: No such file or directory"),
        ("baseline none", "there is no none"),
        ("watch none", "'none' does not exist"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_2(
    arguments: str, message: str, run: Callable[..., Outcome], type_in: Callable[[bytes], None]
) -> None:
    """It is never mistaken for a verdict."""
    type_in(b"\n\xff")
    outcome = run(*arguments.split())
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert outcome.err.count("\n") == 1


@needs_full_device
def test_a_baseline_on_a_full_disk_is_one_line_and_2(run: Callable[..., Outcome]) -> None:
    """The old one is not read from a device, which has no end."""
    outcome = run("baseline", "-o", "/dev/full")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "aligncheck: error: cannot write /dev/full: No space left on device\n"
