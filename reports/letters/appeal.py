# SPDX-License-Identifier: MIT
"""Oversendelse: a complaint the municipality has not met, sent on to the county governor with all that belongs."""

from collections.abc import Iterator

from models.values.letter import AppealForwarding
from reports.blocks import Block, Facts, Heading, ListBlock, Paragraph, Words
from reports.letters.common import rules
from reports.parts import Part, Say, Section, day, headed, signature, speaker


def title(letter: AppealForwarding) -> str:
    """What is sent on."""
    return speaker(letter.envelope.language)("letters_appeal.title")


def parts(letter: AppealForwarding) -> Iterator[Part]:
    """The case in short, the grounds, the municipality's own assessment, the child's view and the documents."""
    say = speaker(letter.envelope.language)
    yield Heading(title(letter), 1)
    yield Paragraph(
        say("letters_appeal.subtitle", child=letter.child or say("letters.expected_child_of_them")), "subtitle"
    )
    values = {"municipality": letter.envelope.sender.municipality, "day": day(letter.received_on)}
    yield Section("result", say("letters_appeal.lead", **values), role="lead")
    yield Heading(say("letters_appeal.facts_title"))
    yield Facts(tuple(_facts(say, letter)), 1)
    yield from headed(say("letters_appeal.grounds"), letter.grounds)
    yield from headed(say("letters_appeal.reassessment"), letter.reassessment)
    yield from headed(say("letters_appeal.child_view"), letter.child_view)
    yield from _documents(say, letter)
    yield from rules(say, letter.envelope, "pbrl_7_2", "pbrl_7_7", "fvl_33")
    yield signature(say, letter.signer_name, letter.signer_title)


def _facts(say: Say, letter: AppealForwarding) -> Iterator[tuple[str, Words]]:
    yield say("letters_appeal.fact.from_whom"), letter.from_whom
    numbered = "numbered" if letter.determination_number else "unnumbered"
    yield (
        say("letters_appeal.fact.determination"),
        say(
            f"letters_appeal.{numbered}",
            number=letter.determination_number,
            day=day(letter.determination_on),
            outcome=say(f"letters_appeal.outcome.{letter.outcome}"),
        ),
    )
    if letter.knowledge_on:
        yield say("letters_appeal.fact.knowledge"), day(letter.knowledge_on)
    if letter.due_on:
        yield say("letters_appeal.fact.due"), day(letter.due_on)
    yield say("letters_appeal.fact.received"), day(letter.received_on)
    answer = {True: "yes", False: "no", None: "unknown"}[letter.in_time]
    yield say("letters_appeal.fact.in_time"), say(f"letters_appeal.in_time.{answer}")


def _documents(say: Say, letter: AppealForwarding) -> Iterator[Block]:
    if letter.documents:
        yield Heading(say("letters_appeal.documents"))
        yield ListBlock(letter.documents, ordered=True)
