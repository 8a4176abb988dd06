# SPDX-License-Identifier: MIT
"""A received file in the tab «Dokumenter»: shown as a safe copy, saved as it came, and kept whatever it is."""

import pytest
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from desktop.received import safe_copy
from models.queries.documents import document_list
from models.work.send_letter import receive_paper
from tests.eye import settle
from tests.received_files import docx, pdf, picture
from views.navigation import Navigator
from views.pages.documents.finished import FinishedPart
from views.pages.documents.page import DocumentsTab
from views.received import use_safe_copies


@pytest.fixture
def received(documents, haugen, desk, qtbot):
    """Opens the tab on a file that came from outside, and waits until it was looked at."""
    use_safe_copies(safe_copy)

    def opened(content, told):
        id = desk.do(receive_paper, haugen.id, "Rapport fra skolen", content)
        page, eye = documents(haugen)
        page.open_document(id)
        qtbot.waitUntil(lambda: eye.says(told), timeout=30_000)
        settle()
        return page, eye

    return opened


def test_a_received_file_is_shown_as_a_safe_copy_and_saved_as_it_came(received, paper):
    content = docx("Emil trives på skolen.")
    _, eye = received(content, "Her er teksten i Word-filen")
    assert eye.says("Emil trives på skolen.")
    eye.press("Lagre filen")
    eye.press("Skriv ut")
    assert paper.saved == [("Dokumenter.docx", content)]
    assert "Emil trives på skolen." in paper.text()


def test_a_broken_file_is_kept_and_told(received, paper):
    content = b"%PDF-1.4 torn"
    page, eye = received(content, "Filen kan ikke vises her")
    eye.press("Lagre filen")
    assert paper.saved == [("Dokumenter", content)]
    assert not page.findChild(FinishedPart).print.isEnabled()


def test_a_file_that_cannot_be_shown_is_not_printed_by_a_key_either(received, paper):
    page, _ = received(b"%PDF-1.4 torn", "Filen kan ikke vises her")
    command = next(one for one in page.commands() if one.id == "document.print")
    assert not command.attempt()
    page.findChild(FinishedPart).print_it()
    assert paper.printed == []


def test_a_file_is_shown_before_anybody_has_told_what_the_municipality_is_called(documents, story, desk, qtbot):
    use_safe_copies(safe_copy)
    lone = story.family("Vik").child("Ine")
    id = desk.do(receive_paper, lone.id, "Rapport\udcff\u202e\nfra skolen", docx("Ine trives."))
    page, eye = documents(lone)
    page.open_document(id)
    qtbot.waitUntil(lambda: eye.says("Her er teksten i Word-filen"), timeout=30_000)
    assert eye.says("Ine trives.")
    assert desk.read(document_list, lone.id)[0].title == "Rapport? fra skolen"


def test_a_page_that_is_gone_waits_for_no_safe_copy(workspace, stage, haugen, desk, paper, qtbot):
    ended = []
    use_safe_copies(safe_copy)
    id = desk.do(receive_paper, haugen.id, "Rapport", docx("Emil trives."))
    page = DocumentsTab(workspace, Navigator(stage), haugen.id)
    workspace.started.connect(lambda job: job.succeeded.connect(ended.append))
    page.open_document(id)
    page.deleteLater()
    with qtbot.captureExceptions() as wrong:
        settle()
        qtbot.waitUntil(lambda: bool(ended), timeout=30_000)
        settle()
    assert not isValid(page)
    assert wrong == []


@pytest.mark.slow
def test_a_photo_of_a_paper_is_saved_as_an_archive_takes_it(received, paper):
    _, eye = received(picture("JPEG"), "Dette er en trygg kopi av filen")
    eye.press("Lagre som PDF/A")
    assert paper.saved[0][1].startswith(b"%PDF-1.7")


@pytest.mark.slow
def test_a_chosen_file_is_put_among_the_documents(documents, haugen, desk, tmp_path, monkeypatch):
    use_safe_copies(safe_copy)
    file = tmp_path / "Rapport.pdf"
    file.write_bytes(pdf(1))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    _, eye = documents(haugen)
    eye.press("Legg inn mottatt dokument")
    rows = desk.read(document_list, haugen.id)
    assert [(row.title, row.media_type) for row in rows] == [("Rapport", "application/pdf")]
