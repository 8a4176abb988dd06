# SPDX-License-Identifier: MIT
"""Wish, child, conditions and family on one page that scrolls, so that answering needs no leafing."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.queries.right_picture import RightPicture
from models.work.assess import AssessmentDraft, start_assessment
from views.pages.right.around import Around, KeptForm
from views.pages.right.child import ChildCard
from views.pages.right.conditions import ConditionCards
from views.pages.right.family_wish import FamilyWishCard
from views.pages.right.wish import WishCard
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import column


class AssessmentPart(QWidget):
    """Four cards; a closed assessment is read until a new one is begun."""

    # this card should be scrolled into view
    shown = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self.wish, self.child = WishCard(around), ChildCard(around)
        self.conditions, self.family = ConditionCards(around), FamilyWishCard(around)
        self._closed = Banner("info", t("right.assessment_closed"), (t("right.assess_again"), self._again))
        self._closed.hide()
        cards = (self.wish, self._closed, self.child, self.conditions, self.family)
        self.setLayout(column(*cards, None, gap=14))

    def show_picture(self, picture: RightPicture) -> None:
        """Show what is written so far."""
        closed = picture.assessment.closed_on is not None
        self._closed.setVisible(closed)
        for card in (self.wish, self.child, self.conditions, self.family):
            card.show_picture(picture)
        for card in (self.child, self.conditions, self.family):
            card.setEnabled(not closed)

    def focus(self, step: str) -> None:
        """Put the focus at the start of a step."""
        if step == "wish" and self.wish.new.isVisibleTo(self):
            self.wish.new.sheet.focus_field("channel")
        elif step == "child":
            self.child.form.sheet.focus_field("child_heard")
        elif step == "family":
            self.family.form.sheet.focus_field("wished_kind")
        elif step == "conditions" and self.conditions.cards:
            next(iter(self.conditions.cards.values())).finding.setFocus(Qt.FocusReason.TabFocusReason)
        self.shown.emit(self.card(step))

    def card(self, step: str) -> QWidget:
        """The card of a step."""
        cards: dict[str, QWidget] = {"child": self.child, "conditions": self.conditions, "family": self.family}
        return cards.get(step, self.wish)

    def go_to_field(self, name: str) -> bool:
        """Bring a field that lacks something into view; false when it stands elsewhere."""
        if name in self.conditions.cards:
            card = self.conditions.cards[name]
            card.finding.setFocus(Qt.FocusReason.TabFocusReason)
            self.shown.emit(card)
            return True
        for form in self._forms():
            if name in form.rows:
                QTimer.singleShot(0, form, lambda form=form: form.sheet.focus_field(name))
                return True
        return False

    def _forms(self) -> tuple[KeptForm[AssessmentDraft], ...]:
        return (self.child.form, self.family.form)

    def _again(self) -> None:
        self._around.workspace.do(start_assessment, self._around.family_id)
