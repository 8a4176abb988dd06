# SPDX-License-Identifier: MIT
"""The page of one person who works here, for those who look after who does."""

from uuid import UUID

from models.queries.access import rights_of
from models.queries.office import StaffCard, staff_cards
from models.records.staff import Staff
from models.rules.rights import Right
from models.values.changes import ChangeSet
from models.values.refusal import Refusal
from models.values.trouble import Trouble
from views.navigation import Navigator, Place
from views.pages.colleague.details import DetailCards
from views.pages.colleague.keys import WaysIn
from views.pages.colleague.way_in import WayInCard
from views.pages.page import Page
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import column
from views.widgets.page_header import PageHeader
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace


class ColleaguePage(Page):
    """`navigator.open("colleague", id=…)`."""

    title = "people.title"
    help = "colleague"
    nav = "settings"

    def __init__(self, workspace: Workspace, navigator: Navigator, keys: WaysIn) -> None:
        super().__init__(workspace, navigator)
        self._keys = keys
        self._id: UUID | None = None
        rights = workspace.read(rights_of, workspace.staff_id)
        crumbs = [(t("settings.title"), lambda: navigator.open("settings")), (t(self.title), None)]
        self._header = PageHeader(t(self.title), crumbs=crumbs)
        self._wrong = Banner("danger", "", closable=True)
        self._details = DetailCards(workspace, rights)
        self._way_in = WayInCard(workspace, keys)
        self._way_in.setVisible(Right.ROLES in rights)
        self._way_in.told.connect(self._told)
        self._way_in.shut_out.connect(self._shut_out)
        cards = column(self._details.about, self._details.roles, self._way_in, None, gap=14)
        self.body.addWidget(self._header)
        self.body.addWidget(self._wrong)
        self.body.addWidget(ScrollColumn(cards), 1)

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Staff)

    def reload(self) -> None:
        """Show the person as she stands."""
        one = self._person()
        if one is None:
            return
        self._header.set_title(one.name)
        self._header.set_context(one.title or t("people.title"))
        self._details.show_person(one)
        self._way_in.show_person(one, herself=one.id == self.workspace.staff_id)

    def place(self) -> Place:
        return {"id": str(self._id) if self._id else ""}

    def go_to(self, place: Place) -> None:
        """Show this person."""
        try:
            self._id = UUID(str(place.get("id")))
        except ValueError:
            return
        self.reload()

    def _person(self) -> StaffCard | None:
        return next((one for one in self.workspace.read(staff_cards) if one.id == self._id), None)

    def _told(self, words: str) -> None:
        self.done.emit(words, None)
        self.reload()

    def _shut_out(self) -> None:
        one = self._person()
        if one is None:
            return
        try:
            job = self.workspace.run(self._keys.shutting_out(one.id))
        except (Refusal, Trouble) as wrong:
            self._wrong.say("danger", said(wrong))
            return
        name = one.name
        job.succeeded.connect(lambda _: self._told(t("people.shut_out_done", name=name)))
        job.failed.connect(self._failed)
        job.cancelled.connect(self.reload)
        self.started.emit(job, t("people.shutting_out"), t("people.shutting_out_stop"))

    def _failed(self, error: object) -> None:
        if not isinstance(error, Refusal | Trouble):
            raise TypeError from error if isinstance(error, BaseException) else None
        self._wrong.say("danger", said(error))
        self.reload()
