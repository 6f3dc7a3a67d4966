"""Markdown to HTML: nothing runs, nothing is lost, every language is marked."""

import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from disclosure.ground.problems import Anchor
from disclosure.read.markdown import check_markdown
from disclosure.show.han import mark_han
from disclosure.show.prose import LinkTarget, WikiLink, render_prose


def resolve(link: WikiLink) -> LinkTarget:
    part = f"#{link.part}" if link.part else ""
    return LinkTarget(href=f"/{link.kind}/{link.id}{part}", words=Markup("<b>默认</b>"))


def html(text: str, lang: str = "zh") -> str:
    return str(render_prose(text, lang, resolve, base_level=3, prefix="p-").html)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲乙\n\n丙", "<p>甲乙</p><p>丙</p>"),
        ("**“中文。”**后", "<p><strong>“中文。”</strong>后</p>"),
        ("见<GB 11643>标准", "<p>见&lt;GB 11643&gt;标准</p>"),
        ("a &nbsp; &#106; b", "<p>a &amp;nbsp; &amp;#106; b</p>"),
        ("浓度<PM2.5>35 & *高*", "<p>浓度&lt;PM2.5&gt;35 &amp; <em>高</em></p>"),
        ("`a<b` \\* x", "<p><code>a&lt;b</code> * x</p>"),
        ("[[item:02]]", '<p><a href="/item/02"><b>默认</b></a></p>'),
        ("[[item:02#update-a|看 <这里>]]", '<p><a href="/item/02#update-a">看 &lt;这里&gt;</a></p>'),
        ("[[term:x|词]]", '<p><a class="term" href="/term/x">词</a></p>'),
        ("[甲](files/a.pdf)", '<p><a href="/file/a.pdf">甲</a></p>'),
        ("![图](files/a.png)", '<p><img alt="图" src="/file/a.png"></p>'),
        ("[甲](https://a.cn/?b=1&c=2)", '<p><a href="https://a.cn/?b=1&amp;c=2" rel="noopener">甲</a></p>'),
        ("[甲](#b) [乙](tel:12369)", '<p><a href="#b">甲</a> <a href="tel:12369">乙</a></p>'),
        ("## 大气 {#air}", '<h3 id="air">大气</h3>'),
        ("### **粗** 细 {#a-b}", '<h4 id="a-b"><strong>粗</strong> 细</h4>'),
        ("1. 甲\n2. 乙", "<ol><li>甲</li><li>乙</li></ol>"),
        ("- 甲\n    - 乙", "<ul><li>甲<ul><li>乙</li></ul></li></ul>"),
        ("> 引", "<blockquote><p>引</p></blockquote>"),
        ("甲  \n乙", "<p>甲<br>乙</p>"),
        ("```\n<a> & 甲\n```", "<pre><code>&lt;a&gt; &amp; 甲\n</code></pre>"),
        ("## 语言 C\\#", "<h3>语言 C#</h3>"),
        ("\\#3 高炉\n\n\\>=90%", "<p>#3 高炉</p><p>&gt;=90%</p>"),
        ('见 <a href="x"> `id="y"`', '<p>见 &lt;a href=&quot;x"&gt; <code>id=&quot;y"</code></p>'),
        ("[[file:a.txt]]", '<p><a href="/file/a.txt"><b>默认</b></a></p>'),
        ("`[[unit:a|b]]` [[unit:a\\|词]]", '<p><code>[[unit:a|b]]</code> <a href="/unit/a">词</a></p>'),
        ("甲_乙_丙 a_b_c", "<p>甲_乙_丙 a_b_c</p>"),
    ],
)
def test_markdown_becomes_html(text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_table_keeps_its_cells_and_needs_no_style() -> None:
    made = html("| 甲 | 乙 |\n| --- | --: |\n| 1 | 2 |")
    assert '<th scope="col">甲</th>' in made
    assert '<td class="right">2</td>' in made
    assert "style" not in made


@pytest.mark.parametrize("bar", ["|", "\\|"])
def test_a_link_in_a_table_keeps_its_words(bar: str) -> None:
    made = html(f"| 甲 | 乙 |\n| --- | --- |\n| [[unit:a{bar}环境局]] | 2 |")
    assert '<td><a href="/unit/a">环境局</a></td><td>2</td>' in made


def test_footnotes_have_the_prefix_of_their_text() -> None:
    made = html("甲[^1]\n\n[^1]: 注")
    assert 'id="p-fn-1"' in made
    assert 'href="#p-fn-1"' in made
    assert "title=" not in made


def test_headings_are_listed_with_their_words() -> None:
    prose = render_prose("## 甲 [[term:x|乙]] {#a}\n\n### 丙 {#b}", "zh", resolve)
    assert [(h.level, h.id, str(h.html)) for h in prose.headings] == [(3, "a", "甲 乙"), (4, "b", "丙")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Document 金委办发〔2017〕31号.", 'Document <span lang="zh-CN">金委办发〔2017〕31号</span>.'),
        ("no Han", "no Han"),
        ("a < 甲", 'a &lt; <span lang="zh-CN">甲</span>'),
    ],
)
def test_chinese_in_english_is_marked(text: str, expected: str) -> None:
    assert mark_han(text) == expected
    assert html(f"**x** {text}", "en") == f"<p><strong>x</strong> {expected}</p>"


