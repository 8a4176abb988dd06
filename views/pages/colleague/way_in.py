# SPDX-License-Identifier: MIT
"""Whether a colleague can open the vault: given with a passphrase she types herself, taken away with a new key."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from models.queries.office import StaffCard, staff_cards
from models.values.passphrase import SHORTEST
from models.values.refusal import Refusal
from models.values.trouble import Trouble
from models.work.ways_in import tie_slot
from views.pages.colleague.keys import WaysIn
from views.pages.settings.key_work import KeyWork
from views.refused import said
from views.start.passphrase_field import PassphraseField
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import Piece, add, boxed, button, clear, column, label, row
from views.widgets.card import Card
from views.workspace import Workspace


class WayInCard(Card):
    """One of four: no way in yet, one waiting to be tied, one of her own, and the question before it is taken away."""

    # what was done, told in the strip
    told = Signal(str)
    # she is to be shut out: the page runs the job
    shut_out = Signal()

    def __init__(self, workspace: Workspace, keys: WaysIn) -> None:
        super().__init__(t("people.way_in"), icon_name="key")
        self._workspace, self._keys = workspace, keys
        self._one: StaffCard | None = None
        self._wrong = Banner("danger", "", closable=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.add(self._wrong, self._lines)

    def show_person(self, one: StaffCard, *, herself: bool) -> None:
        """Build what fits how she stands now."""
        self._one = one
        slots = dict(self._keys.slots())
        if one.slot in slots:
            self._show(label(t("people.has_way_in", name=one.name), "body", wrap=True))
            if herself:
                self._add(label(t("people.own_hint"), "caption", "muted", wrap=True))
            else:
                self._add(row(button(t("people.shut_out"), "lock", run=self._ask), None))
        elif not one.active:
            self._show(label(t("people.left_hint"), "body", "muted", wrap=True))
        else:
            self._offer(one, slots)

    def _offer(self, one: StaffCard, slots: dict[str, str]) -> None:
        self._show(label(t("people.no_way_in", name=one.name), "body", wrap=True))
        self._new = PassphraseField(t("start.new_passphrase"), t("start.passphrase_hint"))
        self._again = PassphraseField(t("start.again"))
        for field in (self._new, self._again):
            field.setMaximumWidth(560)
        propose = button(t("start.guide.passphrase.propose"), kind="flat", run=self._propose)
        self._letting_in = button(t("people.let_in"), "key", run=self._let_in)
        fields = boxed(column(self._new, self._again, row(self._letting_in, propose, None), gap=10))
        self._work = KeyWork(self._workspace, fields)
        self._add(fields)
        taken = {card.slot for card in self._workspace.read(staff_cards)}
        for slot, name in slots.items():
            if slot not in taken:
                tie = button(t("people.tie", name=name), run=self._tie(slot))
                self._add(label(t("people.tie_hint"), "caption", "muted", wrap=True))
                self._add(row(tie, None))

    def _ask(self) -> None:
        assert self._one is not None
        name = self._one.name
        self._show(label(t("people.shut_out_title", name=name), "strong", wrap=True))
        for key in ("people.shut_out_what", "people.shut_out_copies", "people.shut_out_seen"):
            self._add(label(t(key, name=name), "body", wrap=True))
        if count := self._keys.old_copies(self._one.slot):
            self._add(label(t("people.shut_out_count", n=count), "body", wrap=True))
        go = button(t("people.shut_out_now", name=name), "lock", "primary", self.shut_out.emit)
        self._add(row(go, button(t("people.keep"), run=self._keep), None))
        go.setFocus()

    def _keep(self) -> None:
        assert self._one is not None
        self.show_person(self._one, herself=False)

    def _propose(self) -> None:
        self._new.line.setText(self._keys.propose())
        self._new.show_text()
        self._again.setFocus()

    def _let_in(self) -> None:
        assert self._one is not None
        typed = self._new.text()
        weak = len(typed) < SHORTEST or self._keys.strength(typed) == "weak"
        self._new.say(t("start.guide.passphrase.weak_confirm") if weak else "")
        self._again.say("" if typed == self._again.text() else t("start.differs"))
        if weak or typed != self._again.text():
            return
        id, name = self._one.id, self._one.name
        self._work.begin(
            lambda: self._keys.let_in(id, typed),
            lambda _found: self._went_well(t("people.let_in_done", name=name)),
            lambda sentence: self._wrong.say("danger", sentence),
            self._letting_in,
        )

    def _tie(self, slot: str) -> Callable[[], None]:
        assert self._one is not None
        id, name = self._one.id, self._one.name
        return lambda: self._try(lambda: self._workspace.do(tie_slot, id, slot), t("people.tied", name=name))

    def _try(self, act: Callable[[], object], done: str) -> None:
        try:
            act()
        except (Refusal, Trouble) as wrong:
            self._wrong.say("danger", said(wrong))
            return
        self._went_well(done)

    def _went_well(self, done: str) -> None:
        self._wrong.hide()
        self.told.emit(done)

    def _show(self, first: Piece) -> None:
        clear(self._lines)
        self._add(first)

    def _add(self, piece: Piece) -> None:
        add(self._lines, piece)
