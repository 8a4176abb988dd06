# SPDX-License-Identifier: MIT
"""One consent: what it lets whom know, who said so, what was shared on it, and what can be done with it now."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from models.queries.child_views import ChildViewRow, child_views_of
from models.queries.consent_signers import proposed_signers
from models.queries.consents import ConsentRow, SharingRow
from models.queries.letter_consent import ConsentPaper, papers_of_consents
from models.rules.consent_state import ConsentState
from views.discreet import free_text, shown
from views.pages.consents import answers
from views.pages.consents.papers import paper_button, papers_card
from views.pages.consents.words import badge_of, scope_line, sharing_line, signed_line, title, when_of
from views.pages.right.around import Around
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import ButtonKind, badge, button, clear, column, for_reading, label, row
from views.widgets.card import Card
from views.widgets.flow import flow
from views.widgets.scroll import TallContent


class OnePart(TallContent):
    """Built anew for each consent and each state of it; half-typed answers come back by themselves."""

    left = Signal()
    mended = Signal(object)
    renewed = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self.row: ConsentRow | None = None
        self._shared: tuple[SharingRow, ...] = ()
        self._papers: tuple[ConsentPaper, ...] = ()
        self._refused = Banner("danger", "")
        self._cards: dict[str, answers.Answer] = {}
        self._inside = column(gap=14, margins=(2, 2, 10, 8))
        self.setLayout(self._inside)

    def show_row(self, found: ConsentRow, shared: Sequence[SharingRow]) -> None:
        """Show this consent; the same one in the same state keeps its forms as they stand."""
        mine = tuple(one for one in shared if one.consent_id == found.id)
        papers = self._around.workspace.read(papers_of_consents, self._around.family_id).get(found.id, ())
        if (found, mine, papers) == (self.row, self._shared, self._papers):
            return
        for card in self._cards.values():
            card.form.flush()
        self.row, self._shared, self._papers = found, mine, papers
        clear(self._inside)
        self._refused = Banner("danger", "")
        views = self._around.workspace.read(child_views_of, self._around.family_id)
        today = self._around.workspace.today()
        self._cards = dict(self._answers(found, views, today))
        back = for_reading(button(t("consents.back"), "left", "link", self.left.emit))
        head = row(label(title(found), "subtitle"), badge(*badge_of(found, today)), None, gap=10)
        pieces = (row(back, None), head, flow(*self._buttons(found)), self._refused, *self._cards.values())
        told, given = _what(found, today), _shared_card(mine, found)
        over = found.state is ConsentState.WITHDRAWN
        papers_made = papers_card(self._around, found, papers, self._refused)
        cards = (*((given, told) if over else (told, given)), self._who(found, views), papers_made)
        for piece in (*pieces, *cards):
            self._inside.addWidget(piece) if isinstance(piece, QWidget) else self._inside.addLayout(piece)
        self._inside.addStretch(1)
        for card in self._cards.values():
            card.setVisible(card.half_typed())

    def submit(self) -> None:
        """Send the form that is folded out."""
        for card in self._cards.values():
            if card.isVisible():
                card.submit()
                return

    def open(self, name: str) -> None:
        """Fold out the form of this answer, and fold in the others."""
        for key, card in self._cards.items():
            card.setVisible(key == name or card.half_typed())
        card = self._cards[name]
        card.open(next(iter(card.form.rows)))

    def _answers(
        self, found: ConsentRow, views: Sequence[ChildViewRow], today: date
    ) -> Iterator[tuple[str, answers.Answer]]:
        around = self._around
        if found.state is ConsentState.ASKED:
            asked = (found.kind, found.track, found.child_id, today)
            proposal = around.workspace.read(proposed_signers, around.family_id, *asked)
            yield "give", answers.give(around, found, proposal, views)
            yield "refuse", answers.refuse(around, found)
            return
        if found.holds:
            yield "withdraw", answers.withdraw(around, found)
        yield "renew", answers.renew(around, found, self.renewed.emit)

    def _buttons(self, found: ConsentRow) -> list[QPushButton]:
        def opener(name: str, icon: str, kind: ButtonKind = "") -> QPushButton:
            return button(t(f"consents.{name}.open"), icon, kind, lambda: self.open(name))

        if found.state is ConsentState.ASKED:
            paper = paper_button(self._around, found, self._refused)
            mend = button(t("consents.mend"), "pen", "flat", lambda: self.mended.emit(found))
            return [opener("give", "check", "primary"), opener("refuse", "cross"), paper, mend]
        taken_back = [opener("withdraw", "cross")] if found.holds else []
        return [*taken_back, opener("renew", "redo")]

    def _who(self, found: ConsentRow, views: Sequence[ChildViewRow]) -> Card:
        card = Card(t("consents.who_said_yes"), icon_name="person")
        for one in found.signers:
            card.add(label(signed_line(one), "body", wrap=True))
        if not found.signers:
            card.add(label(t("consents.nobody_yet"), "body", "muted", wrap=True))
        view = next((one for one in views if one.id == found.view_id), None)
        pairs = (
            ("form", t(f"consents.form.{found.form}") if found.given_on else ""),
            ("received_by", shown(found.received_by)),
            ("signers_reason", free_text(found.signers_reason)),
            ("view", free_text(view.words or view.not_heard_reason) if view else ""),
            ("withdrawn_by", ", ".join(filter(None, (shown(found.withdrawn_by), free_text(found.withdrawn_how))))),
        )
        return _told(card, pairs)


def _what(found: ConsentRow, today: date) -> Card:
    card = Card(t("consents.what_it_covers"), icon_name="shield", right=label(when_of(found), "caption", "muted"))
    for one in found.scopes:
        card.add(label(scope_line(one, today), "body", wrap=True))
    if not found.scopes:
        card.add(label(t(f"consents.covers.{found.kind}"), "body", wrap=True))
    pairs = [(name, free_text(getattr(found, name))) for name in ("from_services", "purpose", "consequences")]
    pairs += [(name, free_text(getattr(found, name))) for name in ("exceptions", "language", "note")]
    return _told(card, pairs)


def _shared_card(shared: Sequence[SharingRow], found: ConsentRow) -> Card:
    over = found.state is ConsentState.WITHDRAWN
    card = Card(t("consents.shared_before" if over else "consents.shared_on_it"), icon_name="copy")
    for one in shared:
        words = column(
            label(t("consents.shared_line", who=shown(one.recipient), day=one.shared_on), "body", wrap=True),
            label(sharing_line(one), "caption", "muted", wrap=True),
            gap=0,
        )
        card.add(words)
    if not shared:
        card.add(label(t("consents.nothing_shared"), "body", "muted", wrap=True))
    if over:
        card.add(label(t("consents.after_withdrawal"), "caption", "muted", wrap=True))
    return card


def _told(card: Card, pairs: Sequence[tuple[str, str]]) -> Card:
    for name, text in pairs:
        if text:
            said = column(label(t(f"consents.field.{name}"), "caption", "muted"), label(text, "body", wrap=True), gap=0)
            card.add(said)
    return card
