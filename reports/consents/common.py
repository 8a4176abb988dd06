# SPDX-License-Identifier: MIT
"""What every version of the consent form has: who may be told what, the child's view, and the lines to sign on."""

from collections.abc import Iterator, Sequence
from typing import get_args

from models.values.consent_paper import (
    ChildView,
    ConsentKind,
    ConsentMatter,
    ConsentService,
    ConsentSigner,
    InformationKind,
)
from models.values.letter import Envelope
from reports.blocks import Blank, Blanks, Block, Column, Heading, Paragraph, Run, Table, Tick, Ticks, Words
from reports.letters.common import joined, provisions
from reports.parts import Say, day, together, typed

_BLANK_SERVICES = 3


def called(say: Say, matter: ConsentMatter) -> str:
    """What the child is called in running text."""
    return matter.child_called or matter.child or say("letters_consent.the_child")


def apart(say: Say, matter: ConsentMatter) -> Block:
    """That the form is for one thing only, and what is asked for on forms of their own (R25)."""
    others = (say(f"letters_consent.{kind}.called") for kind in get_args(ConsentKind) if kind != matter.kind)
    return Paragraph(say("letters_consent.apart", others=together(say, others)), "note")


def answer(say: Say, given: bool | None = None) -> Ticks:
    """A box for yes and one for no; an answer that is known stands ticked."""
    yes, no = say("letters_consent.yes"), say("letters_consent.no")
    return Ticks((Tick(yes, given is True), Tick(no, given is False)))


def written(heading: str, words: str, label: str = "") -> Iterator[Block]:
    """A heading with what is known under it, or with lines to write on."""
    yield Heading(heading)
    yield from typed(words) if words.strip() else [Blanks((Blank(label or heading, shown=bool(label)),), 2)]


def who(say: Say, matter: ConsentMatter, beside: int = 4) -> Iterator[Block]:
    """Who may be told what, or who may take part: a box for yes and for no in each place, `beside` services a table."""
    yield Paragraph(say("letters_consent.untouched"))
    if matter.kind == "sharing":
        yield from _sharing(say, matter, beside)
    elif matter.services:
        columns = (
            Column(say("letters_consent.service"), 1.6),
            Column(say("letters_consent.contact"), 1.6),
            Column(say("letters_consent.answer"), 1.0),
        )
        rows = tuple((each.name, each.contact or "–", answer(say, each.answer)) for each in matter.services)
        yield Table(columns, rows, row_heads=True)
    else:
        for number in range(1, _BLANK_SERVICES + 1):
            yield Blanks((Blank(say("letters_consent.service_number", n=number), share=4), answer(say)))


def _sharing(say: Say, matter: ConsentMatter, beside: int) -> Iterator[Block]:
    yield Blanks((Blank(say("letters_consent.from_services"), ", ".join(matter.from_services)),))
    numbers = range(1, _BLANK_SERVICES + 1)
    services = matter.services or tuple(
        ConsentService(say("letters_consent.service_number", n=number)) for number in numbers
    )
    if not matter.services:
        yield Blanks(tuple(Blank(service.name) for service in services))
    standard = say("letters_consent.standard_information").splitlines()
    kinds = matter.information or tuple(InformationKind(name) for name in standard)
    groups = -(-len(services) // beside)
    for group in range(groups):
        places = range(group * len(services) // groups, (group + 1) * len(services) // groups)
        yield _grid(say, kinds, services, places)


def _grid(
    say: Say, kinds: Sequence[InformationKind], services: Sequence[ConsentService], places: Sequence[int]
) -> Table:
    columns = [Column(say("letters_consent.information"), 1.7), *(Column(services[place].name) for place in places)]
    rows = [
        (_kind(kind), *(answer(say, kind.answers[place] if place < len(kind.answers) else None) for place in places))
        for kind in kinds
    ]
    return Table(tuple(columns), tuple(rows), row_heads=True)


def _kind(kind: InformationKind) -> Words:
    return (Run(kind.name, bold=True), Run(f": {kind.example}")) if kind.example else kind.name


def child_view(say: Say, view: ChildView) -> Iterator[Block]:
    """Whether the child was heard, and what it said; open where it is not known."""
    heard = Ticks(
        (
            Tick(say("letters_consent.heard"), view.heard == "heard"),
            Tick(say("letters_consent.not_heard"), view.heard == "not_heard"),
        )
    )
    how = ", ".join(filter(None, (view.how, view.by, day(view.heard_on) if view.heard_on else "")))
    if view.heard == "not_heard":
        yield Blanks((heard, Blank(say("letters_consent.not_heard_reason"), view.not_heard_reason)))
        return
    yield Blanks((heard, Blank(say("letters_consent.heard_how"), how)))
    label = "heard_words" if view.heard else "heard_either"
    yield Blanks((Blank(say(f"letters_consent.{label}"), view.words),))


def signing(say: Say, signers: Sequence[ConsentSigner], blank: int = 2) -> Iterator[Block]:
    """A place to answer and sign for each who must; without names there are lines for so many."""
    for signer in signers or (ConsentSigner(),) * blank:
        capacity = say(f"letters_consent.capacity_of.{signer.capacity}") if signer.capacity else ""
        known = ", ".join(filter(None, (say("letters_consent.signature"), signer.name, capacity)))
        fields: list[Blank | Ticks] = [answer(say), Blank(known, share=4)]
        if not signer.name:
            fields.append(
                Blank(say("letters_consent.name" if capacity else "letters_consent.name_and_capacity"), share=2.6)
            )
        yield Blanks((*fields, Blank(say("letters_consent.day"), share=1.3)))


def law(say: Say, envelope: Envelope, matter: ConsentMatter) -> Iterator[Block]:
    """What the consent does to secrecy, and that it is not what the handling of personal data stands on."""
    if matter.kind == "sharing":
        laws = joined(say, provisions(envelope, "fvl_13a", "hpl_22"))
        yield Paragraph(say("letters_consent.secrecy", laws=laws), "note")
    else:
        yield Paragraph(say("letters_consent.no_sharing"), "note")
    yield processing(say, envelope, matter)
    yield Paragraph(say("letters_consent.report", law=envelope.provision("bvl_13_2").text), "note")


def processing(say: Say, envelope: Envelope, matter: ConsentMatter) -> Block:
    """That a consent to share is not the ground for handling personal data, and what is."""
    task = envelope.provision("hol_7_1" if matter.kind == "individual_plan" else "hol_7_2a").text
    gdpr = joined(say, provisions(envelope, "gdpr_6", "gdpr_9"))
    return Paragraph(say("letters_consent.processing", law=task, gdpr=gdpr), "note")
