"""Every format against its golden file."""

from __future__ import annotations

import pytest

from aligncheck import reporters
from tests.reporters.golden import FOLDER, path_of, rendered


@pytest.mark.parametrize("name", reporters.format_names())
def test_format_writes_its_golden_file(name: str) -> None:
    """A format writes for the sample report exactly what its golden file holds."""
    assert rendered(name) == path_of(name).read_bytes().decode()


def test_every_format_of_the_contract_is_there() -> None:
    """The formats are those that are promised, and every golden file belongs to one."""
    promised = {
        "concise",
        "github",
        "gitlab",
        "html",
        "json",
        "json-lines",
        "junit",
        "markdown",
        "rdjson",
        "sarif",
        "text",
    }
    assert set(reporters.format_names()) == promised
    assert {path.stem for path in FOLDER.iterdir()} == promised
