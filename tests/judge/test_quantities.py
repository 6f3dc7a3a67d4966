"""Figures, units and comparisons in both languages: what differs is found, what only looks different is not."""

import time

import pytest

from disclosure.judge.number_words import spoken_chinese, spoken_english
from disclosure.judge.quantities import mismatches
from tests.repos import Repository
from tests.trees import ROOT, problems_of

# Chinese, English, what is told: kind and words.
WRONG = [
    ("降到35微克以下", "falls below 3.5 µg", ["number 35", "number 3.5"]),
    ("日处理11万立方米", "treats 11,000 m³ a day", ["number 11万", "number 11,000"]),
    ("达到90%以上", "reaches at least 90", ["percent 90%"]),
    ("新造林300亩以上", "at least 300 hectares of forest", ["unit 亩"]),
    ("不低于35%", "at most 35%", ["comparison 不低于35%", "comparison at most 35"]),
    ("20蒸吨以下", "of 20 t/h or more", ["comparison 20蒸吨以下"]),
    ("Ⅲ类以上", "Class IV or better", ["number III"]),
    ("2018年2月28日", "28 March 2018", ["number 2"]),
    ("2018年6月", "June 2019", ["number 2018", "number 2019"]),
    ("共12台", "12 or 13 boilers", ["number 13"]),
    ("共12台", "boilers", ["number 12"]),
    ("投资1.5亿元", "CNY 15 million", ["number 1.5亿", "number 15 million"]),
    ("日处理11万立方米", "treats 11 m³ a day", ["number 11万", "number 11"]),
    ("三十五家企业", "53 enterprises", ["number 三十五", "number 53"]),
    ("达到百分之九十", "reach 19 per cent", ["number 90%", "number 19 per cent"]),
    ("达到百分之九十", "reach 90", ["percent 90%"]),
    ("百分之九十九点五", "95.5%", ["number 99.5%", "number 95.5%"]),
    ("达到90", "reach 90%", ["percent 90%"]),
    ("提高3个百分点", "rises by 3 per cent", ["percent 3 per cent", "unit 个百分点"]),
    ("2018年6月5日", "6 May 2018", ["date 6月5日", "date 6 May"]),
    ("2018-06-05", "6 May 2018", ["date 2018-06-05", "date 6 May"]),
    ("2018年6月5日至7日", "from 5 to 8 June 2018", ["number 7", "number 8"]),
    ("2013-2017年", "2013–2018", ["number 2017", "number 2018"]),
    ("近30家", "nearly 300", ["number 30", "number 300"]),
    ("不超过35%", "at least 35%", ["comparison at least 35", "comparison 不超过35%"]),
    ("超过30%", "below 30%", ["comparison 超过30%"]),
    ("低于30%", "above 30%", ["comparison 低于30%"]),
    ("降到30%", "at least 30%", ["comparison at least 30"]),
    ("30天", "at most 30 days", ["comparison at most 30"]),
    ("排水管300米", "300 km of drains", ["unit 米"]),
    ("面积3平方公里", "an area of 3 ha", ["unit 平方公里"]),
    ("下午5时", "7 p.m.", ["number 17", "number 19"]),
]
RIGHT = [
    ("降到35微克/立方米以下", "falls to 35 µg/m³ or less"),
    ("PM2.5平均浓度", "mean PM2.5"),
    ("日处理11万立方米", "treats 110,000 m³ a day"),
    ("日处理11万立方米", "treats 110 thousand m³ a day"),
    ("投资1.5亿元", "CNY 150 million"),
    ("２０１８年６月２１日", "21 June 2018"),
    ("2018年第三季度", "the third quarter of 2018"),
    ("2018年上半年", "the first half of 2018"),
    ("“十三五”期间", "during the 13th Five-Year Plan"),
    ("二〇一八年底前", "by the end of 2018"),
    ("三十五家企业", "35 enterprises"),
    ("35家企业", "thirty-five enterprises"),
    ("工作日9时至17时30分", "9:00 to 17:30 on working days"),
    ("达到百分之九十", "reach 90 per cent"),
    ("达到90%以上", "at least 90 per cent"),
    ("Ⅲ类以上", "Class III or better"),
    ("劣Ⅴ类", "inferior to Class V"),
    ("（金委办发〔2014〕66号）", "(金委办发〔2014〕66号)"),
    ("以上问题", "the problems named"),
    ("2013-2017年", "2013-2017"),
    ("新造林300亩", "300 mu (1 mu is 1/15 of a hectare)"),
    ("见[公示](https://example.gov.cn/2019/17.html)", "See the [notice](https://example.gov.cn/en/3.html)"),
    ("[[item:02]]第2项", "[[item:02|item 2]]"),
    ("一是勇当标尖", "First, take the lead"),
    ("12369热线", "hotline 12369"),
    ("达到百分之九十", "reach 90%"),
    ("百分之九十九点五", "99.5%"),
    ("提高3个百分点", "rises by 3 percentage points"),
    ("30余家企业", "more than 30 enterprises"),
    ("30多家企业", "over 30 enterprises"),
    ("约30家", "about 30"),
    ("近三十家", "nearly 30"),
    ("三百余家", "some 300 enterprises"),
    ("2018年6月5日至7日", "5–7 June 2018"),
    ("2018年6月5日至7月7日", "from 5 June to 7 July 2018"),
    ("2018-06-05", "June 5, 2018"),
    ("6月5日、7日", "5 and 7 June"),
    ("35-40家", "between 35 and 40"),
    ("二至三成", "twenty to thirty per cent"),
    ("不得超过35微克", "must not exceed 35 µg"),
    ("不能低于90%", "no lower than 90%"),
    ("高于90%", "above 90%"),
    ("小于3%", "less than 3%"),
    ("30日以内", "within 30 days"),
    ("30日内", "within 30 days"),
    ("30日内", "in at most 30 days"),
    ("控制在35以下", "kept at or below 35"),
    ("达到35", "reaches at least 35"),
    ("半年一次", "once every 6 months"),
    ("下午5时", "17:00"),
    ("17:30", "5:30 p.m."),
    ("日处理110000立方米", "treats 110 000 m³ a day"),
    ("电话0579-12345678", "telephone +86 579-12345678"),
    ("二十一项", "21 items"),
    ("3米以上", "3 m or more"),
    ("5000万元", "CNY 50 million"),
    ("两年", "2 years"),
    ("Ⅲ类（含）以上", "at least Class III"),
    ("", ""),
]


