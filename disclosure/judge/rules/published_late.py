"""方案的发布日期不能晚于已有的公开记录：进展、公告不会先于方案公布，本站也不会。

The day of publication of a plan does not lie after what was already public: reports and notices do not come
before their plan, and neither does this site.

PASS plans/demo/plan.yaml
    issued: 2018-06-21
    published: 2018-06-28

FAIL plans/demo/plan.yaml 2:12
    issued: 2018-06-21
    published: 2018-06-01
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...ground.problems import Problem, Rule, Severity
from ...plan.history import RECORD
from ...plan.registry import Registry
from ..ledger import Ledger
from ..rows import ItemRow

RULE = Rule(
    id="published-late",
    zh="发布日期 {day} 与 {other} 的{what_zh}不合",
    en="the day of publication {day} does not fit {what} of {other}",
    fix_zh="核对 published：它是实际发布的那一天，不知道就不写",
    fix_en="check published: it is the day on which the plan was really made public, left out when unknown",
    severity=Severity.WARNING,
)


def check(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    """Publication before the document was made, or after reports or notices about it."""
    for folder in registry.plans:
        plan = folder.plan
        if plan.published is None:
            continue
        at = plan.home.anchor.at("published")
        if plan.published < plan.issued:
            yield RULE.at(
                at, day=plan.published, other=plan.issued, what_zh="成文日期", what="the date of the document"
            )
        reports = [e.day for row in rows if row.plan == folder.id for e in row.events if e.kind == "update"]
        notices = [n.head.date for n in registry.notices if n.head.plan == folder.id]
        if reports and min(reports) < plan.published:
            yield RULE.at(at, day=plan.published, other=min(reports), what_zh="进展", what="a report")
        if notices and min(notices) < plan.published:
            yield RULE.at(at, day=plan.published, other=min(notices), what_zh="公告", what="a notice")


def check_history(registry: Registry, ledger: Ledger) -> Iterator[Problem]:
    """Publication after the day on which this site first had the plan in public."""
    listed = {
        one.revision.plan: one.day
        for one in ledger.judged
        if one.revision.field == RECORD and one.revision.object == "plan"
    }
    for folder in registry.plans:
        published, first = folder.plan.published, listed.get(folder.id, ledger.begins_on)
        if published and first and published > first:
            at = folder.plan.home.anchor.at("published")
            what = {"what_zh": "首次在本站公开的日期", "what": "its first day on this site"}
            yield RULE.at(at, day=published, other=first, **what)
