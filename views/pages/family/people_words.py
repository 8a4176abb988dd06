# SPDX-License-Identifier: MIT
"""How a person of a family is written: name, relation, what may be decided, and how to reach them."""

from datetime import date

from models.queries.people import PersonRow
from models.records.person import Answer, PersonKind
from models.values.date_words import age_text, day_and_month
from models.values.language import language_name
from views.discreet import shown
from views.texts import language, t


def person_name(person: PersonRow) -> str:
    """The name, or that the child is expected."""
    if person.name:
        return shown(person.name)
    return t("family.expected") if person.expected_on else t("families.unnamed")


def person_line(person: PersonRow, today: date) -> str:
    """«Mor · foreldreansvar · 900 00 001»; «12 år · født 14. april 2009»."""
    parts = _child_parts(person, today) if person.kind is PersonKind.CHILD else _adult_parts(person)
    if person.protected:
        parts.append(t("family.protected_short"))
    elif person.phone:
        parts.append(person.phone)
    if person.interpreter:
        spoken = language_name(person.language, language()) if person.language else ""
        parts.append(t("family.interpreter", language=spoken) if spoken else t("family.interpreter_needed"))
    if person.left_on:
        parts.append(t("family.left", when=person.left_on))
    return " · ".join(part for part in parts if part)


def _child_parts(child: PersonRow, today: date) -> list[str]:
    if child.died_on:
        return [t("family.died", when=child.died_on)]
    if child.born_on:
        return [age_text(child.born_on, today, language()), t("family.born", when=child.born_on)]
    if child.expected_on:
        return [t("family.expected_about", when=day_and_month(child.expected_on, language()))]
    return [t("family.birth_unknown")]


def _adult_parts(adult: PersonRow) -> list[str]:
    relation = t(f"person.relation_of.{adult.relation.value}") if adult.relation else t("person.relation_unknown")
    parts = [relation, adult.relation_detail]
    if adult.parental_responsibility is Answer.YES:
        parts.append(t("family.responsibility"))
    if adult.daily_care is Answer.YES:
        parts.append(t("family.daily_care"))
    if adult.information_limited:
        parts.append(t("family.information_limited"))
    if not adult.contact_allowed:
        parts.append(t("family.no_contact"))
    return parts
