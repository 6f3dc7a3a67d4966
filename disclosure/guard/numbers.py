"""Numbers that name a person: identity numbers, bank cards, mobile numbers and landlines.

Works on folded text. Digits that only spaces, hyphens, dots of grouping or a line break part are one
cluster; a number is a run of whole groups of a cluster, in a grouping that people use, or the whole of it.
So a date beside a number, or a column of figures, is not taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ..ground.problems import Rule
from .checksums import has_id_form, is_bank_card, is_old_resident_id, is_resident_id
from .folding import Folded
from .rules import bank_card, mobile_number, private_phone, resident_id, unlisted_phone

Span = tuple[int, int, Rule, str]
_GAP = r"(?:[ \t\-]{0,3}\n[ \t>#*\-]*|[ \t\-·•()（）]{1,3}|(?<=[0-9]{3})\.(?=[0-9]{4}))"
# Ten digits and more, parted by gaps; the last sign of an identity number may be an X.
CLUSTER = re.compile(rf"[0-9](?:{_GAP}?[0-9]){{9,}}(?:{_GAP}?[xX](?![0-9A-Za-z]))?")
# No number of a person has fewer digits, nor letters between them.
_MANY = re.compile(r"[0-9](?:[ \t\n\-·•()（）.>#*]{0,12}[0-9]){9}")
_DIGITS = re.compile(r"[0-9]+[xX]?|[xX]")
_DAY = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}-[01]?[0-9](?:-[0-3]?[0-9])?(?![0-9])")
_CALLED = re.compile(
    r"(?:^|[^A-Za-z])(?:tel|phone|mobile|mob|cell|call|id|no|sfz|sj|dh|card)\Z", re.IGNORECASE
)
# What makes a long figure an amount or a number of something else.
_AMOUNT = re.compile(
    r"\.[0-9]|,[0-9]{3}| ?(?:[万亿千百]?(?:元|吨|千克|公斤|立方米|平方米|亩|公顷|度|千瓦|升|米|公里|户(?![名主籍口])|人(?![名民])|台|件|%|％))"  # noqa: E501
)
_FRACTION = re.compile(r"\.[0-9]|,[0-9]{3}")
_NUMBER_OF = re.compile(
    r"(?:编号|代码|单号|序号|序列号|流水号|许可证号|备案号|案号|税号|文号|标识码)[:：为是\s“\"]*\Z"
)
_SUM = re.compile(
    "金额|元|预算|决算|资金|经费|支出|收入|投资|合计|面积|产量|排放量|产值|编码|编号|代码|amount|yuan",
    re.IGNORECASE,
)
_WEB = re.compile(r"https?://[^\s<>\"'）)】》，。；、]+")
_MOBILE = re.compile(r"(?:(?:00)?86)?(1[3-9][0-9]{9})\Z")
_LANDLINE = re.compile(r"(?:(?:00)?86)?(?:0?(?:10|2[0-9])|0?[3-9][0-9]{2})[2-8][0-9]{6,7}\Z")
_AREA = re.compile(r"(?:0(?:10|2[0-9]|[3-9][0-9]{2})|(?:00)?86)")
_OFFICE = re.compile(
    r"(?:(?:联系|投诉|举报|监督|咨询|服务|值班|办公|公示|受理|反馈|单位|公开|政务|办公室)电话|热线|传真|总机|电话总机"
    r"|hotline|switchboard|fax|office(?: telephone)?|telephone)[^0-9\n]{0,12}\Z",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:家中|家里|家庭|住宅|宅电|本人|个人|私人|举报人|投诉人|反映人|来电人|来访人|信访人|村民|居民|户主|业主|家属|某某?|home|complainant|caller)"
)
# How people part them, as the lengths of the groups.
_SHAPES = {
    "id": "6 8 4/6 4 4 4/3 3 4 4 4/4 4 4 4 2/6 12/14 4/6 4 2 2 4/3 3 8 4/17 1/6 8 3 1/6 6 6/3 3 3 3 3 3",
    "old": "6 6 3/3 3 3 3 3/5 5 5/6 9/12 3",
    "card": "4 4 4 4/4 4 4 4 3/6 13/6 10/6 4 4 4 1/4 4 4 4 1/4 4 4 4 2/8 8",
    "mobile": "3 4 4/3 8/7 4/4 3 4/2 3 4 4/2 11/2 3 8/5 6/3 3 5/3 2 3 3/4 4 3/2 3 3 5",
    "landline": "3 8/4 7/4 8/3 4 4/4 4 4/4 3 4/2 3 8/2 2 8/2 3 7/2 2 4 4/2 3 4 4",
}
_GROUPS = {
    name: frozenset(tuple(map(int, shape.split())) for shape in shapes.split("/"))
    for name, shapes in _SHAPES.items()
}
_Group = tuple[int, int, str]


def find_numbers(folded: Folded) -> Iterator[Span]:
    """The numbers in a folded text as (start, end, rule, digits). Landlines of offices, and of anyone,
    are told apart by the words before them; what is registered is for the caller to know."""
    text = folded.text
    if not _MANY.search(text):
        return
    for cluster in CLUSTER.finditer(text):
        groups = _groups(text, cluster.start(), cluster.end())
        for part in _parted_by_days(text, groups):
            yield from _in_part(text, part)


def _groups(text: str, start: int, end: int) -> list[_Group]:
    return [(m.start(), m.end(), m[0].upper()) for m in _DIGITS.finditer(text, start, end)]


def _parted_by_days(text: str, groups: list[_Group]) -> Iterator[list[_Group]]:
    """The groups between days such as 2018-06-21: a day is no part of a number."""
    start, end = groups[0][0], groups[-1][1]
    days = [m.span() for m in _DAY.finditer(text, start, end)]
    part: list[_Group] = []
    for group in groups:
        if any(first <= group[0] < last for first, last in days):
            if part:
                yield part
            part = []
        else:
            part.append(group)
    if part:
        yield part


def _in_part(text: str, groups: list[_Group]) -> Iterator[Span]:
    """Every number among the groups, the longest first at each place, none twice."""
    if len(groups) > 1 and has_id_form("".join(group[2] for group in groups)):
        if whole := _judge(text, groups, 0, len(groups)):
            yield whole
        return
    first = 0
    while first < len(groups):
        step = 1
        for last in range(min(len(groups), first + 20), first, -1):
            found = _judge(text, groups, first, last)
            if found:
                yield found
                step = last - first
                break
        first += step


def _judge(text: str, groups: list[_Group], first: int, last: int) -> Span | None:
    chosen = groups[first:last]
    digits = "".join(group[2] for group in chosen)
    if not 10 <= len(digits) <= 19:
        return None
    is_whole = len(chosen) == len(groups)
    rule = _kind_of(digits, tuple(len(g[2]) for g in chosen), is_whole)
    is_called = rule in (private_phone.RULE, mobile_number.RULE)
    if not is_whole and not (is_called and len(chosen) == 1) and _is_one_number(text, groups):
        rule = rule if is_called and _has_extension(groups, last) else None
    start, end = chosen[0][0], chosen[-1][1]
    if rule is None or not _stands_alone(text, start, end):
        return None
    if rule is resident_id.RULE and len(digits) == 18:
        return start, end, rule, digits
    if _is_something_else(text, start, end, rule):
        return None
    if rule is private_phone.RULE:
        rule = _whose(text, start)
    return start, end, rule, digits


def _is_one_number(text: str, groups: list[_Group]) -> bool:
    """Whether all groups are parted alike and together no longer than the longest number: then they are one,
    and what a part of it looks like is chance."""
    gaps = {text[before[1] : after[0]] for before, after in pairwise(groups)}
    return len(gaps) == 1 and sum(len(group[2]) for group in groups) <= 19


def _has_extension(groups: list[_Group], last: int) -> bool:
    """Whether what follows may be the extension of a telephone number, and the number comes first."""
    return 0 < sum(len(group[2]) for group in groups[last:]) <= 5 and 1 < len(groups[0][2]) < 5


def _kind_of(digits: str, shape: tuple[int, ...], is_whole: bool) -> Rule | None:
    """The rule that a run of groups breaks, None where it is no number of a person. `is_whole` says that
    nothing else stands in its cluster."""

    def grouped(name: str) -> bool:
        return is_whole or len(shape) == 1 or shape in _GROUPS[name]

    kinds: tuple[tuple[str, Callable[[str], object], Rule], ...] = (
        ("id", is_resident_id, resident_id.RULE),
        ("card", is_bank_card, bank_card.RULE),
        ("old", is_old_resident_id, resident_id.RULE),
        ("mobile", _MOBILE.match, mobile_number.RULE),
        ("landline", _is_landline, private_phone.RULE),
    )
    return next((rule for name, test, rule in kinds if test(digits) and grouped(name)), None)


def _is_landline(digits: str) -> bool:
    return bool(_LANDLINE.match(digits)) and bool(_AREA.match(digits)) and 10 <= len(digits) <= 14


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter is glued to it, but a word such as Tel."""
    if end < len(text) and (text[end].isascii() and text[end].isalnum()):
        return False
    before = text[max(0, start - 8) : start]
    if not before or not (before[-1].isascii() and before[-1].isalpha()):
        return True
    return bool(_CALLED.search(before))


