"""Which language a longer text is in, by langdetect."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from langdetect.detector_factory import DetectorFactory

_SEED = 0
"""langdetect draws lots; with a seed the same text gets the same answer in every run."""
_CODES = {"no": "nb", "zh-cn": "zh", "zh-tw": "zh"}
"""The code of a language where langdetect's profile is not called by it."""
_ALIKE = {"no": "nb", "nn": "nb"}
"""Languages without a profile whose text is taken for another's: Nynorsk for Bokmål."""


@lru_cache(maxsize=8)
def _load_factory(profiles: tuple[str, ...]) -> DetectorFactory:
    """Load these profiles only; all fifty-five take most of a second."""
    from langdetect.detector_factory import DetectorFactory  # noqa: PLC0415 - seldom needed

    factory = DetectorFactory()
    factory.seed = _SEED
    texts = [(_profile_folder() / name).read_text(encoding="utf-8") for name in profiles]
    factory.load_json_profile(texts)
    return factory


def _profile_folder() -> Traversable:
    from importlib.resources import files  # noqa: PLC0415 - brings archives with it; seldom needed

    return files("langdetect") / "profiles"


def _list_profiles() -> tuple[str, ...]:
    names = (entry.name for entry in _profile_folder().iterdir())
    return tuple(sorted(name for name in names if not name.startswith("_")))


def identifiable_languages() -> tuple[str, ...]:
    """Name the languages that are told apart, by their codes of BCP 47, in alphabetical order."""
    return tuple(sorted({_CODES.get(name, name) for name in _list_profiles()}))


def identified_as(language: str) -> str:
    """Give the code by which text in a language is identified, its own where it has a profile."""
    return _ALIKE.get(language, language)


@lru_cache(maxsize=1024)
def identify_language(text: str, languages: tuple[str, ...]) -> tuple[str, float]:
    """Give the likeliest of the languages for a text and its probability.

    The same text gives the same answer in every run. An empty language with 0 where the text has
    no letters, or where one of the languages cannot be told.
    """
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415 - seldom needed

    if not set(languages) <= set(identifiable_languages()):
        return "", 0.0
    profiles = (name for name in _list_profiles() if _CODES.get(name, name) in languages)
    detector = _load_factory(tuple(profiles)).create()
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return "", 0.0
    # Chinese has two profiles: 0.6 for one and 0.4 for the other are 1.0 for the language.
    sure: dict[str, float] = defaultdict(float)
    for one in found:
        sure[_CODES.get(one.lang, one.lang)] += one.prob
    likeliest = max(sure, key=lambda language: sure[language], default="")
    return likeliest, sure[likeliest]
