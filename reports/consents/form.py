# SPDX-License-Identifier: MIT
"""The consent form in full: all a valid consent must say, on one sheet printed on both sides."""

from collections.abc import Iterator

from models.values.consent_paper import ConsentForm, ConsentMatter
from models.values.letter import Envelope
from reports.blocks import Blank, Blanks, Block, Heading, Paragraph
from reports.consents.common import apart, called, child_view, law, signing, who, written
from reports.letters.common import whom_to_ask
from reports.parts import Part, Say, Section, day, speaker, typed


def title(paper: ConsentForm) -> str:
    """Which consent it is."""
    return speaker(paper.envelope.language)(f"letters_consent.{paper.matter.kind}.title")


def parts(paper: ConsentForm) -> Iterator[Part]:
    """What is asked, of whom, why, what a yes means, that it is free, and where to sign."""
    say, matter = speaker(paper.envelope.language), paper.matter
    yield Heading(title(paper), 1)
    yield Section("result", say(f"letters_consent.{matter.kind}.lead", child=called(say, matter)), role="lead")
    yield apart(say, matter)
    yield from _about(say, matter)
    yield from written(say("letters_consent.purpose"), matter.purpose)
    if matter.kind != "child_coordinator":
        yield Heading(say(f"letters_consent.{matter.kind}.who"))
        yield from who(say, matter)
        label = say("letters_consent.exceptions_blank")
        yield from written(say("letters_consent.exceptions"), matter.exceptions, label)
    yield Heading(say("letters_consent.means"))
    yield from typed(f"{say(f'letters_consent.{matter.kind}.means')}\n{matter.consequences}")
    yield from _decide(say, paper.envelope, matter)
    yield from law(say, paper.envelope, matter)
    yield Heading(say("letters_consent.child_view"))
    yield Paragraph(say("letters_consent.child_right"))
    yield from child_view(say, matter.child_view)
    yield Heading(say("letters_consent.sign"))
    yield Paragraph(say("letters_consent.sign_help"))
    yield from signing(say, matter.signers)
    if matter.one_signer_reason or not matter.signers:
        yield Blanks((Blank(say("letters_consent.one_signer"), matter.one_signer_reason),))
    yield from _noted(say, matter)


def _about(say: Say, matter: ConsentMatter) -> Iterator[Block]:
    born = day(matter.born_on) if matter.born_on else ""
    until = day(matter.expires_on) if matter.expires_on else ""
    yield Blanks(
        (
            Blank(say("letters_consent.child"), matter.child, 2),
            Blank(say("letters_consent.born"), born, 1.1),
            Blank(say("letters_consent.language"), matter.language_and_interpreter, 1.7),
            Blank(say("letters_consent.expires"), until, 1.3),
        )
    )


def _decide(say: Say, envelope: Envelope, matter: ConsentMatter) -> Iterator[Block]:
    yield Heading(say("letters_consent.decide"))
    until = say("letters_consent.until", day=day(matter.expires_on)) if matter.expires_on else ""
    values = {
        "partly": say("letters_consent.partly") if matter.kind != "child_coordinator" else "",
        "whom": whom_to_ask(say, envelope.sender),
        "withdrawn": say(f"letters_consent.{matter.kind}.withdrawn"),
        "expiry": until or say("letters_consent.until_blank"),
    }
    yield from typed(say("letters_consent.decide_list", **values))


def _noted(say: Say, matter: ConsentMatter) -> Iterator[Block]:
    """Room for an answer by word of mouth, and for the day when the consent is taken back."""
    oral = matter.oral
    given = day(oral.given_on) if oral.given_on else ""
    yield Heading(say("letters_consent.noted"), 3)
    yield Blanks(
        (
            Blank(say("letters_consent.given_by"), oral.given_by, 1.3),
            Blank(say("letters_consent.received_by"), oral.received_by, 1.6),
            Blank(say("letters_consent.how"), oral.how),
            Blank(say("letters_consent.day"), given, 0.9),
        )
    )
    yield Blanks(
        (
            Blank(say("letters_consent.withdrawn_by"), share=1.3),
            Blank(say("letters_consent.received_by"), share=1.6),
            Blank(say("letters_consent.how")),
            Blank(say("letters_consent.day"), share=0.9),
        )
    )
