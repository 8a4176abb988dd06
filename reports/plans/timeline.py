# SPDX-License-Identifier: MIT
"""What has happened to a family: the main days as a line, and all of them as a list."""

from collections.abc import Iterator

from models.values.overview_paper import FamilyTimeline, TimelineLine
from models.values.picture import YearEvent, YearLine
from reports.blocks import Column, Heading, Paragraph, Table
from reports.parts import Part, day, speaker
from reports.pictures.year import year_line

_IN_PICTURE = 12


def title(paper: FamilyTimeline) -> str:
    """What the paper is, without the name."""
    return speaker(paper.envelope.language)("letters_timeline.title")


def parts(paper: FamilyTimeline) -> Iterator[Part]:
    """Oldest first in both; the list leaves nothing out."""
    say, envelope = speaker(paper.envelope.language), paper.envelope
    lines = sorted(paper.lines, key=lambda line: line.on)
    yield Heading(title(paper), 1)
    yield Paragraph(say("letters_timeline.subtitle", family=paper.family), "subtitle")
    if not lines:
        yield Paragraph(say("letters_timeline.empty"))
        return
    events = tuple(YearEvent(line.on, line.what) for line in _shown(lines))
    first, last = lines[0].on, max(lines[-1].on, envelope.dated_on)
    yield Heading(say("letters_timeline.picture"))
    yield year_line(YearLine(first, last, envelope.dated_on, events), envelope.language)
    yield Heading(say("letters_timeline.list"))
    shares = (("on", 1.0), ("what", 3.2), ("who", 1.8))
    columns = tuple(Column(say(f"letters_timeline.{name}"), share) for name, share in shares)
    yield Table(columns, tuple((day(line.on), line.what, line.who or "–") for line in lines), row_heads=True)


def _shown(lines: list[TimelineLine]) -> list[TimelineLine]:
    """What the picture has room for: some from the whole time, and always how it began."""
    marked = [line for line in lines if line.marked]
    return marked[:: -(-len(marked) // _IN_PICTURE) or 1]
