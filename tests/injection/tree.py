"""Content in which a vector stands in every text field and every body, one record of each kind a vector.

What the checks refuse is found out first, each vector in a file of its own; the tree holds what they let pass.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.repos import Repository
from tests.trees import problems_of

ITEMS, NOTICES = "plans/demo/items", "notices"
Vectors = Mapping[str, str]  # by a number of three digits


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def both(text: str) -> str:
    return f"{{zh: {quoted('甲' + text)}, en: {quoted('x ' + text)}}}"


def plain_item(number: str, v: str) -> str:
    """All fields of an item that are no Markdown."""
    t = both(v)
    return f"""id: "{number}"
source_number: {quoted(v)}
origin: {{inspection: {t}, batch: {quoted(v)}, number: {quoted(v)}}}
title: {t}
category: water
finding: {t}
lead: [bureau]
responsible: {t}
deadline: {{text: {t}, kind: by, by: 2018-09}}
goal: {t}
measures:
  - {{id: m1, text: {t}, evidence: [{{file: a.txt, title: {t}}}, {{url: "https://www.gov.cn/", title: {t}}}]}}
extensions:
  - {{from: 2018-09, to: 2018-10, date: 2018-09-20, approved_by: bureau, document: {quoted(v)}, reason: {t}}}
supervision:
  - {{date: 2018-09-25, kind: order, by: bureau, text: {t}}}
closure:
  applied: 2018-10-08
  accepted: {{date: 2018-10-09, by: bureau, text: {t}, evidence: [{{file: a.txt, title: {t}}}]}}
  notice: {{from: 2018-10-10, to: 2018-10-16, length: 5, unit: calendar_days, objections: 1, handling: {t}}}
  closed: {{date: 2018-10-18, by: bureau}}
  reopened: {{date: 2018-11-01, by: bureau, reason: {t}}}
"""


def update(v: str) -> str:
    """The Markdown field of an item, with a rating that names a document."""
    block = f"前文\n\n甲{v}\n\n- 乙{v}\n\n## 题{v}\n".replace("\n", "\n        ")
    return f"""updates:
  - id: a
    date: 2018-07-01
    by: bureau
    reports: progress
    rating: {{value: yellow, by: bureau, document: {quoted(v)}}}
    text:
      zh: |
        {block}
      en: |
        {block}
"""


def document(v: str, extra: str = "", is_section: bool = False) -> str:
    """A text of Markdown; with a heading, but in a section, whose anchors must differ in all of the plan."""
    heading = "" if is_section else f"## 题{v}\n\n"
    return f"---\ntitle: {quoted('题' + v)}\n{extra}---\n前文\n\n甲{v}\n\n> 乙{v}\n\n{heading}| 丙 | 丁 |\n| --- | --- |\n| 戊 | 己 |\n"


def _write(content: Path, file: str, text: str) -> None:
    path = content / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def accepted(content: Path, vectors: Vectors) -> tuple[Vectors, Vectors, Mapping[str, set[str]]]:
    """The vectors that may stand in a field, those that may stand in Markdown, and for each of the rest what
    refuses it. `content` is left with all of them."""
    for number, v in vectors.items():
        _write(content, f"{ITEMS}/{number}.yaml", plain_item(number, v))
        for lang in ("zh", "en"):
            head = "date: 2018-07-01\n" if lang == "zh" else ""
            _write(content, f"{NOTICES}/2018-07-01-v{number}.{lang}.md", document(v, head))
    refused: dict[str, set[str]] = {}
    for problem in problems_of(content):
        if problem.is_error:
            refused.setdefault(problem.anchor.file, set()).add(problem.rule.id)
    fields = {n: v for n, v in vectors.items() if f"{ITEMS}/{n}.yaml" not in refused}
    files = [f"{NOTICES}/2018-07-01-v{{}}.{lang}.md" for lang in ("zh", "en")]
    bodies = {n: v for n, v in fields.items() if not any(f.format(n) in refused for f in files)}
    return fields, bodies, refused


def _named(vectors: Vectors, make: Callable[[str, str], str]) -> str:
    return "".join(make(number, v) for number, v in vectors.items())


def fill(repository: Repository, fields: Vectors, bodies: Vectors) -> None:
    """Everything in one tree, with a past: each item was published in plain words and then changed."""
    content = repository.content
    for path in (*content.glob(f"{ITEMS}/[0-9][0-9][0-9].yaml"), *content.glob(f"{NOTICES}/*.md")):
        path.unlink()
    repository.write("site.yaml", "as_of: 2018-12-31\nembed: true\n")
    for number in fields:
        repository.write(f"{ITEMS}/{number}.yaml", plain_item(number, "旧"))
    repository.commit("2018-12-01T12:00:00+08:00")
    _fill_shared(repository, fields)
    for number, v in fields.items():
        text = plain_item(number, v) + (update(v) if number in bodies else "")
        _write(content, f"{ITEMS}/{number}.yaml", text)
    for number, v in bodies.items():
        for lang in ("zh", "en"):
            head = "date: 2018-07-01\n" if lang == "zh" else ""
            _write(content, f"{NOTICES}/2018-07-01-v{number}.{lang}.md", document(v, head))
            _write(content, f"plans/demo/text/{number}-v.{lang}.md", document(v, is_section=True))
            if number in list(fields)[::20]:
                _write(content, f"pages/v{number}.{lang}.md", document(v))  # all of them stand in every menu
    for number, v in fields.items():
        note = f"date: 2018-12-10\nplan: demo\nitems: [{quoted(number)}]\nnote: {both(v)}\n"
        _write(content, f"changes/2018-12-10-v{number}.yaml", note)
    repository.commit("2018-12-10T12:00:00+08:00")


def _fill_shared(repository: Repository, fields: Vectors) -> None:
    units = _named(fields, lambda n, v: f"u{n}: {{name: {both(v)}, short: {both(v)}, kind: group}}\n")
    path = repository.content / "units.yaml"
    path.write_text(path.read_text("utf-8") + units, "utf-8")
    terms = _named(fields, lambda n, v: f"t{n}: {{term: {both(v)}, definition: {both(v)}}}\n")
    _write(repository.content, "glossary.yaml", terms)
    # What stands on every page: the kinds of vector by turns.
    some = dict(list(fields.items())[::20])
    channels = _named(
        some,
        lambda n, v: f"  - {{id: c{n}, name: {both(v)}, kind: post, value: {quoted(v)}, hours: {both(v)}}}\n",
    )
    all_of_them = both(" ".join(some.values()))
    repository.write("site.yaml", f"name: {all_of_them}\nchannels:\n{channels}")
    every = quoted(" ".join(some.values()))
    units_of_plan = ", ".join(f"u{n}" for n in fields)
    repository.write(
        "plans/demo/plan.yaml",
        f"title: {all_of_them}\nissuers: [{units_of_plan}]\ntopic: {all_of_them}\ndocument_number: {every}\nindex_number: {every}\n"
        f"inspection: {{name: {all_of_them}, round: {all_of_them}, level: other}}\n"
        f"restatement: true\noriginal: {{title: {all_of_them}, publisher: {all_of_them}, url: 'https://www.gov.cn/'}}\n",
    )
    for number, v in fields.items():
        _write(
            repository.content,
            f"plans/demo/indicators/v{number}.yaml",
            f"name: {both(v)}\nunit: {both(v)}\ntype: number\ntarget: {{operator: at_most, value: 10, by: 2018, text: {both(v)}}}\n"
            f"values: [{{period: 2017, value: 12, source: {both(v)}}}]\n",
        )
