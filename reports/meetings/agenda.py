# SPDX-License-Identifier: MIT
"""Saksliste: the sheet on the table, with what was taken on last time."""

from collections.abc import Iterator

from models.values.meeting_paper import AgendaItem, AgendaPaper
from reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Redacted, Table
from reports.meetings.common import about, in_order, known, when, where
from reports.meetings.tasks import table
from reports.parts import Part, Say, Section, speaker, typed


def title(paper: AgendaPaper) -> str:
    """Saksliste."""
    return speaker(paper.envelope.language)("letters_agenda.title")


def parts(paper: AgendaPaper) -> Iterator[Part]:
    """The child first, then what was agreed before, then the items."""
    say, occasion, envelope = speaker(paper.envelope.language), paper.occasion, paper.envelope
    yield Heading(title(paper), 1)
    yield Paragraph(about(say, occasion), "subtitle")
    yield Section("result", say("letters_agenda.lead"), role="lead")
    rows = (
        (say("letters_meeting.when"), when(occasion, envelope.language)),
        (say("letters_meeting.where"), where(say, envelope, occasion)),
        (say("letters_meeting.leader"), occasion.leader),
        (say("letters_meeting.recorder"), occasion.recorder),
    )
    yield Facts(known(rows), 1)
    yield from typed(paper.purpose)
    yield Heading(say("letters_meeting.items"))
    yield from _items(say, paper)
    if paper.tasks:
        yield Heading(say("letters_agenda.since"))
        yield table(say, paper.tasks, envelope.dated_on, envelope.language)


def _items(say: Say, paper: AgendaPaper) -> Iterator[Block]:
    columns = (
        Column(say("letters_meeting.item"), 4),
        Column(say("letters_meeting.who"), 2),
        Column(say("letters_meeting.length"), 0.9),
    )
    rows: list[tuple[Cell, ...]] = []
    for item in in_order(paper.items):
        if isinstance(item, AgendaItem):
            rows.append(_row(say, item))
            continue
        if rows:
            yield Table(columns, tuple(rows), row_heads=True)
            rows = []
        yield Redacted(item.reason)
    rows.append((say("letters_agenda.summary"), paper.occasion.leader or "–", ""))
    yield Table(columns, tuple(rows), row_heads=True)


def _row(say: Say, item: AgendaItem) -> tuple[Cell, ...]:
    length = say("letters_meeting.minutes", n=item.minutes) if item.minutes else ""
    return "\n".join(filter(None, (item.title, item.note))), item.who or "–", length
