"""The files that GitHub, GitLab, pre-commit and Docker read are sound and name what there is."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
import yaml

from aligncheck.cli import main
from tests.reporters.schemas import stored_schema

ROOT: Final = Path(__file__).parents[1]
ACTION: Final = ROOT / "action.yml"
SCRIPT: Final = ROOT / ".ci" / "action"
GITLAB: Final = ROOT / ".ci" / "aligncheck.gitlab-ci.yml"
HOOKS: Final = ROOT / ".pre-commit-hooks.yaml"
DOCKERFILE: Final = ROOT / ".ci" / "Dockerfile"
SCHEMAS: Final = {
    ACTION: "https://json.schemastore.org/github-action.json",
    GITLAB: "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/"
    "schema/ci.json",
}


def _read(path: Path) -> Any:  # noqa: ANN401 - YAML
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _options(capfd: pytest.CaptureFixture[str]) -> set[str]:
    """Give the options of ``aligncheck check``."""
    assert main(["check", "--help"]) == 0
    return set(re.findall(r"--[a-z-]+", capfd.readouterr().out))


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_the_file_is_what_its_reader_expects(path: Path) -> None:
    """It is valid against the schema that SchemaStore or GitLab publishes."""
    schema = stored_schema(SCHEMAS[path])
    jsonschema.validators.validator_for(schema)(schema).validate(_read(path))


def test_the_steps_of_the_action_are_its_script() -> None:
    """No step has shell code of its own, and none puts an input into a command."""
    steps = [step for step in _read(ACTION)["runs"]["steps"] if "run" in step]
    assert [step["run"] for step in steps] == [
        f'"$GITHUB_ACTION_PATH/.ci/action" {name}' for name in ("install", "check")
    ]


def test_the_script_reads_what_the_action_gives() -> None:
    """Every input in the environment is read, and everything that is read is given."""
    text = SCRIPT.read_text(encoding="utf-8")
    given = {key for step in _read(ACTION)["runs"]["steps"] for key in step.get("env", {})}
    assert given == set(re.findall(r"\$\{?(INPUT_[A-Z_]*[A-Z]|BASE_SHA)\b", text))


@pytest.mark.parametrize("path", [SCRIPT, GITLAB, DOCKERFILE, HOOKS], ids=lambda path: path.name)
def test_only_options_that_exist_are_used(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Each option that stands behind ``aligncheck check`` is one."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    shown = re.sub(r"\n\s+(?=--|\$)", " ", text)
    commands = re.findall(r"aligncheck check (.*)", shown)
    used = {option for command in commands for option in re.findall(r"--[a-z-]+", command)}
    assert used <= _options(capfd)
    assert commands or path == DOCKERFILE


def test_the_hooks_are_commands(capfd: pytest.CaptureFixture[str]) -> None:
    """The entries run; whatever can change a verdict makes them run, and they find the files."""
    whole, changed = _read(HOOKS)
    for hook in (whole, changed):
        program, *arguments = shlex.split(hook["entry"])
        assert (program, main([*arguments, "--help"])) == ("aligncheck", 0)
        assert hook["pass_filenames"] is False
    assert changed["always_run"] is True
    assert all(re.search(whole["files"], name) for name in ("a/sv.md", "a.html", "terms.toml"))
    assert not re.search(whole["files"], "program.py")
    capfd.readouterr()


def test_the_image_is_made_of_what_there_is() -> None:
    """Everything that is copied from the repository exists."""
    lines = DOCKERFILE.read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY ")]
    names = [name for words in copied if not words[0].startswith("--from") for name in words]
    assert "aligncheck" in names
    assert all((ROOT / name).exists() for name in names)


def _check(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the script's check where aligncheck only shows its arguments and exits as told."""
    program = folder / "aligncheck" / "bin" / "aligncheck"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\nexit "$CODE"\n', encoding="utf-8")
    program.chmod(0o755)
    inputs = {f"INPUT_{name}": "" for name in ("PATHS", "BASELINE", "FAIL_ON")}
    own = {"RUNNER_TEMP": str(folder), "GITHUB_OUTPUT": str(folder / "output"), "CODE": "0"}
    return subprocess.run(
        [SCRIPT, "check"],
        cwd=folder,
        env={**os.environ, **own, **inputs, "INPUT_NEW_ONLY": "auto", "BASE_SHA": "", **variables},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_inputs_become_arguments_and_nothing_else(tmp_path: Path) -> None:
    """A path is one argument, whatever is in it; what is not said is not passed on."""
    done = _check(tmp_path, INPUT_PATHS="a b\n$(touch x)\n", INPUT_FAIL_ON="warning")
    words = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert words[0] == "check"
    assert words[words.index("--fail-on") :] == ["--fail-on", "warning", "--", "a b", "$(touch x)"]
    assert "--new-only" not in words
    assert "--baseline" not in words
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("code", ["0", "1", "2"])
def test_the_script_passes_the_verdict_on(code: str, tmp_path: Path) -> None:
    """Its exit code is that of the check; without SARIF there is nothing to upload."""
    assert str(_check(tmp_path, CODE=code).returncode) == code
    assert not (tmp_path / "output").exists()


def test_a_base_that_cannot_be_had_is_no_verdict(tmp_path: Path) -> None:
    """Neither a pass nor findings: 2, with what git says."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    done = _check(tmp_path, BASE_SHA="0123456789012345678901234567890123456789")
    assert (done.returncode, done.stdout) == (2, "")
    assert "origin" in done.stderr
