# SPDX-License-Identifier: MIT
"""The child's or youth's own version: what it is about in simple words, and room to say what one thinks."""

from collections.abc import Iterator

from models.values.consent_paper import ChildConsentForm, ConsentMatter
from reports.blocks import Blank, Blanks, Block, Heading, ListBlock, Paragraph, Tick, Ticks
from reports.consents.common import called, law, signing, who
from reports.letters.common import whom_to_ask
from reports.parts import Part, Say, Section, day, speaker, together, typed


def title(paper: ChildConsentForm) -> str:
    """What the child is asked."""
    return speaker(paper.envelope.language)(f"letters_consent_child.{paper.matter.kind}.title")


def parts(paper: ChildConsentForm) -> Iterator[Part]:
    """What it is, who and what, that one need not answer, and the answer; a youth who decides also signs."""
    say, matter = speaker(paper.envelope.language), paper.matter
    yield Heading(title(paper), 1)
    if matter.child:
        yield Paragraph(say("letters_consent_child.subtitle", child=called(say, matter)), "subtitle")
    yield Section("result", say(f"letters_consent_child.{matter.kind}.lead"), role="lead")
    if paper.why:
        yield from typed(paper.why)
    if paper.decides and matter.kind != "child_coordinator":
        yield Heading(say(f"letters_consent.{matter.kind}.who"))
        yield from who(say, matter, beside=3)
    else:
        yield from _told(say, matter)
    yield Heading(say("letters_consent_child.good_to_know"))
    yield from typed(_good_to_know(say, paper))
    yield Heading(say("letters_consent_child.opinion"))
    if not paper.decides:
        yield Blanks((_opinion(say),))
    yield Blanks((Blank(say("letters_consent_child.my_words")),), lines=2)
    yield from _sign(say, paper)


def _told(say: Say, matter: ConsentMatter) -> Iterator[Block]:
    if matter.services:
        yield Heading(say("letters_consent_child.who"))
        people = (": ".join(filter(None, (service.name, service.contact))) for service in matter.services)
        yield ListBlock(tuple(people))
    if matter.information:
        yield Heading(say("letters_consent_child.what"))
        yield Paragraph(together(say, (kind.name for kind in matter.information)))


def _good_to_know(say: Say, paper: ChildConsentForm) -> str:
    matter = paper.matter
    until = say("letters_consent_child.until", day=day(matter.expires_on)) if matter.expires_on else ""
    return say(
        "letters_consent_child.know_list",
        decides=say(f"letters_consent_child.decides_{'youth' if paper.decides else 'child'}"),
        whom=whom_to_ask(say, paper.envelope.sender),
        withdrawn=say(f"letters_consent_child.{matter.kind}.withdrawn"),
        expiry=until or say("letters_consent_child.until_blank"),
    )


def _opinion(say: Say) -> Ticks:
    return Ticks(tuple(Tick(say(f"letters_consent_child.{key}")) for key in ("fine", "partly", "not_fine", "talk")))


def _sign(say: Say, paper: ChildConsentForm) -> Iterator[Block]:
    if paper.decides:
        yield from signing(say, paper.matter.signers, blank=1)
        yield from law(say, paper.envelope, paper.matter)
        return
    yield Blanks(
        (
            Blank(say("letters_consent_child.my_name"), share=1.5),
            Blank(say("letters_consent_child.talked_with"), share=1.5),
            Blank(say("letters_consent.day")),
        )
    )
