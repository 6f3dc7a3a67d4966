"""What the plan promises in numbers, classes, or yes and no: the index, and each indicator."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from ...judge.indicators import judge_indicator, known_values
from ...judge.story import Story
from ...plan.indicator_model import Indicator
from ...plan.registry import PlanFolder
from ...read.markdown import headings_of
from .. import urls
from ..days import period_words
from ..frame import Crumb, PageFacts
from ..line_charts import SMALL, LineChart, line_chart
from ..voice import Link, Voice
from ..words import same
from .ledger_lines import PageLedger, page_ledger


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueLine:
    period: str
    value: Markup
    published: Markup | None
    source: Markup | None
    is_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorLine:
    """A line of the index. `latest` is what is compared with the target (the sum of values that add up),
    None while no value is known."""

    link: Link
    scope: Markup | None
    target: Markup
    by: Markup | None
    latest: Markup | None
    latest_period: str | None
    standing: str
    is_late: bool
    chart: LineChart | None
    has_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorsView:
    plan: Link
    groups: tuple[tuple[str, tuple[IndicatorLine, ...]], ...]
    count: int
    without_value_count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorView:
    name: Markup
    type: str
    scope: Markup | None
    unit: Markup | None
    target: Markup
    by: Markup | None
    words_of_plan: Markup | None
    baseline: Markup | None
    classes: tuple[Markup, ...]
    is_cumulative: bool
    is_lower_better: bool
    promise: Link | None
    items: tuple[Link, ...]
    values: tuple[ValueLine, ...]
    standing: str
    is_late: bool
    rule: Markup
    compared: Markup | None
    chart: LineChart | None
    chart_words: Markup
    method_href: str
    has_sample: bool
    ledger: PageLedger


def target_words(voice: Voice, indicator: Indicator) -> Markup:
    """The target in words: at most 35 µg/m³; yes-or-no targets in the plan's own words."""
    target, words = indicator.target, voice.words.target
    if indicator.type == "yes_no":
        return voice.say(target.text) if target.text else voice.say(indicator.name)
    value = _value(voice, indicator, target.value) if target.value is not None else Markup("")
    upper = _value(voice, indicator, str(target.upper)) if target.upper else Markup("")
    gaps = {"value": value, "upper": upper, "low": Markup(escape(target.value or ""))}
    phrase: Markup = words[f"class_{target.operator}" if indicator.type == "class" else target.operator]
    said = phrase.format(**gaps)
    said = words.each_year.format(target=said) if target.each_year else said
    return words.cumulative.format(target=said) if indicator.cumulative else said


def by_words(voice: Voice, indicator: Indicator) -> Markup | None:
    """When it is due, as a day or a span; None where the plan names no date."""
    target, words = indicator.target, voice.words.target
    if target.by is None:
        return None
    if target.from_ is not None:
        gaps = {"first": period_words(target.from_, voice.lang), "last": period_words(target.by, voice.lang)}
        return Markup(words.span.format(**gaps))
    return voice.day(target.by.last)


def _value(voice: Voice, indicator: Indicator, value: str) -> Markup:
    """A value with its unit, or the word for yes and no. Percent signs stand close to the number in
    Chinese and English alike; other units follow a thin space."""
    if indicator.type == "yes_no":
        return Markup(voice.words.answer[value])
    number = escape(value.replace("-", "−"))
    if indicator.unit is None:
        return voice.quote(value) if indicator.type == "class" else number
    unit = voice.say(indicator.unit)
    gap = "" if indicator.unit.zh.startswith(("%", "‰")) else "\u202f"
    return Markup('<span class="quantity">{}{}{}</span>').format(number, gap, unit)


def has_sample_values(indicator: Indicator) -> bool:
    return any(v.sample for v in indicator.values)


def indicators_facts(voice: Voice) -> PageFacts:
    folder, words = voice.registry.plan_folder(voice.plan), voice.words.indicators
    plan = folder.plan
    days = [v.date for i in folder.indicators for v in i.values if v.date]
    return PageFacts(
        title=same(words.title),
        description=same(words.description),
        crumbs=(Crumb(tail=urls.plan_tail(plan.id), words=voice.plan_name(plan.id)),),
        changed_on=max(days, default=plan.published or plan.issued),
        has_sample=any(map(has_sample_values, folder.indicators)),
        menu="indicators",
    )


def indicators_view(voice: Voice) -> IndicatorsView:
    folder = voice.registry.plan_folder(voice.plan)
    kinds = ("number", "class", "yes_no")
    ordered = in_order_of_plan(folder)
    groups = tuple((k, tuple(indicator_line(voice, i) for i in ordered if i.type == k)) for k in kinds)
    return IndicatorsView(
        plan=voice.link(urls.plan_tail(folder.id), voice.say(folder.plan.title)),
        groups=tuple((k, lines) for k, lines in groups if lines),
        count=len(folder.indicators),
        without_value_count=sum(1 for i in folder.indicators if not i.values),
    )


