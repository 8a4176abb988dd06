# SPDX-License-Identifier: MIT
"""The tab «Rett og avgjørelse»: from the wish to the avgjørelse and what follows, one part in view at a time."""

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from models.queries.right_picture import RightPicture, right_picture
from models.work.decide import propose_determination
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.family.tab import FamilyTab
from views.pages.right.around import Around
from views.pages.right.assessment import AssessmentPart
from views.pages.right.decided import DecidedPart
from views.pages.right.earlier import EarlierPart
from views.pages.right.parts import Part, Parts
from views.pages.right.step_list import STEPS, StepList
from views.texts import language, t
from views.widgets.banner import Banner
from views.widgets.basics import button, column, for_reading, label, row
from views.workspace import Workspace

ASSESSED = ("wish", "child", "conditions", "family")
# from this width on there is room for the letter beside the form
BESIDE = 1000


class RightTab(FamilyTab):
    """Steps at the left, the part in view beside them, and one main button."""

    title = "right.title"
    help = "right"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        around = Around(workspace, family_id, self.done.emit, navigator, self.started.emit)
        self._around, self._step, self._narrow = around, "wish", False
        self._picture: RightPicture | None = None
        self._refused = Banner("danger", "")
        self._steps = StepList()
        self._steps.chosen.connect(self.open_step)
        self._parts = Parts(around, self._listen)
        self._heading = label("", "subtitle")
        self._decide = button(t("right.decide"), "scales", "primary", self.do_main)
        parts = self._parts
        letter = button(t("right.letter.show"), "document", run=lambda: parts.part(DecidedPart).toggle_letter())
        self._letter = for_reading(letter)
        head = row(self._heading, None, self._decide, self._letter, gap=12)
        content = column(head, self._refused, self._parts, gap=10)
        line = row(self._steps, content, gap=20)
        line.setStretchFactor(content, 1)
        self.body.addLayout(line, 1)
        self.reload()
        self.open_step(_first_step(self._picture))

    def reload(self) -> None:
        """Read the whole tab again; fields somebody writes in keep what is written."""
        picture = self.workspace.read(right_picture, self.family_id, self.workspace.today(), language())
        self._picture = picture
        self._steps.show_picture(picture)
        self._parts.show_picture(picture)
        self._show_head()
        self.commands_changed.emit()

    def open_step(self, step: str) -> None:
        """Bring a step into view."""
        self._step = step if step in STEPS else "wish"
        self._steps.choose(self._step)
        part = "assessment" if self._step in ASSESSED else self._step
        self._parts.open(part)
        if part == "assessment":
            self._bring_up(self._parts.part(AssessmentPart).card(self._step))
        self._show_head()

    def focus_step(self, step: str) -> None:
        """Bring a step into view with the focus in it."""
        self.open_step(step)
        if step in ASSESSED:
            self._parts.part(AssessmentPart).focus(step)
        elif step == "determination":
            self._parts.part(DecidedPart).draft.focus_first()

    def decide(self) -> None:
        """Make a draft, or go on with the one there is."""
        do, family_id = self.workspace.do, self.family_id
        if self._around.attempt(lambda: do(propose_determination, family_id), "", None, self._refused):
            self.focus_step("determination")

    def do_main(self) -> None:
        """What the main button does now: finish the draft in view, else make one or go on with it."""
        if _finishes(self._step, self._picture):
            # by the keyboard nobody leaves the field they write in
            self.flush()
            self._parts.part(DecidedPart).draft.finish_it()
        else:
            self.decide()

    def first_focus(self) -> QWidget:
        """Where the keyboard starts: the list of steps."""
        return self._steps

    def place(self) -> Place:
        decided = self._parts.there(DecidedPart)
        letter = decided.letter_in_view() if decided and self._step == "determination" else None
        return {"item": self._step, "letter": str(letter)} if letter else {"item": self._step}

    def go_to(self, place: Place) -> None:
        item = str(place.get("item", ""))
        if item in STEPS:
            self.focus_step(item)
            if letter := place.get("letter"):
                self._parts.part(DecidedPart).edit_letter(UUID(str(letter)))
        elif item and self._picture is not None:
            step = _step_of(item, self._picture)
            if step == "determination":
                self._parts.part(DecidedPart).show_one(_determination_with(item, self._picture))
            self.focus_step(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < BESIDE
        if narrow != self._narrow:
            self._narrow = narrow
            if (decided := self._parts.there(DecidedPart)) is not None:
                decided.fit(narrow)
            self._show_head()

    def commands(self) -> list[Command]:
        def printable() -> bool:
            decided = self._parts.there(DecidedPart)
            return decided is not None and decided.done() is not None

        run = "right.decided.print"
        return [
            Command("right.main", "right.main", "Ctrl+Return", self.do_main, icon="scales"),
            Command(run, run, "Ctrl+P", lambda: self._parts.part(DecidedPart).print_it(), printable, "print"),
        ]

    def _listen(self, part: Part) -> None:
        if isinstance(part, AssessmentPart):
            part.shown.connect(self._bring_up)
        elif isinstance(part, DecidedPart):
            part.fit(self._narrow)
            part.asked.connect(self.decide)
            part.due.connect(lambda: self.focus_step("appeal"))
            part.draft.wanted.connect(self._go_to_field)
            part.turned.connect(self._letter.setText)
        elif isinstance(part, EarlierPart):
            part.opened.connect(lambda id: self.go_to({"item": str(id)}))
            part.replaced.connect(lambda: self.focus_step("determination"))

    def _go_to_field(self, name: str) -> None:
        self.open_step("conditions")
        self._parts.part(AssessmentPart).go_to_field(name)

    def _bring_up(self, card: QWidget) -> None:
        QTimer.singleShot(0, self, lambda: self._parts.bring_up(card))

    def _show_head(self) -> None:
        part = "assessment" if self._step in ASSESSED else self._step
        self._heading.setText(t(f"right.part.{part}"))
        picture = self._picture
        drafted = picture is not None and picture.draft is not None
        finishes = _finishes(self._step, picture)
        self._decide.setVisible(not (picture and picture.right.closed) and (part == "assessment" or finishes))
        words = "right.determination.finish" if finishes else "right.go_on" if drafted else "right.decide"
        self._decide.setText(t(words))
        self._decide.setAccessibleName(t(words))
        decided = self._picture is not None and bool(self._picture.draft or self._picture.current)
        self._letter.setVisible(self._step == "determination" and self._narrow and decided)


def _first_step(picture: RightPicture | None) -> str:
    """Where the work is: the avgjørelse once there is one, the assessment before that and when done anew."""
    if picture is None or picture.draft is not None:
        return "determination"
    if picture.current is not None and picture.assessment.closed_on is not None:
        return "determination"
    return "wish"


def _finishes(step: str, picture: RightPicture | None) -> bool:
    """Whether the main button finishes the draft in view."""
    return step == "determination" and picture is not None and picture.draft is not None


def _determination_with(id: str, picture: RightPicture) -> UUID | None:
    return next((one.id for one in picture.determinations if str(one.id) == id), None)


def _step_of(id: str, picture: RightPicture) -> str:
    """The step where a record with this id is shown."""
    if _determination_with(id, picture) is not None:
        return "determination"
    if any(str(one.id) == id for one in picture.appeals):
        return "appeal"
    return "coordination" if any(str(one.id) == id for one in picture.coordination) else "wish"
