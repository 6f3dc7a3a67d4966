"""Harmless documents made from a seed: regulations, notices, budgets, case lists, as offices publish them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from disclosure.guard.checksums import is_credit_code

Chance = random.Random
_TOWNS = ["白沙街道", "三江街道", "西关街道", "罗埠镇", "洋埠镇", "汤溪镇", "苏孟乡", "秋滨街道"]
_TYPES = ["水", "大气", "土壤", "生态", "噪声", "油烟", "扬尘", "垃圾", "其他"]
_FINDINGS = (
    "现场检查时该企业正在生产，废气处理设施运行正常", "村民反映的异味来自附近养殖场", "经走访周边居民，群众对整改结果表示满意",
    "举报人反映的情况基本属实", "当事人在规定期限内陈述、申辩，意见已采纳", "住户安装的油烟净化器未清洗", "业主和物业公司已达成协议",
    "信访人多次来电反映夜间噪声", "投诉人认为处理不及时", "居民区内设有垃圾中转站", "学生家长担心操场异味", "群众举报的非法倾倒行为属实",
    "反映人所称的直排口已于当月封堵", "职工食堂隔油池已清理", "投诉人张某某对处理结果无异议", "举报人李某已电话回访", "患者就诊的医院医疗废物规范收集",
)  # fmt: skip
_LAWS = (
    "为了保护和改善环境，防治污染和其他公害，保障公众健康，推进生态文明建设，制定本条例。", "县级以上人民政府应当将环境保护工作纳入国民经济和社会发展规划。",
    "公民、法人和其他组织有权举报污染环境和破坏生态的行为，接受举报的机关应当对举报人的相关信息予以保密。", "当事人对行政处罚决定不服的，可以依法申请行政复议。",
    "违反本条例规定，由生态环境主管部门责令改正，处2万元以上20万元以下的罚款。", "彩票公益金用于社会福利事业，不得挪作他用。", "禁止利用互联网传播淫秽、赌博、暴力等信息，公安机关依法查处网络赌博。",
    "村民委员会、居民委员会协助做好环境保护宣传。", "居民应当分类投放生活垃圾。", "投诉人提供的材料应当真实，匿名举报的应当予以核查。",
)  # fmt: skip


def _credit_code(chance: Chance) -> str:
    body = f"91{chance.randint(330000, 339999)}MA2{''.join(chance.choice('0123456789ABCDEFGHJK') for _ in range(6))}"
    return next(body + end for end in "0123456789ABCDEFGHJKLMNPQRTUWXY" if is_credit_code(body + end))


def _day(chance: Chance, sign: str = "-") -> str:
    return f"{chance.randint(2016, 2024)}{sign}{chance.randint(1, 12):02}{sign}{chance.randint(1, 28):02}"


def regulation(chance: Chance) -> str:
    lines = [f"第{n}条　{chance.choice(_LAWS)}" for n in range(1, chance.randint(6, 20))]
    number = f"（{chance.choice(('金政发', '浙环发', '国办发'))}〔{chance.randint(2010, 2024)}〕{chance.randint(1, 200)}号）"
    return (
        f"环境保护管理办法{number}\n\n"
        + "\n".join(lines)
        + f"\n\n本办法自{chance.randint(2016, 2024)}年1月1日起施行。\n"
    )


def notice(chance: Chance) -> str:
    lines = [
        f"关于{chance.choice(_TOWNS)}整改任务销号的公示", f"索引号：{chance.randint(0, 999999999):09}/{chance.randint(2015, 2024)}-{chance.randint(1, 99999):05}",
        f"公示时间：{_day(chance)}至{_day(chance)}", f"投诉电话：{chance.choice(('12369', '12345', '8890'))}",
        f"电子邮箱：{chance.choice(('hb', 'xxgk', '12369'))}@jinhua.gov.cn", f"发布时间：{_day(chance)} {chance.randint(8, 18):02}:{chance.randint(0, 59):02}:{chance.randint(0, 59):02}",
        f"详见https://www.jinhua.gov.cn/art/{_day(chance, '/')}/art_{chance.randint(1000000000, 1999999999)}_{chance.randint(10000000, 59999999)}.html",
        f"浙公网安备{chance.randint(33070202000100, 33070299999999)}号　浙ICP备{chance.randint(10000000, 20999999)}号-{chance.randint(1, 9)}",
        f"网站标识码{chance.randint(3307000000, 3307999999)}", "关注微信公众号“金华生态环境”，或通过微信、信箱反映。",
    ]  # fmt: skip
    return "\n\n".join(lines) + "\n"


def budget(chance: Chance) -> str:
    rows = ["| 科目编码 | 科目名称 | 金额（元） | 占比 |", "| --- | --- | --- | --- |"]
    for _ in range(chance.randint(8, 30)):
        amount = chance.choice((chance.randint(1000, 99999999), chance.randint(10**9, 2 * 10**10)))
        shown = chance.choice(
            (str(amount), f"{amount:,}", f"{amount}.{chance.randint(0, 99):02}", f"{amount / 10000:.2f}")
        )
        rows.append(
            f"| {chance.randint(2010101, 2299999)} | 节能环保支出 | {shown} | {chance.random() * 100:.2f}% |"
        )
    total = f"合计{chance.randint(10**10, 2 * 10**10)}元，项目代码{chance.randint(2016, 2024)}-330702-77-03-{chance.randint(1, 999999):06}-000。"
    return "\n".join(rows) + f"\n\n{total}\n"


def case_list(chance: Chance) -> str:
    rows = ["| 受理编号 | 区域 | 类型 | 调查核实情况 | 办结 |", "| --- | --- | --- | --- | --- |"]
    for _ in range(chance.randint(5, 25)):
        number = f"{chance.choice('DX')}{chance.randint(1, 4)}{chance.choice(('SX', 'JN', 'ZJ'))}{_day(chance, '')}{chance.randint(1, 9999):04}"
        rows.append(
            f"| {number} | {chance.choice(_TOWNS)} | {chance.choice(_TYPES)} | {chance.choice(_FINDINGS)}。 | {_day(chance)} |"
        )
    firm = f"当事人：金华市{chance.choice(('宏达', '建国', '志强'))}机械有限公司，统一社会信用代码{_credit_code(chance)}，住所：金华市{chance.choice(('双龙南街', '宾虹路'))}{chance.randint(1, 900)}号{chance.randint(1, 9)}幢。"
    return "\n".join(rows) + f"\n\n{firm}\n"


KINDS: tuple[Callable[[Chance], str], ...] = (regulation, notice, budget, case_list)


def documents(count: int) -> Iterator[tuple[str, str]]:
    """That many documents as (name of a Markdown file, text), the kinds in turn."""
    for number in range(count):
        make = KINDS[number % len(KINDS)]
        yield (
            f"pages/{make.__name__.replace('_', '-')}-{number}.zh.md",
            make(random.Random(f"harmless-{number}")),
        )