@pytest.mark.parametrize(("zh", "en", "told"), WRONG)
def test_what_differs_is_found(zh: str, en: str, told: list[str]) -> None:
    assert [f"{m.kind} {m.what}" for m in mismatches(zh, en)] == told


@pytest.mark.parametrize(("zh", "en"), RIGHT)
def test_what_only_looks_different_is_not(zh: str, en: str) -> None:
    assert list(mismatches(zh, en)) == []


def test_numerals_mean_what_they_say() -> None:
    assert {35, 2018, 110000} <= {
        int(n) for text in ("三十五", "二〇一八", "十一万") for n in spoken_chinese(text)
    }
    assert {21, 3, 6, 12} <= {int(n) for n in spoken_english("Twenty-one, the third of June, a dozen")}


def test_an_exception_needs_its_reason(tmp_path: object) -> None:
    repository = Repository(tmp_path / "repository")  # type: ignore[operator]
    repository.write("plans/demo/items/01.yaml", "goal: {zh: 共12台, en: 13 boilers}\n")
    found = [p for p in problems_of(repository.content) if p.rule.id == "number-parity"]
    places = [(p.anchor.position.line, p.anchor.position.column) for p in found if p.anchor.position]
    assert list(zip(places, [p.message("en") for p in found], strict=True)) == [
        ((1, 12), "the number “13” stands in the English alone"),
        ((1, 13), "the number “12” stands in the Chinese alone"),
        ((1, 22), "the number “12” stands in the Chinese alone"),
        ((1, 22), "the number “13” stands in the English alone"),
    ]
    repository.write(
        "site.yaml",
        "parity:\n  allow:\n    - {value: '12', reason: 演示}\n    - {value: '13', reason: 演示}\n",
    )
    assert [p for p in problems_of(repository.content) if p.rule.id == "number-parity"] == []


@pytest.mark.parametrize("content", ["content", "tests/corpus/every-state"])
def test_whole_trees_raise_no_false_alarm(content: str) -> None:
    found = problems_of(ROOT / content, history="off")
    assert [p.message("en") for p in found if p.rule.id == "number-parity"] == []


@pytest.mark.parametrize(
    "piece", ["](", "{#", "[[a:", "1 ", "1,", "一", "十", "不", "百分之", "(1 a", "不1", "1-", "+86"]
)
def test_no_run_of_signs_holds_it_up(piece: str) -> None:
    """Texts of the greatest length that a line may have."""
    text = (piece * 50_000)[:100_000]
    start = time.perf_counter()
    list(mismatches(text, text + " 5"))
    assert time.perf_counter() - start < 10
