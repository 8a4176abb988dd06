# SPDX-License-Identifier: MIT
"""Who is there: a chip for each, on or off, and below who came instead, and why an absent one gets a copy."""

from uuid import UUID

from pydantic import BaseModel
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.queries.meeting_room import MeetingRoom
from models.queries.meetings import ParticipantRow
from models.records.meeting import Attendance
from models.values.typed import Line, Name
from models.work.hold_meeting import AttendanceDraft
from views.form.choice_editors import combo
from views.form.field import Field
from views.form.form import Form
from views.icons import icon
from views.pages.meeting.words import WITHOUT, person, spoken
from views.texts import t
from views.widgets.basics import boxed, button, clear, column, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.workspace import Workspace

SIGNS = {Attendance.PRESENT: ("check", "accent_text"), Attendance.COPY: ("mail", "muted")}
NOT_THERE = ("cross", "muted")


class AbsenceDraft(BaseModel):
    """One who was not there: who came instead, or why a copy is sent all the same."""

    participant: UUID
    deputy: Name = ""
    copy_basis: Line = ""


class AttendancePart(QWidget):
    """`marked` tells participant and draft; Space turns a chip, arrows go between them."""

    marked = Signal(object, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._people: tuple[ParticipantRow, ...] = ()
        self._key: object = None
        self._chips = ChipGroup(t("room.attendance"), [], several=True)
        self._chips_box = column(gap=0)
        self._more = button(t("room.absence.open"), "swap", "flat", self._toggle)
        self._card = Card(margins=(14, 10, 14, 12))
        self._form: Form[AbsenceDraft] | None = None
        self.setLayout(column(boxed(self._chips_box), self._card, gap=8))
        self._card.hide()

    def show_room(self, room: MeetingRoom) -> None:
        """The chips as they stand; the one with the focus keeps it."""
        self._people = room.sheet.participants
        key = [(one.id, person(one)) for one in self._people]
        if key != self._key:
            self._key = key
            self._build()
        for one in self._people:
            chip = self._chips.chips()[str(one.id)]
            chip.setChecked(one.attendance is Attendance.PRESENT)
            lacks = one.covered in WITHOUT and one.attendance is not Attendance.PRESENT
            chip.setIcon(icon(*(("warning", "warning") if lacks else SIGNS.get(one.attendance, NOT_THERE))))
            chip.setAccessibleName(spoken(one))
            chip.setToolTip(spoken(one))
        self.setEnabled(not room.is_final)

    def focus_first(self) -> None:
        """Where one begins when nobody has been ticked."""
        first = next(iter(self._chips.chips().values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self._more.setParent(self)
        clear(self._chips_box)
        self._chips = ChipGroup(
            t("room.attendance"), [(str(one.id), person(one)) for one in self._people], several=True
        )
        self._chips.chosen.connect(self._turned)
        if (flow := self._chips.layout()) is not None:
            flow.addWidget(self._more)
        self._chips_box.addWidget(self._chips)

    def _turned(self, id: str) -> None:
        there = self._chips.chips()[id].isChecked()
        attendance = Attendance.PRESENT if there else Attendance.ABSENT
        self.marked.emit(UUID(id), AttendanceDraft(attendance=attendance))

    def _toggle(self) -> None:
        if not self._card.isHidden():
            self._card.hide()
            return
        self._card.empty()
        absent = [(str(one.id), person(one)) for one in self._people if one.attendance is not Attendance.PRESENT]
        fields = (
            Field("participant", "room.absence.who", combo(lambda: absent), missing="room.absence.who_missing"),
            Field("deputy", "room.absence.deputy", need="optional"),
            Field("copy_basis", "room.absence.basis", need="optional", hint="room.absence.basis_hint"),
        )
        self._form = Form(AbsenceDraft, fields, self._workspace)
        save = button(t("room.absence.save"), "check", run=self._save)
        self._card.add(self._form, row(save, button(t("room.close"), kind="flat", run=self._card.hide), None))
        self._card.show()
        self._form.sheet.focus_field("participant")

    def _save(self) -> None:
        draft = self._form.draft() if self._form else None
        if draft is None:
            return
        attendance = Attendance.PRESENT if draft.deputy else Attendance.COPY
        told = AttendanceDraft(attendance=attendance, deputy=draft.deputy, copy_basis=draft.copy_basis)
        self._card.hide()
        self.marked.emit(draft.participant, told)