def _is_something_else(text: str, start: int, end: int, rule: Rule) -> bool:
    """An amount, a part of a decimal, a number of a document, or a piece of a web address."""
    amount = _AMOUNT if rule is not bank_card.RULE else _FRACTION  # no amount has as many digits as a card
    if amount.match(text, end) or re.search(r"[0-9][.,]\Z|[¥￥$]\Z", text[max(0, start - 2) : start]):
        return True
    if rule is not bank_card.RULE and _NUMBER_OF.search(text[max(0, start - 12) : start]):
        return True
    line = text.rfind("\n", 0, start) + 1
    if "|" in text[line:start] and _SUM.search(head_of(text, line, start)):
        return True
    return any(m.start() <= start < m.end() for m in _WEB.finditer(text, line, end))


def head_of(text: str, line: int, place: int) -> str:
    """The head of the column of a table in which a place of a line stands."""
    column = text.count("|", line, place) - (1 if text[line:place].lstrip().startswith("|") else 0)
    first = line
    while first > 0:
        before = text.rfind("\n", 0, first - 1) + 1
        if "|" not in text[before:first]:
            break
        first = before
    heads = text[first : text.find("\n", first)].strip().removeprefix("|").split("|")
    return heads[column] if column < len(heads) else ""


def _whose(text: str, start: int) -> Rule:
    """The rule for a landline: given as an office’s, or anyone’s."""
    before = text[max(0, start - 40) : start].rpartition("\n")[2]
    if _OFFICE.search(before) and not _PERSON.search(before):
        return unlisted_phone.RULE
    return private_phone.RULE
