"""What fields are called, in messages and on pages."""

import pytest

from disclosure.judge.field_words import capital, field_words

CASES = [
    ("goal", "整改目标", "goal"),
    ("record", "全部内容", "all of it"),
    ("deadline/text", "整改时限 · 内容", "deadline, text"),
    ("measure/m1", "措施 m1", "measure m1"),
    ("measure/m1/text", "措施 m1 · 内容", "measure m1, text"),
    ("measure/m1/by", "措施 m1 · 时限", "measure m1, by"),
    ("measures", "措施的次序", "order of the measures"),
    ("update/2018-09/pace", "进展 2018-09 · 序时进度", "report 2018-09, pace"),
    ("extension/2018-07-20", "延期 2018-07-20", "extension 2018-07-20"),
    ("closure/1/accepted", "验收", "acceptance"),
    ("closure/2/accepted", "验收（第2轮）", "acceptance (round 2)"),
    ("closure/2/notice/objections", "公示（第2轮） · 异议", "public notice (round 2), objections"),
    ("value/2018", "数据 2018", "value 2018"),
    ("deadline/stages/0/text", "整改时限 · 阶段 · 1 · 内容", "deadline, stage, 1, text"),
    ("channel/hotline/hours", "举报渠道 hotline · 受理时间", "channel hotline, hours"),
    ("something_new", "something_new", "something_new"),
]


@pytest.mark.parametrize(("path", "zh", "en"), CASES)
def test_a_field_is_called_by_its_path(path: str, zh: str, en: str) -> None:
    words = field_words(path)
    assert (words.zh, words.en) == (zh, en)


def test_a_name_at_the_beginning_of_a_line_is_capital() -> None:
    assert capital(field_words("goal")).en == "Goal"
