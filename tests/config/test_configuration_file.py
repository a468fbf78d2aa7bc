"""The configuration file: what is accepted, what is refused, and what is derived from its keys."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from aligncheck.config import Config, FailOn, load_config, render_config
from aligncheck.config.keys import config_keys
from aligncheck.config.schema import render_schema
from aligncheck.errors import ConfigError
from aligncheck.model import Severity

SCHEMA = Path(__file__).parents[2] / "aligncheck" / "schema" / "aligncheck.schema.json"

EVERYTHING = """
source = "en"
locales = ["sv", "zh_CN"]
pattern = "articles/{article}/{locale}.md"
exclude = ["drafts/"]
glossary = ["terms", "~/all.toml"]
select = ["ac1", "AC201"]
ignore = ["AC104"]
fail-on = "never"
min-confidence = 1
model = "./e5"
backend = "torch"
cache-dir = "../cache"
baseline = "known.json"

[severity]
ac102 = "info"

[rules.ac102]
min-words = 3
names = ["a", "b"]
strict = true

[per-path-ignores]
"old/" = ["AC3"]
"*.txt" = "AC4"

[translation-mode]
zh = "abridged"
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)


def load(text: str, name: str = "aligncheck.toml") -> Config:
    """Read a configuration file of this text."""
    Path(name).write_text(text, encoding="utf-8")
    return load_config(Path(name), Path())


def test_every_key_is_read(tmp_path: Path) -> None:
    """Values come typed, paths count from the file's folder, codes are in capitals."""
    assert load(EVERYTHING) == Config(
        root=tmp_path,
        path=tmp_path / "aligncheck.toml",
        source="en",
        locales=("sv", "zh-CN"),
        pattern=("articles/{article}/{locale}.md",),
        exclude=("drafts/",),
        glossary=(tmp_path / "terms", Path.home() / "all.toml"),
        select=("AC1", "AC201"),
        ignore=("AC104",),
        fail_on=FailOn.NEVER,
        min_confidence=1.0,
        model=str(tmp_path / "e5"),
        backend="torch",
        cache_dir=tmp_path / "../cache",
        baseline=tmp_path / "known.json",
        severity={"AC102": Severity.INFO},
        rules={"AC102": {"min_words": 3, "names": ("a", "b"), "strict": True}},
        per_path_ignores={"old/": ("AC3",), "*.txt": ("AC4",)},
        translation_mode={"zh": "abridged"},
    )
    assert set(config_keys()) == set(tomllib.loads(EVERYTHING))


def test_without_a_file_all_is_default(tmp_path: Path) -> None:
    """The root is where one started; a folder glossary/ there is the termbase."""
    assert load_config(None, tmp_path) == Config(root=tmp_path)
    (tmp_path / "glossary").mkdir()
    assert load_config(None, tmp_path).glossary == (tmp_path / "glossary",)
    assert load("").glossary == (tmp_path / "glossary",)
    assert load("glossary = []").glossary == ()


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    """Upward from the start, aligncheck.toml first; a pyproject.toml must have our table."""
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.aligncheck]\nsource = "sv"\n', encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.ruff]\n", encoding="utf-8")
    config = load_config(None, deep)
    assert (config.source, config.root) == ("sv", tmp_path)
    (tmp_path / "aligncheck.toml").write_text('source = "en"\n', encoding="utf-8")
    assert load_config(None, deep).source == "en"
    (tmp_path / "a" / "aligncheck.toml").mkdir()
    assert load_config(None, deep).source == "en"
    (deep / "pyproject.toml").write_text("[tool.aligncheck]\n", encoding="utf-8")
    assert load_config(None, deep).path == deep / "pyproject.toml"


REFUSED = {
    "unknown key": (
        'source = "en"\nlocale = ["sv"]',
        r"aligncheck\.toml:2: locale: unknown key; did you mean 'locales'\?",
    ),
    "far from any": ("x = 1", r"aligncheck\.toml:1: x: unknown key$"),
    "underscore": ("fail_on = 'info'", "did you mean 'fail-on'"),
    "wrong type": ("\n\nsource = 3", r":3: source: must be a string, not an integer"),
    "empty": ('source = ""', ":1: source: must not be empty"),
    "in a list": ('locales = [\n  "sv",\n  7,\n]', ":1: locales: must be a string, not an integer"),
    "no locale": (
        'locales = [\n  "sv",\n  "x y",\n]',
        ":3: locales: must be a locale .* not 'x y'",
    ),
    "not a list": ("exclude = 'x'", "exclude: must be a list, not a string"),
    "list or string": ("pattern = true", "pattern: must be a string or a list, not a boolean"),
    "choice": (
        'fail-on = "eror"',
        r":1: fail-on: must be one of 'error', .* not 'eror'; did you mean 'error'\?",
    ),
    "level": ("[severity]\nAC101 = 'high'", r":2: severity\.AC101: must be one of 'info'"),
    "table": ("severity = 'high'", "severity: must be a table, not a string"),
    "number": ("min-confidence = 1.5", "must be between 0 and 1, not 1.5"),
    "no number": ("min-confidence = true", "must be a number, not a boolean"),
    "option": ("[rules.AC102]\nx = 1\ny = 1979-05-27", r":3: rules\.AC102\.y: .* not a date"),
    "inline": ("rules = { AC102 = { y = [1] } }", r":1: rules\.AC102\.y: must be"),
    "options": ("rules.AC102 = 3", r":1: rules\.AC102: must be a table of options"),
    "glob": ('[per-path-ignores]\n"a/*" = ["AC1"]\n"b/*" = 3', r":3: per-path-ignores\.b/\*:"),
    "syntax": ('source = "en"\nlocales = [', r"aligncheck\.toml:2: "),
    "syntax in the middle": ("source = en\nignore = []", r"aligncheck\.toml:1: "),
    "no quotes": (
        "ignore = []\nsource = zh-Hant # x",
        r'^aligncheck\.toml:2: source: text needs quotes: "zh-Hant"$',
    ),
    "no quotes in a list": (
        'locales = ["sv", en]',
        r'^aligncheck\.toml:1: locales: text needs quotes: "en"$',
    ),
    "no quotes on a line of its own": (
        "locales = [\n  en,\n]",
        r'^aligncheck\.toml:2: text needs quotes: "en"$',
    ),
    "no quote at the end": (
        'ignore = []\nsource = "en\n',
        r"^aligncheck\.toml:2: the text is not closed: a quote is missing at the end$",
    ),
    "no quote at the end of a Windows line": (
        'source = "en\r\nignore = []\r\n',
        r"^aligncheck\.toml:1: the text is not closed: a quote is missing at the end$",
    ),
    "no quote at the end of a list": (
        'locales = ["sv", "en]\n',
        r"^aligncheck\.toml:1: the text is not closed: a quote is missing at the end$",
    ),
    "a character that text must not hold": (
        'source = "e\x01n"\n',
        r"^aligncheck\.toml:1: Illegal character '\\x01'$",
    ),
    "no value": ("source =\nignore = []", r"^aligncheck\.toml:1: Invalid value$"),
    "words after the text": ('source = "en" sv', r"^aligncheck\.toml:1: Expected newline"),
    "a boolean in capitals": ("source = True", r"^aligncheck\.toml:1: Invalid value$"),
    "twice": ('source = "en"\nsource = "sv"', r"aligncheck\.toml:2: "),
}


