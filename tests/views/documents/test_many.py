# SPDX-License-Identifier: MIT
"""Several documents are chosen, printed and saved at once, and what really went is in the innsynslogg."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from models.queries.access_log import log_of_family
from models.queries.documents import document_list
from models.records.document import Document, DocumentContent
from models.work.send_letter import mark_sent
from tests.eye import PRESSABLE, TABLE, Eye, settle
from tests.views.documents.letters import drafted, finished
from views.navigation import Navigator
from views.pages.documents.page import DocumentsTab


@pytest.fixture
def three(desk, haugen):
    """Three finished letters, the first of them sent, and a draft."""
    letters = [finished(desk, haugen) for _ in range(3)]
    desk.do(mark_sent, letters[0], desk.today(), "post")
    drafted(desk, haugen)
    return letters


def logged(desk, family, what):
    return [row for row in desk.read(log_of_family, family.id) if row.what == what]


def choose(eye, *places):
    """Choose these rows, as with Ctrl and the mouse."""
    table = eye.find(TABLE, "Dokumenter")
    table.clearSelection()
    for place in places:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().select(table.model().index(place, 0), flags)
    settle()


def test_the_chosen_ones_are_printed_after_one_question_and_logged_each(documents, haugen, desk, paper, three):
    page, eye = documents(haugen)
    told, followed = [], []
    page.done.connect(lambda text, _: told.append(text))
    page.started.connect(lambda job, title, note: followed.append((title, note)))
    eye.press("Velg alle 3 ferdige")
    eye.press("Skriv ut 3 valgte")
    assert paper.asked == 1
    assert sorted(name for name, _ in paper.printed) == ["Dokument 2026-001", "Dokument 2026-002", "Dokument 2026-003"]
    assert len(logged(desk, haugen, "letter.printed")) == 3
    assert told[-1] == "3 av 3 dokumenter er sendt til skriveren og ført i innsynsloggen"
    assert followed == [("Skriver ut 3 dokumenter", "Ark som alt er sendt, kan komme ut av skriveren.")]


def test_only_what_was_sent_before_the_stop_is_logged(documents, haugen, desk, paper, three):
    page, eye = documents(haugen)
    told = []
    page.done.connect(lambda text, _: told.append(text))
    eye.press("Velg alle 3 ferdige")
    paper.stops_after = 1
    eye.press("Skriv ut 3 valgte")
    assert len(logged(desk, haugen, "letter.printed")) == 1
    assert told[-1].startswith("1 av 3 dokumenter")
    paper.stops_after = 0
    eye.press("Skriv ut 3 valgte")
    assert len(logged(desk, haugen, "letter.printed")) == 1
    assert told[-1] == "Utskriften er stoppet. Se etter i skriveren om noe kom ut."


def test_thinking_better_of_it_logs_nothing(documents, haugen, desk, paper, three):
    _, eye = documents(haugen)
    paper.willing = False
    eye.press("Velg alle 3 ferdige")
    eye.press("Skriv ut 3 valgte")
    eye.press("Lagre 3 valgte")
    assert not logged(desk, haugen, "letter.printed")
    assert not logged(desk, haugen, "letter.exported")


def test_what_is_not_sent_is_chosen_with_one_press(documents, haugen, paper, three):
    _, eye = documents(haugen)
    eye.press("Velg de 2 som ikke er sendt")
    eye.press("Skriv ut 2 valgte")
    assert sorted(name for name, _ in paper.printed) == ["Dokument 2026-002", "Dokument 2026-003"]


def test_a_draft_among_the_chosen_is_passed_by_and_told(documents, haugen, paper, three):
    _, eye = documents(haugen)
    choose(eye, 0, 1, 2)
    assert eye.says("1 av de valgte er et utkast eller en mottatt fil og blir ikke med.")
    eye.press("Skriv ut 2 valgte")
    assert len(paper.printed) == 2
    choose(eye, 0)
    assert not eye.find(PRESSABLE, "Skriv ut det valgte").isEnabled()


def test_the_keyboard_chooses_several_and_the_choice_outlives_a_reload(documents, haugen, three):
    page, eye = documents(haugen)
    table = eye.find(TABLE, "Dokumenter")
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    eye.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert eye.says("2 er valgt.")
    page.reload()
    settle()
    assert eye.sees("Skriv ut 2 valgte")
    eye.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert eye.sees("Skriv ut 3 valgte")


def test_all_of_a_familys_documents_are_printed_by_one_command(documents, haugen, paper, three):
    page, _ = documents(haugen)
    command = next(one for one in page.commands() if one.id == "document.print_all")
    assert command.title() == "Skriv ut alle dokumentene til denne familien"
    assert command.attempt()
    settle()
    assert len(paper.printed) == 3


def test_the_chosen_ones_are_saved_in_a_folder_and_logged_each(documents, haugen, desk, paper, three, qtbot):
    page, eye = documents(haugen)
    told = []
    page.done.connect(lambda text, _: told.append(text))
    eye.press("Velg alle 3 ferdige")
    eye.press("Lagre 3 valgte")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == ["3 av 3 dokumenter er lagret utenfor hvelvet"]
    assert len(paper.saved) == 3
    assert len(logged(desk, haugen, "letter.exported")) == 3


def test_a_print_is_logged_though_its_page_is_gone(workspace, stage, haugen, desk, paper, three):
    page = DocumentsTab(workspace, Navigator(stage), haugen.id)
    page.show()
    settle()
    eye = Eye(page)
    paper.slow = True
    eye.press("Velg alle 3 ferdige")
    eye.press("Skriv ut 3 valgte")
    page.leave()
    page.hide()
    page.deleteLater()
    settle()
    paper.jobs[-1].succeeded.emit((0, 1, 2))
    settle()
    assert len(logged(desk, haugen, "letter.printed")) == 3
    assert len(desk.read(document_list, haugen.id)) == 4


def test_one_document_that_is_gone_keeps_no_other_out_of_the_log(documents, haugen, desk, paper, three):
    _, eye = documents(haugen)
    paper.slow = True
    eye.press("Velg alle 3 ferdige")
    eye.press("Skriv ut 3 valgte")
    with desk.database.working(desk.act()) as session:
        session.delete(session.get_one(DocumentContent, three[1]))
        session.delete(session.get_one(Document, three[1]))
    paper.jobs[-1].succeeded.emit((0, 1, 2))
    settle()
    assert len(logged(desk, haugen, "letter.printed")) == 2
    assert eye.says("Brevet finnes ikke lenger.")
