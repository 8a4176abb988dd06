# SPDX-License-Identifier: MIT
"""The avgjørelse on a coordinator as a letter: the result first, the right to complain always in."""

from collections.abc import Iterator

from models.values.letter import ConditionLine, DeterminationLetter
from reports.blocks import Block, Facts, Heading, Paragraph, Quote, Words
from reports.letters.common import access, complaint, contact, limits, rules, tasks
from reports.parts import (
    POINTS,
    Part,
    Say,
    Section,
    bold,
    chosen,
    day,
    headed,
    named,
    signature,
    speaker,
    typed,
)

GIVES = ("granted", "changed", "person_changed")
RULES = {
    "child_coordinator": ("hol_7_2a", "pbrl_2_5c", "hol_7_3", "grl_104"),
    "coordinator": ("hol_7_2", "pbrl_2_5b", "hol_7_3", "grl_104"),
}


def title(letter: DeterminationLetter) -> str:
    """What was decided, in a few words and without names."""
    return speaker(letter.envelope.language)(f"letters_determination.{letter.outcome}.{letter.kind}.title")


def parts(letter: DeterminationLetter) -> Iterator[Part]:
    """The letter from result to signature."""
    say = speaker(letter.envelope.language)
    yield from _result(say, letter)
    yield from _asked(say, letter)
    yield from _grounds(say, letter)
    yield from _conditions(say, letter)
    yield from _child(say, letter)
    yield from headed(say("letters_determination.best_interests"), letter.best_interests)
    yield from headed(say("letters_determination.family_comment"), letter.family_comment)
    yield from rules(say, letter.envelope, *RULES[letter.kind])
    yield from _practice(say, letter)
    yield from complaint(say, letter.envelope, letter.complaint_weeks)
    yield from access(say, letter.envelope)
    yield contact(say, letter.envelope)
    yield signature(say, letter.signer_name, letter.signer_title)


def _result(say: Say, letter: DeterminationLetter) -> Iterator[Part]:
    child = named(say, letter.child)
    yield Heading(title(letter), 1)
    yield Paragraph(say(f"letters_determination.{letter.kind}.subtitle", child=child), "subtitle")
    values = {
        "municipality": letter.envelope.sender.municipality,
        "child": child,
        "coordinator": chosen(say, letter.coordinator),
        "previous": letter.previous_coordinator or say(f"letters_determination.{letter.kind}.previous"),
        "from_day": say("letters_determination.from_now"),
    }
    if letter.effective_on:
        values["from_day"] = say("letters_determination.from_day", day=day(letter.effective_on))
    yield Section("result", say(f"letters_determination.{letter.outcome}.{letter.kind}.lead", **values), role="lead")
    if letter.reason_code:
        yield from typed(say(f"letters_reasons.{letter.reason_code}", child=child))
    if letter.after_appeal:
        yield from typed(say("letters_determination.after_appeal"))
    if letter.envelope.addressee in ("child_welfare", "foster"):
        yield from typed(say(f"letters_determination.holder.{letter.envelope.addressee}", child=child))
    facts = tuple(_facts(say, letter))
    if facts:
        yield Facts(facts, 1)


def _facts(say: Say, letter: DeterminationLetter) -> Iterator[tuple[str, Words]]:
    if letter.outcome in GIVES:
        name = ", ".join(word for word in (letter.coordinator, letter.coordinator_title) if word)
        yield say(f"letters_role.{letter.kind}.name"), chosen(say, name)
    if letter.effective_on and letter.outcome != "refused":
        until = "ends" if letter.outcome == "ended" else "from"
        yield say(f"letters_determination.fact.{until}"), day(letter.effective_on)
    if letter.outcome in GIVES and letter.coordinator_phone:
        yield say("letters_determination.fact.phone"), letter.coordinator_phone
    if letter.outcome in GIVES and letter.coordinator_email:
        yield say("letters_determination.fact.email"), letter.coordinator_email
    if letter.replaces_number:
        yield say("letters_determination.fact.replaces"), letter.replaces_number


def _asked(say: Say, letter: DeterminationLetter) -> Iterator[Part]:
    said = (letter.wish, letter.family_view, letter.person_wish)
    if not letter.received_on and not any(said):
        return
    own = letter.channel == "own_initiative"
    yield Heading(say("letters_determination.asked.own_title" if own else "letters_determination.asked.title"))
    if letter.received_on:
        channel = letter.channel or "written"
        yield Paragraph(say(f"letters_determination.asked.{channel}", day=day(letter.received_on)))
    yield from typed(letter.wish)
    yield from headed(say("letters_determination.asked.family_view"), letter.family_view, 3)
    yield from headed(say("letters_determination.asked.person_wish"), letter.person_wish, 3)


