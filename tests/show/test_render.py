"""What goes wrong in a template is told with its file and line, whatever it is."""

from pathlib import Path

import pytest

from disclosure.show.render import TemplateFault, render_template
from disclosure.show.templates import environment


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"a\n{{ 1/0 }}", r"templates/a\.html: a\.html:2: ZeroDivisionError: division by zero"),
        (b"a\n\n{{ nothing }}", r"templates/a\.html: a\.html:3: 'nothing' is undefined"),
        (b"a\n{% if %}", r"templates/a\.html: a\.html:2: "),
        (b"{{ word | fill }}", r"templates/a\.html: a\.html:1: nothing fills the gap \{id\}"),
        (b"a\n{% include 'b.html' %}", r"templates/a\.html: b\.html:2: the file is not saved as UTF-8"),
    ],
)
def test_a_fault_of_a_template_has_its_place(tmp_path: Path, text: bytes, said: str) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "a.html").write_bytes(text)
    (folder / "b.html").write_bytes("a\n中".encode("gbk"))
    with pytest.raises(TemplateFault, match=said):
        render_template(environment(folder), "a.html", {"word": "Item {id}"})
