"""A small data set of our own invention: ideas that stand under the same words in all versions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.cases.articles import LANGS
from benchmarks.cases.gold import SUITES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from aligncheck.embedding import VectorArray

Groups = list[tuple[list[str], list[str]]]
Versions = dict[str, dict[str, str]]
"""The text of each paragraph of each version, by its id."""
DIMENSION = 48
PARAGRAPHS = 6


def embed_ideas(texts: Sequence[str]) -> VectorArray:
    """Give a text the mean of its ideas' directions, and a little of its own."""
    rows = []
    for text in texts:
        words = [word for word in text.replace("。", ". ").split() if word.startswith("idea")]
        ideas = [_direction(word.strip(".")) for word in words] or [_direction(text)]
        rows.append(np.mean(ideas, axis=0) + 0.05 * _direction(text))
    matrix = np.array(rows, np.float32)
    unit: VectorArray = matrix / np.linalg.norm(matrix, axis=1, keepdims=True)
    return unit


def _direction(word: str) -> np.ndarray:
    seed = int.from_bytes(word.encode(), "big") % (1 << 32)
    return np.random.default_rng(seed).standard_normal(DIMENSION)


def write_cases(folder: Path) -> None:
    """Write two sources of two articles each: as they are, and with text lost and run together."""
    for origin in ("north", "south"):
        for number in range(2):
            name = f"{origin}_{number}"
            base = (number + 2 * (origin == "south")) * PARAGRAPHS
            _write_case(folder, "clean", name, base)
            _write_case(folder, "multi", f"{name}--multi", base, lost=1, merged=3)
            _write_case(folder, "fault", f"{name}--drop_block-sv", base, lost=3)
    for suite in SUITES:
        (folder / "cases" / f"{suite}.jsonl").touch()


def _write_case(
    folder: Path,
    suite: str,
    name: str,
    base: int,
    *,
    lost: int | None = None,
    merged: int | None = None,
) -> None:
    """Write a case; ``sv`` lacks the paragraph ``lost``, and has ``merged`` and the next as one."""
    case = folder / "cases" / suite / name
    case.mkdir(parents=True)
    versions = {
        lang: {f"p{n}": _sentences(lang, base + n) for n in range(PARAGRAPHS)} for lang in LANGS
    }
    groups: Groups = [([f"p{n}"], [f"p{n}"]) for n in range(PARAGRAPHS)]
    faults = []
    if lost is not None:
        del versions["sv"][f"p{lost}"]
        groups[lost] = ([f"p{lost}"], [])
        ids = {"en": [f"p{lost}"], "prose": [f"p{lost}"], "target": []}
        faults.append({"type": "dropped", "lang": "sv", "how": "block", **ids})
    if merged is not None:
        rest = versions["sv"].pop(f"p{merged + 1}")
        versions["sv"][f"p{merged}"] += " " + rest
        groups[merged] = ([f"p{merged}", f"p{merged + 1}"], [f"p{merged}"])
        del groups[merged + 1]
    for lang, paragraphs in versions.items():
        text = "\n\n".join(paragraphs.values()) + "\n"
        (case / f"{lang}.md").write_text(text, encoding="utf-8")
    whole = [[[f"p{n}"], [f"p{n}"]] for n in range(PARAGRAPHS)]
    mirrored = [(theirs, ours) for ours, theirs in groups]
    gold = {
        "source": name.partition("_")[0],
        "doc": name.partition("--")[0],
        "case": name,
        "suite": suite,
        "align": {"en-sv": groups, "en-zh": whole, "zh-sv": groups, "sv-zh": mirrored},
        "faults": faults,
        "benign": [],
        "blocks": {
            lang: [
                {"id": each, "kind": "para", "level": 0, "line": 1 + 2 * place}
                for place, each in enumerate(paragraphs)
            ]
            for lang, paragraphs in versions.items()
        },
    }
    (case / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    _append_row(folder / "cases" / f"{suite}.jsonl", gold, versions)


def _append_row(path: Path, gold: Mapping[str, object], versions: Versions) -> None:
    """Add the case, with its texts, to the file of its suite."""
    blocks = {
        lang: [
            {"id": each, "kind": "para", "level": 0, "text": text}
            for each, text in paragraphs.items()
        ]
        for lang, paragraphs in versions.items()
    }
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({**gold, "blocks": blocks}) + "\n")


def _sentences(lang: str, idea: int) -> str:
    """Say an idea in two sentences, in a language's own words around it."""
    frames = {
        "en": (
            "The keeper writes about idea{0}a in the morning.",
            "She also counts idea{0}b there.",
        ),
        "sv": ("Vaktaren skriver om idea{0}a på morgonen.", "Hon räknar också idea{0}b där."),
        "zh": ("守灯人早上写到 idea{0}a 。", "她也在那里数 idea{0}b 。"),
    }
    return " ".join(frame.format(idea) for frame in frames[lang])
