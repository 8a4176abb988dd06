# SPDX-License-Identifier: MIT
"""The map in its card, with what its lines mean written below."""

from PySide6.QtWidgets import QWidget

from models.queries.family_services import ConsentState
from views.pages.services.map_view import NetworkMap
from views.texts import t
from views.widgets.basics import boxed, label, row
from views.widgets.card import Card
from views.widgets.flow import flow
from views.widgets.labels import IconLabel

SIGNS = {
    ConsentState.VALID: ("check", "success"),
    ConsentState.ENDS_SOON: ("warning", "warning"),
    ConsentState.MISSING: ("cross", "danger"),
}


class MapCard(Card):
    """`map` is the map itself, `legend` the line below it."""

    def __init__(self) -> None:
        super().__init__(margins=(10, 10, 10, 8), gap=6)
        self.map = NetworkMap()
        self.legend = flow(*(_sign(state) for state in ConsentState), gap=16)
        self.add(self.map, self.legend)
        self.body.setStretch(0, 1)


def _sign(state: ConsentState) -> QWidget:
    words = label(t(f"family_services.legend.{state}"), "caption", "muted")
    return boxed(row(IconLabel(*SIGNS[state], 15), words, gap=5))
