"""Names and homes of private persons, told by the words beside them.

A name counts only beside a word for one who reports, complains or lives there, and only where it begins
with a surname and ends where a name ends; 张某, 李某某, 王× are masked. A home counts from the number of
the house on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ..ground.problems import Rule
from .folding import Folded, words_of
from .rules import home_address, unmasked_name

Span = tuple[int, int, Rule, str]
_DOUBLE = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫|呼延|西门"
_SINGLE = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪"
    "庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕"
    "屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣"
)
_REPORTER = (
    "举报人|投诉人|反映人|来电人|来访人|来信人|信访人|检举人|申诉人|上访人|控告人|报案人|举报者|投诉者"
)
_DWELLER = "当事人|受害人|被害人|户主|村民|居民|业主|住户|群众|患者|家属|学生|职工|员工"
_ENDS = (
    r"(?=[，,。；;、：:！!（(）)\s/|“”\"'\]】》<]|\Z|(?:先生|女士|同志|反映|投诉|举报|来电|来信|来访|诉称|表示|认为|称|说|家|等|与|及|因|在|住|系"
    r"|的|电话|手机|身份|多次|提供|提出|[0-9]))"
)
_GAP = r"(?:[ \t]{0,2}|[ \t]*\n[ \t>]*)"
_NAME = rf"(?:(?:{_DOUBLE})(?:{_GAP}[\u4e00-\u9fff]){{1,2}}|[{_SINGLE}](?:{_GAP}[\u4e00-\u9fff]){{1,2}})"
_BESIDE_WORD = re.compile(rf"{_REPORTER}|{_DWELLER}")
_SAID = re.compile(
    r"(?:的)?(?:姓名|名字|真实姓名)?\s{0,2}(?:[:：]|为|是|系|叫|姓名|名叫|[(（]姓名?[:：]?)\s{0,3}"
    rf"(?P<name>{_NAME}){_ENDS}"
)
_FOLLOWING = re.compile(rf"(?:之一|代表)?[\s(（]{{0,2}}(?P<name>{_NAME}){_ENDS}")
_ENGLISH = re.compile(
    r"\b(?:[Cc]omplainant|[Ww]histle-?blower|[Ii]nformant|[Cc]aller|[Pp]etitioner)"
    r"(?:'s name|’s name)?(?::| is| was|,)?\s+"
    r"(?:(?:Mr|Ms|Mrs|Miss)\.?\s+)?(?P<name>[A-Z][a-z]+ [A-Z][a-z]+(?:-?[a-z]+)?)\b"
)
_ENGLISH_HAN = re.compile(
    rf"\b(?:[Cc]omplainant|[Ww]histle-?blower|[Ii]nformant|[Cc]aller|[Pp]etitioner)(?:'s name|’s name)?"
    rf"(?::| is| was|,)?\s+(?P<name>{_NAME}){_ENDS}"
)
_BEHIND = re.compile(rf"[（(]\s?(?:{_REPORTER})")
_BEFORE = re.compile(rf"(?<![\u4e00-\u9fff])(?P<name>{_NAME})\s?[（(]\s?(?:{_REPORTER})")
# Words that begin like a name, and surnames that are mostly words where no colon stands before them.
_WORDS = re.compile(
    "高度|高兴|高温|高效|高层|高价|安全|安置|安排|安装|方便|方面|方式|方案|关心|关注|关于|关系|关停|严重|严格|严肃|任意|任何|连续|连夜|申请|申诉|申报"
    "|陈述|许可|单位|管理|管委|解决|解释|解答|包括|包含|曾(?:经|多|于|向|在|先|两|三|数|反)|文明|文化|章程|路过|路边|左右|左邻|易受|万分|万元|党员|商户"
    "|商业|农户|农村|农业|车辆|车主|房屋|房产|项目|简称|景区|盛赞|白天|白色|石材|金额|金华|江边|田间|田地|林地|林场|水|马上|马路|何时|何人|何种|余名"
    "|余人|余户|周边|周围|武装|尚未|符合|舒适|成立|成员|成功|毛利|费用|司机|司法|苗木|辛苦|应当|于(?:[昨当今近上下前次同本年月凌夜晚某第]|[一二三四五六])"
    "|温馨|康复|史上|段时|华侨|龙头|牛羊|游客|海|胡乱|常|卫生|计划|强烈"
)
_RARE = re.compile("[和应时成向连全师商单沙荣仇佟丛习利后相过自从要可对将被]")
_MASKED = re.compile(r"[某×*＊xXＸ○]")
_HOME = re.compile(
    r"(?:家住|住址|家庭地址|居住地址?|家庭住址|现住址?|居住于|居住在|住在|住于|户籍地址?|户籍所在地|家在|宅基地位于)[:：为是]?\s{0,2}[^。；;\n]{0,40}?(?:\n[^。；;:\n]{0,40}?)?"
    r"(?P<detail>(?:第?[0-9](?:\s?[0-9]){0,4}(?:\s?[-—－至]\s?[0-9]{1,4})?\s?(?:号楼?|弄|幢|栋|单元|室|组|户|#)\s?[A-Za-z]?(?:\s?[-—－]\s?)?)+[0-9]{0,4}(?:室|号|户)?)"
)
_AT_HOME = re.compile(
    rf"(?:{_REPORTER}|村民|居民|业主|住户|户主)[\u4e00-\u9fff某×*]{{0,4}}[，,（(]?\s?[\u4e00-\u9fff]{{2,24}}?"
    r"(?P<detail>[0-9]{1,5}\s?(?:号楼?|弄|幢|栋)\s?(?:[0-9A-Za-z]{1,4}\s?(?:单元|幢|栋|号)\s?){0,2}[0-9]{2,4}\s?(?:室|户))"
)
_LIVES = re.compile(
    r"(?:[，,。；;（(\s]|^|[人某岁系×*])住[:：]?\s{0,2}[\u4e00-\u9fff]{2,20}?"
    r"(?P<detail>[0-9]{1,5}\s?号?(?:\s?[0-9]{1,3}\s?(?:幢|栋|单元|号楼))+\s?[0-9]{2,4}\s?室)"
)
_FIRM = re.compile(r"公司|工厂|厂|集团|合作社|商行|店|单位|局|中心|委员会|医院|学校")
_HOUSES = frozenset("号弄幢栋元室组户#")
_BESIDES = words_of((*_REPORTER.split("|"), *_DWELLER.split("|")))
_HOME_WORDS = words_of(("家住", "住址", "地址", "居住", "现住", "住在", "住于", "户籍", "家在", "宅基地"))
_REPORTING = words_of(("omplainant", "blower", "nformant", "aller", "etitioner"))


def find_people(folded: Folded) -> Iterator[Span]:
    """Names and homes in a folded text as (start, end, rule, value)."""
    text = folded.text
    is_beside = folded.has_any(_BESIDES)
    if is_beside:
        yield from _names(text)
    if folded.has_any(_REPORTING):
        for m in chain(_ENGLISH.finditer(text), _ENGLISH_HAN.finditer(text)):
            yield m.start("name"), m.end("name"), unmasked_name.RULE, m["name"]
    if _HOUSES.isdisjoint(folded.chars):
        return
    if folded.has_any(_HOME_WORDS):
        yield from _homes(text, _HOME)
    if "住" in folded.chars and "室" in folded.chars:
        yield from _homes(text, _LIVES)
    if is_beside:
        yield from _homes(text, _AT_HOME)


def _names(text: str) -> Iterator[Span]:
    for before in _BEFORE.finditer(text) if _BEHIND.search(text) else ():
        name = re.sub(r"\s", "", before["name"])
        if not _MASKED.search(name) and not _WORDS.match(name):
            yield before.start("name"), before.end("name"), unmasked_name.RULE, name
    for word in _BESIDE_WORD.finditer(text):
        m = _SAID.match(text, word.end())
        if m is None:
            m = _FOLLOWING.match(text, word.end())
            if m is None or _RARE.match(m["name"]):
                continue
        name = re.sub(r"\s", "", m["name"])
        if not _MASKED.search(name) and not _WORDS.match(name):
            yield m.start("name"), m.end("name"), unmasked_name.RULE, name


def _homes(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    for m in pattern.finditer(text):
        if not _FIRM.search(text[max(0, m.start() - 20) : m.start("detail")]):
            yield m.start("detail"), m.end("detail"), home_address.RULE, m["detail"]
