# SPDX-License-Identifier: MIT
"""Plans of an invented girl: as they usually are, as short as may be, and as hard as may be."""

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from models.values.letter import Paper
from models.values.picture import Around, Nearness, Network, YearEvent
from models.values.plan_paper import (
    ChildGoal,
    ChildPlan,
    ChildStep,
    Disagreement,
    GoalLine,
    GoalReview,
    IndividualPlan,
    OfferedCoordinator,
    PlanConsent,
    PlanGoal,
    PlanHead,
    PlanMeasure,
    PlanNeed,
    PlanOverview,
    PlanParticipant,
    PlanPerson,
    RecipientCopy,
    Subplan,
)
from tests.reports.letter_samples import envelope

STORY: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "plan_story.toml").read_text("utf-8"))
LONG = "Hjelpemiddelsentralrådgivningstjenestekoordinatoren"
SAMI = "Biret Ánne Čuoivvatjohka-Ŋiŧa Šaŋŋa"
DAYS = (
    date(2026, 8, 18),
    date(2026, 10, 19),
    date(2026, 11, 20),
    date(2027, 1, 20),
    date(2027, 3, 15),
    date(2027, 5, 28),
)
AROUND: tuple[tuple[str, str, Nearness], ...] = (
    ("family", "Biret og Jon", "near"),
    ("leisure", "Iver", "near"),
    ("school", "Kari Lunde", "municipality"),
    ("respite", "Siv Dahl, Solsida", "municipality"),
    ("ppt", "Øyvind Sæther", "municipality"),
    ("doctor", "Siri Bråten", "municipality"),
    ("hospital", "Dr. Nils Ås", "specialist"),
    ("physio", "Ingrid Dahl", "municipality"),
)


def plan_papers(language: str) -> dict[str, Paper]:
    """Every plan in one language, by the name of its golden file."""
    whole = individual_plan(language)
    return {
        "individual_plan": whole,
        "individual_plan_shortest": IndividualPlan(sheet(language), PlanHead("Ella", "Ella", 1)),
        "individual_plan_hard": _hard_plan(whole),
        "individual_plan_copy": plan_copy(language),
        "individual_plan_family_copy": replace(whole, copy=RecipientCopy(STORY[language]["copy_family"], party=True)),
        "plan_overview": plan_overview(language),
        "plan_overview_shortest": PlanOverview(sheet(language), PlanHead("Ella", "Ella", 1)),
        "plan_overview_hard": big_overview(language),
        "child_plan": child_plan(language),
        "child_plan_shortest": ChildPlan(sheet(language), "Ella", 1),
        "child_plan_hard": _hard_child_plan(language),
    }


def sheet(language: str) -> Any:
    """The envelope of a paper that is not posted."""
    return envelope(language, recipient=(), number="", case_number="2026/01483")


def head(language: str) -> PlanHead:
    """Ella Márjá, nine years old, in the third version of her plan."""
    return PlanHead(
        child="Ella Márjá Solbakken",
        child_called="Ella",
        version=3,
        born_on=date(2017, 5, 14),
        coordinator="Marte Hauge",
        coordinator_phone="75 00 12 34",
        guardians=("Biret Ánne Čuoivvat", "Jon Solbakken"),
        period_from=date(2026, 8, 1),
        period_to=date(2027, 6, 30),
        next_meeting=datetime(2027, 1, 20, 11, 30, tzinfo=UTC),
        consent_on=date(2026, 8, 18),
        language=STORY[language]["language"],
    )


def individual_plan(language: str = "nb") -> IndividualPlan:
    """The full plan, with all that § 9 asks for."""
    told = STORY[language]
    covers = [PlanConsent(told["consent_by"], date(2026, 8, 18), covers, who) for covers, who in told["consents"]]
    return IndividualPlan(
        envelope=sheet(language),
        head=head(language),
        child_words=told["words"],
        child_words_by=told["words_by"],
        family_words=told["family_words"],
        what_works=told["works"],
        how_to_meet=told["meet"],
        goals=tuple(_goal(each) for each in told["goals"]),
        needs=tuple(PlanNeed(*each) for each in told["needs"]),
        network=network(language),
        participants=tuple(PlanParticipant(*each) for each in told["participants"]),
        main_service=told["main_service"],
        drawn_up_by=told["drawn_up_by"],
        coordinated_by=told["coordinated_by"],
        coordinators=(
            OfferedCoordinator("child_coordinator", "appointed", "Marte Hauge"),
            OfferedCoordinator("specialist_coordinator", "offered"),
            OfferedCoordinator("contact_doctor", "appointed", "Dr. Nils Ås"),
        ),
        events=events(language),
        revisions=(date(2027, 1, 20), date(2027, 5, 28)),
        agreements=tuple(told["agreements"]),
        cooperation=told["cooperation"],
        subplans=tuple(Subplan(*each) for each in told["subplans"]),
        disagreements=(Disagreement(*told["disagreement"], date(2026, 11, 2), told["called_up"]),),
        participation=told["participation"],
        consents=tuple(replace(each, until=date(2027, 8, 18) if each.recipient else None) for each in covers),
        signers=(
            ("Biret Ánne Čuoivvat", "guardian"),
            ("Jon Solbakken", "guardian"),
            ("Marte Hauge", "coordinator"),
        ),
    )


