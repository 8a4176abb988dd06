# SPDX-License-Identifier: MIT
"""Who decides for the family that it wants a barnekoordinator, and what weight the child's wish has (R9, R26)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.rules.law import LawEdition
from models.values.dates import age_on
from models.values.remark import Remark

CARE_ORDERS = frozenset({"care_order_foster", "care_order_institution"})


class Decider(StrEnum):
    """In which capacity somebody says yes."""

    PARENTS = "parents"
    CHILD_WELFARE = "child_welfare"
    YOUTH = "youth"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class AdultFacts:
    """An adult around the child; the answers are yes, no or unknown."""

    id: UUID
    relation: str
    parental_responsibility: str = "unknown"
    daily_care: str = "unknown"
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Deciders:
    """Who has to say yes, and what to think of."""

    capacity: Decider
    who: tuple[UUID, ...]
    remarks: tuple[Remark, ...] = ()


def who_decides(born_on: date | None, care: str, adults: Sequence[AdultFacts], day: date, law: LawEdition) -> Deciders:
    """Those whose yes the right needs on that day; `born_on` is None for an expected child."""
    present = [adult for adult in adults if not adult.gone]
    age = age_on(born_on, day) if born_on else None
    if age is not None and age >= 18:
        return Deciders(Decider.YOUTH, (), (Remark("decides.grown_up", "note", basis="vgml_16"),))
    if care in CARE_ORDERS:
        return Deciders(Decider.CHILD_WELFARE, _child_welfare(present), tuple(_care_order(age, care, law)))
    parents = tuple(adult.id for adult in present if adult.parental_responsibility == "yes")
    remarks = [*_parents(parents, present), *_voice(age)]
    if care == "voluntary_placement":
        remarks.append(Remark("decides.voluntary_placement", "note", basis="bvl_3_2"))
    return Deciders(Decider.PARENTS if parents else Decider.NOBODY, parents, tuple(remarks))


def _child_welfare(adults: Sequence[AdultFacts]) -> tuple[UUID, ...]:
    return tuple(adult.id for adult in adults if adult.relation == "child_welfare")


def _care_order(age: int | None, care: str, law: LawEdition) -> list[Remark]:
    found = [Remark("decides.child_welfare", "note", basis="bvl_5_1")]
    if law.has("bvl_5_4"):
        where = "foster" if care == "care_order_foster" else "institution"
        found.append(Remark(f"decides.{where}_may_decide", "note", basis="bvl_5_4"))
    return found + _voice(age)


def _parents(parents: tuple[UUID, ...], adults: Sequence[AdultFacts]) -> list[Remark]:
    unknown = [adult for adult in adults if adult.parental_responsibility == "unknown" and _may_have_it(adult)]
    found = []
    if not parents:
        found.append(Remark("decides.nobody", "warning", basis="barnel_30"))
    elif len(parents) > 1:
        found.append(Remark("decides.both_parents", "note", basis="barnel_30"))
    if unknown:
        found.append(Remark("decides.responsibility_unknown", "warning", basis="barnel_30", values={"n": len(unknown)}))
    return found


def _may_have_it(adult: AdultFacts) -> bool:
    return adult.relation in ("mother", "father", "co_mother", "guardian", "other")


def _voice(age: int | None) -> list[Remark]:
    """pbrl § 4-4 and the guideline, 5.2: heard as soon as the child can form a view, great weight from 12 and 16."""
    if age is None:
        return []
    if age >= 16:
        return [Remark("decides.youth_great_weight", "note", basis="pbrl_2_5c")]
    if age >= 12:
        return [Remark("decides.great_weight", "note", basis="pbrl_4_4")]
    if age >= 7:
        return [Remark("decides.must_be_heard", "note", basis="pbrl_4_4")]
    return [Remark("decides.heard_when_able", "note", basis="bk_12")]
