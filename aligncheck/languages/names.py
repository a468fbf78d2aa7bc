"""What languages are called in English, for messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck import locales
from aligncheck.languages import find_language
from aligncheck.languages.function_words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fil": "Filipino",
    "fo": "Faroese", "fr": "French", "ga": "Irish", "gl": "Galician", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kl": "Greenlandic",
    "ko": "Korean", "ku": "Kurdish", "lb": "Luxembourgish", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ms": "Malay", "mt": "Maltese", "nb": "Norwegian", "nl": "Dutch",
    "nn": "Norwegian Nynorsk", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "se": "Northern Sami", "sk": "Slovak", "sl": "Slovenian",
    "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "th": "Thai", "ti": "Tigrinya", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "yi": "Yiddish", "yue": "Cantonese",
    "zh": "Chinese",
}  # fmt: skip


def note_unknown_languages(locales_of_run: Iterable[str]) -> tuple[str, ...]:
    """Say once what is not looked for in versions whose language has no file; nothing otherwise."""
    codes = dict.fromkeys(map(locales.language, locales_of_run))
    unknown = [f"{language_name(code)} ({code})" for code in codes if not find_language(code)]
    if not unknown:
        return ()
    *most, last = unknown
    subject = f"{', '.join(most)} and {last}" if most else last
    verb = "are not languages" if most else "is not a language"
    note = (
        f"{subject} {verb} that aligncheck knows: text that was dropped, added, moved or copied "
        "word for word was looked for, but not other words in a foreign language, terms in "
        "inflected forms or numbers in words"
    )
    return (note,)


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
