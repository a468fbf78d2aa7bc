"""Where reports go, and that they arrive whole."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import click
import pytest

from aligncheck.cli.console.output import Output, OutputFormat, settle_targets, write_output

FORMATS = OutputFormat(("json", "sarif", "text"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("json", Output("json")),
        ("sarif=out.sarif", Output("sarif", Path("out.sarif"))),
        ("text=a=b.txt", Output("text", Path("a=b.txt"))),
    ],
)
def test_format_may_name_its_file(value: str, expected: Output) -> None:
    """What follows the first equals sign is the file."""
    assert FORMATS.convert(value, None, None) == expected


@pytest.mark.parametrize(
    ("value", "message"), [("xml", "'xml' is none of json, sarif, text"), ("json=", "no file")]
)
def test_unknown_format_is_refused(value: str, message: str) -> None:
    """A format that is not there is named together with those that are."""
    with pytest.raises(click.BadParameter, match=message):
        FORMATS.convert(value, None, None)


@pytest.mark.parametrize(
    ("outputs", "path", "expected"),
    [
        (["text"], None, [Output("text")]),
        (["json"], "o.json", [Output("json", Path("o.json"))]),
        (["sarif=a", "text"], None, [Output("sarif", Path("a")), Output("text")]),
        (["sarif=a", "json"], "b", [Output("sarif", Path("a")), Output("json", Path("b"))]),
        (["sarif=a", "json", "text"], None, "json and text cannot share one output"),
        (["sarif=a"], "b", "every format has one already"),
        (["sarif=a", "json=./a"], None, "two formats cannot share the file a"),
        (["sarif=a", "json"], "a", "two formats cannot share the file a"),
        (["sarif=no/such/a"], None, r"there is no folder \S*no/such to write a to"),
    ],
)
def test_every_format_gets_a_place_of_its_own(
    outputs: list[str], path: str | None, expected: list[Output] | str
) -> None:
    """``--output`` serves the one format without a file; two in one place are refused."""
    given = [FORMATS.convert(output, None, None) for output in outputs]
    if isinstance(expected, list):
        assert list(settle_targets(given, Path(path) if path else None)) == expected
    else:
        with pytest.raises(click.UsageError, match=expected):
            settle_targets(given, Path(path) if path else None)


def test_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    """A file is replaced in one step, nothing is left beside it, and its mode stays."""
    path = tmp_path / "report.json"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_output("ny 新 \udc80\n", path)
    assert path.read_bytes() == "ny 新 \\udc80\n".encode()
    assert [one.name for one in tmp_path.iterdir()] == ["report.json"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    """Writing to a symbolic link writes the file that it leads to."""
    (tmp_path / "real").write_text("old", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to("real")
    write_output("new", link)
    assert link.is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


def test_missing_folder_is_named(tmp_path: Path) -> None:
    """A folder that is not there is an error that names the file asked for."""
    path = tmp_path / "none" / "report.json"
    with pytest.raises(OSError) as caught:  # noqa: PT011 - its file name is checked
        write_output("text", path)
    assert caught.value.filename == f"cannot write {path}"
