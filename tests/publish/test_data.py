"""Published data: what the pages say can be recomputed from it alone."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from disclosure.publish.records import data_files, version_of


def records(site: Path, kind: str) -> list[dict[str, Any]]:
    data = json.loads((site / "data" / f"{kind}.json").read_text("utf-8"))
    assert list(data) == ["as_of", "data_version", "records"]
    found: list[dict[str, Any]] = data["records"]
    return found


def page(site: Path, lang: str, tail: str) -> str:
    text = (site / lang / tail / "index.html").read_text("utf-8")
    main = text.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main))


def recomputed(items: list[dict[str, Any]], by: str, key: str) -> tuple[int, Counter[str], Counter[str]]:
    """A total from the items alone."""

    def belongs(item: dict[str, Any]) -> bool:
        if by in ("lead", "support"):
            return key in item.get(by, [])
        year = (item["due"] or "none-")[:4]
        return by == "all" or key in (item["category"] if by == "category" else year)

    own = [i for i in items if belongs(i)]
    return len(own), Counter(i["state"] for i in own), Counter(i["timeliness"] for i in own)


def test_totals_follow_from_the_items(site: Path) -> None:
    items = records(site, "items")
    totals = records(site, "totals")
    assert totals
    for total in totals:
        count, states, times = recomputed(items, total["by"], total["key"])
        assert (total["count"], +Counter(total["states"]), +Counter(total["timeliness"])) == (
            count,
            states,
            times,
        )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_say_what_the_data_says(site: Path, lang: str) -> None:
    items = records(site, "items")
    states = Counter(i["state"] for i in items)
    overview = re.findall(r"<b>(\d+)</b> <span>", (site / lang / "index.html").read_text("utf-8"))
    overdue = sum(1 for i in items if i["timeliness"] == "overdue")
    assert overview == [str(n) for n in (len(items), states["closed"], states["in_progress"], overdue)]
    status = page(site, lang, "plans/jinhua-2018/status/")
    of = "{} / {}" if lang == "zh" else "{} of {}"
    for state, count in states.items():
        assert of.format(count, len(items)) in status, state
    for unit in {u for i in items for u in i["lead"]}:
        leads = sum(1 for i in items if unit in i["lead"])
        words = f"共 {leads} 项" if lang == "zh" else f"{leads} item"
        assert words in page(site, lang, f"units/{unit}/")


def test_every_kind_has_its_file_and_every_record_its_plan(site: Path) -> None:
    kinds = {path.stem for path in (site / "data").glob("*.json")}
    assert kinds >= {
        "items",
        "measures",
        "updates",
        "extensions",
        "supervision",
        "closures",
        "totals",
        "units",
    }
    for kind in ("items", "measures", "updates", "extensions", "closures", "indicators", "indicator-values"):
        assert all(r["plan"] == "jinhua-2018" for r in records(site, kind))
    assert [len(records(site, k)) for k in ("items", "extensions", "closures")] == [3, 2, 1]


def test_the_version_changes_with_the_facts_alone() -> None:
    lines = {"items": ['{"id":"01"}'], "units": []}
    again = {"units": [], "items": ['{"id":"01"}']}
    assert version_of(lines) == version_of(again) != version_of({"items": ['{"id":"02"}'], "units": []})
    assert [path for path, _ in data_files(lines, date(2019, 6, 30), version_of(lines))] == [
        "data/items.json",
        "data/units.json",
    ]
