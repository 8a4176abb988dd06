# SPDX-License-Identifier: MIT
"""The letter before a child turns 18: what ends, what goes on, who decides, and what to ask Nav."""

from collections.abc import Iterator

from models.values.family_papers import AdulthoodLetter
from reports.blocks import Heading, Paragraph
from reports.letters.common import contact, rules_line
from reports.parts import Part, Section, day, named, signature, speaker


def title(letter: AdulthoodLetter) -> str:
    """That 18 comes soon."""
    return speaker(letter.envelope.language)("letters_adulthood.title")


def parts(letter: AdulthoodLetter) -> Iterator[Part]:
    """The date first; then coordinator, who decides, services, benefits, and what happens now."""
    say, found, sender = speaker(letter.envelope.language), letter.adulthood, letter.envelope.sender
    child, called, kind = named(say, found.child), named(say, found.child_called), found.kind or "none"
    yield Heading(title(letter), 1)
    yield Paragraph(say("letters_adulthood.subtitle", child=child), "subtitle")
    lead = say(f"letters_adulthood.{kind}.lead", child=child, called=called, day=day(found.turns_18_on))
    yield Section("result", lead, role="lead")
    coordinator = say(f"letters_adulthood.{kind}.adult", child=called, coordinator=found.coordinator)
    yield Section("adult", coordinator, say("letters_adulthood.adult_title"))
    yield Section("authority", say("letters_adulthood.decides", child=called), say("letters_adulthood.decides_title"))
    yield Section("alternatives", say("letters_adulthood.services"), say("letters_adulthood.services_title"))
    benefits = say("letters_adulthood.benefits", child=called, year=found.turns_18_on.year)
    yield Section("benefits", benefits, say("letters_adulthood.benefits_title"))
    yield Section("next", say("letters_adulthood.next", child=called), say("letters_adulthood.next_title"))
    yield contact(say, letter.envelope, title="")
    yield rules_line(say, letter.envelope, "hol_7_2", "hol_7_2a", "vgml_16", "vgml_20")
    yield signature(say, sender.caseworker, sender.caseworker_title)