def _grounds(say: Say, letter: DeterminationLetter) -> Iterator[Block]:
    yield from headed(say("letters_determination.grounds"), letter.grounds)
    if letter.prior_notice_on:
        yield Paragraph(say("letters_determination.prior_notice", day=day(letter.prior_notice_on)))


def _conditions(say: Say, letter: DeterminationLetter) -> Iterator[Block]:
    answered = tuple(line for line in letter.conditions if line.finding != "open")
    if not answered:
        return
    yield Heading(say("letters_determination.conditions.title"))
    yield Paragraph(say(f"letters_determination.conditions.{letter.kind}"))
    for line in answered:
        yield from _condition(say, letter.kind, line)


def _condition(say: Say, kind: str, line: ConditionLine) -> Iterator[Block]:
    yield Heading(say(f"letters_conditions.{kind}.{line.condition}"), 3)
    finding = say(f"letters_determination.finding.{line.finding}")
    told = (line.facts.strip() or line.judgement.strip()).splitlines() or [""]
    if told[0].startswith(POINTS):
        told = ["", *told]
    yield Paragraph(bold(finding, told[0].strip()))
    yield from typed("\n".join(told[1:]))
    if line.facts.strip():
        yield from typed(line.judgement)


def _child(say: Say, letter: DeterminationLetter) -> Iterator[Block]:
    heading = say("letters_determination.child.title", child=_called(say, letter)) if letter.child else ""
    heading = heading or say("letters_determination.child.expected_title")
    if letter.child_heard == "heard" and letter.child_view:
        how = letter.child_view_how
        if letter.child_view_on:
            how = " ".join(word for word in (how, f"({day(letter.child_view_on)})") if word)
        yield Quote(heading, letter.child_view, how)
    elif letter.child_is_expected:
        yield Heading(heading)
        yield from typed(letter.not_heard_reason or say("letters_determination.child.expected"))
    elif letter.child_heard == "not_heard":
        yield Heading(heading)
        yield Paragraph(say("letters_determination.child.not_heard", child=_called(say, letter)))
        yield from typed(letter.not_heard_reason)


def _practice(say: Say, letter: DeterminationLetter) -> Iterator[Part]:
    child = _called(say, letter)
    if letter.outcome not in GIVES:
        yield from _without(say, letter, child)
        return
    yield Section(
        "practice",
        say(f"letters_determination.practice.{letter.kind}", coordinator=chosen(say, letter.coordinator)),
        say("letters_determination.practice.title"),
    )
    if letter.child:
        yield Section("child_voice", say("letters_determination.practice.child_voice", child=child))
    yield from typed(letter.practical)
    if letter.overlap_to and letter.previous_coordinator:
        yield Paragraph(
            say(
                "letters_determination.practice.overlap",
                coordinator=chosen(say, letter.coordinator),
                previous=letter.previous_coordinator,
                day=day(letter.overlap_to),
            )
        )
    yield tasks(say, letter.kind)
    yield limits(say, letter.kind)
    yield Section(
        "change", say("letters_determination.practice.change"), say("letters_determination.practice.other"), 3
    )
    if letter.turns_18_on and letter.kind == "child_coordinator":
        turns = day(letter.turns_18_on)
        yield Section("adult", say("letters_determination.practice.turns_18", child=child, day=turns))
    yield from headed(say("letters_determination.practice.alternatives_beside"), letter.alternatives, 3)


def _called(say: Say, letter: DeterminationLetter) -> str:
    return named(say, letter.child_called, letter.child)


def _without(say: Say, letter: DeterminationLetter, child: str) -> Iterator[Part]:
    yield Section(
        "practice",
        say(f"letters_determination.practice.{letter.outcome}.{letter.kind}", child=child),
        say("letters_determination.practice.title"),
    )
    yield from typed(letter.practical)
    yield Heading(say("letters_determination.practice.alternatives"), 3)
    yield from typed(letter.alternatives)
    yield Section("alternatives", say(f"letters_determination.practice.other_help.{letter.kind}", child=child))
    if letter.kind == "child_coordinator":
        other = letter.envelope.provision("hol_7_2").text
        plan = letter.envelope.provision("hol_7_1").text
        yield Paragraph(say("letters_determination.practice.laws", other=other, plan=plan))
