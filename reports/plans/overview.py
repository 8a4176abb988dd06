# SPDX-License-Identifier: MIT
"""The plan on one page: what matters, each goal with its next step, the days ahead, and whom to ask."""

from collections.abc import Iterator
from dataclasses import replace

from models.values.picture import YearLine
from models.values.plan_paper import GoalLine, PlanOverview
from reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Table
from reports.parts import Part, Say, speaker
from reports.pictures.year import year_line
from reports.plans.common import clipped, short_day, short_facts, shorter_head, status, subtitle, what_matters


def title(paper: PlanOverview) -> str:
    """What the paper is, without the name."""
    return speaker(paper.envelope.language)("letters_plan.overview_title")


def parts(paper: PlanOverview) -> Iterator[Part]:
    """The child's words, goals, days and people, in this order."""
    say, head, envelope = speaker(paper.envelope.language), paper.head, paper.envelope
    yield Heading(say("letters_plan.title"), 1)
    yield subtitle(envelope, head.child, head.born_on)
    yield short_facts(say, envelope, head)
    yield from what_matters(say, head, paper.child_words, paper.child_words_by, paper.family_words)
    yield from _goals(say, paper)
    yield from _days(say, paper)
    yield from _people(say, paper)
    yield Paragraph(say("letters_plan.no_extra_right", law=envelope.provision("ipf_4").text), "note")


def shorter(paper: PlanOverview, room: int) -> PlanOverview:
    """The same plan with fewer lines and shorter texts; what is left out is counted."""
    # The goals come first: people and days have more room only where many goals have it.
    few = max(4, room) if room else 2
    goals, people, events = paper.goals[: room + 1], paper.people[:few], paper.events[:few]
    most = 30 + 8 * room
    return replace(
        paper,
        envelope=replace(paper.envelope, attachments=(), copies_to=()),
        head=shorter_head(paper.head, most),
        child_words=clipped(paper.child_words, most * 2),
        child_words_by=clipped(paper.child_words_by, most),
        family_words=clipped(paper.family_words, most * 2),
        goals=tuple(_shorter_goal(goal, most) for goal in goals),
        people=tuple(
            replace(each, name=clipped(each.name, most), role=clipped(each.role, most), phone=clipped(each.phone, 30))
            for each in people
        ),
        events=events,
        more_goals=paper.more_goals + len(paper.goals) - len(goals),
        more_people=paper.more_people + len(paper.people) - len(people),
        more_events=paper.more_events + len(paper.events) - len(events),
    )


def _shorter_goal(goal: GoalLine, most: int) -> GoalLine:
    return replace(
        goal,
        title=clipped(goal.title, most),
        next_step=clipped(goal.next_step, most),
        responsible=clipped(goal.responsible, most),
        due_words=clipped(goal.due_words, 30),
    )


def _goals(say: Say, paper: PlanOverview) -> Iterator[Block]:
    if not paper.goals:
        return
    yield Heading(say("letters_plan.next"))
    shares = (("goal", 2.2), ("next_step", 3.6), ("status", 1.3))
    rows = tuple(_goal(say, goal, paper.envelope.language) for goal in paper.goals)
    yield Table(
        tuple(Column(say(f"letters_plan.column.{name}"), share) for name, share in shares), rows, row_heads=True
    )
    if paper.more_goals:
        yield Paragraph(say("letters_plan.more_goals", n=paper.more_goals), "note")


def _goal(say: Say, goal: GoalLine, language: str) -> tuple[Cell, ...]:
    when = short_day(goal.due_on, language) if goal.due_on else goal.due_words
    who = ", ".join(filter(None, (goal.responsible, when)))
    step = "\n".join(filter(None, (goal.next_step, who))) or "–"
    return goal.title, step, status(say, goal.status)


def _days(say: Say, paper: PlanOverview) -> Iterator[Block]:
    start, end = paper.head.period_from, paper.head.period_to
    if start and end and paper.events:
        yield Heading(say("letters_plan.year"))
        yield year_line(YearLine(start, end, paper.envelope.dated_on, paper.events), paper.envelope.language)
        if paper.more_events:
            yield Paragraph(say("letters_plan.more_events", n=paper.more_events), "note")


def _people(say: Say, paper: PlanOverview) -> Iterator[Block]:
    if not paper.people:
        return
    yield Heading(say("letters_plan.call"))
    rows = ((each.name, " · ".join(filter(None, (each.role, each.phone))) or "–") for each in paper.people)
    yield Facts(tuple(rows))
    if paper.more_people:
        yield Paragraph(say("letters_plan.more_people", n=paper.more_people), "note")
