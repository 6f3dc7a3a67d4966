"""The two languages of the portal, and a text in both.

Chinese is the language of record; English is a translation that may be missing. Nothing here knows
how a text is shown.
"""

from __future__ import annotations

from typing import Literal

from .record import record

Lang = Literal["zh", "en"]
LANGUAGES: tuple[Lang, Lang] = ("zh", "en")
HTML_LANG: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}


def other(lang: Lang) -> Lang:
    """The other of the two languages."""
    return "en" if lang == "zh" else "zh"


@record
class Text:
    """A text in both languages. `en` is None while it is not translated; `en_by` is `machine` for a
    translation that no person has checked, None (a person) otherwise."""

    zh: str
    en: str | None = None
    en_by: Literal["machine"] | None = None

    def in_(self, lang: Lang) -> str:
        """The text in `lang`, or in Chinese where there is no translation."""
        return self.en if lang == "en" and self.en is not None else self.zh

    def lang_for(self, lang: Lang) -> Lang:
        """The language in which a reader of `lang` gets this text."""
        return "en" if lang == "en" and self.en is not None else "zh"
