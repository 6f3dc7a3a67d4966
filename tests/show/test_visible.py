"""The text that a reader sees of rendered HTML."""

import pytest

from disclosure.show.visible import main_text, visible_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("A &amp; B", "A & B"),
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ('<p>占<strong>86%</strong>，<a href="x">见<span lang="en">it</span></a>。</p>', "占86%，见it。"),
        ("<tr><th>a</th>\n<td> b</td></tr>", "a\nb"),
        ("<p>H<sub>2</sub>O</p>", "H2O"),
        ("one<br>two", "one\ntwo"),
        ('<svg><text x="1">2019</text><path d="M0 0"/></svg>', "2019"),
        ('<section><abbr title="t">a</abbr><article>b</article></section>', "a\nb"),
        ("<p>x &lt;script&gt; y</p>", "x <script> y"),
        ("<p></p>", ""),
    ],
)
def test_texts_of_html(html: str, text: str) -> None:
    assert visible_text(html) == text


def test_only_the_main_part_of_a_page_counts() -> None:
    page = '<body><header>top</header><main id="main" class="wrap"><h1>标题</h1></main><footer>end</footer></body>'
    assert main_text(page.encode()) == "标题"
