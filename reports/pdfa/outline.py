# SPDX-License-Identifier: MIT
"""The reader's own table of contents: an entry for each heading, under that of the heading above."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reports.pdfa.writer import File, pdf_text


@dataclass(slots=True)
class Entry:
    """A heading, its page, and how high on the page it stands."""

    title: str
    level: int
    page: int
    y: float
    number: int = 0
    below: "list[Entry]" = field(default_factory=list)

    def count(self) -> int:
        """How many entries there are below, in all."""
        return sum(1 + entry.count() for entry in self.below)


def write_outline(file: File, entries: Sequence[Entry], pages: Sequence[int]) -> int:
    """Write the entries, which lead to the objects of their pages; gives the number of the object above them all."""
    top = Entry("", 0, 0, 0, file.reserve())
    open_ = [top]
    for entry in entries:
        entry.number = file.reserve()
        while open_[-1].level >= entry.level:
            open_.pop()
        open_[-1].below.append(entry)
        open_.append(entry)
    file.fill(top.number, b"<</Type/Outlines%s>>" % _below(file, top, pages))
    return top.number


def _below(file: File, above: Entry, pages: Sequence[int]) -> bytes:
    entries = above.below
    for place, entry in enumerate(entries):
        sides = b""
        if place:
            sides += b"/Prev %d 0 R" % entries[place - 1].number
        if place + 1 < len(entries):
            sides += b"/Next %d 0 R" % entries[place + 1].number
        goal = b"/Dest[%d 0 R/XYZ 0 %d 0]" % (pages[entry.page], entry.y)
        body = b"<</Title%s/Parent %d 0 R%s%s%s>>"
        title = pdf_text(entry.title)
        file.fill(entry.number, body % (title, above.number, sides, goal, _below(file, entry, pages)))
    if not entries:
        return b""
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (entries[0].number, entries[-1].number, above.count())
