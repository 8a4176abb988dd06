# SPDX-License-Identifier: MIT
"""The papers of team meetings about invented children: the usual, the shortest and the hard case of each."""

import tomllib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from models.values.consent_paper import ChildView
from models.values.dates import OSLO
from models.values.letter import Envelope, Paper
from models.values.meeting_paper import (
    AgendaItem,
    AgendaPaper,
    ChildInvitation,
    ChildPart,
    Distribution,
    InvitationLetter,
    MeetingOccasion,
    MeetingParticipant,
    MinutesItem,
    MinutesPaper,
    Objection,
    OmittedItem,
    ReminderLine,
    TaskLine,
    TaskListPaper,
    TaskReminder,
)
from tests.reports.letter_samples import envelope

STORY: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "meeting_story.toml").read_text("utf-8"))
STARTS = datetime(2026, 12, 3, 13, 0, tzinfo=OSLO)
SHORTEST = MeetingOccasion("E.H.", STARTS)


def occasion(language: str, child: str = "E.H.") -> MeetingOccasion:
    """The fifth meeting, at school, with a screen for those far away."""
    told = STORY[language]
    ends = datetime(2026, 12, 3, 14, 0, tzinfo=OSLO)
    return MeetingOccasion(child, STARTS, ends, told["place"], told["online"], 5, told["leader"], told["recorder"])


def participants(language: str) -> tuple[MeetingParticipant, ...]:
    """Two parents and three who work with the child."""
    return tuple(MeetingParticipant(*each.split("|")) for each in STORY[language]["participants"])


def items(language: str) -> tuple[AgendaItem, ...]:
    """Three items, and the child's own, which was written last."""
    told = STORY[language]
    split = (each.split("|") for each in told["items"])
    theirs = tuple(AgendaItem(title, who, int(minutes)) for title, who, minutes in split)
    return (*theirs, AgendaItem(told["child_item"], told["child"], 10, of_child=True))


def about(language: str) -> Envelope:
    """The envelope of a paper that is not posted."""
    return replace(envelope(language), recipient=(), number="")


def to_service(language: str) -> Envelope:
    """A letter to somebody who works at the school."""
    school = participants(language)[2].service
    return envelope(language, recipient=(school, "Liv Moe", "6898 Mellomvik"), addressee="other")


