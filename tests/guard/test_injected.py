"""The gate against injected and spoilt content: what it names, and what honest texts may say."""

import pytest

from disclosure.guard.hosts import find_addresses, is_false
from disclosure.guard.injected import find_injected
from disclosure.guard.permits import Permits
from disclosure.guard.tables import find_empty_columns
from tests.trees import ROOT, problems_of


def rules(text: str, permits: Permits | None = None) -> list[str]:
    return [rule.id for _, rule, _ in find_injected(text, permits or Permits())]


@pytest.mark.parametrize(
    "text",
    [
        "时时彩不贪心每天赢200",
        "欢 乐 生 肖 开奖视频直播",
        "北京赛记录ＰＫ１０",
        "法甲摩纳哥vs甘冈",
        "香港小财神特碼诗",
        "七星彩怎么包才期期中，号码推荐，稳赚",
        "时\u200b时\u200b彩走势图",
        "澳门新葡京娱乐",
        "成人视频在线",
        "Best online casino here",
        "专业代开发票",
    ],
)
def test_injected_terms_are_named(text: str) -> None:
    assert rules(text) == ["injected-term"]


@pytest.mark.parametrize(
    "text",
    [
        "彩票公益金用于养老服务，福利彩票发行费列入预算，体育彩票销售收入下降。",
        "依法打击网络赌博、博彩平台，查处色情网站，开展扫黄打非。",
        "PM2.5浓度走势图",
        "严禁赌博和传播淫秽视频。",
        "举报非法彩票的，依法处理。",
        "锅炉赛道、码头、葡萄园、老虎山、生肖公园",
        "occasion and casinos’ history",
        "中超企业、组选方案",
    ],
)
def test_honest_texts_are_left_alone(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "质量?#20013;?#25913;善",
        "锟斤拷锟斤拷",
        "烫烫烫烫",
        "环境保护".encode("gbk").decode("latin-1"),
        "环境保护".encode().decode("cp1252", "replace").replace("\ufffd", "Â"),
        "环境保护督察整改方案".encode().decode("gbk", "ignore"),
        "由于月要āā好好é学ī习ū天天向上",
        "癸ㄩ笢恅ㄛ恅ㄩ趼",
        "&#20013;&#25991;",
    ],
)
def test_garbled_text_is_named(text: str) -> None:
    assert set(rules(text)) - {"markup-remnant"} == {"garbled-text"}


@pytest.mark.parametrize(
    "text", ["Café, naïve, Ångström", "À la carte — “déjà vu”…", "拼音 jīn huá（金华）", "鏄水、锛"]
)
def test_honest_letters_are_left_alone(text: str) -> None:
    assert rules(text) == []


def test_empty_days_are_named() -> None:
    assert rules("成文日期：0000-00-00；0000年00月00日") == ["empty-date"] * 2
    assert rules("2000-00-00 100000-00-001") == []


def test_hidden_text_and_remnants_are_named() -> None:
    assert "hidden-text" in rules('<div style="display : none">a</div>')
    assert "hidden-text" in rules('<p style="position:absolute;left:-9999px">')
    assert rules("<br />") == rules("br />") == rules("&nbsp;") == ["markup-remnant"]
    assert rules("3<5，a<b>c，《办法》<第一批>") == ["markup-remnant"]
    assert rules("3 < 5 且 5 > 3，GB<11643>") == []


@pytest.mark.parametrize(
    ("host", "is_bad"),
    [
        ("www.jinhua.gov.cn", False), ("gov.cn", False), ("news.cn", False), ("www.gov.cn.top", True), ("gov-cn.com", True),
        ("www.g0v.cn", True), ("xn--80ak6aa92e.com", True), ("www.gоv.cn", True), ("www.gov.cn@evil.top", True),
        ("jinhua-gov.cn", True), ("mygov.com", False), ("www.gov.uk", False), ("例子.中国", False),
    ],
)  # fmt: skip
def test_hosts_that_pretend(host: str, is_bad: bool) -> None:
    assert is_false(host) is is_bad


def test_addresses_are_found_with_their_hosts() -> None:
    text = "见https://A.example.com:8080/x?y=1）、http:\\\\b.example.cn/，https://www.gov.cn@evil.top/ 和 www.spam.vip。"
    assert [host for _, _, host in find_addresses(text)] == [
        "a.example.com",
        "b.example.cn",
        "www.gov.cn@evil.top",
        "www.spam.vip",
    ]


def test_listed_hosts_need_no_remark() -> None:
    permits = Permits(links=frozenset({"gov.cn", "example.org"}))
    assert rules("https://www.gov.cn/ https://a.example.org/ https://example.org.evil.com/", permits) == [
        "unlisted-link"
    ]


def test_empty_columns() -> None:
    table = "| 甲 | 乙 | 丙 |\n|---|:-:|--:|\n| 1 |  | a\\|b |\n| 2 | | 3 |\n"
    assert list(find_empty_columns("前文\n\n" + table)) == [(4, 2, "乙")]
    assert list(find_empty_columns("| 甲 |\n| --- |\n")) == []


def test_the_address_in_the_content_is_its_own_whatever_address_is_asked_for() -> None:
    asked = problems_of(ROOT / "content", base_url="https://preview.example.org/17")
    assert [p for p in asked if p.rule.id == "unlisted-link"] == []
