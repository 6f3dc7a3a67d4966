"""What the fields of an object are called, for messages and pages: one table, in both languages.

The name of a field that lies in a record is that of the record and its own: 进展 2018-09 · 内容.
"""

from __future__ import annotations

from ..plan.text import Text

_NAMES: dict[str, tuple[str, str]] = {
    "accepted": ("验收", "acceptance"),
    "acceptor": ("验收单位", "accepting unit"),
    "anchor": ("方案出处", "place in the plan"),
    "applied": ("申请", "application"),
    "approved_by": ("批准单位", "approved by"),
    "areas": ("所在区域", "where"),
    "baseline": ("基准值", "baseline"),
    "body": ("正文", "text"),
    "by": ("单位", "unit"),
    "category": ("类别", "category"),
    "channel": ("举报渠道", "channel"),
    "classes": ("等级", "classes"),
    "closed": ("销号", "closed"),
    "closure": ("销号", "closure"),
    "cumulative": ("逐年累加", "adding up"),
    "date": ("日期", "date"),
    "deadline": ("整改时限", "deadline"),
    "definition": ("释义", "definition"),
    "document": ("文件", "document"),
    "document_number": ("发文字号", "document number"),
    "done": ("完成日", "done"),
    "evidence": ("佐证材料", "evidence"),
    "extension": ("延期", "extension"),
    "finding": ("反馈问题", "what was found"),
    "from": ("起", "from"),
    "goal": ("整改目标", "goal"),
    "handling": ("处理情况", "handling"),
    "hours": ("受理时间", "hours"),
    "index_number": ("索引号", "index number"),
    "inspection": ("督察", "inspection"),
    "issued": ("成文日期", "date of issue"),
    "issuers": ("发文机关", "issued by"),
    "items": ("相关条目", "items"),
    "kind": ("种类", "kind"),
    "lead": ("责任单位", "responsible units"),
    "lead_named": ("原文写明牵头", "lead named in the original"),
    "length": ("天数", "length"),
    "list_complete": ("清单是否完整", "whether the list is whole"),
    "lower_is_better": ("越低越好", "lower is better"),
    "measure": ("措施", "measure"),
    "measures": ("措施的次序", "order of the measures"),
    "name": ("名称", "name"),
    "note": ("变更说明", "change note"),
    "notice": ("公示", "public notice"),
    "objections": ("异议", "objections"),
    "origin": ("上级清单出处", "place in the upper list"),
    "operator": ("要求", "comparison"),
    "original": ("原件", "original"),
    "pace": ("序时进度", "pace"),
    "period": ("报告期", "period"),
    "plan": ("方案", "plan"),
    "published": ("发布日期", "date of publication"),
    "publisher": ("发布机关", "publisher"),
    "rating": ("评级", "rating"),
    "reason": ("理由", "reason"),
    "record": ("全部内容", "all of it"),
    "reopened": ("撤销销号", "reopening"),
    "report_every": ("报告周期", "rhythm of reports"),
    "report_within_days": ("报告宽限", "days for a report"),
    "reports": ("报告内容", "what is reported"),
    "responsible": ("责任领导", "responsible leader"),
    "restatement": ("是否重述", "whether it is a restatement"),
    "round": ("轮次", "round"),
    "sample": ("示例标记", "mark of a sample"),
    "scope": ("范围", "scope"),
    "short": ("简称", "short name"),
    "source": ("来源", "source"),
    "source_number": ("原文序号", "printed number"),
    "stages": ("阶段", "stage"),
    "supervision": ("督办", "supervision"),
    "supervisor": ("督导单位", "supervising unit"),
    "support": ("配合单位", "supporting units"),
    "target": ("目标", "target"),
    "term": ("名词", "term"),
    "text": ("内容", "text"),
    "title": ("题目", "title"),
    "to": ("止", "to"),
    "topic": ("主题分类", "subject"),
    "type": ("类型", "type"),
    "unit": ("计量单位", "unit of measure"),
    "units": ("相关单位", "units"),
    "update": ("进展", "report"),
    "validity": ("有效性", "validity"),
    "value": ("数据", "value"),
}  # fmt: skip
_OBJECTS: dict[str, tuple[str, str]] = {
    "item": ("第 {id} 项", "item {id}"),
    "indicator": ("指标 {id}", "target {id}"),
    "section": ("正文 {id}", "section {id}"),
    "plan": ("方案", "the plan"),
    "notice": ("公告 {id}", "notice {id}"),
    "page": ("网页 {id}", "page {id}"),
    "unit": ("单位 {id}", "unit {id}"),
    "term": ("名词 {id}", "term {id}"),
    "change": ("变更说明 {id}", "change note {id}"),
    "tombstone": ("撤回说明 {id}", "tombstone {id}"),
    "site": ("网站设置", "the settings of the site"),
}
# What has another name inside a record of some kind.
_NAMES_IN: dict[tuple[str, str], Text] = {
    ("measure", "by"): Text(zh="时限", en="by"),
    ("target", "by"): Text(zh="期限", en="by"),
    ("target", "value"): Text(zh="目标值", en="value"),
    ("extension", "from"): Text(zh="原期限", en="old deadline"),
    ("extension", "to"): Text(zh="新期限", en="new deadline"),
}
# What is named with its id: 措施 m1, 进展 2018-09.
_RECORDS = frozenset({"measure", "update", "extension", "supervision", "value", "closure", "channel"})


def field_words(path: str) -> Text:
    """The name of a field by its path; what the table does not know stays as it is typed."""
    first, _, rest = path.partition("/")
    if first not in _RECORDS or not rest:
        return _joined([_name(first), *(part_words(path, key) for key in rest.split("/") if key)])
    ident, _, inner = rest.partition("/")
    keys = [_NAMES_IN.get((first, key)) or _name(key) for key in inner.split("/") if key]
    if first == "closure" and keys:
        turn = "" if ident == "1" else ident
        step = (
            Text(zh=f"{keys[0].zh}（第{turn}轮）", en=f"{keys[0].in_('en')} (round {turn})")
            if turn
            else keys[0]
        )
        return _joined([step, *keys[1:]])
    record = _name(first)
    return _joined([Text(zh=f"{record.zh} {ident}", en=f"{record.en} {ident}"), *keys])


def object_words(about: str) -> Text:
    """The name of an object by its address in the ledger, such as `item/02`."""
    kind, _, ident = about.partition("/")
    zh, en = _OBJECTS.get(kind, ("{id}", "{id}"))
    return Text(zh=zh.format(id=ident), en=en.format(id=ident))


def part_words(path: str, key: str) -> Text:
    """The name of a key inside the value of a field."""
    return _NAMES_IN.get((path.partition("/")[0], key)) or _name(key)


def _joined(names: list[Text]) -> Text:
    return Text(zh=" · ".join(n.zh for n in names), en=", ".join(n.in_("en") for n in names))


def capital(words: Text) -> Text:
    """The name of a field as the beginning of a line."""
    english = words.in_("en")
    return Text(zh=words.zh, en=english[:1].upper() + english[1:])


def _name(key: str) -> Text:
    """The name of a step of a path; places in a list are counted from 1."""
    zh, en = _NAMES.get(key, (key, key))
    if key.isdecimal():
        zh = en = str(int(key) + 1)
    return Text(zh=zh, en=en)
