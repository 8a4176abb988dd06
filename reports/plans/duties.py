# SPDX-License-Identifier: MIT
"""«Hvem gjør hva» on one sheet for the fridge: whom to call first, then who does what, in large letters."""

from collections.abc import Iterator
from dataclasses import replace

from models.values.overview_paper import WhoDoesWhat
from reports.blocks import Column, Heading, Paragraph, Quote, Table
from reports.parts import Part, Section, speaker
from reports.plans.common import clipped


def title(paper: WhoDoesWhat) -> str:
    """What the sheet is; no name, since it hangs where guests may see it."""
    return speaker(paper.envelope.language)("letters_duties.title")


def parts(paper: WhoDoesWhat) -> Iterator[Part]:
    """The first to call is set apart; the phone numbers stand in a column of their own."""
    say = speaker(paper.envelope.language)
    yield Heading(title(paper), 1)
    yield Paragraph(paper.child_called, "subtitle")
    if paper.first:
        first = "\n".join(filter(None, (paper.first, paper.first_phone)))
        about = " · ".join(filter(None, (paper.first_role, paper.first_when)))
        yield Quote(say("letters_duties.first"), first, more=about)
    if paper.duties:
        shares = (("what", 2.4), ("who", 2.4), ("phone", 1.4))
        columns = tuple(Column(say(f"letters_duties.{name}"), share) for name, share in shares)
        yield Heading(say("letters_duties.others"))
        yield Table(
            columns, tuple((each.what, each.who or "–", each.phone or "–") for each in paper.duties), row_heads=True
        )
    if paper.more_duties:
        yield Paragraph(say("letters_duties.more", n=paper.more_duties))
    yield Section("urgent", say("letters_duties.urgent"), role="note")


def shorter(paper: WhoDoesWhat, room: int) -> WhoDoesWhat:
    """The same sheet with fewer lines and shorter texts; what is left out is counted."""
    duties, most = paper.duties[: room + 1], 40 + 10 * room
    return replace(
        paper,
        envelope=replace(paper.envelope, attachments=(), copies_to=()),
        child_called=clipped(paper.child_called, most),
        first=clipped(paper.first, most),
        first_phone=clipped(paper.first_phone, 40),
        first_role=clipped(paper.first_role, most),
        first_when=clipped(paper.first_when, most),
        duties=tuple(
            replace(each, what=clipped(each.what, most), who=clipped(each.who, most), phone=clipped(each.phone, 40))
            for each in duties
        ),
        more_duties=paper.more_duties + len(paper.duties) - len(duties),
    )
