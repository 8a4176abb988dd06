# SPDX-License-Identifier: MIT
"""Innhenting av samtykke: the letter that goes with the forms, and presses nobody."""

from collections.abc import Iterator

from models.values.consent_paper import ConsentRequest
from reports.blocks import Heading, Paragraph
from reports.letters.common import contact, rules_line
from reports.parts import Part, Section, day, named, signature, speaker, together

# Where each kind stands in the law; an ansvarsgruppe is a way of working that no law names.
RULES = {
    "child_coordinator": ("pbrl_2_5c",),
    "individual_plan": ("ipf_5",),
    "care_team": (),
    "sharing": ("fvl_13a", "hpl_22"),
}


def title(letter: ConsentRequest) -> str:
    """A question."""
    return speaker(letter.envelope.language)("letters_consent_request.title")


def parts(letter: ConsentRequest) -> Iterator[Part]:
    """What is asked and why now, that it is free, how to answer and by when, and the child's part."""
    say, sender = speaker(letter.envelope.language), letter.envelope.sender
    child = named(say, letter.child)
    yield Heading(title(letter), 1)
    yield Paragraph(say("letters_consent_request.subtitle", child=child), "subtitle")
    values = {
        "child": child,
        "what": together(say, (say(f"letters_consent.{kind}.called") for kind in letter.kinds)),
        "service": letter.service,
        "day": day(letter.expires_on or letter.envelope.dated_on),
    }
    yield Section("result", say(f"letters_consent_request.lead.{letter.reason}", **values), role="lead")
    yield Section("voluntary", say("letters_consent_request.voluntary"))
    by = say("letters_consent_request.by", day=day(letter.answer_by)) if letter.answer_by else ""
    yield Section("answer", say("letters_consent_request.answer", by=by), say("letters_consent_request.answer_title"))
    if letter.child:
        called = named(say, letter.child_called, letter.child)
        yield Section("child_voice", say("letters_consent_request.child_voice", child=called))
    yield contact(say, letter.envelope, title="")
    if laws := [law for kind in letter.kinds for law in RULES[kind]]:
        yield rules_line(say, letter.envelope, *laws)
    yield signature(say, sender.caseworker, sender.caseworker_title)
