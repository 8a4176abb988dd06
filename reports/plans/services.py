# SPDX-License-Identifier: MIT
"""The services around a child: who they are in a picture, and a table that says the same."""

from collections.abc import Iterator

from models.values.date_words import age_text
from models.values.overview_paper import ServiceLine, ServicesOverview
from models.values.picture import Around, Network
from reports.blocks import Column, Heading, Table
from reports.parts import Part, Say, Section, speaker
from reports.pictures.network import network
from reports.plans.common import subtitle


def title(paper: ServicesOverview) -> str:
    """What the paper is, without the name."""
    return speaker(paper.envelope.language)("letters_services.title")


def parts(paper: ServicesOverview) -> Iterator[Part]:
    """The picture where there is room for it, and everyone in the table."""
    say, envelope = speaker(paper.envelope.language), paper.envelope
    yield Heading(title(paper), 1)
    yield subtitle(envelope, paper.child, paper.born_on)
    age = age_text(paper.born_on, envelope.dated_on, envelope.language) if paper.born_on else ""
    around = tuple(Around(each.service, each.contact, each.kind) for each in paper.services)
    drawing = network(Network(paper.child_called, age, around), envelope.language)
    if drawing:
        yield Heading(say("letters_services.picture", child=paper.child_called))
        yield drawing
    yield Heading(say("letters_services.table"))
    if paper.services:
        shares = (("service", 1.7), ("contact", 1.5), ("phone", 1), ("does", 2.2), ("kind", 1.3))
        columns = tuple(Column(say(f"letters_services.{name}"), share) for name, share in shares)
        yield Table(columns, tuple(_row(say, each) for each in paper.services), row_heads=True)
    yield Section("overview", say("letters_services.about"), role="note")


def _row(say: Say, each: ServiceLine) -> tuple[str, ...]:
    kind = say(f"letters_picture.kind.{each.kind}")
    return each.service, each.contact or "–", each.phone or "–", each.does or "–", kind
