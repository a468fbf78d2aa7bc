"""Which elements keep their text from being translated or judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aligncheck.formats.markup.tags import Tag


def protects_text(tag: Tag, locale: str) -> bool:
    """Tell whether an element's text is not to be translated, or is in another language.

    That is ``translate="no"``, the class ``notranslate``, or a ``lang`` whose language is not
    that of ``locale``.
    """
    if (tag.get_attribute("translate") or "").strip().lower() == "no":
        return True
    if "notranslate" in (tag.get_attribute("class") or "").split():
        return True
    lang = tag.get_attribute("lang") or tag.get_attribute("xml:lang")
    return bool(lang) and _language_of(lang or "") != _language_of(locale)


def _language_of(locale: str) -> str:
    return locale.replace("_", "-").split("-")[0].strip().lower()
