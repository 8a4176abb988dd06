# SPDX-License-Identifier: MIT
"""The picture of the components and their states, to hold beside the design's."""

from PySide6.QtWidgets import QGridLayout, QWidget

from tests.views.example_pages import FIELDS, PersonDraft
from views.form.form import Form
from views.widgets.banner import Banner
from views.widgets.basics import badge, button, key_cap, label, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.empty_state import EmptyState
from views.widgets.error_summary import ErrorSummary
from views.widgets.save_state import SaveState
from views.widgets.undo_strip import UndoStrip

BADGES = (
    ("Ikke startet", "neutral"),
    ("I gang", "info"),
    ("Nådd", "success"),
    ("Går ut 30. nov.", "warning"),
    ("4 dager over", "danger"),
    ("Mål 2", "accent"),
)
PROBLEMS = ("Begrunnelse for vilkår 2 mangler", "Velg hvem som er barnekoordinator")


class ComponentsPage(QWidget):
    """Buttons, fields, badges, error summary, empty state, undo and notices."""

    def __init__(self):
        super().__init__()
        self.setObjectName("window")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(20, 18, 20, 18)
        self.grid.setSpacing(14)
        self.primary = button("Ferdigstill", kind="primary")
        cards = (self._buttons(), self._fields(), self._badges(), self._summary(), self._empty(), self._undo())
        for place, card in enumerate(cards):
            self.grid.addWidget(card, *divmod(place, 2))

    def _buttons(self):
        off = button("Skriv ut", "print")
        off.setEnabled(False)
        shown = [
            button("Ferdigstill", kind="primary"),
            button("Skriv ut", "print"),
            button("Lag oppgave", "task", "flat"),
        ]
        card = Card("Knapper: hoved, vanlig, flat, ikke tilgjengelig – og med tastaturfokus")
        return card.add(row(*shown, off, None), row(self.primary, None))

    def _fields(self):
        form = Form(PersonDraft, FIELDS[:2])
        form.set_value({"name": "Anne Haugen"})
        form.rows["born_on"].editor.set_raw("32.04.2009")
        form.sheet.show_errors({"born_on": "Skriv en dato som finnes."})
        return Card("Felt: vanlig og med feil").add(form, None)

    def _badges(self):
        card = Card("Merker: alltid med tekst, aldri bare farge")
        card.add(row(*(badge(text, kind) for text, kind in BADGES), None))
        card.add(row(key_cap("Ctrl"), key_cap("K"), label("søk og gjør", "caption", "muted"), None))
        return card.add(ChipGroup("Utvalg", [("all", "Alle 14"), ("mine", "Mine 5")]))

    def _summary(self):
        summary = ErrorSummary()
        summary.show_problems([(problem, int) for problem in PROBLEMS], take_focus=False)
        return summary

    def _empty(self):
        what = "Her ser du møtene i ansvarsgruppen, med innkalling, referat og oppgaver."
        return Card().add(EmptyState("calendar", "Ingen møter er planlagt", what, "Planlegg møte", int, "calendar"))

    def _undo(self):
        card = Card("Angre i stedet for «Er du sikker?»")
        self.strip = UndoStrip(card)
        warning = Banner("warning", "Adressen er gradert og vises ikke.")
        return card.add(44, warning, Banner("danger", "Ikke lagret. Disken er full."), SaveState(), None)
