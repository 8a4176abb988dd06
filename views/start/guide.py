# SPDX-License-Identifier: MIT
"""The first-run guide: municipality, first person, passphrase, recovery sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.work.edit_staff import StaffDraft
from models.work.set_up import MunicipalityDraft
from views.form.choice_editors import choice
from views.form.field import Field, Section
from views.form.form import Form
from views.form.text_editors import EmailEditor, PhoneEditor, PostalCodeEditor
from views.start.frame import GUIDE_WIDTH, StartFrame
from views.start.recovery_step import PutOut, RecoveryStep, Sheets
from views.start.secret_steps import PassphraseStep
from views.texts import language, t
from views.widgets.banner import Banner
from views.widgets.basics import button, column, label, relabel, row

MUNICIPALITY = (
    Field("name", "municipality.name", need="required"),
    Field("unit", "municipality.unit", hint="municipality.unit_hint"),
    Field("address", "municipality.address"),
    Field("postal_code", "municipality.postal_code", PostalCodeEditor),
    Field("place", "municipality.place"),
    Field("phone", "municipality.phone", PhoneEditor),
    Field("email", "municipality.email", EmailEditor),
    Field("language", "municipality.language", choice(("nb", "nn"), "municipality.language_of")),
)
PERSON = (
    Field("name", "staff.name", need="required"),
    Field("title", "staff.title", hint="staff.title_hint"),
    Field("phone", "staff.phone", PhoneEditor),
    Field("email", "staff.email", EmailEditor),
    Section("municipality.leader", "municipality.leader_hint"),
    Field("leader_name", "municipality.leader_name"),
    Field("leader_title", "municipality.leader_title"),
)
STEPS = ("municipality", "person", "passphrase", "recovery")


class FirstPersonDraft(StaffDraft):
    """The first person, and the leader who signs with her."""

    leader_name: str = ""
    leader_title: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """Everything the guide asked for before the vault is made."""

    municipality: MunicipalityDraft
    person: StaffDraft
    passphrase: str
    folder: Path
    sheets: int = 1


@dataclass(frozen=True, slots=True)
class GuideTools:
    """What the guide needs of the program around it."""

    propose: Callable[[], str]
    strength: Callable[[str, str], str]
    folder: Path
    print_sheet: PutOut
    save_sheet: PutOut


class GuidePage(StartFrame):
    """Four steps, each with one thing to do; «Tilbake» keeps what is typed."""

    filled = Signal(object)
    recovered = Signal(object)
    existing_requested = Signal()
    restore_requested = Signal()

    def __init__(self, tools: GuideTools) -> None:
        super().__init__(width=GUIDE_WIDTH)
        self._tools, self._at = tools, 0
        self._drafts: list[MunicipalityDraft | FirstPersonDraft] = []
        self._count = label("", "caption", "muted")
        self._title = label("", "title")
        self._lead = label("", "body", "muted", wrap=True)
        self._banner = Banner("danger", "")
        self.municipality = Form(MunicipalityDraft, MUNICIPALITY, columns=2)
        self.municipality.set_value({"language": language()})
        self.person = Form(FirstPersonDraft, PERSON, columns=2)
        self.secret = PassphraseStep(tools.propose, self._strength, tools.folder)
        self._steps: list[QWidget] = [self.municipality, self.person, self.secret]
        self._room = column(*self._steps)
        self._back = button(t("start.back"), kind="flat", run=lambda: self._show(self._at - 1))
        self._next = button(t("start.guide.next"), kind="primary", run=self._forward)
        self._other = button(t("start.guide.existing"), kind="flat", run=self.existing_requested.emit)
        self.add(self._count, self._title, self._lead, self._banner, self._room)
        self._fetch = button(t("start.restore"), kind="flat", run=self.restore_requested.emit)
        self.add(row(self._next, self._back, None, self._fetch, self._other))
        self._show(0)

    def say(self, sentence: str) -> None:
        """Show what went wrong above the step."""
        self._banner.say("danger", sentence)

    def busy(self, working: bool) -> None:
        """While the vault is made: nothing can be pressed, and the button says what goes on."""
        for widget in (*self._steps, self._back, self._next):
            widget.setEnabled(not working)
        words = "making" if working else ("make" if self._at >= 2 else "next")
        relabel(self._next, t(f"start.guide.{words}"))

    def show_recovery(self, sheets: Sheets) -> None:
        """The vault is made: show its recovery key, which must be typed back."""
        self.recovery = RecoveryStep(sheets, self._tools.print_sheet, self._tools.save_sheet)
        self._steps.append(self.recovery)
        self._room.addWidget(self.recovery)
        self.busy(False)
        self._show(3)

    def _show(self, at: int) -> None:
        self._at = at
        name = STEPS[at]
        self._banner.hide()
        self._count.setText(t("start.guide.step", n=at + 1))
        self._title.setText(t(f"start.guide.{name}.title"))
        two = name == "recovery" and len(self.recovery.sheets) > 1
        self._lead.setText(t("start.guide.recovery.two_lead") if two else t(f"start.guide.{name}.lead"))
        for place, step in enumerate(self._steps):
            step.setVisible(place == at)
        self._back.setVisible(0 < at < 3)
        self._other.setVisible(at == 0)
        self._fetch.setVisible(at == 0)
        words = t("start.unlock") if at == 3 else t("start.guide.make") if at == 2 else t("start.guide.next")
        relabel(self._next, words)
        self._step(at).setFocus()

    def _step(self, at: int) -> QWidget:
        if at < 2:
            form = (self.municipality, self.person)[at]
            return form.rows["name"].editor.target()
        return self.secret if at == 2 else self.recovery

    def _forward(self) -> None:
        if self._at < 2:
            draft = (self.municipality, self.person)[self._at].draft()
            if draft is not None:
                self._drafts[self._at :] = [draft]
                self._show(self._at + 1)
        elif self._at == 2:
            if self.secret.complete():
                self.filled.emit(self._all())
        elif self.recovery.complete():
            self.recovered.emit(self.recovery.typed)

    def _all(self) -> Filled:
        municipality, person = self._drafts
        assert isinstance(municipality, MunicipalityDraft)
        assert isinstance(person, FirstPersonDraft)
        leader = person.model_dump(include={"leader_name", "leader_title"})
        return Filled(
            municipality.model_copy(update=leader),
            StaffDraft(**person.model_dump(include={"name", "title", "phone", "email"})),
            self.secret.first.text(),
            self.secret.folder,
            self.secret.paper.sheets,
        )

    def _strength(self, passphrase: str) -> str:
        return self._tools.strength(passphrase, str(self.municipality.value()["name"]))
