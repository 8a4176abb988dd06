# SPDX-License-Identifier: MIT
"""Somebody who may read a family and not work with it: one clear line, nothing to write in, documents to read."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from desktop.workspace import Person, Workspace
from models.queries.history import family_access
from models.records.document import Document, DocumentContent, DocumentKind, DocumentState
from models.values.act import Role
from models.work.send_letter import log_exported, log_printed, log_read
from tests.eye import Eye, settle
from tests.views.desk_window import OnePage
from views.pages.family.page import FamilyPage

TABS = ("overview", "right", "consents", "journal", "documents", "access_log", "transfers")
PAPER = b"%PDF-1.7 et brev"


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil", what_matters="Jeg vil snakke først.").adult("Anne").enquiry()


@pytest.fixture
def reads(qtbot, qapp, desk, story, clock, family):
    def made(role):
        staff = story.staff("Eva Holm", roles=role)
        workspace = Workspace(desk.database, Person(staff, "Eva Holm", frozenset({Role(role)})), clock)
        return OnePage(qtbot, qapp, workspace, FamilyPage)

    return made


def go(window, family, **place):
    window.page.go_to({"id": str(family.id), "reason": "Internkontroll", **place})
    settle()
    return Eye(window)


@pytest.mark.slow
@pytest.mark.parametrize("role", ["auditor", "archivist"])
@pytest.mark.parametrize("tab", TABS)
def test_who_only_reads_meets_one_line_and_no_open_field(reads, family, role, tab):
    window = reads(role)
    eye = go(window, family, tab=tab)
    assert eye.says("Du kan lese, ikke endre.")
    for kind in (QLineEdit, QPlainTextEdit):
        assert all(one.isReadOnly() for one in window.findChildren(kind) if one.isVisible())
    assert not any(one.isEnabled() for one in window.findChildren(QComboBox) if one.isVisible())
    words = {one.text() for one in window.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()}
    assert words.isdisjoint(
        {"Nytt notat", "Rediger", "Legg til person", "Nytt brev", "Lag avgjørelse", "Overlever …", "Lag samtykke"}
    )


def test_who_only_reads_is_shown_no_keys_that_write(reads, family):
    eye = go(reads("auditor"), family, tab="journal")
    assert eye.says("velg")
    assert not any(eye.says(key) for key in ("rett", "fulgt opp", "Ctrl+Shift+J"))


def test_who_works_with_the_family_meets_no_such_line(qtbot, qapp, workspace, family):
    window = OnePage(qtbot, qapp, workspace, FamilyPage)
    window.page.go_to({"id": str(family.id)})
    settle()
    assert not Eye(window).says("Du kan lese, ikke endre.")
    assert Eye(window).says("Nytt notat")


def test_an_auditor_reads_a_finished_document_and_the_log_says_so(reads, desk, story, family):
    paper = Document(family_id=family.id, kind=DocumentKind.RECEIVED, state=DocumentState.FINAL, title="Epikrise")
    story.add(paper)
    desk.do(lambda session, act: session.add(DocumentContent(document_id=paper.id, content=PAPER)))
    window = reads("auditor")
    workspace = window.page.workspace
    go(window, family, tab="documents", document=str(paper.id))
    for act in (log_read, log_printed, log_exported):
        workspace.because("Internkontroll").do(act, paper.id)
    told = {row.what for row in desk.read(family_access, family.id)}
    assert {"family.opened", "letter.read", "letter.printed", "letter.exported"} <= told
