"""An invented place with a past: every kind of change of what was published, in a real repository."""

import re
import shutil
from pathlib import Path

from tests.repos import Repository
from tests.trees import EVERY_STATE

PLAN = "plans/yundu-2019"
LONG_TEXT = (
    "Draw up a plan of restoration for each of the three quarries, have it reviewed, and publish it together with "
    "the budget, the schedule of planting and the body that looks after the ground in the ten years after."
)


class Past:
    """Writes the past of a repository, one day after the other."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(EVERY_STATE, folder / "content")
        self.repository = Repository(folder)
        self.repository.swap("site.yaml", "public: false", "public: true")
        self._count = 0

    @classmethod
    def of(cls, repository: Repository) -> "Past":
        """One that goes on where another ended."""
        made = cls.__new__(cls)
        made.repository, made._count = repository, 1000
        return made

    def commit(self, day: str, hour: int = 10) -> None:
        self.repository.commit(f"{day}T{hour:02}:00:00+08:00")

    def swap(self, file: str, old: str, new: str) -> None:
        self.repository.swap(file, old, new)

    def note(self, day: str, what: str, zh: str, en: str, more: str = "") -> None:
        """A change note; `what` names its objects as one line of YAML."""
        self._count += 1
        text = f"date: {day}\nplan: yundu-2019\n{what}\nnote:\n  zh: {zh}\n  en: {en}\n{more}"
        self.repository.write(f"changes/{day}-{self._count}.yaml", text)

    def item(self, ident: str, old: str, new: str) -> None:
        self.swap(f"{PLAN}/items/{ident}.yaml", old, new)


def past(folder: Path) -> Repository:
    """The repository, with 17 commits of which each changes something else."""
    made = Past(folder)
    made.commit("2021-01-15")
    _goals_and_deadlines(made)
    _reports_and_values(made)
    _words_and_units(made)
    _withdrawn_and_moved(made)
    return made.repository


def _goals_and_deadlines(made: Past) -> None:
    made.item("05", "出水达标。, en: The works", "出水稳定达到一级A标准。, en: The works")
    made.item("05", "their discharge meets the standard", "their discharge meets Class 1A throughout")
    made.note("2021-02-03", 'items: ["05"]', "整改目标写明排放标准。", "The goal now names the standard.")
    made.commit("2021-02-03")
    made.item("13", "deadline: 长期坚持", "deadline: 2022年底前完成，长期坚持")
    made.note(
        "2021-02-20", 'records: ["13/deadline"]', "抄录时漏了期限。", "The date had been left out in copying."
    )
    made.commit("2021-02-20")
    extension = "  - {from: 2021-03, to: 2021-06, date: 2021-03-20, approved_by: county-government, reason: {zh: 设备到货推迟。, en: The equipment came late.}}"
    path = made.repository.content / PLAN / "items" / "06.yaml"
    path.write_text(path.read_text("utf-8") + f"extensions:\n{extension}\n", "utf-8")
    made.commit("2021-03-22")


def _reports_and_values(made: Past) -> None:
    made.swap(f"{PLAN}/indicators/pm25.yaml", "value: 46", "value: 45")
    made.note(
        "2021-03-30",
        "indicators: [pm25]",
        "2018年数据按公报更正。",
        "The value of 2018 is corrected from the bulletin.",
    )
    made.commit("2021-03-30")
    made.item("02", "已淘汰4台，未达到", "已淘汰5台，未达到")
    made.item("02", "en: 4 are removed", "en: 5 are removed")
    made.note(
        "2021-04-08",
        'records: ["02/update/2019-h2"]',
        "台数由4台更正为5台，原统计有遗漏。",
        "The number of boilers is corrected from 4 to 5; one had been left out.",
    )
    made.commit("2021-04-08")
    made.item(
        "13",
        "en: Draw up a plan of restoration.}",
        f'en: "{LONG_TEXT}"}}',
    )
    made.item(
        "13", "zh: 编制修复方案。", "zh: 逐处编制修复方案，经评审后连同预算、绿化计划和十年管护单位一并公布。"
    )
    made.note("2021-04-19", 'items: ["13"]', "措施写细。", "The measure is spelt out.")
    made.commit("2021-04-19")


def _words_and_units(made: Past) -> None:
    made.item("06", "lead: [urban-bureau]", "lead: [urban-bureau, environment-bureau]")
    made.note("2021-04-26", 'items: ["06"]', "增加责任单位。", "A responsible unit is added.")
    made.commit("2021-04-26")
    made.item("08", "家具企业废气治理设施不完善", "家具企业喷漆废气治理设施不完善")
    made.note("2021-05-06", 'items: ["08"]', "题目更明白。", "A clearer title.", "minor: true\n")
    made.commit("2021-05-06")
    made.item(
        "08",
        "Furniture makers without proper treatment of fumes",
        "Furniture makers without proper treatment of paint fumes",
    )
    made.commit("2021-05-12")
    made.swap(f"{PLAN}/text/01-aims.zh.md", "明显改善", "持续改善")
    made.note("2021-05-20", "text: [01-aims]", "按原件更正用词。", "A word is corrected from the original.")
    made.commit("2021-05-20")
    made.swap(f"{PLAN}/plan.yaml", "云政发〔2019〕7号", "云政发〔2019〕17号")
    made.note("2021-05-28", "records: [plan]", "发文字号更正。", "The document number is corrected.")
    made.commit("2021-05-28", hour=20)
    made.swap(f"{PLAN}/plan.yaml", "report_within_days: 15", "report_within_days: 10")
    made.note(
        "2021-05-28",
        "records: [plan]",
        "报告期限按原件更正。",
        "The days for a report are corrected from the original.",
    )
    made.commit("2021-05-27")  # a slow clock


def _withdrawn_and_moved(made: Past) -> None:
    content = made.repository.content
    made.item(
        "08",
        "  - {id: 2021-06-10, date: 2021-06-10, by: industry-bureau, reports: progress, text: {zh: 尚有2家正在安装设备。, en: 2 are still installing equipment.}}\n",
        "",
    )
    made.repository.write(
        "tombstones.yaml",
        f"- path: {PLAN}/items/08/#update-2021-06-10\n  date: 2021-06-12\n  reason:\n    zh: 误报，以5月7日的报告为准。\n"
        "    en: Reported in error; the report of 7 May stands.\n  approved_by: rectification-office\n",
    )
    made.commit("2021-06-12")
    (content / PLAN / "items" / "12.yaml").unlink()
    tombstones = content / "tombstones.yaml"
    tombstones.write_text(
        tombstones.read_text("utf-8")
        + f"- path: {PLAN}/items/12/\n  date: 2021-06-18\n  reason:\n    zh: 与第11项重复，合并办理。\n"
        "    en: The same as item 11, with which it was merged.\n  approved_by: county-government\n",
        "utf-8",
    )
    made.repository.write("redirects.yaml", f"{PLAN}/items/first/: {PLAN}/items/01/\n")
    made.commit("2021-06-18")


def long_past(folder: Path) -> Repository:
    """130 items of which four fields each were changed at once: 520 entries, more than a page of the archive
    holds."""
    repository = Repository(folder)
    items = repository.content / "plans" / "demo" / "items"
    text = (items / "01.yaml").read_text("utf-8")
    names = [f"{number:03}" for number in range(2, 132)]
    for name in names:
        (items / f"{name}.yaml").write_text(text.replace('id: "01"', f'id: "{name}"'), "utf-8")
    repository.commit("2018-07-01T12:00:00+08:00")
    for name in names:
        path = items / f"{name}.yaml"
        changed = re.sub("(?m)^( +zh: .*)$", rf"\1（第{name}项已核）", path.read_text("utf-8"))
        path.write_text(changed, "utf-8")
    listed = ", ".join(f'"{name}"' for name in names)
    repository.write(
        "changes/2018-09-01-checked.yaml",
        f"date: 2018-09-01\nplan: demo\nitems: [{listed}]\nnote: {{zh: 逐项核对原件。, en: Each checked against the original.}}\n",
    )
    repository.commit("2018-09-01T12:00:00+08:00")
    return repository
