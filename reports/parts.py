# SPDX-License-Identifier: MIT
"""What every letter is built of: sections a person may change, set between blocks that stand fast."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Literal, Protocol

from models.values.date_words import long_date
from models.values.dates import OSLO
from models.values.letter import Envelope, LetterSection, Sender
from models.values.letter_fields import FieldFault, field_faults, filled, has_name
from models.values.names import listed
from reports.blocks import (
    Block,
    Document,
    Heading,
    Kind,
    Letterhead,
    ListBlock,
    Paragraph,
    Quote,
    References,
    Run,
    Signature,
    Words,
)
from reports.text import one_line
from reports.texts import Told, text
from resources.catalogue import LANGUAGES

POINTS = ("– ", "- ", "• ")


class Say(Protocol):
    """Looks up a text in the letter's language."""

    def __call__(self, key: str, **values: object) -> str: ...


@dataclass(frozen=True, slots=True)
class Section:
    """A standard text with its heading; an emptied one takes its heading with it.

    One that begins empty tells by its hint what may stand there; a quote is somebody's own words; `whole` is that of
    its heading.
    """

    id: str
    text: str = ""
    heading: str = ""
    level: Literal[2, 3] = 2
    role: Literal["body", "lead", "note", "quote", "title"] = "body"
    hint: str = ""
    whole: bool = False


Part = Section | Block


def speaker(language: str) -> Say:
    """The texts of one language."""
    return partial(text, language)


def day(value: date) -> str:
    """«1. mars 2027», which never breaks over two lines; month names are the same in both languages."""
    return long_date(value, "nb").replace(" ", "\u00a0")


def moment(value: datetime) -> str:
    """«01.03.2027 kl. 13:05» in Norwegian time."""
    return f"{value.astimezone(OSLO):%d.%m.%Y kl.\u00a0%H:%M}"


def named(say: Say, *names: str) -> str:
    """The first of the child's names that is known, or what it is called before it has one."""
    return next((name for name in names if name), "") or say("letters.expected_child")


def chosen(say: Say, value: str) -> str:
    """What was chosen, or a visible gap while the letter is a draft."""
    return value or say("letters.not_chosen")


def together(say: Say, items: Iterable[str]) -> str:
    """«a, b og c»."""
    return listed(items, say("letters.and"))


def typed(words: str, role: Literal["body", "lead", "note"] = "body") -> Iterator[Block]:
    """What a person wrote as blocks: each line a paragraph, lines that begin with a dash a list."""
    points: list[Words] = []
    for line in (line.strip() for line in words.splitlines()):
        if line.startswith(POINTS):
            points.append(line[2:].strip())
            continue
        if points:
            yield ListBlock(tuple(points))
            points = []
        if line:
            yield Paragraph(line, role)
    if points:
        yield ListBlock(tuple(points))


def headed(heading: str, words: str, level: Literal[2, 3] = 2) -> Iterator[Block]:
    """A heading with what a person wrote under it, or nothing when nothing was written."""
    if words.strip():
        yield Heading(heading, level)
        yield from typed(words)


def bold(start: str, rest: str = "") -> Words:
    """Emphasised words, and what follows them in the same paragraph."""
    return (Run(start, bold=True), Run(f" {rest}")) if rest else (Run(start, bold=True),)


def signature(say: Say, name: str, title: str) -> Signature:
    """Greeting, name and title under a line."""
    return Signature(name, title, say("letters.greeting"))


def settle(parts: Iterable[Part], envelope: Envelope | None = None) -> Iterator[Block]:
    """The parts as blocks, with the texts that the municipality and the person who writes have in place of ours."""
    for part in parts:
        if not isinstance(part, Section):
            yield part
            continue
        words = written(part, envelope) if envelope else part.text
        if not words.strip():
            continue
        if part.role == "quote":
            yield Quote(part.heading, words)
            continue
        if part.role == "title":
            yield Heading(one_line(words), 1)
            continue
        if part.heading:
            yield Heading(part.heading, part.level, whole=part.whole)
        yield from typed(words, part.role)


def field_values(part: Section, envelope: Envelope) -> dict[str, str]:
    """What can be filled into this text: what every letter of the family knows, and what this one alone tells."""
    own = part.text.values if isinstance(part.text, Told) else {}
    return envelope.fields | {id: str(value) for id, value in own.items() if has_name(id)}


