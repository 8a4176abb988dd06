# SPDX-License-Identifier: MIT
"""The people of a family: children as plan owners, adults with what they may decide and know."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class PersonKind(StrEnum):
    """A child of the family, or an adult around it."""

    CHILD = "child"
    ADULT = "adult"


class Relation(StrEnum):
    """What an adult is to the children."""

    MOTHER = "mother"
    FATHER = "father"
    CO_MOTHER = "co_mother"
    FOSTER_PARENT = "foster_parent"
    STEP_PARENT = "step_parent"
    GUARDIAN = "guardian"
    CHILD_WELFARE = "child_welfare"
    INSTITUTION = "institution"
    NEXT_OF_KIN = "next_of_kin"
    OTHER = "other"


class Answer(StrEnum):
    """Yes, no, or not known yet."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class AddressProtection(StrEnum):
    """Grading of the address in the National Population Register (folkeregisterloven § 10-4)."""

    NONE = "none"
    CONFIDENTIAL = "confidential"
    STRICT = "strict"
    UNKNOWN = "unknown"


# What tells where somebody with a protected address can be found (R67).
HIDDEN_FIELDS = ("phone", "email", "address", "postal_code", "place", "school")


class Person(Record, table=True):
    """A child or an adult of a family; birth date and sex are entered, never derived (R65)."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    kind: PersonKind
    given_name: str = ""
    family_name: str = ""
    born_on: date | None = None
    expected_on: date | None = Field(default=None, description="an expected or assigned child has a date, no name")
    adoption: bool = False
    died_on: date | None = None
    sex: str = ""
    national_id: str = ""
    relation: Relation | None = None
    relation_detail: str = ""
    parental_responsibility: Answer = Answer.UNKNOWN
    responsibility_from: date | None = None
    responsibility_to: date | None = None
    daily_care: Answer = Answer.UNKNOWN
    information_limited: bool = Field(default=False, description="barnelova § 47, pbrl § 3-4")
    information_limited_reason: str = ""
    contact_allowed: bool = True
    home: int = Field(default=1, description="1 or 2 where the child has two homes")
    phone: str = ""
    email: str = ""
    address: str = ""
    postal_code: str = ""
    place: str = ""
    address_protection: AddressProtection = AddressProtection.NONE
    language: str = Field(default="", description="language spoken, when other than Norwegian")
    interpreter: bool = False
    letter_language: str = Field(default="", description="nb, nn or empty for the family's")
    sami: bool = Field(default=False, description="wishes Sami (sameloven § 3-3)")
    aac: str = Field(default="", description="ASK: augmentative and alternative communication")
    what_matters: str = Field(default="", description="the child's own words")
    what_matters_on: date | None = None
    school: str = ""
    note: str = ""
    left_on: date | None = None
    sort_override: str = ""
