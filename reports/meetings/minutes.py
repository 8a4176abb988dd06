# SPDX-License-Identifier: MIT
"""Referat: what the child said, who was there, what was agreed, and who does what, made for one recipient."""

from collections.abc import Iterator

from models.values.meeting_paper import MinutesItem, MinutesPaper, OmittedItem
from reports.blocks import (
    Block,
    Column,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Redacted,
    Table,
)
from reports.letters.common import joined, provisions
from reports.meetings.common import about, date_and_time, known, when
from reports.meetings.tasks import table
from reports.parts import Part, Say, Section, bold, day, headed, named, speaker, together, typed

ATTENDANCE = ("present", "absent", "copy")


def title(paper: MinutesPaper) -> str:
    """Referat."""
    return speaker(paper.envelope.language)("letters_minutes.title")


def parts(paper: MinutesPaper) -> Iterator[Part]:
    """The child first, then who was there, what was followed up, each item, the tasks, and what comes next."""
    say, language = speaker(paper.envelope.language), paper.envelope.language
    yield Heading(title(paper), 1)
    yield Paragraph(about(say, paper.occasion), "subtitle")
    yield Section("result", _version(say, paper), role="lead")
    yield from _facts(say, paper)
    yield from _child(say, paper)
    yield from headed(say("letters_minutes.parents_view"), paper.parents_view)
    yield from _attendance(say, paper)
    if paper.earlier_tasks or paper.previous:
        yield Heading(say("letters_minutes.since"))
        yield from typed(paper.previous)
        if paper.earlier_tasks:
            yield table(say, paper.earlier_tasks, paper.envelope.dated_on, language)
    if paper.items:
        yield Heading(say("letters_minutes.items"))
        for item in paper.items:
            yield from _item(say, item)
    if paper.tasks:
        yield Heading(say("letters_minutes.tasks"))
        yield table(say, paper.tasks, paper.envelope.dated_on, language)
    yield Paragraph(say("letters_minutes.agreements_only"), "note")
    yield from _onward(say, paper)
    yield from _objections(say, paper)
    yield from _distribution(say, paper)
    secrecy = joined(say, provisions(paper.envelope, "fvl_13", "hol_12_1"))
    yield Paragraph(say("letters_minutes.secrecy", law=secrecy), "note")
    if paper.envelope.addressee != "other":
        yield Paragraph(say("letters_complaint.own_interest", law=paper.envelope.provision("fvl_13b").text), "note")


def _version(say: Say, paper: MinutesPaper) -> str:
    on = day(paper.state_on or paper.envelope.dated_on)
    told = say(f"letters_minutes.state.{paper.state}", version=paper.version, day=on)
    if paper.state == "final" or not paper.objections_by:
        return told
    return f"{told} {say(f'letters_minutes.state_help.{paper.state}', day=day(paper.objections_by))}"


def _facts(say: Say, paper: MinutesPaper) -> Iterator[Block]:
    occasion, language = paper.occasion, paper.envelope.language
    rows = (
        (say("letters_meeting.when"), when(occasion, language)),
        (say("letters_meeting.where"), ", ".join(filter(None, (occasion.place, occasion.online)))),
        (say("letters_meeting.leader"), occasion.leader),
        (say("letters_minutes.recorder"), occasion.recorder),
        (say("letters_minutes.consent"), paper.consent),
        (say("letters_minutes.next"), date_and_time(paper.next_meeting, language) if paper.next_meeting else ""),
    )
    yield Facts(known(rows))


def _child(say: Say, paper: MinutesPaper) -> Iterator[Block]:
    view = paper.child_view
    if view.heard == "heard" and view.words.strip():
        told = ", ".join(filter(None, (view.how, view.by, day(view.heard_on) if view.heard_on else "")))
        yield Quote(say("letters_minutes.child_says", child=named(say, paper.child_called)), view.words, told)
    elif view.heard == "not_heard":
        yield from headed(say("letters_minutes.child_view"), view.not_heard_reason)


def _attendance(say: Say, paper: MinutesPaper) -> Iterator[Block]:
    rows = known(
        (say(f"letters_meeting.attendance.{there}"), together(say, _people(say, paper, there))) for there in ATTENDANCE
    )
    if rows:
        yield Heading(say("letters_minutes.attendance"))
        yield Facts(rows, 1)


def _people(say: Say, paper: MinutesPaper, attendance: str) -> Iterator[str]:
    for each in paper.participants:
        if each.attendance == attendance:
            deputy = say("letters_minutes.deputy_for", name=each.deputy_for) if each.deputy_for else ""
            role = ", ".join(filter(None, (each.role, each.service, deputy)))
            yield f"{each.name} ({role})" if role else each.name


def _item(say: Say, item: MinutesItem | OmittedItem) -> Iterator[Block]:
    if isinstance(item, OmittedItem):
        yield Redacted(item.reason)
        return
    yield Heading(item.title, 3)
    child = say("letters_minutes.child_item")
    if item.child_view_how:
        child = say("letters_minutes.child_item_how", how=item.child_view_how)
    for label, words in (
        (child, item.child_view),
        (say("letters_minutes.parents_view"), item.parents_view),
        (say("letters_minutes.known"), item.known),
        (say("letters_minutes.options"), item.options),
    ):
        yield from _led(label, words)
    yield from typed(item.said)
    if item.agreed:
        yield Paragraph(bold(f"{say('letters_minutes.agreed')}:"))
        yield ListBlock(item.agreed)
    yield from _led(say("letters_minutes.disagreement"), item.disagreement)
    if item == MinutesItem(item.title):
        yield Paragraph(say("letters_minutes.nothing"))
    if item.result:
        yield from _led(say("letters_minutes.result"), say(f"letters_minutes.result_of.{item.result}"))


def _led(label: str, words: str) -> Iterator[Block]:
    """What was said, with what it is in bold before it; further lines follow as they were written."""
    first, _, more = words.strip().partition("\n")
    if first.startswith(("– ", "- ", "• ")):
        first, more = "", words
    if first or more:
        yield Paragraph(bold(f"{label}:", first))
        yield from typed(more)


def _onward(say: Say, paper: MinutesPaper) -> Iterator[Block]:
    rows = known(
        (
            (say("letters_minutes.plan"), paper.plan),
            (say("letters_minutes.review"), day(paper.review_on) if paper.review_on else ""),
            (say("letters_minutes.told"), "\n".join(paper.to_be_told)),
            (say("letters_minutes.filed"), paper.filed),
        )
    )
    if rows:
        yield Heading(say("letters_minutes.onward"))
        yield Facts(rows, 1)


def _objections(say: Say, paper: MinutesPaper) -> Iterator[Block]:
    if not paper.objections:
        return
    columns = (
        Column(say("letters_minutes.from_whom"), 1.3),
        Column(say("letters_minutes.objection"), 3),
        Column(say("letters_minutes.day"), 1),
    )
    yield Heading(say("letters_minutes.objections"))
    rows = ((each.from_whom, each.words, day(each.made_on) if each.made_on else "–") for each in paper.objections)
    yield Table(columns, tuple(rows), row_heads=True)


def _distribution(say: Say, paper: MinutesPaper) -> Iterator[Block]:
    if not paper.distribution:
        return
    columns = (
        Column(say("letters_minutes.name"), 1.6),
        Column(say("letters_minutes.how"), 1.3),
        Column(say("letters_minutes.basis"), 2.1),
    )
    yield Heading(say("letters_minutes.distribution"))
    rows = ((each.name, each.how or "–", each.basis or "–") for each in paper.distribution)
    yield Table(columns, tuple(rows), row_heads=True)
