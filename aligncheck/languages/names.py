"""What languages are called in English, for messages."""

from __future__ import annotations

from aligncheck.languages.language import split_words

NAMES = {
    "ar": "Arabic",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nb": "Norwegian",
    "nl": "Dutch",
    "nn": "Norwegian",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


def language_name(language: str) -> str:
    """Name a language in English; its code where it has no name here."""
    return NAMES.get(language, language)


AUTONYMS = split_words(
    "english svenska norsk bokmål nynorsk dansk suomi íslenska føroyskt deutsch nederlands",
    "français español português italiano català euskara galego polski čeština slovenčina",
    "slovenščina hrvatski srpski magyar română eesti latviešu lietuvių русский українська",
    "беларуская български српски ελληνικά türkçe 中文 简体中文 繁體中文 繁体中文 日本語 한국어",
    "العربية فارسی עברית ไทย हिन्दी",
)
"""What languages, and their ways of being written, are called in themselves, in lower case."""
