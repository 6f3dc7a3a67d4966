"""The grammar of official deadlines: Chinese wording to a record.

A wording is read whole or not at all: what the tables below do not know is an error, never a guess.
Sources of the forms: rectification lists of several places (立行立改、长期坚持; 2018年2月底前).
“X前” includes the last day of X; a bare day before 前 is taken as inclusive, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .deadlines import Deadline, DeadlineKind, Stage, describe
from .periods import Period, parse_period
from .text import Text

# What is understood, for messages: an example and its meaning.
FORMS: tuple[tuple[str, str], ...] = (
    ("2018年2月底前", "by the end of a month"),
    ("2018年底前完成", "by the end of a year"),
    ("2018年3月1日前", "by a day"),
    ("2019年第三季度末前", "by the end of a quarter"),
    ("2019年上半年", "by the end of a half-year"),
    ("到2020年", "by the end of a year"),
    ("2018年底前完成，长期坚持", "by a date, and kept up afterwards"),
    ("立行立改", "at once"),
    ("立行立改、长期坚持", "at once, and kept up"),
    ("长期坚持", "kept up, without a date"),
    ("2018年底前完成一期；2020年底前完成二期", "in stages"),
    ("按省统一部署推进", "dependent on a decision elsewhere"),
    ("不定", "not fixed"),
)


class DeadlineError(ValueError):
    """A wording that the grammar does not read. `rest` is the part where it stopped."""

    def __init__(self, rest: str) -> None:
        super().__init__(f"not understood: {rest}")
        self.rest = rest


_DIGITS = str.maketrans("０１２３４５６７８９〇○零一二三四五六七八九", "0123456789" + "000" + "123456789")
_PUNCTUATION = str.maketrans(",;:()", "，；：（）")
_HAN_NUMBER = "[0-9〇○零一二三四五六七八九十]"
_DATE = re.compile(
    rf"(?:分阶段[：，]?)?(?:于|在|至|到|截至)?(?P<year>(?:[0-9]{{4}}|[〇○零一二三四五六七八九]{{4}}))年"
    rf"(?:(?P<year_end>年?[底末])|(?P<half>[上下])半年|第?(?P<quarter>[1-4一二三四])季度"
    rf"|(?P<month>{_HAN_NUMBER}{{1,3}})月份?(?:(?P<month_end>[底末])|(?P<third>[上中下])旬|(?P<day>{_HAN_NUMBER}{{1,3}})日)?)?"
    r"(?P<end>[底末])?(?:之前|以前|前)?"
)
_DONE = re.compile(
    r"(?:[，、]?(?:并)?(?:全面|全部|基本)?(?:完成整改任务|完成整改|整改完成|整改到位|完成|达到|办结|销号))?"
)
_IMMEDIATE = ("立行立改", "立即整改", "即知即改", "边查边改", "边督边改", "立查立改", "即查即改")
_STANDING = ("长期坚持", "持续推进", "持续整改", "长期推进", "持续坚持", "常态长效", "坚持不懈")
_UNKNOWN = ("不定", "未定", "待定")
_DEPENDENT = re.compile(
    r"(?:按照?|根据|依据|依照)[^，；。]{2,40}?(?:统一部署|工作部署|部署|改革方案|方案|要求|安排|规定|进度|计划)(?:推进|实施|完成|执行|落实|开展)?\Z"
)
_SEPARATORS = re.compile(r"[，、；]?(?:并且|并|且)?")


def _number(digits: str) -> int:
    """An Arabic or Chinese number up to 99."""
    if "十" not in digits:
        return int(digits.translate(_DIGITS))
    tens, _, ones = digits.partition("十")
    return 10 * int(tens.translate(_DIGITS) or 1) + int(ones.translate(_DIGITS) or 0)


def _tidy(wording: str) -> str:
    """The wording without white space and final stop, digits and punctuation in one form each."""
    plain = re.sub(r"\s+", "", wording).translate(_PUNCTUATION)
    plain = plain.translate(str.maketrans("０１２３４５６７８９", "0123456789"))
    return plain.removesuffix("。")


def _period(m: re.Match[str]) -> Period:
    """The period that a date names; ValueError when there is no such day."""
    year = m["year"].translate(_DIGITS)
    if m["half"]:
        return parse_period(f"{year}-H{'上下'.index(m['half']) + 1}")
    if m["quarter"]:
        return parse_period(f"{year}-Q{_number(m['quarter'])}")
    if not m["month"]:
        return parse_period(year)
    month = f"{year}-{_number(m['month']):02}"
    if m["day"]:
        return parse_period(f"{month}-{_number(m['day']):02}")
    if m["third"] in ("上", "中"):
        return parse_period(f"{month}-{'10' if m['third'] == '上' else '20'}")
    return parse_period(month)


@dataclass(slots=True)
class _Reading:
    """What has been read so far of a wording."""

    rest: str
    dates: list[tuple[Period, str]]
    is_immediate: bool = False
    is_standing: bool = False
    is_dependent: bool = False
    is_unknown: bool = False


def _take_word(name: str, words: tuple[str, ...]) -> Callable[[_Reading], bool]:
    def take(reading: _Reading) -> bool:
        word = next((w for w in words if reading.rest.startswith(w)), None)
        if word is None:
            return False
        setattr(reading, name, True)
        reading.rest = reading.rest[len(word) :]
        return True

    return take


def _take_dependent(reading: _Reading) -> bool:
    if not _DEPENDENT.match(reading.rest):
        return False
    reading.is_dependent, reading.rest = True, ""
    return True


def _take_date(reading: _Reading) -> bool:
    m = _DATE.match(reading.rest)
    if not m:
        return False
    done = _DONE.match(reading.rest, m.end())
    end = done.end() if done else m.end()
    if not _begins_known(reading.rest[end:]):
        end = _stage_end(reading.rest)
    reading.dates.append((_period(m), reading.rest[:end]))
    reading.rest = reading.rest[end:]
    return True


def _stage_end(rest: str) -> int:
    """Where the words of a stage end: at the next stage, or before a standing part."""
    stage = rest.partition("；")[0]
    m = re.search(rf"[，、]?并?(?:{'|'.join(_STANDING)})\Z", stage)
    return m.start() if m else len(stage)


def _begins_known(rest: str) -> bool:
    """Whether what follows a date is another part of the grammar and not the words of a stage."""
    tail = rest[_separator(rest) :]
    return not tail or tail.startswith(_IMMEDIATE + _STANDING) or bool(_DATE.match(tail))


def _separator(rest: str) -> int:
    m = _SEPARATORS.match(rest)
    return m.end() if m else 0


_PARTS: tuple[Callable[[_Reading], bool], ...] = (
    _take_word("is_immediate", _IMMEDIATE),
    _take_word("is_standing", _STANDING),
    _take_word("is_unknown", _UNKNOWN),
    _take_date,
    _take_dependent,
)


def parse_wording(wording: str) -> Deadline:
    """The deadline that an official Chinese wording means. Raises DeadlineError (or ValueError for a
    date that does not exist) where it is not read whole."""
    reading = _Reading(rest=_tidy(wording), dates=[])
    while reading.rest:
        if not any(take(reading) for take in _PARTS):
            raise DeadlineError(reading.rest)
        if reading.rest:
            reading.rest = reading.rest[_separator(reading.rest) :] or "，"
    deadline = _deadline(wording, reading)
    return _with_text(deadline, wording)


def _deadline(wording: str, reading: _Reading) -> Deadline:
    text, standing, dates = Text(zh=wording), reading.is_standing, reading.dates
    others = [reading.is_immediate, reading.is_dependent, reading.is_unknown]
    if sum(others) + bool(dates) > 1:
        raise DeadlineError(_tidy(wording))
    if len(dates) > 1:
        stages = tuple(Stage(text=Text(zh=words), by=period) for period, words in dates)
        if [s.by.last for s in stages] != sorted(s.by.last for s in stages):
            raise DeadlineError(stages[-1].text.zh)
        return Deadline(text=text, kind="staged", stages=stages, standing=standing)
    if dates:
        period, words = dates[0]
        read = _DATE.match(words)
        done = _DONE.match(words, read.end()) if read else None
        if done is None or done.end() < len(words):
            raise DeadlineError(words)
        return Deadline(text=text, kind="by", by=period, standing=standing)
    kinds: tuple[DeadlineKind, ...] = ("immediate", "dependent", "unknown")
    found = (k for k, holds in zip(kinds, others, strict=True) if holds)
    kind: DeadlineKind = next(found, "none")
    if kind == "none" and not standing:
        raise DeadlineError(wording)
    return Deadline(text=text, kind=kind, standing=standing)


def _with_text(deadline: Deadline, wording: str) -> Deadline:
    """The deadline with its wording in both languages. The free words of stages stay untranslated."""
    english = None if deadline.kind in ("staged", "dependent") else describe(deadline, "en")
    text = Text(zh=wording.strip(), en=english)
    return Deadline(
        text=text, kind=deadline.kind, by=deadline.by, stages=deadline.stages, standing=deadline.standing
    )