def _goal(told: dict[str, Any]) -> PlanGoal:
    reviews = (GoalReview(date(2026, 11, 9), told["review"], told["outcome"]),) if "review" in told else ()
    return PlanGoal(
        told["title"],
        told["status"],
        told["description"],
        told.get("child_words", ""),
        tuple(told.get("subgoals", ())),
        tuple(PlanMeasure(**each) for each in told["measures"]),
        reviews,
    )


def network(language: str) -> Network:
    """Everyone around Ella."""
    names = STORY[language]["around_words"]
    return Network("Ella", STORY[language]["age"], tuple(Around(names[key], who, kind) for key, who, kind in AROUND))


def events(language: str) -> tuple[YearEvent, ...]:
    """The days of Ella's year."""
    return tuple(YearEvent(on, what) for on, what in zip(DAYS, STORY[language]["days"], strict=True))


def plan_copy(language: str = "nb") -> IndividualPlan:
    """What one service may read: a smaller plan, not the same one with holes."""
    whole, told = individual_plan(language), STORY[language]
    return IndividualPlan(
        envelope=whole.envelope,
        head=PlanHead("Ella Márjá Solbakken", "Ella", 3, coordinator="Marte Hauge", coordinator_phone="75 00 12 34"),
        child_words=whole.child_words,
        goals=(replace(whole.goals[2], reviews=()),),
        copy=RecipientCopy(told["copy_to"], False, told["consent_by"], date(2026, 8, 18), date(2027, 8, 18)),
    )


def _hard_plan(whole: IndividualPlan) -> IndividualPlan:
    many = tuple(replace(whole.goals[0].measures[0], what=f"{LONG} {n}", how=f"{LONG} " * 4) for n in range(9))
    goal = replace(whole.goals[0], title=f"{LONG} {SAMI}", measures=many)
    around = tuple(Around(f"{LONG} {n}", SAMI, "municipality") for n in range(20))
    return replace(
        whole,
        head=replace(whole.head, child=f"{SAMI} {LONG}", guardians=(SAMI,) * 4, language=f"{LONG} " * 3),
        goals=(goal, *whole.goals[1:], replace(goal, measures=())),
        network=Network(SAMI, "", around),
        participants=tuple(replace(each, contributes=f"{LONG} " * 6) for each in whole.participants * 3),
        signers=tuple((f"{SAMI} {LONG}", "guardian") for _ in range(5)),
    )


def plan_overview(language: str = "nb") -> PlanOverview:
    """The plan on one page."""
    whole = individual_plan(language)
    people = STORY[language]["participants"]
    lines = [(goal, goal.measures[-2]) for goal in whole.goals]
    return PlanOverview(
        whole.envelope,
        whole.head,
        whole.child_words,
        "",
        whole.family_words,
        tuple(
            GoalLine(goal.title, goal.status, step.what, step.responsible, step.due_on, step.due_words)
            for goal, step in lines
        ),
        tuple(PlanPerson(name, role, f"75 00 12 {40 + n}") for n, (name, role, _) in enumerate(people)),
        whole.events,
    )


def big_overview(language: str = "nb") -> PlanOverview:
    """A plan far too big for one page."""
    small = plan_overview(language)
    return replace(
        small,
        head=replace(small.head, child=f"{SAMI} {LONG}", guardians=(SAMI,) * 4),
        child_words=small.child_words * 30,
        goals=tuple(replace(goal, next_step=f"{goal.next_step} {LONG} {n}") for n in range(15) for goal in small.goals),
        people=small.people * 6,
        events=tuple(replace(event, what=f"{event.what} {n}") for n in range(5) for event in small.events),
    )


def child_plan(language: str = "nb") -> ChildPlan:
    """Ella's own version."""
    told = STORY[language]
    goals = (
        ChildGoal(each["title"], each["helpers"], tuple(ChildStep(**step) for step in each["steps"]))
        for each in told["child_goals"]
    )
    return ChildPlan(
        sheet(language),
        "Ella",
        3,
        told["words"],
        tuple(told["good_at"]),
        tuple(told["wants"]),
        tuple(goals),
        network(language),
        events(language)[3:],
        "Marte",
        "75 00 12 34",
    )


def _hard_child_plan(language: str) -> ChildPlan:
    usual = child_plan(language)
    steps = tuple(ChildStep(f"{LONG} {n}", "review") for n in range(11))
    return replace(
        usual, child_called=SAMI, goals=(ChildGoal(LONG, f"{SAMI}, {LONG}", steps), *usual.goals), talk_to_phone=""
    )
