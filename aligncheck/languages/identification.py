"""Which of a few languages a longer text is in, by langdetect."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from langdetect.detector_factory import DetectorFactory

SEED = 0
PROFILES = {"zh": "zh-cn", "nb": "no", "nn": "no"}
"""What langdetect calls a language where that is not its code."""


@lru_cache(maxsize=8)
def _factory(languages: tuple[str, ...]) -> DetectorFactory:
    """Load the profiles of these languages only; all fifty-five take most of a second."""
    from langdetect.detector_factory import DetectorFactory  # noqa: PLC0415 - seldom needed

    factory = DetectorFactory()
    factory.seed = SEED
    profiles = [_profiles() / PROFILES.get(language, language) for language in languages]
    factory.load_json_profile([one.read_text(encoding="utf-8") for one in profiles])
    return factory


def _profiles() -> Traversable:
    from importlib.resources import files  # noqa: PLC0415 - brings archives with it; seldom needed

    return files("langdetect") / "profiles"


def known_languages() -> tuple[str, ...]:
    """Name the languages that langdetect tells apart, in alphabetical order."""
    names = (entry.name for entry in _profiles().iterdir())
    return tuple(sorted(name for name in names if not name.startswith("_")))


@lru_cache(maxsize=1024)
def detect(text: str, languages: tuple[str, ...]) -> tuple[str, float]:
    """Give the likeliest of the languages for a text and its probability.

    The same text gives the same answer in every run. An empty language with 0 where the text has
    no letters, or a language no profile.
    """
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415 - seldom needed

    known = tuple(one for one in languages if PROFILES.get(one, one) in known_languages())
    if len(known) < len(languages):
        return "", 0.0
    detector = _factory(known).create()
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return "", 0.0
    if not found:
        return "", 0.0
    names = {PROFILES.get(one, one): one for one in known}
    return names[found[0].lang], float(found[0].prob)
