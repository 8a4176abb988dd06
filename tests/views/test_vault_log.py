# SPDX-License-Identifier: MIT
"""The page «Logg» as the one who looks after it meets it."""

import pytest

from desktop.letterpress import ReportLetterpress
from models.queries.vault_log import LogSearch, vault_log
from models.store import anchor
from models.work.open_family import log_opening
from tests.eye import PRESSABLE
from tests.store.test_log_check import forged
from tests.views.log_guard import DeskGuard
from views.letterpress import use_letterpress
from views.pages.vault_log.page import VaultLogPage
from views.printing import use_printing


class Nowhere:
    """A navigator for a page that stands alone."""

    def open(self, page, **place):
        pass


@pytest.fixture
def guard(desk, tmp_path, clock):
    return DeskGuard(desk.database, tmp_path / "anker", clock)


@pytest.fixture
def opened(workspace, desk, story, show, guard):
    story.municipality()
    desk.do(log_opening, story.family("Haugen").child("Emil").id)

    def make():
        page = VaultLogPage(workspace, Nowhere(), guard)
        return page, show(page)

    return make


def done(desk):
    return [one.what for one in desk.read(vault_log, desk.staff_id, desk.today(), LogSearch())]


def test_reading_the_log_stands_in_the_log_once_a_sitting(opened, desk):
    for _ in range(2):
        opened()
    assert done(desk).count("log.read") == 1


def test_a_search_shows_only_what_fits(opened):
    _, eye = opened()
    eye.write("Søk etter person, familie eller hendelse", "åpnet Haugen")
    assert eye.says("Åpnet familien")
    eye.write("Søk etter person, familie eller hendelse", "nødutgang")
    assert eye.says("Ingen linjer passer")


def test_a_whole_log_is_said_to_be_whole(opened, desk, qtbot):
    _, eye = opened()
    eye.press("Kontroller loggen")
    qtbot.waitUntil(lambda: bool(eye.says("Loggen er hel")))
    assert "log.checked" in done(desk)


def test_a_log_written_anew_is_told_and_can_be_answered_for(opened, desk, qtbot, tmp_path, clock):
    _, eye = opened()
    anchor.remember(tmp_path / "anker", "hvelv", desk.database, clock())
    forged(desk, "UPDATE auditentry SET name = 'En annen' WHERE n = 2", reseal=True)
    eye.press("Kontroller loggen")
    qtbot.waitUntil(lambda: bool(eye.says("skrevet loggen om")))
    assert "log.found_rewritten" in done(desk)
    eye.write("Hvorfor stemmer ikke loggen?", "Prøvde reparasjon av filen")
    eye.press("Godta loggen slik den er")
    assert "log.accepted" in done(desk)
    eye.press("Kontroller loggen")
    qtbot.waitUntil(lambda: bool(eye.says("Loggen er hel")))


class Paper:
    """A printer that takes everything, or nothing when the person thinks better of it."""

    def __init__(self, takes=True):
        self.takes, self.printed = takes, []

    def print(self, parent, content, name, page=0):
        self.printed.append((content[:5], name))
        return self.takes


@pytest.mark.parametrize("takes", [True, False])
def test_the_log_of_one_person_is_printed_under_a_neutral_name_and_that_stands_in_the_log(opened, desk, takes):
    use_letterpress(ReportLetterpress())
    paper = Paper(takes)
    use_printing(paper)
    _, eye = opened()
    eye.find(PRESSABLE, "Skriv ut for en person").menu().actions()[0].trigger()
    assert paper.printed == [(b"%PDF-", "Logg")]
    assert ("log.printed" in done(desk)) is takes
