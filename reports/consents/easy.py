# SPDX-License-Identifier: MIT
"""The consent form for those who read little, slowly or in a new language: large letters, one thought at a time."""

from collections.abc import Iterator

from models.values.consent_paper import ConsentMatter, EasyConsentForm
from models.values.letter import Envelope
from reports.blocks import Blank, Blanks, Block, Heading, Paragraph
from reports.consents.common import apart, called, child_view, processing, signing, who, written
from reports.letters.common import whom_to_ask
from reports.parts import Part, Say, Section, day, speaker, typed


def title(paper: EasyConsentForm) -> str:
    """Which consent it is."""
    return speaker(paper.envelope.language)(f"letters_consent.{paper.matter.kind}.title")


def parts(paper: EasyConsentForm) -> Iterator[Part]:
    """The same matter as the full form, with fewer words and more air."""
    say, matter = speaker(paper.envelope.language), paper.matter
    child = called(say, matter)
    yield Heading(title(paper), 1)
    yield Paragraph(say("letters_consent_easy.subtitle", child=child), "subtitle")
    yield Section("result", say(f"letters_consent_easy.{matter.kind}.lead", child=child), role="lead")
    yield from written(say("letters_consent_easy.why"), matter.purpose)
    if matter.kind != "child_coordinator":
        yield Heading(say(f"letters_consent.{matter.kind}.who"))
        yield from who(say, matter, beside=3)
        yield from written(say("letters_consent_easy.exceptions"), matter.exceptions)
    yield Heading(say("letters_consent_easy.means"))
    yield from typed(f"{say(f'letters_consent_easy.{matter.kind}.means')}\n{matter.consequences}")
    yield from _decide(say, paper.envelope, matter)
    yield Heading(say("letters_consent_easy.secrecy_title"))
    yield from typed(say("letters_consent_easy.secrecy"))
    yield Heading(say("letters_consent_easy.child_view"))
    yield Paragraph(say("letters_consent_easy.child_right"))
    yield from child_view(say, matter.child_view)
    yield Heading(say("letters_consent_easy.sign"))
    yield Paragraph(say("letters_consent_easy.sign_help"))
    yield from signing(say, matter.signers)
    yield Blanks((Blank(say("letters_consent_easy.received_by"), share=2), Blank(say("letters_consent.day"))))
    yield apart(say, matter)
    yield processing(say, paper.envelope, matter)


def _decide(say: Say, envelope: Envelope, matter: ConsentMatter) -> Iterator[Block]:
    yield Heading(say("letters_consent_easy.decide"))
    until = say("letters_consent_easy.until", day=day(matter.expires_on)) if matter.expires_on else ""
    values = {
        "whom": whom_to_ask(say, envelope.sender),
        "withdrawn": say(f"letters_consent_easy.{matter.kind}.withdrawn"),
        "expiry": until or say("letters_consent_easy.until_blank"),
    }
    yield from typed(say("letters_consent_easy.decide_list", **values))
