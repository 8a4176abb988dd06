# SPDX-License-Identifier: MIT
"""The checklist before a child turns 18: what to settle, by when, who does it, and a box to tick (R62)."""

from collections.abc import Iterator
from datetime import date

from models.values.dates import add_months
from models.values.family_papers import AdulthoodChecklist
from reports.blocks import Column, Heading, Paragraph, Table, Tick, Ticks
from reports.letters.common import rules_line
from reports.parts import Part, Say, Section, day, named, speaker

# How many months before the birthday each point of a group should be settled.
GROUPS: dict[str, tuple[int, ...]] = {
    "coordinator": (18, 12, 3, 1),
    "decides": (12, 12, 9),
    "services": (12, 12, 12, 6),
    "benefits": (6, 6, 6, 6),
}


def title(checklist: AdulthoodChecklist) -> str:
    """What the list is for."""
    return speaker(checklist.envelope.language)("letters_adulthood_list.title")


def parts(checklist: AdulthoodChecklist) -> Iterator[Part]:
    """Group by group, with the dates counted from the birthday."""
    say, found = speaker(checklist.envelope.language), checklist.adulthood
    called = named(say, found.child_called)
    yield Heading(title(checklist), 1)
    subtitle = say("letters_adulthood_list.subtitle", child=named(say, found.child), day=day(found.turns_18_on))
    yield Paragraph(subtitle, "subtitle")
    yield Section("result", say("letters_adulthood_list.lead", child=called), role="lead")
    for group, months in GROUPS.items():
        yield Heading(say(f"letters_adulthood_list.{group}.title"))
        yield Paragraph(say(f"letters_adulthood_list.{group}.about", child=called))
        yield _table(say, checklist, group, months)
    yield Section("own", heading=say("letters_adulthood_list.own"), hint="documents.hint.own")
    yield rules_line(say, checklist.envelope, "hol_7_2", "hol_7_2a", "vgml_16", "vgml_20")


def _table(say: Say, checklist: AdulthoodChecklist, group: str, months: tuple[int, ...]) -> Table:
    found, today = checklist.adulthood, checklist.envelope.dated_on
    points = say(f"letters_adulthood_list.{group}.points", child=named(say, found.child_called)).splitlines()
    columns = (
        Column(say("letters_adulthood_list.what"), 3.4),
        Column(say("letters_adulthood_list.by"), 1.4),
        Column(say("letters_adulthood_list.who"), 1.5),
        Column(say("letters_adulthood_list.state"), 0.8),
    )
    if group == "coordinator" and found.kind != "child_coordinator":
        # only a barnekoordinator ends at 18
        points, months = points[:-1], months[:-1]
    box = Ticks((Tick(say("letters_adulthood_list.done")),))
    rows = tuple(
        (point, _by(say, add_months(found.turns_18_on, -before), today), "", box)
        for point, before in zip(points, months, strict=True)
    )
    return Table(columns, rows, row_heads=True)


def _by(say: Say, on: date, today: date) -> str:
    return day(on) if on > today else say("letters_adulthood_list.now")
