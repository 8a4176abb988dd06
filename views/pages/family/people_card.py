# SPDX-License-Identifier: MIT
"""The people of the family in the overview: a row each, which opens the person's form."""

from datetime import date

from models.queries.family import FamilyOverview
from models.queries.people import PersonRow
from models.records.family import FamilyState
from models.records.person import PersonKind
from views.navigation import Navigator
from views.pages.family.people_words import person_line, person_name
from views.texts import t
from views.widgets.basics import button, row
from views.widgets.card import Card
from views.widgets.rows import Row, RowList


def people_card(overview: FamilyOverview, today: date, navigator: Navigator) -> Card:
    """Adults and siblings; «Rediger» opens the family's own form."""
    id = str(overview.family.id)
    open_now = overview.family.state is FamilyState.OPEN
    edit = button(t("family.edit"), kind="flat", run=lambda: navigator.open("family", id=id, tab="edit"))
    edit.setAccessibleName(t("family.menu.edit"))
    card = Card(t("family.people"), icon_name="family", right=edit if open_now else None, margins=(8, 12, 8, 8), gap=2)
    rows = RowList(t("family.people"), fit=True, marks=False)
    rows.show_rows([_row(one, today) for one in overview.people])
    rows.opened.connect(lambda line: navigator.open("family", id=id, tab="person", person=str(line.id)))
    card.add(rows)
    if open_now:
        add = button(
            t("family.add_person"), "plus", "flat", lambda: navigator.open("family", id=id, tab="person", person="new")
        )
        card.add(row(add, None))
    return card


def _row(person: PersonRow, today: date) -> Row:
    icon = "heart" if person.kind is PersonKind.CHILD else "person"
    return Row(person.id, person_name(person), person_line(person, today), icon)
