"""Addresses: permanent, relative between pages, the same in both languages."""

import pytest

from disclosure.publish.output_checks import resolve
from disclosure.show import urls


@pytest.mark.parametrize(
    ("tail", "to", "expected"),
    [
        ("", "units/", "units/"),
        ("units/", "", "../"),
        ("", "", "./"),
        ("plans/p/items/02/", "units/a/", "../../../../units/a/"),
        ("plans/p/", "plans/p/#air", "../../plans/p/#air"),
    ],
)
def test_a_link_climbs_to_the_language_and_goes_down(tail: str, to: str, expected: str) -> None:
    assert urls.link(tail, to) == expected


@pytest.mark.parametrize("tail", ["", "units/", "plans/p/items/02/", "plans/p/items/page-2/"])
@pytest.mark.parametrize("to", ["", "units/a/", "plans/p/items/02/", "method/#term-x"])
def test_every_link_resolves_to_the_file_of_its_page(tail: str, to: str) -> None:
    page = urls.page_path("zh", tail)
    target = urls.link(tail, to).partition("#")[0]
    assert resolve(page, target, "/") == urls.page_path("zh", to.partition("#")[0])


def test_pages_of_a_list_have_their_numbers_but_the_first() -> None:
    assert urls.items_tail("p") == "plans/p/items/"
    assert urls.items_tail("p", 2) == "plans/p/items/page-2/"


@pytest.mark.parametrize(
    ("page", "link", "base", "expected"),
    [
        ("404.html", "/zh/", "/", "zh/index.html"),
        ("404.html", "/portal/zh/", "/portal/", "zh/index.html"),
        ("404.html", "/", "/", "index.html"),
        ("zh/units/index.html", "../../files/%E4%BD%90.pdf", "/", "files/佐.pdf"),
        ("zh/index.html", "", "/", "zh/index.html"),
        ("index.html", "zh/", "/", "zh/index.html"),
    ],
)
def test_links_of_all_forms_resolve(page: str, link: str, base: str, expected: str) -> None:
    assert resolve(page, link, base) == expected
