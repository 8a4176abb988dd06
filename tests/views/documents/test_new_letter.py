# SPDX-License-Identifier: MIT
"""The menu «Nytt brev» and the sheets chosen from it, as the person at the keyboard meets them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind
from tests.eye import TEXT, settle
from tests.views.documents.letters import drafted


@pytest.fixture
def followed(story, haugen):
    """The family has a barnekoordinator."""
    kari = story.staff("Kari Nordby", phone="57 00 00 22")
    kind = CoordinatorKind.CHILD_COORDINATOR
    story.add(CoordinatorAppointment(family_id=haugen.id, staff_id=kari, from_on=story.today, kind=kind))
    return haugen


def test_the_arrow_keys_pass_the_headings_of_the_menu_by(documents, followed):
    page, eye = documents(followed)
    eye.press("Nytt brev")
    settle()
    menu = next(found for found in page.findChildren(QMenu) if found.isVisible())
    headings = [action.text() for action in menu.actions() if not action.isEnabled()]
    reached = []
    for _ in range(len(menu.actions()) - len(headings)):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        reached.append(menu.activeAction().text())
    menu.close()
    assert headings[:2] + headings[-2:] == ["Rett og klage", "Koordinator og samordning", "Egne brev", "Oversikter"]
    assert reached == [action.text() for action in menu.actions() if action.isEnabled()]


def test_a_sheet_asks_for_no_recipient_and_tells_what_may_stand_in_an_empty_field(documents, followed, desk):
    page, eye = documents(followed)
    page.open_document(drafted(desk, followed, "role_card", addressee="other"))
    settle()
    assert not eye.sees("Mottaker og adresse")
    assert eye.says("Skriv hvem som var med, og hva dere avtalte.")
    assert "Skriv hvem som var med" in eye.find(TEXT, "Dette ble vi enige om").accessibleDescription()
    assert not eye.sees("Bruk standardteksten i «Dette ble vi enige om»")


def test_a_letter_of_ones_own_is_written_from_title_to_signer(documents, haugen, desk):
    page, eye = documents(haugen)
    page.open_document(drafted(desk, haugen, "own_letter"))
    settle()
    eye.write("Tittel", "Møte om {barnets fornavn}")
    eye.write("Teksten i brevet", "Velkommen.")
    eye.press("Ferdigstill brevet")
    assert eye.says("Dokument 2026-001")
    eye.press("Alle dokumenter")
    assert any("Møte om Emil" in said for said in eye.rows("Dokumenter"))
