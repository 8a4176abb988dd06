# SPDX-License-Identifier: MIT
"""The coordinator's card for the first talk: what she can help with and not, and what was agreed (R20)."""

from collections.abc import Iterator

from models.values.family_papers import RoleCard
from reports.blocks import Blank, Blanks, Facts, Heading, PageBreak, Paragraph, Words
from reports.letters.common import rules_line
from reports.parts import Part, Say, Section, chosen, day, named, speaker, unit

LINES_TO_WRITE = 5


def title(card: RoleCard) -> str:
    """In the coordinator's own words."""
    return speaker(card.envelope.language)("letters_role_card.title")


def parts(card: RoleCard) -> Iterator[Part]:
    """Who I am and how to reach me, the tasks, what I may decide and not, and what we agree on."""
    say, sender = speaker(card.envelope.language), card.envelope.sender
    yield Heading(title(card), 1)
    yield Section("result", say(f"letters_role_card.{card.kind}.lead", name=chosen(say, card.coordinator)), role="lead")
    reach: tuple[tuple[str, Words], ...] = (
        (say("letters_determination.fact.phone"), card.phone),
        (say("letters_determination.fact.email"), card.email),
        (say("letters_determination.fact.from"), day(card.from_on)),
    )
    yield Facts(tuple(fact for fact in reach if fact[1]), 1)
    yield Section("tasks", say(f"letters_role_card.{card.kind}.tasks"), say("letters_role_card.tasks_title"))
    yield Section("authority", say("letters_role_card.authority"), say("letters_role_card.authority_title"))
    yield Section("limits", say("letters_role_card.limits"), say("letters_role_card.limits_title"))
    away = unit(say, sender)
    away = say("letters.name_and_phone", name=away, phone=sender.phone) if sender.phone else away
    yield Section("contact", say("letters_role_card.contact", unit=away), say("letters_role_card.contact_title"))
    yield Section("change", say("letters_role_card.change"))
    yield rules_line(say, card.envelope, "hol_7_2a" if card.kind == "child_coordinator" else "hol_7_2", "hol_12_1")
    yield from _agreed(say, card)


def _agreed(say: Say, card: RoleCard) -> Iterator[Part]:
    """What was agreed when it is written down here, else the back of the sheet to write it on during the talk."""
    heading = say("letters_role_card.agreed_title")
    yield Section("agreed", heading=heading, hint="documents.hint.agreed")
    if card.envelope.changed_texts.get("agreed", "").strip():
        return
    yield PageBreak()
    yield Heading(heading)
    yield Paragraph(say("letters_role_card.agreed"))
    questions = say("letters_role_card.questions", child=named(say, card.child_called)).splitlines()
    yield from (Blanks((Blank(question),), LINES_TO_WRITE) for question in questions)
