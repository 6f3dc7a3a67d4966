"""Gambling, pornography and lottery terms, as attackers leave them on pages of others.

A strong term is enough by itself; weak ones, which honest texts use too (彩票公益金, 浓度走势图), count from
three different ones in a line. Terms are looked for in the text without its gaps and invisible characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .folding import Folded, words_of

STRONG = (
    "时时彩", "北京赛车", "赛车pk10", "pk10", "pk拾", "六合彩", "香港马会", "特码", "特碼", "百家乐",
    "百家樂", "老虎机", "新葡京", "葡京娱乐", "真人娱乐", "真人视讯", "真人荷官", "棋牌娱乐", "棋牌平台",
    "炸金花", "捕鱼游戏", "捕鱼达人", "博彩平台", "博彩公司", "博彩网", "在线博彩", "赌球", "赌场开户",
    "网上赌场", "在线赌场", "澳门赌场", "外围投注", "在线投注", "投注平台", "投注网", "开奖视频",
    "开奖直播", "开奖走势", "欢乐生肖", "东方心经", "玄机图", "小财神", "幸运飞艇", "极速赛车", "分分彩",
    "快乐十分", "快三开奖", "快3开奖", "彩票平台", "彩票网投", "彩票计划", "彩票开户", "网投平台",
    "稳赚技巧", "包赢", "六肖", "平特一肖", "一码中特", "白小姐", "曾道人", "管家婆彩图", "彩金送",
    "注册送彩金", "首存送", "足球投注", "体育投注", "皇冠体育", "威尼斯人娱乐", "太阳城娱乐", "金沙娱乐",
    "裸聊", "一夜情", "成人电影", "成人视频", "成人网站", "黄色网站", "黄色电影", "激情视频", "色情网站",
    "色情视频", "色情电影", "情色网", "援交", "约炮", "嫩模", "上门服务小姐", "无码高清", "無碼", "三级片",
    "av女优", "av在线", "私服发布", "代开发票", "办证刻章", "迷药", "催情", "走私手机", "casino",
    "baccarat", "slotmachine", "viagra", "cialis", "pornhub", "xvideos", "sexcam", "escortservice",
    "onlinebetting", "onlinegambling",
)  # fmt: skip
WEAK = (
    "彩票", "投注", "开奖", "走势图", "遗漏", "稳赚", "注码", "组选", "胆码", "赔率", "七星彩", "双色球",
    "大乐透", "快乐12", "快3", "11选5", "赢钱", "彩图", "生肖", "盘口", "让球", "竞彩", "期期中", "博彩",
    "赌博", "下注", "心水", "号码推荐", "高频彩", "彩民", "棋牌", "法甲", "英超", "西甲", "意甲", "德甲",
    "中超", "欧冠", "足彩",
)  # fmt: skip
# What honest texts say of them.
_HONEST = re.compile(
    r"(?:福利|体育)?彩票(?:公益金|管理|发行|销售|事业|机构|条例|中心|市场|资金|监管)|(?:打击|禁止|查处|整治|严禁|涉嫌|参与|防范|惩治|遏制|举报)[^。；\n]{0,16}"
    r"(?:赌博|赌场|博彩|六合彩|色情|淫秽|赌球|代开发票|迷药|老虎机|百家乐|裸聊|网站|视频|电影)|扫黄打非"
)
_MATCH = re.compile(r"[\u4e00-\u9fff]{2,8}\s?vs\s?[\u4e00-\u9fff]{2,8}", re.IGNORECASE)
_LEAGUE = re.compile("法甲|英超|西甲|意甲|德甲|中超|欧冠|世界杯|比分|赔率")
_LEAST_WEAK = 3
_HINTS = words_of((*(term for term in STRONG if not term.isascii()), *WEAK))
_LATIN_STRONG = tuple(term for term in STRONG if term.isascii())
_SIGNS = " \t·•|*_~.-"


def find_spam(folded: Folded) -> Iterator[tuple[int, int, str]]:
    """Injected terms in a folded text as (start, end, term): one a line."""
    lower = folded.text.lower()
    if len(lower) != len(folded.text):
        lower = folded.text
    if not any(term in lower for term in _LATIN_STRONG) and not _is_suspect(folded):
        return
    offset = 0
    for line in lower.split("\n"):
        found = _in_line(line)
        if found:
            yield offset + found[0], offset + found[1], folded.text[offset + found[0] : offset + found[1]]
        offset += len(line) + 1


def _is_suspect(folded: Folded) -> bool:
    """Whether a term stands there, perhaps with its characters apart, as in 时 时 彩."""
    keys = _HINTS.keys() & folded.chars
    terms = [term for key in keys for term in _HINTS[key] if folded.chars.issuperset(term)]
    if any(term in folded.text for term in terms):
        return True
    long = [term for term in terms if len(term) > 2]
    squeezed = folded.text if long else ""
    for sign in _SIGNS if long else "":
        squeezed = squeezed.replace(sign, "")
    return any(term in squeezed for term in long)


@cache
def _parted_strong() -> re.Pattern[str]:
    """The strong terms, with a gap or none between their characters; made when first wanted."""
    terms = (r"[ \t·•|*_~.,，\-]?".join(map(re.escape, term)) for term in STRONG)
    return re.compile("|".join(terms), re.IGNORECASE)


def _in_line(line: str) -> tuple[int, int] | None:
    honest = [m.span() for m in _HONEST.finditer(line)]
    for m in _parted_strong().finditer(line):
        if not any(first <= m.start() < last for first, last in honest) and _is_word(line, m):
            return m.span()
    weak = {term: line.index(term) for term in WEAK if term in line}
    loose = {t: n for t, n in weak.items() if not any(first <= n < last for first, last in honest)}
    if len(loose) >= _LEAST_WEAK:
        first = min(loose, key=lambda term: loose[term])
        return loose[first], loose[first] + len(first)
    match = _MATCH.search(line)
    return match.span() if match and _LEAGUE.search(line) else None


def _is_word(line: str, m: re.Match[str]) -> bool:
    """Whether a Latin term stands by itself: `casino` is no part of a longer word."""
    if not m[0].isascii():
        return True
    around = line[max(0, m.start() - 1) : m.start()] + line[m.end() : m.end() + 1]
    return not any(ch.isascii() and ch.isalpha() for ch in around)
