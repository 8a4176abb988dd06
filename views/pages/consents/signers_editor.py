# SPDX-License-Identifier: MIT
"""Who said yes: a box for each who should, with the reason and the paragraph, and for those who may instead."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from models.queries.consent_signers import Proposal, SignerRow
from views.discreet import shown
from views.form.choice_editors import TickBox
from views.form.date_editor import past_date
from views.form.editor import Around, Editor
from views.texts import t
from views.widgets.basics import boxed, column, label, row


class _Line(QWidget):
    """One person: a box to tick, why, and the day."""

    def __init__(
        self, around: Around, who: tuple[UUID | None, str, str], why: str, edited: Callable[[], object]
    ) -> None:
        super().__init__()
        self.person_id, self.name, self.capacity = who
        said = shown(self.name) or t(f"letters_consent.capacity_of.{self.capacity}")
        self.tick = TickBox(said)
        self.tick.setAccessibleName(said)
        self.tick.setAccessibleDescription(why)
        self.day = past_date(around)
        self.day.name(t("consents.signed_on_of", name=said))
        self.day.setFixedWidth(190)
        own_day = row(label(t("consents.signed_on"), "caption", "muted"), self.day, None)
        self._more = boxed(column(own_day, margins=(28, 2, 0, 4)))
        reason = [label(why, "caption", "muted", wrap=True)] if why else []
        self.setLayout(column(self.tick, boxed(column(*reason, margins=(28, 0, 0, 0))), self._more, gap=0))
        self._more.hide()
        self.tick.clicked.connect(lambda: self._more.setVisible(self.tick.isChecked()))
        self.tick.clicked.connect(lambda: edited())
        self.day.edited.connect(lambda: edited())

    def put(self, ticked: bool, day: str) -> None:
        self.tick.setChecked(ticked)
        self.day.set_raw(day)
        self._more.setVisible(ticked)

    def key(self) -> str:
        return f"{self.person_id or self.capacity}"

    def values(self) -> dict[str, object]:
        return {
            "person_id": self.person_id,
            "name": self.name,
            "capacity": self.capacity,
            "signed_on": self.day.value(),
        }


class SignersEditor(Editor):
    """Those the rules propose first; others are named below, and then a reason is asked for."""

    at_once = False

    def __init__(self, around: Around, proposal: Proposal) -> None:
        super().__init__(around)
        self._proposed = len(proposal.signers)
        self._lines = [
            *(
                _Line(around, (one.person_id, one.name, one.capacity), why_of(one), self._tell)
                for one in proposal.signers
            ),
            *(_Line(around, (one.person_id, one.name, one.capacity), "", self._tell) for one in proposal.others),
        ]
        others = [label(t("consents.others_sign"), "caption", "muted")] if proposal.others else []
        lines = [*self._lines[: self._proposed], *others, *self._lines[self._proposed :]]
        self.line.addLayout(column(*lines, gap=4), 1)
        if self._lines:
            self.setFocusProxy(self._lines[0].tick)

    def lacks(self) -> bool:
        """Whether somebody who should say yes has not."""
        proposed = self._lines[: self._proposed]
        return not proposed or not all(one.tick.isChecked() for one in proposed)

    def value(self) -> object:
        return [one.values() for one in self._lines if one.tick.isChecked()]

    def set_value(self, value: object) -> None:
        """`proposed` ticks those who should; a list ticks those in it."""
        if value == "proposed":
            for place, one in enumerate(self._lines):
                one.put(place < self._proposed, "")

    def raw(self) -> object:
        return {one.key(): str(one.day.raw()) for one in self._lines if one.tick.isChecked()}

    def set_raw(self, raw: object) -> None:
        kept = raw if isinstance(raw, dict) else {}
        for one in self._lines:
            one.put(one.key() in kept, str(kept.get(one.key(), "")))

    def unreadable(self) -> str:
        wrong = (one.day.unreadable() for one in self._lines if one.tick.isChecked())
        return next(filter(None, wrong), "")

    def name(self, spoken: str) -> None:
        self.setAccessibleName(spoken)

    def describe(self, sentence: str, problem: bool) -> None:
        self.setAccessibleDescription(sentence)

    def tidy(self) -> None:
        for one in self._lines:
            one.day.tidy()

    def _tell(self) -> None:
        self.edited.emit()


def why_of(one: SignerRow) -> str:
    """«Har foreldreansvar (barnelova § 30).»"""
    return why_line(t(one.why), one.basis)


def why_line(why: str, law: str) -> str:
    """The paragraph stands inside the sentence that builds on it."""
    return t("consents.why_line", why=why.removesuffix("."), law=law)
