# SPDX-License-Identifier: MIT
"""The agenda a meeting is proposed with: the child first, what is due in between, and a summary last (R40, R43)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.rules.visibility import Information, Mark, kinds_in, kinds_out

CHILD, SINCE_LAST, GOAL, CONSENT = "child", "since_last", "goal", "consent"
TRANSITION, OWN, SUMMARY = "transition", "own", "summary"
# Headings that tell nothing of anybody: whoever may know of the meeting at all may read them. What is said on them
# later is another matter, and is kept by the kinds of the item.
GENERAL = ("child", "round", "known", "since_last", "consents", "summary")
# Meetings are planned to see so far ahead.
CONSENTS_END_WITHIN, TRANSITIONS_WITHIN = 60, 270
# A birthday that only opens a talk with the child is no item of a meeting; these change who decides or where one goes.
TRANSITIONS = {
    "school_start": Information.SCHOOL,
    "lower_secondary": Information.SCHOOL,
    "upper_secondary_application": Information.SCHOOL,
    "upper_secondary": Information.SCHOOL,
    "hospital_home": Information.HEALTH,
    "moves_municipality": Information.FAMILY,
    "turns_16": Information.MEASURES,
    "before_18": Information.MEASURES,
    "turns_18": Information.MEASURES,
}


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """What the records know that a meeting should talk of."""

    first_meeting: bool
    open_tasks: int = 0
    consents_ending: int = 0
    transitions: tuple[tuple[str, date], ...] = ()
    own_transitions: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    child_raises: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One item: `key` names its words in the catalogue unless it has a `title` of its own."""

    kind: str
    key: str
    minutes: int
    information: str
    title: str = ""
    child_view: str = ""


def propose(facts: AgendaFacts) -> tuple[Proposed, ...]:
    """The items in their order; a person takes away, adds and moves as she likes."""
    return (
        Proposed(CHILD, "child", 10, kinds_out({Information.WORDS}), child_view=facts.child_raises),
        *_between(facts),
        Proposed(SUMMARY, "summary", 10, kinds_out({Information.MEASURES})),
    )


def _between(facts: AgendaFacts) -> Iterator[Proposed]:
    measures = kinds_out({Information.MEASURES})
    if facts.first_meeting:
        yield Proposed(OWN, "round", 10, kinds_out({Information.PRACTICAL}))
        yield Proposed(OWN, "known", 15, measures)
    if facts.open_tasks or not facts.first_meeting:
        yield Proposed(SINCE_LAST, "since_last", 10, measures)
    for goal in facts.goals:
        yield Proposed(GOAL, "goal", 10, measures, title=goal)
    for key, _ in sorted(facts.transitions, key=lambda one: one[1]):
        if key in TRANSITIONS:
            yield Proposed(TRANSITION, key, 10, kinds_out({TRANSITIONS[key]}))
    for title in facts.own_transitions:
        # somebody's own words: nobody knows what they reveal before they are sorted
        yield Proposed(TRANSITION, "", 10, "", title=title)
    if facts.consents_ending:
        yield Proposed(CONSENT, "consents", 5, measures)


def heading_mark(information: str, *, general: bool) -> Mark:
    """What an item's heading reveals in an invitation or on the agenda."""
    return Mark(frozenset({Information.PRACTICAL}) if general else kinds_in(information))


def is_identifiable(mark: Mark) -> bool:
    """Whether the item tells more than that there is a meeting (R42)."""
    return mark.reveals != {Information.PRACTICAL}
