"""Charts as geometry: everything inside the frame, gaps left open, the order of time kept."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from disclosure.plan.model import Home
from disclosure.show.charts import slip_bars, strip_of
from disclosure.show.line_charts import HEIGHT, LineChart, line_chart
from tests.judge.test_indicators import indicator_of

DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))


def chart_of(case: dict[str, Any]) -> LineChart:
    chart = line_chart(indicator_of(case))
    assert chart is not None
    return chart


@given(st.lists(st.tuples(st.sampled_from(["due", "done"]), DAYS), max_size=6), DAYS)
def test_a_strip_stays_in_its_frame_and_in_order(marks: list[tuple[str, date]], day: date) -> None:
    days = [d for _, d in marks]
    spans = [("promised", min(days), max(days))] if days else []
    strip = strip_of(marks, spans, day, lambda d: Markup(d.isoformat()))
    places = [Decimal(mark.at) for mark in strip.marks]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert [str(m.day) for m in strip.marks] == sorted(d.isoformat() for d in [*days, day])
    assert len(strip.ticks) <= 8
    assert all(Decimal(bar.width) >= 0 for bar in strip.bars)


def test_slips_share_one_scale_and_a_step_back_is_seen() -> None:
    long, short, back = slip_bars([[100, 100], [50], [100, -40]])
    assert [(b.at, b.width, b.kind) for b in long] == [("0.00", "50.00", "odd"), ("50.00", "50.00", "even")]
    assert [(b.at, b.width, b.kind) for b in short] == [("0.00", "25.00", "odd")]
    assert [(b.at, b.width, b.kind) for b in back] == [
        ("0.00", "50.00", "odd"), ("30.00", "20.00", "earlier"),
    ]  # fmt: skip
    (earlier,) = slip_bars([[-30]])
    assert [(b.at, b.width, b.kind) for b in earlier] == [("0.00", "100.00", "earlier")]


def test_a_year_without_data_is_a_gap_in_the_line() -> None:
    target = {"operator": "at_most", "value": "35", "by": "2020"}
    whole = chart_of({"target": target, "values": [["2016", "40"], ["2017", "39"], ["2018", "38"]]})
    broken = chart_of({"target": target, "values": [["2016", "40"], ["2018", "38"]]})
    assert (len(whole.strokes), len(broken.strokes)) == (2, 0)
    assert [dot.kind for dot in broken.dots] == ["value", "latest", "target"]


def test_quarters_and_halves_join_where_they_touch() -> None:
    values = [["2018-H1", "1"], ["2018-Q3", "2"], ["2018-Q4", "3"], ["2019-Q2", "4"]]
    chart = chart_of({"target": {"operator": "at_least", "value": "9", "by": "2020"}, "values": values})
    assert len(chart.strokes) == 2


def test_values_that_add_up_are_drawn_as_sums_towards_the_target() -> None:
    target = {"operator": "at_least", "value": "11", "from": "2016", "by": "2020"}
    chart = chart_of({"cumulative": "true", "target": target, "values": [["2016", "5"], ["2017", "6.5"]]})
    assert [dot.text for dot in chart.dots] == ["5", "11.5", "11"]
    assert chart.path is not None
    assert Decimal(chart.path.y1) > Decimal(chart.path.y2)


def test_classes_stand_best_on_top() -> None:
    case = {"type": "class", "target": {"operator": "at_least", "value": "Ⅲ", "by": "2020"}}
    chart = chart_of(case | {"values": [["2017", "劣Ⅴ"], ["2018", "Ⅱ"]]})
    worst, better = chart.dots[0], chart.dots[1]
    assert Decimal(better.y) < Decimal(worst.y)
    assert [level.label for level in chart.levels] == ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"]


def test_what_has_no_value_or_no_height_has_no_chart() -> None:
    target = {"operator": "at_most", "value": "35", "by": "2020"}
    assert line_chart(indicator_of({"target": target})) is None
    yes = {"type": "yes_no", "target": {"operator": "exactly", "value": "yes", "by": "2020"}}
    assert line_chart(indicator_of(yes | {"values": [["2018", "no"]]})) is None


NUMBERS = st.decimals(-1000, 100000, places=1).map(str)


@pytest.mark.parametrize("operator", ["at_most", "at_least", "exactly", "no_worse_than_baseline"])
@given(values=st.lists(NUMBERS, min_size=1, max_size=8), goal=NUMBERS)
def test_everything_stands_inside_the_frame(operator: str, values: list[str], goal: str) -> None:
    case = {"target": {"operator": operator, "value": goal, "by": "2020"}, "baseline": ["2009", goal]}
    case |= {"values": [[str(2010 + n), value] for n, value in enumerate(values)]}
    indicator = replace(indicator_of(case), home=Home(file="a", plan="p", id="a"))
    chart = line_chart(indicator)
    assert chart is not None
    assert all(0 <= Decimal(dot.x) <= 100 and 0 <= Decimal(dot.y) <= HEIGHT for dot in chart.dots)
    assert 2 <= len(chart.levels) <= 8
    assert chart == line_chart(indicator)
