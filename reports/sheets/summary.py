# SPDX-License-Identifier: MIT
"""The summary for a new coordinator: people, right, what is open, and what was written last by title alone."""

from collections.abc import Iterator, Sequence

from models.values.family_summary import HandoverSummary, Matter, PersonLine
from reports.blocks import Block, Cell, Column, Facts, Heading, ListBlock, Paragraph, Quote, Table, Words
from reports.parts import Part, Say, Section, bold, day, speaker


def title(summary: HandoverSummary) -> str:
    """What the paper is for."""
    return speaker(summary.envelope.language)("letters_summary.title")


def parts(summary: HandoverSummary) -> Iterator[Part]:
    """What she must know first, then the family, the right, what waits, and where to read on."""
    say = speaker(summary.envelope.language)
    yield Heading(title(summary), 1)
    yield Paragraph(say("letters_summary.subtitle", family=summary.family), "subtitle")
    yield Section("result", say("letters_summary.lead", day=day(summary.envelope.dated_on)), role="lead")
    yield Section("first", heading=say("letters_summary.first"), hint="documents.hint.first")
    yield from _waiting(say, summary)
    yield from _family(say, summary)
    yield from _right(say, summary)
    yield from _written(say, summary)
    law = summary.envelope.provision("hol_12_1").text
    yield Paragraph(say("letters_summary.secrecy", law=law), "note")


def _waiting(say: Say, summary: HandoverSummary) -> Iterator[Block]:
    yield Heading(say("letters_summary.clocks"))
    rows = [(_clock(say, one), day(one.on) if one.on else "–") for one in summary.clocks]
    yield _table(say, ("what", "by"), rows, (3.6, 1.2)) if rows else Paragraph(say("letters_summary.no_clocks"))
    if summary.steps:
        yield Heading(say("family.steps"))
        yield ListBlock(tuple(say(f"family.step.{one.key}", name=_name(say, one)) for one in summary.steps))
    if summary.ahead:
        yield Heading(say("letters_summary.ahead"))
        ahead = [
            (say(f"my_day.transition.{one.key}", name=_name(say, one)), day(one.on)) for one in summary.ahead if one.on
        ]
        yield _table(say, ("what", "when"), ahead, (3.6, 1.2))


def _clock(say: Say, one: Matter) -> str:
    words = say(f"my_day.row.{one.key}", title=one.name)
    return f"{words}: {one.name}" if one.name and one.name not in words else words


def _name(say: Say, one: Matter) -> str:
    return one.name or say("family.the_child")


def _family(say: Say, summary: HandoverSummary) -> Iterator[Block]:
    yield Heading(say("family.people"))
    rows = [(_who(say, one), _what(say, one), _reach(say, one), _speech(say, one)) for one in summary.people]
    yield _table(say, ("who", "whom", "reach", "speech"), rows, (1.6, 1.8, 1.3, 1.5))
    for voice in summary.voices:
        yield Quote(say("letters_summary.matters", who=voice.who), voice.words)
    if summary.remarks:
        yield Heading(say("family.remarks"))
        yield ListBlock(tuple(say(one.key, **one.values) for one in summary.remarks))


def _who(say: Say, one: PersonLine) -> str:
    return one.who or say("letters.expected_child_of_them")


def _what(say: Say, one: PersonLine) -> str:
    born = say("letters_summary.born", day=day(one.born_on)) if one.born_on else ""
    expected = say("letters_summary.expected", day=day(one.expected_on)) if one.expected_on else ""
    role = say(f"letters_people.{one.what}") if one.what else ""
    return ", ".join(filter(None, (role, born, expected, *(say(f"family.{flag}") for flag in one.flags)))) or "–"


def _reach(say: Say, one: PersonLine) -> str:
    return say("family.protected_short") if one.protected else one.phone or "–"


def _speech(say: Say, one: PersonLine) -> str:
    interpreter = say("family.interpreter_needed") if one.interpreter else ""
    return ", ".join(filter(None, (one.language, interpreter, one.aac))) or "–"


def _right(say: Say, summary: HandoverSummary) -> Iterator[Block]:
    yield Heading(say("letters_summary.right"))
    facts: list[tuple[str, Words]] = [
        (
            day(one.on) if one.on else say("letters_summary.under_way"),
            " ".join(filter(None, (say(f"letters_summary.determination.{one.key}"), one.name))),
        )
        for one in summary.determinations
    ]
    if summary.coordinating:
        facts.append((say("letters_coordination.fact.service"), summary.coordinating))
    if facts:
        yield Facts(tuple(facts), 1)
    else:
        yield Paragraph(say("letters_summary.no_right"))
    if summary.coordinators:
        rows = [
            (one.who, say(f"letters_people.{one.kind}"), day(one.from_on), day(one.to_on) if one.to_on else "–")
            for one in summary.coordinators
        ]
        yield _table(say, ("who", "whom", "from", "to"), rows, (2, 1.4, 1.3, 1.3))


def _written(say: Say, summary: HandoverSummary) -> Iterator[Block]:
    if summary.papers:
        yield Heading(say("documents.title"))
        papers = [
            (
                say(f"documents.kind.{one.key}"),
                one.name or "–",
                day(one.on) if one.on else say("documents.state.draft"),
            )
            for one in summary.papers
        ]
        yield _table(say, ("paper", "number", "when"), papers, (2.4, 1.6, 1.2))
    if summary.notes:
        yield Heading(say("letters_summary.notes"))
        yield Paragraph(bold(say("letters_summary.titles_only"), say("letters_summary.in_journal")), "note")
        notes = [(day(one.on) if one.on else "–", say(f"journal.kind.{one.key}"), one.name) for one in summary.notes]
        yield _table(say, ("when", "how", "with_whom"), notes, (1.2, 1, 3))


def _table(say: Say, heads: Sequence[str], rows: Sequence[tuple[Cell, ...]], shares: Sequence[float]) -> Table:
    columns = tuple(
        Column(say(f"letters_summary.column.{head}"), share) for head, share in zip(heads, shares, strict=True)
    )
    return Table(columns, tuple(rows))
