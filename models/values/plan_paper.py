# SPDX-License-Identifier: MIT
"""The individual plan on paper, whole, on one page and for the child; each holds only what is to be shown."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from models.values.letter import Envelope
from models.values.picture import MeasureStatus, Network, YearEvent


@dataclass(frozen=True, slots=True)
class PlanHead:
    """Whose plan it is, which version, and whom to ask; no national id."""

    child: str
    child_called: str
    version: int
    born_on: date | None = None
    coordinator_kind: Literal["child_coordinator", "coordinator"] = "child_coordinator"
    coordinator: str = ""
    coordinator_phone: str = ""
    guardians: tuple[str, ...] = ()
    period_from: date | None = None
    period_to: date | None = None
    next_meeting: datetime | None = None
    consent_on: date | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class PlanMeasure:
    """A tiltak: what, how much, how, by whom and when (§ 9 e and f); `due_words` stands where there is no one day."""

    what: str
    responsible: str
    status: MeasureStatus
    extent: str = ""
    how: str = ""
    due_on: date | None = None
    due_words: str = ""


@dataclass(frozen=True, slots=True)
class GoalReview:
    """An evaluation of a goal, and what came of it."""

    on: date
    text: str
    outcome: Literal["continued", "changed", "ended"]


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """A goal by its title, with the child's own words on it, and its measures."""

    title: str
    status: MeasureStatus
    description: str = ""
    child_words: str = ""
    subgoals: tuple[str, ...] = ()
    measures: tuple[PlanMeasure, ...] = ()
    reviews: tuple[GoalReview, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanNeed:
    """What is needed in one part of life, now and later (§ 9 a)."""

    area: str
    now: str
    later: str = ""


@dataclass(frozen=True, slots=True)
class PlanParticipant:
    """One who takes part in the planning, and what he or she contributes (§ 9 b and d)."""

    name: str
    role: str
    contributes: str = ""


@dataclass(frozen=True, slots=True)
class OfferedCoordinator:
    """A kind of coordinator or contact doctor that was offered or given (§ 9 g)."""

    kind: Literal["child_coordinator", "coordinator", "specialist_coordinator", "contact_doctor"]
    state: Literal["offered", "appointed", "refused", "not_offered"]
    name: str = ""


@dataclass(frozen=True, slots=True)
class PlanConsent:
    """A consent to the plan, or to what somebody may read of it (§ 9 i)."""

    given_by: str
    given_on: date
    covers: str
    recipient: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Subplan:
    """A plan of one service that this plan coordinates: where it is kept, not what it says."""

    title: str
    owner: str
    kept_at: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What a service does not agree to or has not done, and when its leader was told."""

    service: str
    what: str
    lifted_on: date | None = None
    lifted_to: str = ""


@dataclass(frozen=True, slots=True)
class RecipientCopy:
    """To whom this copy goes, and the consent that decides what is in it; a party has it as of right."""

    recipient: str
    party: bool = False
    consent_by: str = ""
    consent_on: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class IndividualPlan:
    """The full plan (forskrift om individuell plan § 9); a copy for somebody is the same with less in it."""

    envelope: Envelope
    head: PlanHead
    child_words: str = ""
    child_words_by: str = ""
    family_words: str = ""
    what_works: str = ""
    how_to_meet: str = ""
    goals: tuple[PlanGoal, ...] = ()
    needs: tuple[PlanNeed, ...] = ()
    network: Network | None = None
    participants: tuple[PlanParticipant, ...] = ()
    main_service: str = ""
    drawn_up_by: str = ""
    coordinated_by: str = ""
    coordinators: tuple[OfferedCoordinator, ...] = ()
    events: tuple[YearEvent, ...] = ()
    revisions: tuple[date, ...] = ()
    agreements: tuple[str, ...] = ()
    cooperation: str = ""
    subplans: tuple[Subplan, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    participation: str = ""
    consents: tuple[PlanConsent, ...] = ()
    signers: tuple[tuple[str, Literal["child", "guardian", "coordinator"]], ...] = ()
    copy: RecipientCopy | None = None


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal on the page that shows them all: where it stands, and the next step."""

    title: str
    status: MeasureStatus
    next_step: str = ""
    responsible: str = ""
    due_on: date | None = None
    due_words: str = ""


@dataclass(frozen=True, slots=True)
class PlanPerson:
    """One to call about the plan."""

    name: str
    role: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PlanOverview:
    """The plan on one page; what there is no room for is counted, and stands in the full plan."""

    envelope: Envelope
    head: PlanHead
    child_words: str = ""
    child_words_by: str = ""
    family_words: str = ""
    goals: tuple[GoalLine, ...] = ()
    people: tuple[PlanPerson, ...] = ()
    events: tuple[YearEvent, ...] = ()
    more_goals: int = 0
    more_people: int = 0
    more_events: int = 0


@dataclass(frozen=True, slots=True)
class ChildStep:
    """A step towards something the child wants, in easy words."""

    what: str
    status: MeasureStatus


@dataclass(frozen=True, slots=True)
class ChildGoal:
    """What we shall manage together, and who helps."""

    title: str
    helpers: str = ""
    steps: tuple[ChildStep, ...] = ()


@dataclass(frozen=True, slots=True)
class ChildPlan:
    """The plan for the child itself: own words first, large and easy."""

    envelope: Envelope
    child_called: str
    version: int
    own_words: str = ""
    good_at: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    goals: tuple[ChildGoal, ...] = ()
    network: Network | None = None
    events: tuple[YearEvent, ...] = ()
    talk_to: str = ""
    talk_to_phone: str = ""
