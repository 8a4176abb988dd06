# SPDX-License-Identifier: MIT
"""The fields of one person's form: for a child, and for an adult."""

from collections.abc import Mapping

from models.records.person import AddressProtection, Answer, PersonKind, Relation
from models.values.language import spoken_languages
from views.form.choice_editors import CheckEditor, choice, combo, combo_of
from views.form.date_editor import DateEditor, past_date
from views.form.field import Field, Section
from views.form.text_editors import EmailEditor, NationalIdEditor, PhoneEditor, PostalCodeEditor, long_text
from views.texts import language

YES_NO = {"J": "yes", "N": "no", "U": "unknown"}


def _born(values: Mapping[str, object]) -> bool:
    return values.get("expected") is not True


def _expected(values: Mapping[str, object]) -> bool:
    return values.get("expected") is True


def _responsible(values: Mapping[str, object]) -> bool:
    return values.get("parental_responsibility") != Answer.UNKNOWN.value


def _limited(values: Mapping[str, object]) -> bool:
    return values.get("information_limited") is True


CHILD = (
    Field("expected", "new_family.expected", CheckEditor, width="full"),
    Field("given_name", "new_family.given_name"),
    Field("family_name", "new_family.family_name"),
    Field("born_on", "new_family.born_on", past_date, when=_born),
    Field("national_id", "new_family.national_id", NationalIdEditor, need="optional", when=_born),
    Field("expected_on", "new_family.expected_on", DateEditor, need="required", when=_expected),
    Field("adoption", "new_family.adoption", CheckEditor, when=_expected),
    Field("sex", "person.sex", combo_of(("girl", "boy", "other"), "person.sex_of"), need="optional", when=_born),
)
ADULT = (
    Field("given_name", "new_family.given_name"),
    Field("family_name", "new_family.family_name"),
    Field("relation", "new_family.relation", combo_of(Relation, "person.relation_of")),
    Field("relation_detail", "person.relation_detail", need="optional"),
    Field("parental_responsibility", "person.responsibility", choice(Answer, "person.answer", YES_NO)),
    Field("daily_care", "person.daily_care", choice(Answer, "person.answer", YES_NO)),
    Field("responsibility_from", "person.responsibility_from", past_date, need="optional", when=_responsible),
    Field("responsibility_to", "person.responsibility_to", DateEditor, need="optional", when=_responsible),
    Field("contact_allowed", "person.contact_allowed", CheckEditor, width="full"),
    Field("information_limited", "person.information_limited", CheckEditor, width="full"),
    Field(
        "information_limited_reason",
        "person.limited_reason",
        long_text(2),
        hint="person.limited_hint",
        need="required",
        width="full",
        when=_limited,
    ),
)
REACH = (
    Section("person.reach"),
    Field(
        "address_protection",
        "new_family.protection",
        choice(AddressProtection, "person.protection_of"),
        hint="new_family.protection_hint",
        width="full",
    ),
)
WHEREABOUTS = (
    Field("phone", "new_family.phone", PhoneEditor),
    Field("email", "new_family.email", EmailEditor),
    Field("address", "new_family.address", width="full"),
    Field("postal_code", "new_family.postal_code", PostalCodeEditor),
    Field("place", "new_family.place"),
)
SCHOOL = (Field("school", "person.school"),)
HOME = (Field("home", "person.home", choice(("1", "2"), "person.home_of")),)
WRITTEN = combo_of(("nb", "nn"), "new_family.language_of", "person.as_family")
REST = (
    Section("person.rest"),
    Field("note", "person.note", long_text(2), need="optional", width="full"),
    Field("died_on", "person.died_on", past_date, need="optional"),
    Field("sort_override", "person.sort_override", need="optional", hint="person.sort_hint"),
)


def person_fields(kind: PersonKind, whereabouts: bool, spoken: str = "") -> tuple[Field | Section, ...]:
    """The form of a child or an adult; what is protected is left out until it has been asked for."""
    child = kind is PersonKind.CHILD
    reach = (*WHEREABOUTS, *(SCHOOL if child else ())) if whereabouts else ()
    return (*(CHILD if child else ADULT), *REACH, *reach, *HOME, *_language(child, spoken), *REST)


def _language(child: bool, spoken: str) -> tuple[Field | Section, ...]:
    def options() -> list[tuple[str, str]]:
        known = list(spoken_languages(language()))
        return known if not spoken or spoken in dict(known) else [*known, (spoken, spoken)]

    aac = (Field("aac", "person.aac", long_text(2), need="optional", width="full"),) if child else ()
    return (
        Section("person.language_part"),
        Field("language", "person.language", combo(options, "person.norwegian"), need="optional"),
        Field("letter_language", "new_family.language", WRITTEN),
        Field("interpreter", "person.interpreter", CheckEditor),
        Field("sami", "person.sami", CheckEditor),
        *aac,
    )
