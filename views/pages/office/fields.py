# SPDX-License-Identifier: MIT
"""The fields of the municipality and its paper, as data."""

from views.form.choice_editors import choice
from views.form.date_editor import DateEditor
from views.form.field import Field, Section
from views.form.text_editors import EmailEditor, PhoneEditor, PostalCodeEditor, long_text

LANGUAGES = ("nb", "nn")

MUNICIPALITY = (
    Field("name", "municipality.name", need="required"),
    Field("org_number", "municipality.org_number"),
    Field("unit", "municipality.unit", hint="municipality.unit_hint"),
    Field("unit_nn", "municipality.unit_nn", hint="municipality.unit_nn_hint", need="optional"),
    Section("municipality.contact"),
    Field("address", "municipality.address"),
    Field("postal_code", "municipality.postal_code", PostalCodeEditor),
    Field("place", "municipality.place"),
    Field("phone", "municipality.phone", PhoneEditor),
    Field("email", "municipality.email", EmailEditor),
    Field("website", "municipality.website"),
    Section("municipality.leader", "municipality.leader_hint"),
    Field("leader_name", "municipality.leader_name"),
    Field("leader_title", "municipality.leader_title"),
    Field(
        "other_signers",
        "municipality.other_signers",
        long_text(2, 6),
        hint="municipality.other_signers_hint",
        need="optional",
        width="full",
    ),
    Section("municipality.choices"),
    Field("number", "municipality.number"),
    Field("county_governor", "municipality.county_governor", hint="municipality.county_governor_hint"),
    Field("language", "municipality.language", choice(LANGUAGES, "municipality.language_of")),
    Field("new_public_administration_act_from", "municipality.new_act", DateEditor, hint="municipality.new_act_hint"),
)

# What is nothing to ask of somebody on the first day.
LATER = (Field("silent_days", "municipality.silent_days", hint="municipality.silent_days_hint"),)
