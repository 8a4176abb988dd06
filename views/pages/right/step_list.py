# SPDX-License-Identifier: MIT
"""The steps of the right down the left side, each with how far it has come."""

from PySide6.QtCore import Signal

from models.queries.right_picture import RightPicture
from models.records.appeal import Reassessment
from models.records.assessment import Finding, Heard
from models.values.date_words import compact_date
from views.texts import language, t
from views.widgets.rows import Row, RowList

STEPS = ("wish", "child", "conditions", "family", "determination", "appeal", "coordination", "earlier")
WIDTH = 212
DONE, LEFT, LATE = ("check", "success"), ("right", "muted"), ("warning", "danger")


class StepList(RowList):
    """Arrows and Enter, or a click, bring a part into view."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(t("right.steps"), marks=True)
        self.setFixedWidth(WIDTH)
        self.opened.connect(lambda line: self.chosen.emit(str(line.id)))
        self.clicked.connect(self._clicked)

    def show_picture(self, picture: RightPicture) -> None:
        """Show how far each step has come."""
        states = _states(picture)
        self.show_rows([_row(step, *states[step]) for step in STEPS])

    def _clicked(self) -> None:
        if (line := self.current()) is not None:
            self.chosen.emit(str(line.id))


def _row(step: str, second: str, mark: tuple[str, str]) -> Row:
    title = t(f"right.step.{step}")
    state = t("right.step_done") if mark == DONE else t("right.step_late") if mark == LATE else ""
    return Row(step, title, second, *mark, spoken=", ".join(filter(None, (title, second, state))))


def _states(picture: RightPicture) -> dict[str, tuple[str, tuple[str, str]]]:
    answered = sum(one.finding is not Finding.OPEN for one in picture.conditions)
    asked = len(picture.conditions)
    heard = picture.assessment.child_heard is not Heard.OPEN and bool(picture.assessment.best_interests)
    family = bool(picture.assessment.family_view or picture.assessment.consent_to_assess_on)
    running = any(one.to_on is None for one in picture.coordination)
    finished = [one for one in picture.determinations if one.number]
    return {
        "wish": (_wish(picture), DONE if picture.enquiry else LEFT),
        "child": ("", DONE if heard else LEFT),
        "conditions": (t("right.condition.answered", n=answered, of=asked), DONE if answered == asked else LEFT),
        "family": ("", DONE if family else LEFT),
        "determination": (_decided(picture), DONE if picture.current and not picture.draft else LEFT),
        "appeal": _appeal(picture),
        "coordination": (_coordination(picture), DONE if running else LEFT),
        "earlier": (t("right.step.count", n=len(finished)) if finished else "", LEFT),
    }


def _wish(picture: RightPicture) -> str:
    if picture.answer_due_on is not None:
        return t("right.step.answer_by", day=compact_date(picture.answer_due_on, picture.today, language()))
    if picture.enquiry is None:
        return ""
    return t(f"right.channel.{picture.enquiry.channel}")


def _decided(picture: RightPicture) -> str:
    if picture.draft is not None:
        return t("right.state.draft")
    if picture.current is None:
        return ""
    outcome = t(f"right.outcome.{picture.current.outcome}")
    return t("right.earlier.line", number=picture.current.number, outcome=outcome)


def _appeal(picture: RightPicture) -> tuple[str, tuple[str, str]]:
    if any(one.reassessment is Reassessment.OPEN for one in picture.appeals):
        return t("right.reassessment.open"), LATE
    deadline = picture.deadlines[0] if picture.deadlines else None
    if deadline is None or deadline.due_on is None or deadline.due_on < picture.today:
        return "", LEFT
    day = compact_date(deadline.due_on, picture.today, language())
    return t("right.step.about" if deadline.estimated else "right.step.until", day=day), LEFT


def _coordination(picture: RightPicture) -> str:
    return next((one.service for one in picture.coordination if one.to_on is None), "")
