# SPDX-License-Identifier: MIT
"""Copies of the minutes as whoever prints them meets them: who gets what and why, before anything leaves the house."""

import pytest
from PySide6.QtCore import Qt
from sqlmodel import select

from desktop.letterpress import ReportLetterpress
from models.queries.minutes_copies import copy_sheet
from models.records.consent import Consent, Sharing
from models.records.document import Document
from models.work.send_minutes import send_minutes
from models.work.share_minutes import CopyDraft, issue_minutes
from tests.eye import TABLE, settle
from tests.letter_press import edit
from tests.stand_ins import Paper, Stage
from tests.views.screen import Settings
from tests.work.meeting_room import MeetingRoom
from views.letterpress import use_letterpress
from views.main_window import MainWindow
from views.navigation import Navigator
from views.pages.documents.page import DocumentsTab
from views.pages.meeting.copies import CopiesPage
from views.pages.my_day.page import MyDayPage
from views.printing import use_printing

COPIES = "Mottakere og hva de får"


@pytest.fixture
def paper():
    way = Paper()
    use_printing(way)
    use_letterpress(ReportLetterpress())
    return way


@pytest.fixture
def room(desk, story):
    return MeetingRoom(desk, story).held()


@pytest.fixture
def open_copies(workspace, show, room, paper):
    def opened(row="", width=1366, height=690):
        window = MainWindow(workspace, {"my_day": MyDayPage, "minutes_copies": CopiesPage}, Settings())
        eye = show(window, width, height)
        window.start("my_day")
        window.navigator.open("minutes_copies", id=str(room.meeting_id), row=row)
        settle()
        return window, eye

    return opened


def line(eye, name):
    return next(said for said in eye.rows(COPIES) if said.startswith(name))


def shared(room):
    return room.desk.read(lambda session: list(session.exec(select(Sharing).order_by(Sharing.id))))


def test_the_table_tells_what_each_gets_and_why(open_copies, room):
    room.desk.do(send_minutes, room.meeting_id)
    _, eye = open_copies()
    assert "Praksis på verksted: Ja, dekket av samtykket" in line(eye, "NAV")
    assert "Medisin og søvn: Nei, ikke dekket av samtykket" in line(eye, "NAV")
    assert "Eventuelt: Ja, part i saken" in line(eye, "Anne")
    assert "Om møtet: Nei, samtykket mangler" in line(eye, "BUP")
    assert line(eye, "BUP").endswith("–")
    assert eye.says("BUP Fjordvik får ingen kopi. Samtykket mangler.")


def test_all_copies_are_printed_with_one_question_and_each_sharing_is_written_down(open_copies, room, paper):
    room.desk.do(send_minutes, room.meeting_id)
    _, eye = open_copies()
    eye.press("Skriv ut 5 kopier")
    settle()
    assert (paper.asked, len(paper.printed)) == (1, 5)
    assert all(name.startswith("Dokument 2026-") for name, _ in paper.printed)
    told = shared(room)
    assert len(told) == 5
    nav = next(one for one in told if one.family_service_id == room.services["nav"])
    assert (nav.recipient, nav.consent_id, nav.party) == ("NAV Mellomvik, Are Strand", room.consent_id, False)
    assert nav.information == "practical measures school"
    eye.press("Skriv ut 5 kopier")
    settle()
    assert len(shared(room)) == 5, "the same paper on the same day is one sharing"
    assert len(room.desk.read(lambda session: list(session.exec(select(Document))))) == 5


def test_one_who_thinks_better_of_it_has_shared_nothing(open_copies, room, paper):
    room.desk.do(send_minutes, room.meeting_id)
    paper.willing = False
    _, eye = open_copies()
    eye.press("Skriv ut 5 kopier")
    assert shared(room) == []


def test_space_takes_a_part_away_and_gives_back_no_more(open_copies, room):
    room.desk.do(send_minutes, room.meeting_id)
    window, eye = open_copies(row=room.row("NAV").key)
    table = eye.find(TABLE, COPIES)
    at = next(
        n
        for n in range(table.model().columnCount())
        if "Praksis" in table.model().headerData(n, Qt.Orientation.Horizontal)
    )
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.setCurrentIndex(table.model().index(table.currentIndex().row(), at))
    eye.key(Qt.Key.Key_Space)
    assert "Praksis på verksted: Nei, tatt bort for hånd" in line(eye, "NAV")
    assert "Praksis på verksted: Ja" in line(eye, "Fjordvik")
    place = window.stage.page().place()
    window.navigator.open("my_day")
    window.navigator.open("minutes_copies", **place)
    settle()
    assert "Nei, tatt bort for hånd" in line(eye, "NAV")
    eye.key(Qt.Key.Key_Space)
    assert "Praksis på verksted: Ja" in line(eye, "NAV")
    table.setCurrentIndex(table.model().index(table.currentIndex().row(), at + 1))
    eye.key(Qt.Key.Key_Space)
    assert "Medisin og søvn: Nei, ikke dekket av samtykket" in line(eye, "NAV")
    assert eye.says("Denne delen kan bare legges til med et nytt samtykke.")


def test_a_draft_is_shown_and_not_printed(open_copies, paper):
    _, eye = open_copies()
    assert eye.says("Referatet er et utkast. Ferdigstill det før kopiene skrives ut.")
    with pytest.raises(AssertionError):
        eye.press("Skriv ut 5 kopier")


def test_a_withdrawal_is_seen_at_once(open_copies, room):
    room.desk.do(send_minutes, room.meeting_id)
    window, eye = open_copies()
    edit(room.desk, Consent, room.consent_id, withdrawn_on=room.desk.today())
    window.stage.page().reload()
    assert eye.says("Skriv ut 2 kopier")
    assert "samtykket mangler" in line(eye, "NAV")


def test_a_copy_made_before_a_withdrawal_leaves_the_house_no_more(workspace, room, paper, show):
    room.desk.do(send_minutes, room.meeting_id)
    nav = next(one for one in copy_sheet_rows(room) if one.name.startswith("NAV"))
    (copy,) = room.desk.do(issue_minutes, room.meeting_id, [CopyDraft(key=nav.key)], ReportLetterpress().press)
    page = DocumentsTab(workspace, Navigator(Stage()), room.family.id)
    eye = show(page)
    page.go_to({"document": str(copy)})
    settle()
    eye.press("Skriv ut")
    settle()
    assert (len(paper.printed), len(shared(room))) == (1, 1), "printed from the list it is shared too"
    edit(room.desk, Consent, room.consent_id, withdrawn_on=room.desk.today())
    eye.press("Skriv ut")
    settle()
    assert (len(paper.printed), len(shared(room))) == (1, 1)
    assert eye.says("Samtykket dekker ikke lenger det som står i denne kopien")


def copy_sheet_rows(room):
    return room.desk.read(copy_sheet, room.meeting_id, room.desk.today()).rows
