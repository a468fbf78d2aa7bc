"""Which elements keep their text from being translated or judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aligncheck.formats.markup.tags import Tag


def protects(tag: Tag, locale: str) -> bool:
    """Tell whether an element's text is not to be translated, or is in another language.

    That is ``translate="no"``, the class ``notranslate``, or a ``lang`` whose language is not
    that of ``locale``.
    """
    if (tag.value("translate") or "").strip().lower() == "no":
        return True
    if "notranslate" in (tag.value("class") or "").split():
        return True
    lang = tag.value("lang") or tag.value("xml:lang")
    return bool(lang) and _language(lang or "") != _language(locale)


def _language(locale: str) -> str:
    return locale.replace("_", "-").split("-")[0].strip().lower()
