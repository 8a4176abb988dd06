# SPDX-License-Identifier: MIT
"""Who has to sign a consent, worked out from what it is for, age, legal track, foreldreansvar and care (R26)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from models.rules.consent_to_right import CARE_ORDERS, AdultFacts, Decider, Deciders, who_decides
from models.rules.law import LawEdition
from models.values.consent_paper import Capacity
from models.values.dates import age_on
from models.values.remark import Remark

# From which age the young say yes themselves, by legal track (pbrl § 4-3, hpl § 22, bvl § 12-3; domain § 4).
OWN_AGE = {"general": 16, "health": 16, "child_welfare": 15}
GREAT_WEIGHT, GROWN_UP = 12, 18
# A yes to a coordinator is the parents' to the day the young is grown up, whatever track the help comes by.
TO_COORDINATOR = "child_coordinator"
RIGHT_ONLY = "decides.voluntary_placement"


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who has to sign: in which capacity, the text that says why, and the provision behind it."""

    person_id: UUID | None
    capacity: Capacity
    why: str
    basis: str


@dataclass(frozen=True, slots=True)
class Signing:
    """Who has to sign, and what to think of; without signers nobody is known who may."""

    signers: tuple[Signer, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """What the consent is for, as the rule asks; `kind` and `track` are the words of the record."""

    kind: str
    track: str = "general"


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """The child the consent is about; without a child it is about the family."""

    id: UUID | None
    born_on: date | None


def who_signs(
    matter: Matter, child: ChildFacts, care: str, adults: Sequence[AdultFacts], day: date, law: LawEdition
) -> Signing:
    """Those whose signature the consent needs on that day."""
    age = age_on(child.born_on, day) if child.born_on else None
    if age is not None and age >= GROWN_UP:
        return _grown_up(child, adults)
    if age is not None and matter.kind != TO_COORDINATOR and age >= OWN_AGE[matter.track]:
        return _youth(matter, child, age)
    decides = who_decides(child.born_on, care, adults, day, law)
    spoken = (one for one in decides.remarks if one.key != RIGHT_ONLY or matter.kind == TO_COORDINATOR)
    remarks = [*spoken, *_by_track(matter, age, care, len(decides.who))]
    if decides.capacity is Decider.CHILD_WELFARE:
        return Signing(_child_welfare(decides), tuple(remarks))
    why, basis = _parents_ground(matter)
    guardians = {adult.id for adult in adults if adult.relation == "guardian"}
    who = (Signer(id, "guardian" if id in guardians else "parent", why, basis) for id in decides.who)
    return Signing(tuple(who), tuple(remarks))


def missing(signing: Signing, signed: Collection[UUID | None]) -> tuple[Signer, ...]:
    """Those of the proposed who have not signed."""
    return tuple(one for one in signing.signers if one.person_id not in signed)


def one_parent_missing(signing: Signing, signed: Collection[UUID | None]) -> bool:
    """Whether parents decide together and not all of them have said yes (barnelova § 30)."""
    left = missing(signing, signed)
    return len(signing.signers) > 1 and 0 < len(left) < len(signing.signers)


def birthdays_of(kind: str, track: str) -> tuple[int, ...]:
    """The birthdays on which one asks anew: great weight from twelve, and the young's own yes from the track's age."""
    return (GREAT_WEIGHT,) if kind == TO_COORDINATOR else (GREAT_WEIGHT, OWN_AGE[track])


def _grown_up(child: ChildFacts, adults: Sequence[AdultFacts]) -> Signing:
    remarks = [Remark("decides.grown_up", "note", basis="vgml_16")]
    if any(adult.relation == "guardian" and not adult.gone for adult in adults):
        remarks.append(Remark("signers.guardian_helps", "note", basis="vgml_20"))
    return Signing((Signer(child.id, "youth", "signers.why.grown_up", "vgml_16"),), tuple(remarks))


def _youth(matter: Matter, child: ChildFacts, age: int) -> Signing:
    match matter.track:
        case "child_welfare":
            why, basis = "signers.why.child_welfare_own", "bvl_12_3"
        case "health":
            why, basis = "signers.why.health_own", "hpl_22" if matter.kind == "sharing" else "pbrl_4_3"
        case _:
            why, basis = "signers.why.general_own", "pbrl_4_3"
    remarks = [Remark("signers.parents_hear", "note", basis="pbrl_3_4")]
    if matter.track == "child_welfare":
        remarks.append(Remark("signers.parents_too", "note", basis="bvl_15_9"))
    if matter.track == "general":
        remarks.append(Remark("signers.no_own_limit", "note", basis="barnel_31"))
    if age < OWN_AGE["health"]:
        remarks.append(Remark("signers.other_track", "note", basis="pbrl_4_3"))
    return Signing((Signer(child.id, "youth", why, basis),), tuple(remarks))


def _child_welfare(decides: Deciders) -> tuple[Signer, ...]:
    one = Signer(None, "child_welfare", "signers.why.care_order", "bvl_5_1")
    return tuple(replace(one, person_id=id) for id in decides.who) or (one,)


def _parents_ground(matter: Matter) -> tuple[str, str]:
    if matter.kind == TO_COORDINATOR:
        return "signers.why.right", "pbrl_2_5c"
    if matter.track == "health":
        return "signers.why.health_parents", "pbrl_4_4"
    if matter.track == "child_welfare":
        return "signers.why.child_welfare_parents", "bvl_12_3"
    return "signers.why.parents", "barnel_30"


def _by_track(matter: Matter, age: int | None, care: str, deciders: int) -> list[Remark]:
    found = []
    if matter.track == "health" and matter.kind != TO_COORDINATOR and deciders > 1:
        found.append(Remark("signers.one_is_enough", "note", basis="pbrl_4_4"))
    if matter.kind == "sharing" and age is not None and age >= 12:
        found.append(Remark("signers.may_ask_for_silence", "note", basis="pbrl_3_4"))
    if matter.kind == "individual_plan" and care in CARE_ORDERS:
        found.append(Remark("signers.no_complaint_from_parents", "note", basis="ipf_11"))
    return found
