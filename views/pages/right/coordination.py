# SPDX-License-Identifier: MIT
"""Who samordner when the family has no barnekoordinator, and what is lifted to a leader (R23)."""

from uuid import UUID

from PySide6.QtWidgets import QPushButton, QWidget

from models.queries.coordination import CoordinationRow
from models.queries.right_picture import RightPicture
from models.records.document import DocumentKind
from models.work.coordinate import (
    CoordinationDraft,
    LiftDraft,
    LiftResultDraft,
    end_coordination,
    lift_to_leader,
    record_lift_result,
    settle_coordination,
    tell_family_who_coordinates,
)
from views.form.date_editor import DateEditor, past_date
from views.form.field import Field
from views.form.text_editors import PhoneEditor, long_text
from views.pages.right.around import Around, refill
from views.pages.right.submit_card import SubmitCard, texts
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import BadgeKind, badge, boxed, button, column, label
from views.widgets.card import Card
from views.widgets.flow import FlowLayout

SERVICE = (
    Field("service", "right.coordination.service", need="required"),
    Field("from_on", "right.coordination.from_on", DateEditor, need="required"),
    Field("contact", "right.coordination.contact", need="optional"),
    Field("phone", "right.coordination.phone", PhoneEditor, need="optional"),
    Field("basis", "right.coordination.basis", long_text(2), need="optional", width="full"),
)
LIFT = (
    Field("lifted_to", "right.coordination.lifted_to", need="required"),
    Field("lifted_on", "right.coordination.lifted_on", past_date, need="required"),
    Field("lifted_matter", "right.coordination.matter", long_text(2), need="required", width="full"),
)
RESULT = (
    Field("lifted_result_on", "right.coordination.result_on", past_date, need="required"),
    Field("lifted_result", "right.coordination.result", long_text(2), need="required", width="full"),
)


class CoordinationPart(QWidget):
    """The service that samordner now, what can be done about it, and those before it."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._now: CoordinationRow | None = None
        self._refused = Banner("danger", "")
        self._running = Card(t("right.coordination.now"), icon_name="network")
        self._said = label("", "body", wrap=True)
        self._badges, self._actions = boxed(FlowLayout()), boxed(FlowLayout())
        self._running.add(self._said, self._badges, self._actions)
        self._new = SubmitCard(
            around, "settle_coordination", texts("settle"), CoordinationDraft, SERVICE, self._settle, True
        )
        self._lift = SubmitCard(around, "lift", texts("lift"), LiftDraft, LIFT, self._lift_it)
        self._result = SubmitCard(around, "lift_result", texts("answer"), LiftResultDraft, RESULT, self._answer)
        self._earlier = Card(t("right.coordination.earlier"))
        self._earlier_said = label("", "body", "muted", wrap=True)
        self._earlier.add(self._earlier_said)
        help = label(t("right.coordination.help"), "body", "muted", wrap=True)
        cards = (self._refused, self._running, self._new, self._lift, self._result)
        self.setLayout(column(help, *cards, self._earlier, None, gap=14))

    def show_picture(self, picture: RightPicture) -> None:
        """Show who samordner, or the form for it."""
        now = next((one for one in picture.coordination if one.to_on is None), None)
        self._now = now
        self._running.setVisible(now is not None)
        self._new.setVisible(now is None or self._new.half_typed())
        self._lift.setVisible(now is not None and self._lift.half_typed())
        self._result.setVisible(bool(now and now.lifted_on and not now.lifted_result_on))
        if now is not None:
            self._said.setText("\n".join(_told(now)))
            refill(self._badges, [badge(*_told_badge(now))])
            refill(self._actions, self._buttons(now))
        earlier = [one for one in picture.coordination if one.to_on is not None]
        self._earlier.setVisible(bool(earlier))
        self._earlier_said.setText("\n".join(_earlier(one) for one in earlier))

    def _buttons(self, now: CoordinationRow) -> list[QPushButton]:
        found = []
        if now.family_told_on is None:
            found.append(button(t("right.coordination.write"), "document", run=self._write))
            found.append(button(t("right.coordination.mark_told"), "check", "flat", self._tell))
        if now.lifted_on is None or now.lifted_result_on is not None:
            found.append(button(t("right.coordination.open_lift"), "up", "flat", lambda: self._lift.open("lifted_to")))
        found.append(button(t("right.coordination.another"), "swap", "flat", lambda: self._new.open("service")))
        found.append(button(t("right.coordination.end"), "cross", "flat", self._end))
        return found

    def _settle(self, draft: CoordinationDraft) -> None:
        self._around.workspace.do(settle_coordination, self._around.family_id, draft)

    def _lift_it(self, draft: LiftDraft) -> None:
        self._around.workspace.do(lift_to_leader, self._id(), draft)

    def _answer(self, draft: LiftResultDraft) -> None:
        self._around.workspace.do(record_lift_result, self._id(), draft)

    def _id(self) -> UUID:
        assert self._now is not None
        return self._now.id

    def _write(self) -> None:
        self._around.write_letter(DocumentKind.COORDINATION_NOTICE, self._refused, coordination_id=self._id())

    def _tell(self) -> None:
        do, id, today = self._around.workspace.do, self._id(), self._around.workspace.today()
        self._around.attempt(
            lambda: do(tell_family_who_coordinates, id, today),
            t("right.coordination.told"),
            lambda: do(tell_family_who_coordinates, id, None),
            self._refused,
        )

    def _end(self) -> None:
        do, id, today = self._around.workspace.do, self._id(), self._around.workspace.today()
        self._around.attempt(
            lambda: do(end_coordination, id, today),
            t("right.coordination.ended"),
            lambda: do(end_coordination, id, None),
            self._refused,
        )


def _told(now: CoordinationRow) -> list[str]:
    who = " · ".join(filter(None, (now.service, now.contact, now.phone)))
    lines = [t("right.coordination.since", who=who, day=now.from_on)]
    if now.basis:
        lines.append(now.basis)
    if now.lifted_on:
        values = {"leader": now.lifted_to, "day": now.lifted_on, "matter": now.lifted_matter}
        lines.append(t("right.coordination.lifted_told", **values))
    if now.lifted_result_on:
        lines.append(t("right.coordination.result_told", day=now.lifted_result_on, result=now.lifted_result))
    return lines


def _told_badge(now: CoordinationRow) -> tuple[str, BadgeKind]:
    if now.family_told_on is None:
        return t("right.coordination.not_told"), "warning"
    return t("right.coordination.told_on", day=now.family_told_on), "success"


def _earlier(one: CoordinationRow) -> str:
    end = one.to_on or one.from_on
    return t("right.coordination.earlier_line", service=one.service, start=one.from_on, end=end)
