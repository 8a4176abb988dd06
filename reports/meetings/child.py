# SPDX-License-Identifier: MIT
"""The child's or youth's own invitation: one page in simple words, with room to answer."""

from collections.abc import Iterator

from models.values.meeting_paper import ChildInvitation
from reports.blocks import Blank, Blanks, Facts, Heading, ListBlock, Paragraph, Tick, Ticks
from reports.letters.common import whom_to_ask
from reports.meetings.common import person, when, where
from reports.parts import Part, Section, day, named, speaker, together, typed

ANSWERS = ("whole", "part", "represented", "not")


def title(letter: ChildInvitation) -> str:
    """A question, for coming is free."""
    return speaker(letter.envelope.language)("letters_invitation_child.title")


def parts(letter: ChildInvitation) -> Iterator[Part]:
    """When and where, who comes and what about, that it is free, and the answer."""
    say, occasion, envelope = speaker(letter.envelope.language), letter.occasion, letter.envelope
    yield Heading(title(letter), 1)
    lead = say("letters_invitation_child.lead", child=named(say, letter.child_called))
    yield Section("result", lead, role="lead")
    yield from typed(letter.why)
    rows = (
        (say("letters_meeting.when"), when(occasion, envelope.language)),
        (say("letters_meeting.where"), where(say, envelope, occasion)),
    )
    yield Facts(rows, 1)
    if letter.participants:
        yield Heading(say("letters_invitation_child.with_whom"))
        yield Paragraph(f"{together(say, map(person, letter.participants))}.")
    if letter.topics:
        yield Heading(say("letters_invitation_child.topics"))
        yield ListBlock(letter.topics)
    adult = letter.adult or envelope.sender.caseworker
    know = [say("letters_invitation_child.first"), say("letters_invitation_child.know", adult=adult) if adult else ""]
    know.append(say("letters_invitation_child.ask", whom=whom_to_ask(say, envelope.sender)))
    yield Section("practice", " ".join(filter(None, know)))
    yield Heading(say("letters_invitation_child.answer"))
    if letter.reply_by:
        yield Paragraph(say("letters_invitation_child.answer_by", day=day(letter.reply_by)))
    yield Ticks(tuple(Tick(say(f"letters_invitation_child.{answer}")) for answer in ANSWERS))
    yield Blanks((Blank(say("letters_invitation_child.want")),))
    yield Blanks((Blank(say("letters_invitation_child.not_want")),))
