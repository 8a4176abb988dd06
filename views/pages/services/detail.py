# SPDX-License-Identifier: MIT
"""One service around the family in full: whom to call, what it gives, how far it has come, and its next steps."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from models.queries.family_services import ConsentState, FamilyServiceRow
from models.records.family_service import ServiceState
from models.rules.service_states import NEXT
from models.work.family_services import EndServiceDraft, end_family_service, resume_family_service
from views.discreet import free_text, shown
from views.pages.family.tabs import tab_of
from views.pages.right.around import Around
from views.pages.services.family_words import amount_text, amounts, consent_badge, name_of, since, state_badge, whom
from views.pages.services.register_words import duty_to_cooperate
from views.pages.services.step_form import END, OWN, REVEAL, StepForm
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import Piece, badge, boxed, button, for_reading, label, row
from views.widgets.card import Card
from views.widgets.flow import flow
from views.widgets.labels import IconLabel

# The specialist health service has coordinators of its own (sphl § 2-5 a).
HOSPITAL = "specialist_health"
STEP_ICON = {"applied": "mail", "granted": "check", "running": "right", "refused": "cross"}


class DetailCard(Card):
    """Reads first; a step opens its short form below."""

    # edit this service in the form to the left
    edited = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._row: FamilyServiceRow | None = None
        self._refused = Banner("danger", "")
        self._step: StepForm | None = None
        self._some = True
        # which service of a family with a secret address is shown in full, until another is chosen
        self._shown_id: UUID | None = None
        # where the list stands below, the height is spared
        self.roomy = False
        self.setAccessibleName(t("family_services.detail"))

    def show_service(self, found: FamilyServiceRow | None, *, some: bool = True) -> None:
        """Show this one; a step that is being written stays with its service. `some`: there is one to choose."""
        self._some = some
        if found is None or self._row is None or found.id != self._row.id or found.state is not self._row.state:
            self._step = None
        if found is None or found.id != self._shown_id:
            self._shown_id = None
        self._row = found
        self._fill()

    def open_step(self, step: str) -> None:
        """The short form of a step, below the facts."""
        assert self._row is not None
        self._step = StepForm(self._around, self._row, step)
        self._step.finished.connect(self._stepped)
        self._step.revealed.connect(self._reveal)
        self._fill()
        self._step.take()

    def _fill(self) -> None:
        found = self._row
        step = self._step
        if step is not None:
            # it is taken out before the rest is let go, and put back with what is typed in it
            step.setParent(None)
        self.empty()
        if found is None:
            key = "family_services.choose" if self._some else "family_services.none"
            self.add(label(t(key), "body", "muted", wrap=True), None)
            return
        title = name_of(found) if self._hides(found) else found.name
        badges = [badge(*state_badge(found))]
        if found.needs_consent:
            badges.append(badge(*consent_badge(found, self._around.workspace.today())))
        self.add(
            label(title, "lead", wrap=True),
            flow(*badges),
            *self._facts(found),
        )
        self._refused = Banner("danger", "")
        self.add(self._refused, step if step is not None else flow(*self._buttons(found)), None)
        if step is not None:
            step.show()

    def _facts(self, found: FamilyServiceRow) -> list[Piece]:
        pieces: list[Piece] = []
        if found.child:
            pieces.append(label(t("family_services.for_child", name=shown(found.child)), "caption", "muted"))
        told = [since(found), amounts(found)]
        if not self._hides(found):
            told = [whom(found), free_text(found.gives), *told, free_text(found.note)]
        pieces += [label(said, "body", wrap=True) for said in told if said]
        if found.contact_left:
            pieces.append(_warning(t("family_services.contact_left")))
        if found.short_of:
            lacking = amount_text(round(found.short_of, 2)) + (f"\u00a0{found.unit}" if found.unit else "")
            pieces.append(_warning(t("family_services.gets_less", amount=lacking)))
        duty = duty_to_cooperate(found.sector, self._around.workspace.today())
        if duty and self.roomy:
            pieces.append(label(duty, "caption", "muted", wrap=True))
        return pieces

    def _buttons(self, found: FamilyServiceRow) -> list[QPushButton]:
        made = []
        if found.needs_consent and tab_of("consents") is not None:
            lacking = found.consent is not ConsentState.VALID
            key = "family_services.make_consent" if lacking else "family_services.see_consent"
            made.append(for_reading(button(t(key), "shield", "primary" if lacking else "", self._to_consents)))
        for state in NEXT[found.state.value]:
            words = t(f"family_services.step.{state}")
            made.append(button(words, STEP_ICON[state], run=self._opens(state)))
        if self._hides(found):
            made.append(button(t("family_services.reveal"), "eye", "flat", self._opens(REVEAL)))
            return made
        made.append(button(t("family_services.edit"), "pen", "flat", lambda: self.edited.emit(found)))
        if found.state is ServiceState.ENDED:
            made.append(button(t("family_services.resume"), "undo", "flat", self._resume))
            return made
        if found.sector == HOSPITAL and not found.coordinates:
            made.append(button(t("family_services.has_own"), "person", "flat", self._opens(OWN)))
        made.append(button(t("family_services.end"), "cross", "flat", self._opens(END)))
        return made

    def _opens(self, step: str) -> Callable[[], None]:
        return lambda: self.open_step(step)

    def _hides(self, found: FamilyServiceRow) -> bool:
        return found.hidden and self._shown_id != found.id

    def _reveal(self) -> None:
        self._shown_id = self._row.id if self._row else None

    def _stepped(self) -> None:
        self._step = None
        self._fill()

    def _to_consents(self) -> None:
        assert self._row is not None
        navigator, id = self._around.navigator, str(self._around.family_id)
        navigator.open("family", id=id, tab="consents", item=str(self._row.id))

    def _resume(self) -> None:
        assert self._row is not None
        do, found = self._around.workspace.do, self._row
        again = {"ended_on": found.ended_on or self._around.workspace.today(), "ended_reason": found.ended_reason}
        self._around.attempt(
            lambda: do(resume_family_service, found.id),
            t("family_services.resumed"),
            lambda: do(end_family_service, found.id, EndServiceDraft.model_validate(again)),
            self._refused,
        )


def _warning(said: str) -> QWidget:
    words = label(said, "body", "warning", wrap=True)
    line = row(IconLabel("warning", "warning", 18), words, gap=6)
    line.setStretchFactor(words, 1)
    return boxed(line)
