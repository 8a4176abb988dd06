# SPDX-License-Identifier: MIT
"""The letter of an avgjørelse beside its form: how it reads now, printing and sending."""

from models.queries.determinations import DeterminationRow
from views.pages.right.around import Around
from views.widgets.card import Card


class LetterCard(Card):
    """Placeholder."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self.hide()

    def show_determination(self, determination: DeterminationRow | None) -> None:
        """Show the letters of this avgjørelse."""
