"""The head of a Markdown file: YAML between two lines of `---`, then the body."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class FrontMatter:
    """`yaml` is the head without its fences, `body` all after them; `body_line` is the line of the
    file on which the body begins. `is_closed` is False where the head is missing or has no end."""

    yaml: str
    body: str
    body_line: int
    is_closed: bool


def split_front_matter(text: str) -> FrontMatter:
    """The parts of a Markdown file. Blank lines between head and body belong to neither."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return FrontMatter(yaml="", body=text, body_line=1, is_closed=False)
    for number in range(1, len(lines)):
        if lines[number].rstrip() == "---":
            first = number + 1
            while first < len(lines) and not lines[first].strip():
                first += 1
            first = first if first < len(lines) else number + 1
            head = "\n".join(lines[1:number]) + "\n"
            return FrontMatter(yaml=head, body="\n".join(lines[first:]), body_line=first + 1, is_closed=True)
    return FrontMatter(yaml="", body=text, body_line=1, is_closed=False)
