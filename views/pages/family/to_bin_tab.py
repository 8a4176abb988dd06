# SPDX-License-Identifier: MIT
"""Put the family, or one thing of it, into the waste bin; the reason stands in the log."""

from uuid import UUID

from models.work.bin import REASONS, BinDraft, put_in_bin, take_out_of_bin
from views.form.choice_editors import combo_of
from views.form.field import Field
from views.navigation import Navigator, Place
from views.pages.family.form_tab import FormTab
from views.texts import t
from views.widgets.basics import label
from views.workspace import Workspace

TEXTS = ("waste_bin.put.title", "waste_bin.put.explanation", "waste_bin.put.verb", "waste_bin.put.before")


class ToBinTab(FormTab[BinDraft]):
    """`tab="to_bin", record="contactnote", item=<id>`; without them the family itself."""

    title = "waste_bin.put.title"
    help = "waste_bin"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._record, self._item = "family", family_id
        self._show()

    def place(self) -> Place:
        return {"record": self._record, "item": str(self._item)}

    def go_to(self, place: Place) -> None:
        """Which thing is meant."""
        self._record = str(place.get("record") or "family")
        item = place.get("item")
        self._item = UUID(str(item)) if item else self.family_id
        self._show()

    def _show(self) -> None:
        reason = Field(
            "reason",
            "waste_bin.put.reason",
            combo_of(REASONS[self._record], "waste_bin.reason"),
            need="required",
            missing="waste_bin.put.reason_missing",
        )
        what = label(t(f"waste_bin.put.what.{self._record}"), "strong", wrap=True)
        self.build(BinDraft, (reason,), TEXTS, self._put, (what,), self._item)
        self.commands_changed.emit()

    def _put(self) -> None:
        workspace, record, item = self.workspace, self._record, self._item

        def put(draft: BinDraft) -> None:
            workspace.do(put_in_bin, record, item, draft)

        if self.attempt(put, "waste_bin.put.done", lambda: workspace.do(take_out_of_bin, record, item)):
            if record == "family":
                self.navigator.open("families")
            else:
                self.to_overview()
