# SPDX-License-Identifier: MIT
"""The fields of «Maler og oppsett», as data."""

from views.form.choice_editors import choice
from views.form.date_editor import DateEditor
from views.form.field import Field, Section
from views.form.text_editors import EmailEditor, PhoneEditor, PostalCodeEditor

LANGUAGES = ("nb", "nn")
THEMES = ("system", "light", "dark", "contrast")
IDLE_MINUTES = ("1", "3", "5", "10", "15")

MUNICIPALITY = (
    Field("name", "municipality.name", need="required"),
    Field("unit", "municipality.unit", hint="municipality.unit_hint"),
    Field("address", "municipality.address"),
    Field("postal_code", "municipality.postal_code", PostalCodeEditor),
    Field("place", "municipality.place"),
    Field("phone", "municipality.phone", PhoneEditor),
    Field("email", "municipality.email", EmailEditor),
    Field("website", "municipality.website"),
    Field("number", "municipality.number"),
    Field("org_number", "municipality.org_number"),
    Field("county_governor", "municipality.county_governor", hint="municipality.county_governor_hint"),
    Field("language", "municipality.language", choice(LANGUAGES, "municipality.language_of")),
    Field("new_public_administration_act_from", "municipality.new_act", DateEditor, hint="municipality.new_act_hint"),
    Section("municipality.leader", "municipality.leader_hint"),
    Field("leader_name", "municipality.leader_name"),
    Field("leader_title", "municipality.leader_title"),
)
PERSON = (
    Field("name", "staff.name", need="required"),
    Field("title", "staff.title", hint="staff.title_hint"),
    Field("phone", "staff.phone", PhoneEditor),
    Field("email", "staff.email", EmailEditor),
)
COLLEAGUE = (
    Field("name", "settings.colleague_name", need="required"),
    Field("title", "staff.title"),
    Field("phone", "staff.phone", PhoneEditor),
    Field("email", "staff.email", EmailEditor),
    Field("service", "settings.service"),
)
