# SPDX-License-Identifier: MIT
"""What can be written about one person of a family, and what cannot be right in it."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator

from models.records.person import AddressProtection, Answer, PersonKind, Relation
from models.values.refusal import Refusal
from models.values.typed import Day, Line, Name, Text


def _without_spaces(typed: str) -> str:
    # Eleven digits are kept together, so that the same number is found however it was typed; all else as it stands.
    digits = "".join(sign for sign in typed if sign not in " .-\u00a0")
    return digits if len(digits) == 11 and digits.isdecimal() else typed


# A drop-down where nothing is chosen gives None.
Chosen = Annotated[str, BeforeValidator(lambda chosen: "" if chosen is None else str(chosen)[:40])]
NationalNumber = Annotated[Name, AfterValidator(_without_spaces)]


class PersonDraft(BaseModel):
    """A child or an adult; what is None stays as it was, so that a hidden address is never written over."""

    kind: PersonKind = PersonKind.ADULT
    given_name: Name = ""
    family_name: Name = ""
    sort_override: Name = ""
    expected: bool = False
    adoption: bool = False
    born_on: Day = None
    expected_on: Day = None
    died_on: Day = None
    sex: Chosen = ""
    national_id: NationalNumber = ""
    relation: Relation | None = None
    relation_detail: Line = ""
    parental_responsibility: Answer = Answer.UNKNOWN
    responsibility_from: Day = None
    responsibility_to: Day = None
    daily_care: Answer = Answer.UNKNOWN
    information_limited: bool = False
    information_limited_reason: Text = ""
    contact_allowed: bool = True
    home: int = 1
    address_protection: AddressProtection = AddressProtection.NONE
    phone: Name | None = None
    email: Name | None = None
    address: Line | None = None
    postal_code: Name | None = None
    place: Name | None = None
    school: Line | None = None
    language: Chosen = ""
    interpreter: bool = False
    letter_language: Chosen = ""
    sami: bool = False
    aac: Text = ""
    note: Text = ""


def person_refusals(draft: PersonDraft, today: date) -> list[Refusal]:
    """Everything in the draft that cannot be kept as it stands, in the order of the form."""
    refusals = _child_refusals(draft, today) if draft.kind is PersonKind.CHILD else _adult_refusals(draft, today)
    if draft.died_on and draft.died_on > today:
        refusals.append(Refusal("family.refused.died_in_future", "died_on"))
    if draft.died_on and draft.born_on and draft.died_on < draft.born_on:
        refusals.append(Refusal("family.refused.died_before_birth", "died_on"))
    return refusals


def _child_refusals(draft: PersonDraft, today: date) -> list[Refusal]:
    if draft.expected:
        return check_expected(draft.expected_on, today)
    missing = [] if draft.given_name else [Refusal("family.refused.child_name_missing", "given_name")]
    return missing + check_birth(draft.born_on, today)


def _adult_refusals(draft: PersonDraft, today: date) -> list[Refusal]:
    refusals = []
    if not (draft.given_name or draft.family_name):
        refusals.append(Refusal("family.refused.adult_name_missing", "given_name"))
    refusals += check_birth(draft.born_on, today)
    if draft.responsibility_from and draft.responsibility_to and draft.responsibility_to < draft.responsibility_from:
        refusals.append(Refusal("family.refused.responsibility_ends_first", "responsibility_to"))
    if draft.information_limited and not draft.information_limited_reason:
        refusals.append(Refusal("family.refused.limit_reason_missing", "information_limited_reason", "barnel_47"))
    return refusals


def check_birth(born_on: date | None, today: date) -> list[Refusal]:
    """A birth date may be unknown, but neither in the future nor before living memory."""
    if born_on and born_on > today:
        return [Refusal("family.refused.born_in_future", "born_on")]
    if born_on and born_on.year < today.year - 120:
        return [Refusal("family.refused.born_too_early", "born_on", year=today.year - 120)]
    return []


def check_expected(expected_on: date | None, today: date) -> list[Refusal]:
    """An expected or assigned child has a date around which it comes."""
    if expected_on is None:
        return [Refusal("family.refused.expected_date_missing", "expected_on")]
    if not today - timedelta(days=90) <= expected_on <= today + timedelta(days=2 * 366):
        return [Refusal("family.refused.expected_date_far_off", "expected_on")]
    return []
