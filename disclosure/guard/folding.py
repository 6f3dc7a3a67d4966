"""A text as a person reads it: full-width and ornamental digits and letters become plain, exotic spaces
and dashes become ` ` and `-`, and what nobody sees is gone.

Only for looking: what editors typed is never stored in this form. Each character of the folded text
knows where it stands in the original.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# The zero of each run of ten digits that a reader takes for digits.
_ZEROS = (0xFF10, 0x0660, 0x06F0, 0x0966, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0)
_CIRCLED = {0x2460 + n: str(n + 1) for n in range(9)} | {0x24EA: "0", 0x3007: "0"}
_RAISED = dict(zip(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"), "01234567890123456789", strict=True))
_LETTERS = {0xFF21 + n: chr(65 + n) for n in range(26)} | {0xFF41 + n: chr(97 + n) for n in range(26)}
_SIGNS = {ord("＠"): "@", ord("．"): ".", ord("＿"): "_", ord("＋"): "+"}
_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D), "-")
_SPACES = dict.fromkeys(
    (0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x2028, 0x2029, 0x0085), " "
)
_UNSEEN = (
    0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x180F), 0x3164, 0xFFA0, 0xFEFF,
    *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10),
    *range(0xE0000, 0xE0080),
)  # fmt: skip
_SEEN: dict[int, str] = {
    **{zero + n: str(n) for zero in _ZEROS for n in range(10)},
    **_CIRCLED, **_RAISED, **_LETTERS, **_SIGNS, **_DASHES, **_SPACES,
}  # fmt: skip
_TABLE: dict[int, str | None] = {**_SEEN, **dict.fromkeys(_UNSEEN)}


_CODES = frozenset(map(chr, _TABLE))
_DROPPED = frozenset(map(chr, _UNSEEN))


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` folded, and the set of its characters, by which a detector sees at once that a text holds
    nothing for it; `starts` gives the place in the original of each character, and last that of the end. It
    is None where every character kept its place."""

    text: str
    chars: set[str]
    starts: tuple[int, ...] | None = None

    def original(self, offset: int) -> int:
        """The place in the original text of a place in the folded one."""
        return offset if self.starts is None else self.starts[offset]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the original for a span of the folded text that is not empty."""
        return self.original(start), self.original(end - 1) + 1

    def has_any(self, words: Words) -> bool:
        """Whether one of the words stands in the text."""
        keys = words.keys() & self.chars
        text = self.text
        for key in keys:  # a plain loop: this runs for every word of every text
            for word in words[key]:
                if word in text:
                    return True
        return False


# Words by one of their letters each: a text without that letter has none of them.
Words = Mapping[str, tuple[str, ...]]
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着"
    "等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线"
    "内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管"
    "特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口"
    " abcdefghijklmnopqrstuvwxyz0123456789"
)


def words_of(words: Iterable[str]) -> Words:
    """Words as `Folded.has_any` wants them: by the letter of each that is the rarest."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        key = next((letter for letter in word if letter not in _COMMON), word[-1])
        found[key] = (*found.get(key, ()), word)
    return found


def fold(text: str) -> Folded:
    """The text folded."""
    chars = set(text)
    if _CODES.isdisjoint(chars):
        return Folded(text, chars)
    folded = text.translate(_TABLE)
    if _DROPPED.isdisjoint(chars):
        return Folded(folded, set(folded))
    starts = tuple(n for n, ch in enumerate(text) if ch not in _DROPPED)
    return Folded(folded, set(folded), (*starts, len(text)))