def in_order_of_plan(folder: PlanFolder) -> list[Indicator]:
    """The indicators in the order in which the plan makes its promises; those without a place last."""
    places = [s.id for s in folder.sections]
    for section in folder.sections:
        places += [f"{section.id}#{anchor}" for _, _, anchor in headings_of(section.body.zh) if anchor]
    order = {place: number for number, place in enumerate(places)}
    return sorted(folder.indicators, key=lambda i: (order.get(i.anchor or "", len(order)), i.id))


def indicator_line(voice: Voice, indicator: Indicator) -> IndicatorLine:
    judged = judge_indicator(indicator, voice.registry.as_of)
    return IndicatorLine(
        link=voice.link(urls.indicator_tail(voice.plan, indicator.id), voice.say(indicator.name)),
        scope=voice.say(indicator.scope) if indicator.scope else None,
        target=target_words(voice, indicator),
        by=by_words(voice, indicator),
        latest=_value(voice, indicator, judged.value) if judged.value is not None else None,
        latest_period=period_words(judged.period, voice.lang) if judged.period else None,
        standing=judged.standing,
        is_late=judged.is_late,
        chart=line_chart(indicator, SMALL),
        has_sample=has_sample_values(indicator),
    )


def indicator_facts(voice: Voice, indicator: Indicator) -> PageFacts:
    plan = voice.registry.plan_folder(voice.plan).plan
    days = [v.date for v in indicator.values if v.date]
    return PageFacts(
        title=indicator.name,
        description=indicator.target.text or indicator.name,
        crumbs=(
            Crumb(tail=urls.plan_tail(plan.id), words=voice.plan_name(plan.id)),
            Crumb(tail=urls.indicators_tail(plan.id), words=voice.words.nav.indicators),
        ),
        changed_on=max(days, default=plan.published or plan.issued),
        has_sample=has_sample_values(indicator),
        menu="indicators",
    )


def indicator_view(voice: Voice, indicator: Indicator, story: Story) -> IndicatorView:
    base = indicator.baseline
    judged = judge_indicator(indicator, voice.registry.as_of)
    return IndicatorView(
        name=voice.say(indicator.name),
        type=indicator.type,
        scope=voice.say(indicator.scope) if indicator.scope else None,
        unit=voice.say(indicator.unit) if indicator.unit else None,
        target=target_words(voice, indicator),
        by=by_words(voice, indicator),
        words_of_plan=voice.say(indicator.target.text) if indicator.target.text else None,
        baseline=_baseline(voice, indicator) if base else None,
        classes=tuple(voice.quote(c) for c in indicator.classes),
        is_cumulative=indicator.cumulative,
        is_lower_better=bool(indicator.lower_is_better),
        promise=_promise(voice, indicator),
        items=tuple(voice.link(urls.item_tail(voice.plan, i), voice.item_name(i)) for i in indicator.items),
        values=_values(voice, indicator),
        standing=judged.standing,
        is_late=judged.is_late,
        rule=voice.say(judged.rule.text),
        compared=_value(voice, indicator, judged.value) if judged.value is not None else None,
        chart=line_chart(indicator),
        chart_words=_chart_words(voice, indicator),
        method_href=urls.link(voice.tail, f"{urls.METHOD}#{judged.rule.id}"),
        has_sample=has_sample_values(indicator),
        ledger=page_ledger(voice, [story]),
    )


def _baseline(voice: Voice, indicator: Indicator) -> Markup | None:
    base = indicator.baseline
    if base is None:
        return None
    gaps = {"value": _value(voice, indicator, base.value), "period": period_words(base.period, voice.lang)}
    said = Markup(voice.words.target.baseline.format(**gaps))
    return said + voice.words.punctuation.comma + voice.say(base.source) if base.source else said


def _chart_words(voice: Voice, indicator: Indicator) -> Markup:
    """What the chart shows, for those who do not see it; the table beside it has the numbers."""
    values, words = known_values(indicator), voice.words.chart
    judged = judge_indicator(indicator, voice.registry.as_of)
    if not values:
        return Markup("")
    first, last = (period_words(v.period, voice.lang) for v in (values[0], values[-1]))
    target = target_words(voice, indicator).striptags()
    gaps = {"n": len(values), "first": first, "last": last, "target": target, "value": judged.value}
    return Markup(words.line.format(**gaps))


def _promise(voice: Voice, indicator: Indicator) -> Link | None:
    """Where the plan makes the promise."""
    if indicator.anchor is None:
        return None
    section, _, part = indicator.anchor.partition("#")
    folder = voice.registry.plan_folder(voice.plan)
    title = next(s.title for s in folder.sections if s.id == section)
    return voice.link(f"{urls.plan_tail(voice.plan)}#{part or section}", voice.say(title))


def _values(voice: Voice, indicator: Indicator) -> tuple[ValueLine, ...]:
    return tuple(
        ValueLine(
            period=period_words(v.period, voice.lang),
            value=_value(voice, indicator, v.value),
            published=voice.day(v.date) if v.date else None,
            source=voice.say(v.source) if v.source else None,
            is_sample=v.sample,
        )
        for v in sorted(indicator.values, key=lambda v: v.period.last)
    )