class _Text(HTMLParser):
    """The text of HTML, and whatever in it could run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.live: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "style", "svg", "form", "meta", "base", "link"):
            self.live.append(tag)
        for name, value in attrs:
            address = re.sub(r"\s", "", value or "").lower()
            if (
                name.startswith("on")
                or name == "style"
                or address.startswith(("javascript:", "data:", "vbscript:"))
            ):
                self.live.append(f"{name}={value}")

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(markup: str) -> _Text:
    parser = _Text()
    parser.feed(markup)
    parser.close()
    return parser


VECTORS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<b onmouseover=x>y</b>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))", "[x](java\tscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:x)", "![x](javascript:alert(1))", "![x](data:image/svg+xml,x)",
    "<javascript:alert(1)>", "<a href='javascript:x'>y</a>", "[x](<javascript:alert(1)>)", "[x]: javascript:alert(1)\n\n[x]",
    "<iframe src=//evil>", "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>", "<style>@import 'x'</style>",
    "`<script>`<script>", "```\n</code></pre><script>x</script>\n```", "[[item:02|<img src=x onerror=x>]]",
    "[x](https://a.cn \"' onmouseover='x\")", "[x](https://a.cn\"onmouseover=\"x)", "| <script> | b |\n| --- | --- |\n| x | y |",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "<!-- --><script>x</script>", "<![CDATA[<script>x</script>]]>", "<?php x ?>",
    "[^1]\n\n[^1]: <script>x</script>", "## <script>x</script> {#a}", "<details open ontoggle=x>", "<base href=//evil/>",
    "<object data=x>", "<embed src=x>", "<form action=x><input>", "<meta http-equiv=refresh content='0;url=x'>",
    "[a](//evil.example)", "[a](\\\\evil)", "[a](http:evil)", "<x y=z onclick=x>", "\"><script>x</script>",
]  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_runs(vector: str, lang: str) -> None:
    for text in (vector, f"甲 **b** {vector} 乙", f"- {vector}\n- x"):
        assert parsed(html(text, lang)).live == []


LETTERS = st.text(
    st.sampled_from("甲乙丙，。、；：“”（）《》〔〕—…％Ⅲ abcXYZ019.,;:!?'\"()[]{}<>#*_`~^|\\/&%$@+=-\n"),
    max_size=80,
)


def letters_of(text: str) -> list[str]:
    return [ch for ch in text if ch.isalnum()]


@given(LETTERS, st.sampled_from(["zh", "en"]))
@settings(max_examples=600, deadline=None)
def test_no_letter_is_lost_or_moved(text: str, lang: str) -> None:
    """Every letter of a text without a problem stands in the rendered page, in order."""
    if any(p.is_error for p in check_markdown(text, Anchor(file="a"))):
        return
    if re.search(r"\{#|\[\[|\[\^|\]\(|^(```|~~~)|^ *[0-9]+\.|^ {0,3}\|?[ :|-]+$", text, re.MULTILINE):
        return  # syntax whose letters become addresses, anchors, numbers or fences
    assert letters_of(parsed(html(text, lang)).text) == letters_of(text)


PIECES = st.lists(
    st.sampled_from(
        [
            "甲", "乙丙", "丁", " ", "  ", "    ", "\n", "\n\n", "|", " | ", "| a | b |\n|---|---|\n", "\n| --- | --- |\n", "| | |",
            "#", "## ", " #", "{#a}", ">", "> ", "- ", "* ", "1. ", "2. ", "**", "*", "_", "`", "``", "```\n", "~~~", "```json\n",
            "[", "]", "](", ")", "(", "[文](https://a.cn/b", ' "题"', "![图](files/a.png)", "[[unit:x|词]]", "[[unit:x", "[[file:甲.txt]]",
            "[^1]", "[^1]: ", "\n[^1]: 注\n", "\\", "!", ":", "---", "===", "\n---\n", "<", "&", "{{", "}}", ": ", "\t", "1", "+ ", "[甲]: 乙",
        ]
    ),
    max_size=24,
).map("".join)  # fmt: skip
HAN = re.compile("[\u4e00-\u9fff]")


@given(PIECES)
@settings(max_examples=1500, deadline=None)
def test_no_letter_of_any_syntax_is_lost(text: str) -> None:
    """What an editor typed stands in the page, in its text or in an address, or there is an error."""
    if any(p.is_error for p in check_markdown(text, Anchor(file="a"))):
        return
    lost = Counter(HAN.findall(text)) - Counter(HAN.findall(unquote(html(text))))
    assert not lost, (text, html(text))


@given(st.text(st.sampled_from("甲乙，。a1 （）“”\n"), max_size=60))
def test_plain_paragraphs_are_what_the_library_makes_of_them(text: str) -> None:
    """The short way for plain text gives the words of the long way."""
    short = parsed(html(text)).text
    long = parsed(html(text + "\n\n**x**")).text
    assert re.sub(r"\s+", "", short) + "x" == re.sub(r"\s+", "", long)
