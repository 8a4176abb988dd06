# SPDX-License-Identifier: MIT
"""Min dag, the journal and the note panel keep the rules of accessibility in every size, look and language."""

from datetime import date

import pytest

from models.work.tasks import TaskDraft, add_task
from models.work.write_note import NoteDraft, correct_note, write_note
from tests.eye import Eye, settle
from tests.views.desk_window import OnePage
from tests.views.rules import faults
from tests.views.screen import dress
from views.pages.calendar.page import CalendarPage
from views.pages.journal.note_panel import open_note_panel
from views.pages.journal.page import JournalTab
from views.pages.my_day.page import MyDayPage
from views.pages.tasks.page import TasksPage
from views.pages.tasks.task_panel import open_task_panel
from views.texts import use_language

PAGES = ("my_day", "journal", "panel", "tasks", "task_panel", "calendar")
SIZES = ((1366, 690), (1093, 550), (900, 540))


@pytest.fixture
def family(story, desk):
    family = story.family("Haugen").child("Emil", born_on=date(2008, 9, 14)).adult("Anne")
    family.enquiry(received_on=date(2026, 2, 10))
    note_id = desk.do(write_note, family.id, NoteDraft(text="Ringte.", agreed="Ring PPT", next_on=date(2026, 3, 16)))
    due_on = date(2026, 3, 10)
    desk.do(add_task, family.id, TaskDraft(what="Ring PPT", due_on=due_on, staff_id=desk.staff_id))
    desk.do(add_task, family.id, TaskDraft(what="Skaff rullestol"))
    desk.do(correct_note, note_id, NoteDraft(text="Det var far."))
    return family


@pytest.fixture
def made(qtbot, qapp, workspace, family):
    def make(page, size=SIZES[0], language="nb", look="light"):
        def factory(desk, navigator):
            use_language(language)
            dress(qapp, look)
            pages = {"my_day": MyDayPage, "calendar": CalendarPage, "tasks": TasksPage, "task_panel": TasksPage}
            return pages[page](desk, navigator) if page in pages else JournalTab(desk, navigator, family.id)

        window = OnePage(qtbot, qapp, workspace, factory)
        window.resize(*size)
        if page == "panel":
            open_note_panel(window, workspace)
        if page == "task_panel":
            open_task_panel(window, workspace, family.id)
        settle()
        return window

    return make


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_page_keeps_the_rules_in_every_size(made, page, size):
    assert faults(made(page, size)) == []


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_a_page_keeps_the_rules_in_dark_nynorsk(made, page):
    assert faults(made(page, SIZES[1], "nn", "dark")) == []


@pytest.mark.parametrize(("page", "spoken"), [("my_day", "Dette treng deg"), ("journal", "Journal")])
def test_a_page_is_read_aloud_in_nynorsk(made, page, spoken):
    assert Eye(made(page, language="nn")).sees(spoken)
