# SPDX-License-Identifier: MIT
"""The plan for the child itself: own words first, easy words, large letters and pictures."""

from collections.abc import Iterator

from models.values.plan_paper import ChildGoal, ChildPlan
from reports.blocks import Block, Facts, Heading, ListBlock, Paragraph, Quote, Words
from reports.parts import Part, Say, Section, day, speaker
from reports.pictures.network import network
from reports.pictures.steps import steps
from reports.plans.common import quoted


def title(paper: ChildPlan) -> str:
    """What the paper is, as the child says it."""
    return speaker(paper.envelope.language)("letters_child_plan.title")


def parts(paper: ChildPlan) -> Iterator[Part]:
    """What matters to the child, what it wants, what we shall manage, who helps, and when."""
    say = speaker(paper.envelope.language)
    yield Heading(title(paper), 1)
    yield Paragraph(paper.child_called, "subtitle")
    if paper.own_words:
        yield Quote(say("letters_child_plan.own_words"), quoted(paper.own_words))
    for heading, lines in (("good_at", paper.good_at), ("wants", paper.wants)):
        if lines:
            yield Heading(say(f"letters_child_plan.{heading}"))
            yield ListBlock(lines)
    yield from _goals(say, paper)
    yield from _around(say, paper)
    if paper.talk_to:
        yield Heading(say("letters_child_plan.talk"))
        phone = "phone" if paper.talk_to_phone else "no_phone"
        yield Paragraph(say(f"letters_child_plan.talk_{phone}", name=paper.talk_to, phone=paper.talk_to_phone))
    yield Section("child_rights", say("letters_child_plan.rights"), say("letters_child_plan.rights_title"))
    yield Paragraph(say("letters_plan.no_extra_right", law=paper.envelope.provision("ipf_4").text), "note")


def _goals(say: Say, paper: ChildPlan) -> Iterator[Block]:
    if paper.goals:
        yield Heading(say("letters_child_plan.goals"))
    for goal in paper.goals:
        yield from _goal(say, goal, paper.envelope.language)


def _goal(say: Say, goal: ChildGoal, language: str) -> Iterator[Block]:
    yield Heading(goal.title, 3, whole=True)
    if goal.helpers:
        yield Paragraph(say("letters_child_plan.helpers", helpers=goal.helpers))
    if goal.steps:
        yield steps(goal, language)


def _around(say: Say, paper: ChildPlan) -> Iterator[Block]:
    drawing = network(paper.network, paper.envelope.language, letters=1.25) if paper.network else None
    if drawing:
        yield Heading(say("letters_child_plan.around"))
        yield drawing
    if paper.events:
        yield Heading(say("letters_child_plan.days"))
        rows: list[tuple[str, Words]] = [(day(event.on), event.what) for event in paper.events]
        yield Facts(tuple(rows), 1)