def pattern(part: Section, envelope: Envelope) -> str:
    """The text somebody has put in the place of our standard one, with its fields; else ours, filled in."""
    own = envelope.own_texts.get(part.text.key) if isinstance(part.text, Told) else None
    return envelope.changed_texts.get(part.id, part.text if own is None else own)


def written(part: Section, envelope: Envelope) -> str:
    """What stands in the letter; nothing that was filled in is ever read as a field."""
    words = pattern(part, envelope)
    return words if words is part.text else filled(words, field_values(part, envelope))


def open_texts(envelope: Envelope, parts: Iterable[Part]) -> tuple[LetterSection, ...]:
    """The sections as a person may change them: beside the municipality's own text, or ours."""
    unchanged = replace(envelope, changed_texts={})
    return tuple(
        LetterSection(
            part.id,
            f"documents.section.{part.id}",
            envelope.changed_texts.get(part.id, standard := written(part, unchanged)),
            standard,
            part.hint,
            field_values(part, envelope),
        )
        for part in parts
        if isinstance(part, Section)
    )


def unfilled(envelope: Envelope, parts: Iterable[Part]) -> tuple[FieldFault, ...]:
    """The fields that cannot be filled in, wherever somebody has written them."""
    return tuple(
        fault
        for part in parts
        if isinstance(part, Section) and (words := pattern(part, envelope)) is not part.text
        for fault in field_faults(words, field_values(part, envelope), envelope.language)
    )


def contact_line(say: Say, sender: Sender) -> str:
    """How to reach the unit, in one line."""
    phone = say("letters.phone", phone=sender.phone) if sender.phone else ""
    return " · ".join(line for line in (phone, sender.email, sender.website) if line)


def unit(say: Say, sender: Sender) -> str:
    """The unit that sends, in the letter's language when it bears the common name."""
    known = {text(language, "letters.coordinating_unit") for language in LANGUAGES}
    return say("letters.coordinating_unit") if not sender.unit or sender.unit in known else sender.unit


def letterhead(say: Say, sender: Sender) -> Letterhead:
    """The municipality's name, arms and address."""
    number = (say("letters.org_number", number=sender.org_number),) if sender.org_number else ()
    return Letterhead(
        municipality=sender.municipality,
        unit=unit(say, sender),
        address_lines=(*sender.address_lines, *number),
        contact=contact_line(say, sender),
        arms=sender.arms,
        arms_alt=say("letters.arms", municipality=sender.municipality) if sender.arms else "",
    )


def references(say: Say, envelope: Envelope) -> References:
    """Date, numbers and who wrote it, for those that are known."""
    rows = (
        (say("letters.date"), day(envelope.dated_on)),
        (say("letters.number"), envelope.number),
        (say("letters.case_number"), envelope.case_number),
        (say("letters.their_reference"), envelope.their_reference),
        (say("letters.caseworker"), envelope.sender.caseworker),
    )
    return References(tuple(row for row in rows if row[1]))


def closing(say: Say, envelope: Envelope) -> Iterator[Block]:
    """Attachments, and who gets a copy."""
    for label, lines in (
        (say("letters.attachments"), envelope.attachments),
        (say("letters.copies_to"), envelope.copies_to),
    ):
        if lines:
            yield Heading(label, 3)
            yield ListBlock(lines)


def _stepped(blocks: Iterable[Block]) -> Iterator[Block]:
    """An emptied text takes its heading with it: what stood a step below it comes up, so that no step is skipped."""
    above: Literal[1, 2, 3] = 1
    for block in blocks:
        if isinstance(block, Quote):
            above = 2
        elif isinstance(block, Heading):
            above = 2 if above == 1 and block.level == 3 else block.level
            block = block if above == block.level else replace(block, level=above)
        yield block


def bind(
    envelope: Envelope, title: str, parts: Iterable[Part], kind: Kind = "letter", corner: References | None = None
) -> Document:
    """The whole document: furniture from the envelope, then the parts."""
    say = speaker(envelope.language)
    restricted = bool(envelope.restricted_basis)
    return Document(
        title=title,
        language=envelope.language,
        made_at=envelope.made_at,
        letterhead=letterhead(say, envelope.sender),
        blocks=tuple(_stepped((*settle(parts, envelope), *closing(say, envelope)))),
        kind=kind,
        author=envelope.sender.municipality,
        recipient=envelope.recipient,
        references=corner or references(say, envelope),
        restricted=say("letters.restricted") if restricted else "",
        restricted_basis=envelope.restricted_basis,
        practice=say("letters.practice") if envelope.sender.practice else "",
        page_text=say("letters.page"),
    )
