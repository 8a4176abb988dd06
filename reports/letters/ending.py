# SPDX-License-Identifier: MIT
"""Letters when the work with a family changes or ends: notice before the avgjørelse, and the last letter."""

from collections.abc import Iterator

from models.values.family_papers import ClosingLetter, PriorNotice
from reports.blocks import Blank, Blanks, Heading, PageBreak, Paragraph, Signatures, Tick, Ticks
from reports.letters.common import contact, rules_line
from reports.parts import Part, Say, Section, day, named, signature, speaker, unit

LINES_TO_WRITE = 3


def notice_title(letter: PriorNotice) -> str:
    """What is thought of, as yet undecided."""
    return speaker(letter.envelope.language)(f"letters_prior_notice.{letter.outcome}.title")


def notice_parts(letter: PriorNotice) -> Iterator[Part]:
    """What we think of doing, why, and how the family can say what it thinks first."""
    say, sender = speaker(letter.envelope.language), letter.envelope.sender
    child, called = named(say, letter.child), named(say, letter.child_called, letter.child)
    role = say(f"letters_people.{letter.kind}")
    yield Heading(notice_title(letter), 1)
    yield Paragraph(say("letters_prior_notice.subtitle", child=child), "subtitle")
    lead = say(f"letters_prior_notice.{letter.outcome}.lead", municipality=sender.municipality, child=child, role=role)
    yield Section("result", lead, role="lead")
    why = say(f"letters_reasons.{letter.reason_code}", child=called) if letter.reason_code else ""
    yield Section("reason", why, say("letters_prior_notice.reason_title"), hint="documents.hint.reason")
    yield from (Paragraph(line) for line in _known(say, letter, role))
    view = say("letters_prior_notice.view", child=called, day=day(letter.answer_by))
    yield Section("answer", view, say("letters_prior_notice.view_title"))
    yield Section("next", say("letters_prior_notice.next"), say("letters_prior_notice.next_title"))
    yield contact(say, letter.envelope, title="")
    yield rules_line(say, letter.envelope, "hol_7_2a" if letter.kind == "child_coordinator" else "hol_7_2", "fvl_16")
    yield signature(say, sender.caseworker, sender.caseworker_title)


def _known(say: Say, letter: PriorNotice, role: str) -> Iterator[str]:
    if letter.effective_on:
        yield say("letters_prior_notice.effective", day=day(letter.effective_on))
    if letter.coordinator and letter.outcome == "person_changed":
        yield say("letters_prior_notice.coordinator", coordinator=letter.coordinator, role=role)


def closing_title(letter: ClosingLetter) -> str:
    """That it ends, and that the family moves where it does."""
    return speaker(letter.envelope.language)(f"letters_closing.{_way(letter)}.title")


def closing_parts(letter: ClosingLetter) -> Iterator[Part]:
    """What ends and when, who goes on, what becomes of the papers; last the answer slip where papers may be sent."""
    say, sender = speaker(letter.envelope.language), letter.envelope.sender
    child, called, way = named(say, letter.child), named(say, letter.child_called, letter.child), _way(letter)
    yield Heading(closing_title(letter), 1)
    yield Paragraph(say("letters_closing.subtitle", child=child), "subtitle")
    yield Section("result", say(f"letters_closing.{way}.lead", child=child, day=day(letter.ends_on)), role="lead")
    why = say(f"letters_reasons.{letter.reason_code}", child=called) if letter.reason_code and way == "ended" else ""
    yield Section("reason", why, hint="documents.hint.reason")
    yield Section("practice", say(f"letters_closing.{way}.practice"), say("letters_determination.practice.title"))
    if letter.coordinating and way == "ended":
        yield Paragraph(say("letters_closing.coordinating", service=letter.coordinating))
    if way == "moved":
        yield Section("transfer", _transfer(say, letter), say("letters_closing.transfer_title"))
    archive = say("letters_closing.archive", law=letter.envelope.provision("bevf_36").text)
    yield Section("archive", archive, say("letters_closing.archive_title"))
    yield Section("change", say("letters_closing.change"))
    yield contact(say, letter.envelope, title="")
    yield signature(say, sender.caseworker, sender.caseworker_title)
    if way == "moved" and not letter.sent_to:
        yield from _slip(say, letter)


def _way(letter: ClosingLetter) -> str:
    return "moved" if letter.moves else "ended"


def _transfer(say: Say, letter: ClosingLetter) -> str:
    if not letter.sent_to or letter.sent_on is None:
        return say("letters_closing.ask")
    if letter.consent_on is None:
        return say("letters_closing.sent", to=letter.sent_to, day=day(letter.sent_on))
    consent = day(letter.consent_on)
    return say("letters_closing.sent_after_consent", to=letter.sent_to, day=day(letter.sent_on), consent=consent)


def _slip(say: Say, letter: ClosingLetter) -> Iterator[Part]:
    """The answer on a page of its own, so that it can be sent back; nothing is chosen beforehand."""
    sender = letter.envelope.sender
    where = ", ".join(line for line in (sender.municipality, unit(say, sender), *sender.address_lines) if line)
    to = letter.new_municipality or say("letters_closing.new_municipality")
    yield PageBreak()
    yield Heading(say("letters_closing.slip_title"))
    yield Paragraph(say("letters_closing.slip", child=named(say, letter.child), where=where))
    yield Ticks(tuple(Tick(line) for line in say("letters_closing.choices", municipality=to).splitlines()))
    yield Blanks((Blank(say("letters_closing.not_this")),), LINES_TO_WRITE)
    yield Paragraph(say("letters_closing.withdraw"), "note")
    yield Signatures(((say("letters_closing.signed"), ""), (say("letters_closing.signed"), "")))
