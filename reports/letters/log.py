# SPDX-License-Identifier: MIT
"""The log on paper: for a family, who has seen what of theirs; and what one person who works here has done."""

from collections.abc import Iterator
from itertools import groupby

from models.values.letter import AccessLog, AccessLogLine, PersonLog
from reports.blocks import Column, Heading, Paragraph, Table
from reports.parts import Part, Say, Section, moment, speaker


def family_title(letter: AccessLog) -> str:
    """What the sheet is."""
    return speaker(letter.envelope.language)("letters_log.title")


def family_parts(letter: AccessLog) -> Iterator[Part]:
    """Person by person with her roles once, those who were there last first; newest first under each."""
    say = speaker(letter.envelope.language)
    yield Heading(family_title(letter), 1)
    yield Paragraph(say("letters_log.subtitle", family=letter.family), "subtitle")
    yield Section("result", say("letters_log.lead"), role="lead")
    if not letter.lines:
        yield Paragraph(say("letters_log.empty"))
        return
    for heading, lines in _grouped(letter.lines):
        yield Heading(heading)
        yield _table(say, lines)
    yield Section("contact", say("letters_log.contact"), say("letters.contact_title"))
    yield Paragraph(say("letters_complaint.own_interest", law=letter.envelope.provision("fvl_13b").text), "note")


def person_title(letter: PersonLog) -> str:
    """What the sheet is; no name, for titles are seen in queues and folders."""
    return speaker(letter.envelope.language)("letters_log.person_title")


def person_parts(letter: PersonLog) -> Iterator[Part]:
    """Role by role, each told once; newest first."""
    say = speaker(letter.envelope.language)
    yield Heading(person_title(letter), 1)
    yield Paragraph(letter.person, "subtitle")
    yield Section("result", say("letters_log.person_lead"), role="lead")
    if not letter.lines:
        yield Paragraph(say("letters_log.empty"))
    for heading, lines in _grouped(letter.lines):
        yield Heading(heading)
        yield _table(say, lines, families=True)


def _grouped(lines: tuple[AccessLogLine, ...]) -> Iterator[tuple[str, list[AccessLogLine]]]:
    """Who in which role, in the order they were last there, with their lines."""
    headings = [f"{line.who}, {line.role}" if line.role else line.who for line in lines]
    order = {heading: place for place, heading in reversed(list(enumerate(headings)))}
    known = sorted(zip(headings, lines, strict=True), key=lambda pair: order[pair[0]])
    for heading, pairs in groupby(known, key=lambda pair: pair[0]):
        yield heading, [line for _, line in pairs]


def _table(say: Say, lines: list[AccessLogLine], *, families: bool = False) -> Table:
    columns = [
        Column(say("letters_log.at"), 1.2),
        Column(say("letters_log.what"), 2.4),
        Column(say("letters_log.reason"), 1.8),
    ]
    rows = [[moment(line.at), line.what, line.reason or "–"] for line in lines]
    if families:
        columns.insert(2, Column(say("letters_log.family"), 1.2))
        for row, line in zip(rows, lines, strict=True):
            row.insert(2, line.family or "–")
    return Table(tuple(columns), tuple(tuple(row) for row in rows), say("letters_log.caption"))