@pytest.mark.parametrize(("text", "complaint"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_wrong_is_refused_in_one_line(text: str, complaint: str) -> None:
    """The message names the file, the line, the key and the nearest right name."""
    with pytest.raises(ConfigError, match=complaint) as error:
        load(text)
    assert "\n" not in str(error.value)


def test_lines_of_pyproject_are_found() -> None:
    """Keys are looked for below [tool.aligncheck], however it is written."""
    text = '[project]\nsourc = "x"\n\n[tool]\naligncheck.sourc = "en"\n'
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5: sourc: unknown key"):
        load(text, "pyproject.toml")
    with pytest.raises(ConfigError, match=r"there is no \[tool\.aligncheck\] in it"):
        load("[tool.ruff]\n", "pyproject.toml")
    with pytest.raises(ConfigError, match="must be a table, not an integer"):
        load("[tool]\naligncheck = 3\n", "pyproject.toml")


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """It is named, with the reason."""
    with pytest.raises(ConfigError, match=r"gone\.toml: cannot be read \(No such file"):
        load_config(Path("gone.toml"), tmp_path)
    Path("aligncheck.toml").write_bytes(b'source = "\xff"')
    with pytest.raises(ConfigError, match=r"aligncheck\.toml: is not UTF-8"):
        load_config(None, tmp_path)


def test_a_byte_order_mark_is_no_fault() -> None:
    """Editors on Windows write one."""
    assert load('\ufeffsource = "sv"').source == "sv"


def test_the_schema_is_fresh() -> None:
    """`python -m aligncheck.config.schema` writes what is shipped."""
    assert SCHEMA.read_text(encoding="utf-8") == render_schema()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [*REFUSED.values(), (EVERYTHING, ""), ('glossary = "a"\n[rules]', "")],
    ids=[*REFUSED, "everything", "short forms"],
)
def test_the_schema_agrees_with_the_reader(text: str, complaint: str) -> None:
    """What editors mark as wrong is what is refused, and the other way about."""
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert complaint
        return
    schema = json.loads(render_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    value = json.loads(json.dumps(value, default=lambda day: {"date": str(day)}))
    faults = list(jsonschema.Draft202012Validator(schema).iter_errors(value))
    assert bool(faults) == bool(complaint)


def test_the_commented_file_is_read_as_it_stands_and_with_its_examples() -> None:
    """Every key is in it; uncommented, every example is valid."""
    assert load(render_config({"source": '"sv"'})).source == "sv"
    text = render_config({})
    lines = [line.removeprefix("# ") for line in text.splitlines() if " = " in line]
    headers = ("AC104 ", "AC102 ", '"articles/')
    whole = "\n".join(line for line in lines if not line.startswith(headers))
    assert set(tomllib.loads(whole)) == {k for k in config_keys() if f"\n[{k}]\n" not in text}
    load(whole).check_codes({"AC101": (), "AC201": (), "AC401": (), "AC301": ()})
    tables = "\n".join(
        line.removeprefix("# ")
        for line in text[text.index("[severity]") :].splitlines()
        if line.startswith(("[", *(f"# {header}" for header in headers)))
    )
    load(tables).check_codes({"AC104": (), "AC102": ("min_words",), "AC301": ()})
    assert all(len(line) <= 100 for line in text.splitlines())


def test_the_commented_file_names_the_defaults() -> None:
    """An example stands below the default that it differs from; what has none names none."""
    blocks = render_config({}).split("\n\n")
    assert "is an example" in blocks[0]
    named = {
        block.splitlines()[-1]: " ".join(block.split()).partition("Default: ")[2].split(" ")[0]
        for block in blocks
        if "Default: " in block
    }
    assert named == {
        '# fail-on = "warning"': '"error".',
        "# min-confidence = 0.7": "0.5.",
        '# model = "sentence-transformers/LaBSE"': '"multilingual-e5-small".',
        '# backend = "onnx"': '"auto".',
    }