def invitation(language: str = "nb", **changes: object) -> InvitationLetter:
    """The invitation to the parents, with everything settled beforehand."""
    told = STORY[language]
    base = InvitationLetter(
        envelope(language),
        occasion(language),
        items(language),
        participants(language),
        told["purpose"],
        told["decided_by"],
        "whole",
        ChildPart("part", told["part_how"], told["view_by"], date(2026, 11, 30)),
        items_by=date(2026, 11, 27),
        reply_by=date(2026, 11, 27),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def tasks(language: str) -> tuple[TaskLine, ...]:
    """One past due, one running, one without a day and one done late; another is dropped."""
    what = [TaskLine(*each.split("|")) for each in STORY[language]["tasks"]]
    met = date(2026, 9, 10)
    return (
        replace(what[0], due_on=date(2026, 12, 7), status="running", goal=STORY[language]["goal"], met_on=met),
        replace(what[1], due_on=date(2026, 11, 16), goal=STORY[language]["goal"], met_on=met),
        what[2],
        replace(what[3], due_on=date(2026, 10, 1), status="done", done_on=date(2026, 10, 9), met_on=met),
        replace(what[0], status="dropped", due_on=date(2026, 10, 1)),
    )


def minutes(language: str = "nb", **changes: object) -> MinutesPaper:
    """The minutes as the parents get them."""
    told = STORY[language]
    attendance = zip(participants(language), ("present", "present", "present", "absent", "copy"), strict=True)
    earlier = [TaskLine(*each.split("|")) for each in told["earlier"]]
    base = MinutesPaper(
        about(language),
        occasion(language, "Emil Haugen"),
        "sent",
        2,
        date(2026, 12, 4),
        (
            *(replace(person, attendance=there) for person, there in attendance),
            MeetingParticipant(*told["deputy"].split("|"), attendance="present", deputy_for="Guro Lie"),
        ),
        told["consent"],
        told["previous"],
        "Emil",
        ChildView("heard", told["view"], told["view_how"], told["view_by"], date(2026, 11, 30)),
        told["parents_view"],
        (
            replace(earlier[0], due_on=date(2026, 10, 1), status="done", done_on=date(2026, 9, 28)),
            replace(earlier[1], due_on=date(2026, 10, 15), status="done", done_on=date(2026, 10, 20)),
            replace(earlier[2], due_on=date(2026, 11, 1)),
        ),
        minutes_items(language),
        tuple(replace(task, met_on=None) for task in tasks(language)[:3]),
        told["plan"],
        date(2027, 1, 29),
        tuple(told["told"]),
        told["filed"],
        datetime(2027, 2, 4, 13, 0, tzinfo=OSLO),
        date(2026, 12, 18),
        (Objection(told["objection_from"], told["objection"], date(2026, 12, 10)),),
        tuple(Distribution(*each.split("|")) for each in told["distribution"]),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def minutes_items(language: str) -> tuple[MinutesItem, ...]:
    """Three items: one with everything, two short."""
    told = STORY[language]
    titles = [each.split("|")[0] for each in told["items"]]
    whole = MinutesItem(
        titles[0],
        told["item_child"],
        told["view_by"],
        told["parents_view"],
        told["item_known"],
        told["item_options"],
        tuple(told["agreed"]),
        told["disagreement"],
        "change",
    )
    return whole, MinutesItem(titles[1], agreed=(told["agreed"][1],), result="continue"), MinutesItem(titles[2])


def meetings(language: str) -> dict[str, Paper]:
    """Every paper of a meeting in one language, by the name of its golden file."""
    told = STORY[language]
    omitted = OmittedItem(told["omitted"])
    protected = replace(occasion(language), place="", online="")
    young = ChildInvitation(
        about(language),
        occasion(language, "Emil"),
        "Emil",
        told["why"],
        tuple(told["topics"]),
        participants(language),
        "Siri Aas",
        date(2026, 11, 30),
    )
    return {
        "invitation_family": invitation(language),
        "invitation_service": invitation(
            language, envelope=to_service(language), prepare=tuple(told["prepare"]), consent="part"
        ),
        "invitation_one_item": invitation(
            language, envelope=to_service(language), called_to=(told["called_to"],), items=(items(language)[1], omitted)
        ),
        "invitation_hard": invitation(
            language,
            occasion=protected,
            participants=participants(language) * 2,
            interpreter=told["interpreter"],
            people_in_room=11,
            child_part=ChildPart("represented", prepared_by=told["view_by"]),
        ),
        "invitation_shortest": InvitationLetter(envelope(language), SHORTEST),
        "invitation_child": young,
        "invitation_child_posted": replace(young, envelope=envelope(language)),
        "invitation_child_shortest": ChildInvitation(about(language), SHORTEST, ""),
        **_sheets(language, omitted),
        **_reminders(language),
    }


def _sheets(language: str, omitted: OmittedItem) -> dict[str, Paper]:
    told, where = STORY[language], occasion(language)
    note = replace(items(language)[0], note=told["purpose"])
    one, two, three = minutes_items(language)
    service = replace(about(language), addressee="other")
    long = TaskLine(told["long_task"], "Ánne-Márjá Čuoivvat Šimonsen", told["long_service"], date(2026, 2, 2))
    return {
        "agenda": AgendaPaper(about(language), where, items(language), tasks(language)[:3], told["purpose"]),
        "agenda_omitted": AgendaPaper(about(language), where, (note, omitted, items(language)[2])),
        "agenda_shortest": AgendaPaper(about(language), SHORTEST),
        "minutes": minutes(language),
        "minutes_draft": minutes(language, state="draft", version=1, objections=(), distribution=()),
        "minutes_final": minutes(language, state="final", version=3),
        "minutes_omitted": minutes(language, envelope=service, items=(one, omitted, three), tasks=(), distribution=()),
        "minutes_hard": minutes(
            language,
            child_view=ChildView("not_heard", not_heard_reason=told["not_heard"]),
            items=(one, two, three) * 3,
            tasks=(long, *tasks(language)) * 3,
        ),
        "minutes_shortest": MinutesPaper(about(language), SHORTEST),
        "task_list": TaskListPaper(about(language), "Emil Haugen", tasks(language)),
        "task_list_hard": TaskListPaper(about(language), "E.H.", (long, *tasks(language)) * 7),
        "task_list_shortest": TaskListPaper(about(language), "E.H.", ()),
    }


def _reminders(language: str) -> dict[str, Paper]:
    late = ReminderLine(date(2026, 11, 16), date(2026, 9, 10))
    several = (late, ReminderLine(date(2026, 2, 2), None, STORY[language]["label"]))
    return {
        "reminder": TaskReminder(to_service(language), "E.H.", (late,), date(2026, 12, 1)),
        "reminder_several": TaskReminder(to_service(language), "E.H.", several),
    }
