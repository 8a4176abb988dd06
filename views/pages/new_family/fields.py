# SPDX-License-Identifier: MIT
"""The fields of the short form for a new family."""

from collections.abc import Mapping

from models.records.enquiry import Channel
from models.records.person import AddressProtection, Relation
from views.form.choice_editors import CheckEditor, choice, combo_of
from views.form.date_editor import DateEditor, past_date
from views.form.field import Field, Section
from views.form.text_editors import EmailEditor, NationalIdEditor, PhoneEditor, PostalCodeEditor, long_text

PARENTS = (
    Relation.MOTHER,
    Relation.FATHER,
    Relation.CO_MOTHER,
    Relation.FOSTER_PARENT,
    Relation.STEP_PARENT,
    Relation.GUARDIAN,
    Relation.NEXT_OF_KIN,
    Relation.OTHER,
)


def _born(values: Mapping[str, object]) -> bool:
    return values["expected"] is not True


def _expected(values: Mapping[str, object]) -> bool:
    return values["expected"] is True


def _second(values: Mapping[str, object]) -> bool:
    return bool(values["guardian_given_name"] or values["guardian_family_name"] or values["second_given_name"])


FIELDS = (
    Section("new_family.child"),
    Field("expected", "new_family.expected", CheckEditor, width="full"),
    Field("child_given_name", "new_family.given_name", need="required", when=_born),
    Field("child_family_name", "new_family.family_name", hint="new_family.family_name_hint"),
    Field("born_on", "new_family.born_on", past_date, when=_born),
    Field("national_id", "new_family.national_id", NationalIdEditor, need="optional", when=_born),
    Field("expected_on", "new_family.expected_on", DateEditor, need="required", when=_expected),
    Field("adoption", "new_family.adoption", CheckEditor, when=_expected),
    Section("new_family.adults"),
    Field("guardian_given_name", "new_family.guardian_given_name"),
    Field("guardian_family_name", "new_family.guardian_family_name"),
    Field("guardian_relation", "new_family.relation", combo_of(PARENTS, "person.relation_of")),
    Field("phone", "new_family.phone", PhoneEditor, need="optional"),
    Field("email", "new_family.email", EmailEditor, need="optional"),
    Field("second_given_name", "new_family.second_given_name", need="optional", when=_second),
    Field("second_family_name", "new_family.second_family_name", when=_second),
    Field("second_relation", "new_family.second_relation", combo_of(PARENTS, "person.relation_of"), when=_second),
    Field("second_phone", "new_family.second_phone", PhoneEditor, when=_second),
    Section("new_family.home"),
    Field("address", "new_family.address", need="optional"),
    Field("postal_code", "new_family.postal_code", PostalCodeEditor),
    Field("place", "new_family.place"),
    Field(
        "address_protection",
        "new_family.protection",
        choice(AddressProtection, "person.protection_of"),
        hint="new_family.protection_hint",
        width="full",
    ),
    Section("new_family.wish"),
    Field("received_on", "new_family.received_on", past_date, hint="new_family.received_hint"),
    Field("channel", "new_family.channel", choice(Channel, "new_family.channel_of")),
    Field("from_whom", "new_family.from_whom", hint="new_family.from_whom_hint"),
    Field("language", "new_family.language", choice(("nb", "nn"), "new_family.language_of")),
    Field("wish", "new_family.wish_text", long_text(3), width="full"),
)
