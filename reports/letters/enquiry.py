# SPDX-License-Identifier: MIT
"""Letters on a wish or a need the municipality has learnt of: foreløpig svar, and information on the right."""

from collections.abc import Iterator

from models.values.letter import InterimReply, RightInformation
from reports.blocks import Heading, Paragraph
from reports.letters.common import contact, rules_line
from reports.parts import Part, Section, day, named, signature, speaker, typed


def interim_title(letter: InterimReply) -> str:
    """Says that the municipality has the wish, or has itself begun."""
    key = "own_title" if letter.channel == "own_initiative" else "title"
    return speaker(letter.envelope.language)(f"letters_interim.{key}")


def interim_parts(letter: InterimReply) -> Iterator[Part]:
    """That it is received, when an answer comes, why it takes time, and what happens meanwhile."""
    say, sender = speaker(letter.envelope.language), letter.envelope.sender
    child = named(say, letter.child)
    called = named(say, letter.child_called, letter.child)
    yield Heading(interim_title(letter), 1)
    yield Paragraph(say("letters_interim.subtitle", child=child), "subtitle")
    channel = letter.channel or "written"
    lead = say(f"letters_interim.lead.{channel}", day=day(letter.received_on), child=child)
    yield Section("result", lead, role="lead")
    if letter.expected_on:
        yield Section("answer", say("letters_interim.expected", day=day(letter.expected_on)))
    else:
        yield Section("answer", say("letters_interim.soon"))
    if letter.reason.strip():
        yield Heading(say("letters_interim.reason_title"))
        yield from typed(letter.reason)
    yield Section("next", say("letters_interim.next", child=called), say("letters_interim.next_title"))
    if letter.child:
        yield Section("child_voice", say("letters_interim.child_voice", child=called))
    yield Section("voluntary", say("letters_interim.voluntary"))
    yield contact(say, letter.envelope, title="")
    yield rules_line(say, letter.envelope, "hol_7_2a", "pbrl_2_5c", "fvl_11a")
    yield signature(say, sender.caseworker, sender.caseworker_title)


def right_title(letter: RightInformation) -> str:
    """That the family may have a right."""
    return speaker(letter.envelope.language)("letters_right.title")


def right_parts(letter: RightInformation) -> Iterator[Part]:
    """What a barnekoordinator is, who may get one, that it is voluntary, and how to say yes."""
    say, sender = speaker(letter.envelope.language), letter.envelope.sender
    child = named(say, letter.child)
    called = named(say, letter.child_called, letter.child)
    yield Heading(right_title(letter), 1)
    yield Paragraph(say("letters_right.subtitle", child=child), "subtitle")
    yield Section("result", say("letters_right.lead", municipality=sender.municipality, child=child), role="lead")
    yield Section("conditions", say("letters_right.conditions"), say("letters_right.conditions_title"))
    yield Section("tasks", say("letters_role.child_coordinator.tasks"), say("letters_right.about_title"))
    yield Section("voluntary", say("letters_right.voluntary"), say("letters_right.voluntary_title"))
    if letter.child:
        yield Section("child_voice", say("letters_right.child_voice", child=called))
    yield Section("answer", say("letters_right.answer"), say("letters_right.answer_title"))
    yield contact(say, letter.envelope)
    yield rules_line(say, letter.envelope, "hol_7_2a", "pbrl_2_5c", "fvl_11")
    yield signature(say, sender.caseworker, sender.caseworker_title)
