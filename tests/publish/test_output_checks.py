"""Gate 2: dead links and anchors, doubled anchors and lonely pages are found; sound pages pass."""

from disclosure.publish.output_checks import check_output
from disclosure.show.render import artifact_of


def site(**pages: str) -> list[tuple[str, str]]:
    """The rules broken by a site of these pages (`zh_a` stands for zh/a/index.html)."""
    files = {name.replace("_", "/") + "/index.html": html for name, html in pages.items()}
    artifacts = [artifact_of(path, html.encode()) for path, html in files.items()]
    return [(p.anchor.file, p.rule.id) for p in check_output(artifacts, "/")]


def test_a_sound_pair_passes() -> None:
    page = '<a href="../b/#x">b</a> <a href="https://example.org/">out</a>'
    target = '<p id="x">x</p>'
    assert site(zh_a=page, en_a=page, zh_b=target, en_b=target) == []


def test_a_dead_link_is_found() -> None:
    assert site(zh_a='<a href="../b/">b</a>', en_a="") == [("zh/a/index.html", "dead-link")]


def test_a_dead_anchor_is_found() -> None:
    assert site(zh_a='<a href="#x&amp;y">b</a>', en_a="") == [("zh/a/index.html", "dead-anchor")]


def test_a_doubled_anchor_is_found() -> None:
    assert site(zh_a='<p id="x"></p><p id="x"></p>', en_a="") == [("zh/a/index.html", "doubled-anchor")]


def test_a_page_without_twin_is_found() -> None:
    assert site(en_a="") == [("en/a/index.html", "unpaired-page")]


def test_an_anchor_of_a_record_that_is_not_there_yet_is_no_fault() -> None:
    page, target = '<a href="../b/#update-2">b</a>', "<p>x</p>"
    files = {
        f"{lang}/{tail}/index.html": html
        for lang in ("zh", "en")
        for tail, html in (("a", page), ("b", target))
    }
    artifacts = [artifact_of(path, html.encode()) for path, html in files.items()]
    assert check_output(artifacts, "/", {"b/#update-2"}) == []
    assert {p.rule.id for p in check_output(artifacts, "/", {"b/#update-3"})} == {"dead-anchor"}


def test_two_things_at_one_address_are_found() -> None:
    artifacts = [artifact_of(path, b"") for path in ("files/a", "files/a", "files/b")]
    found = [(p.anchor.file, p.rule.id) for p in check_output(artifacts, "/")]
    assert found == [("files/a", "doubled-path")]
