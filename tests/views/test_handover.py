# SPDX-License-Identifier: MIT
"""The pages of the hand-over by keyboard: a file is made, met in the other vault, taken in, and its receipt entered."""

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.letterpress import ReportLetterpress
from desktop.workspace import Person, Workspace
from models.queries.drafts import drafts
from models.queries.family import family_overview, family_sheet
from models.queries.transfers import transfers_of
from models.records.family import FamilyState
from tests.conftest import ROLES
from tests.eye import Eye, settle
from tests.views.desk_window import OnePage
from tests.views.rules import faults
from tests.work.vault_pair import full_family, pair
from views.letterpress import use_letterpress
from views.pages.handover.receive import ReceivePage
from views.pages.handover.send import HandOverPage
from views.pages.handover.transfers_tab import TransfersTab
from views.pages.handover.words_to_tell import WordsToTell


@pytest.fixture
def sides(empty_vault, tmp_path, clock):
    made = pair(empty_vault, tmp_path, clock)
    yield made
    for side in made:
        side.database.close()


@pytest.fixture
def show(qtbot, qapp, clock):
    use_letterpress(ReportLetterpress())

    def made(side, page, place=None, **look):
        workspace = Workspace(side.database, Person(side.desk.staff_id, side.desk.name, ROLES), clock)
        window = OnePage(qtbot, qapp, workspace, page, **look)
        if place is not None:
            window.page.go_to(place)
            settle()
        return window, Eye(window)

    return made


@pytest.fixture
def file(tmp_path, monkeypatch):
    target = tmp_path / "2026-03-16-abcde.laget.age"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    return target


def test_a_family_goes_from_one_window_to_another_and_the_receipt_comes_back(qtbot, sides, show, file):
    here, there = sides
    family = full_family(here)
    _, eye = show(here, HandOverPage, {"families": str(family.id)})
    assert eye.says("Hansen: 2 personer, 1 henvendelse, 1 vurdering, 1 notat, 1 avtale å følge opp og 1 dokument.")
    eye.write("Ny koordinator eller mottaker", "Kari Nordvik")
    eye.press("Flytter til en annen kommune")
    eye.press("Lag overleveringsfil")
    assert not file.exists()
    assert eye.says("gå ut av kommunen. (helsepersonelloven § 22)")
    eye.write("Kommune som tar over", "Fjellvik kommune")
    eye.write("Dato for samtykket", "16.03.2026")
    eye.write("Hvem samtykket, og hvordan?", "Mor, i møte")
    eye.write("Mottakernøkkelen", there.key)
    eye.press("Lag overleveringsfil")
    qtbot.waitUntil(lambda: bool(eye.says("Filen er laget")))
    assert list(file.parent.glob("*.part")) == []

    window, other = show(there, ReceivePage)
    other.press("Velg fil …")
    qtbot.waitUntil(lambda: bool(other.says("Ingrid Bakken, Mellomvik kommune")))
    assert other.says("Du har ikke tatt imot fra dette hvelvet før.")
    assert there.desk.read(family_overview, family.id, there.story.today) is None
    other.press("Ta imot")
    assert other.says("Velg hvem som har ansvaret for familien nå.")
    other.choose("Ansvarlig her", "Kari Nordvik")
    other.press("Ta imot")
    qtbot.waitUntil(lambda: window.told == ["Familien er tatt imot."])
    assert there.desk.read(family_overview, family.id, there.story.today).responsible == "Kari Nordvik"


def test_the_receipt_is_entered_in_the_family_and_a_reason_takes_it_back(sides, show):
    here, there = sides
    family = full_family(here)
    code = there.take(there.open(here.send(there, family.id)))
    _, eye = show(here, lambda workspace, navigator: TransfersTab(workspace, navigator, family.id))
    eye.write("Kvitteringskode", "0004-7K2M-9QXT-ABCD-EFGH-1234")
    eye.press("Før inn kvitteringen")
    assert eye.says("Kvitteringen hører ikke til denne filen.")
    eye.write("Kvitteringskode", code)
    eye.press("Før inn kvitteringen")
    assert here.desk.read(family_sheet, family.id).state is FamilyState.HANDED_OVER
    eye.write("Hvorfor skal familien tas tilbake?", "Flyttet hjem")
    eye.press("Ta familien tilbake")
    assert here.desk.read(family_sheet, family.id).state is FamilyState.OPEN


def test_the_words_are_shown_made_anew_and_never_kept_with_what_is_half_typed(sides, show):
    here, _ = sides
    family = full_family(here)
    window, eye = show(here, HandOverPage, {"families": str(family.id)})
    eye.write("Ny koordinator eller mottaker", "Kari Nordvik")
    eye.press("Ord på telefon")
    first = window.page.findChild(WordsToTell).words
    assert eye.says(first)
    window.page.flush()
    assert first.split()[0] not in repr(here.desk.read(drafts, here.desk.staff_id))
    eye.press("Lag nye ord")
    again = window.page.findChild(WordsToTell).words
    assert again != first
    assert eye.says(again)


def test_a_file_that_is_stopped_is_neither_sent_nor_left_behind(qtbot, sides, show, file):
    here, there = sides
    family = full_family(here)
    window, eye = show(here, HandOverPage, {"families": str(family.id)})
    jobs = []
    window.page.started.connect(lambda job, *_: (jobs.append(job), job.cancel()))
    eye.write("Ny koordinator eller mottaker", "Kari Nordvik")
    eye.press("Blir i kommunen")
    eye.write("Mottakernøkkelen", there.key)
    eye.press("Lag overleveringsfil")
    qtbot.waitUntil(lambda: bool(jobs) and window.page.commands()[0].when())
    assert list(file.parent.glob("*.age*")) == []
    assert here.desk.read(transfers_of, family.id) == ()


def test_a_broken_file_changes_nothing_and_says_so(qtbot, sides, show, file):
    here, there = sides
    family = full_family(here)
    sealed = here.send(there, family.id)
    file.write_bytes(sealed[:-1])
    _, eye = show(there, ReceivePage)
    eye.press("Velg fil …")
    qtbot.waitUntil(lambda: bool(eye.says("Ingenting er tatt imot.")))
    file.write_bytes(b"%PDF-1.7")
    eye.press("Velg fil …")
    qtbot.waitUntil(lambda: bool(eye.says("Dette er ikke en overleveringsfil fra Laget.")))
    assert there.desk.read(family_overview, family.id, there.story.today) is None


@pytest.mark.slow  # age stretches each try at the words
def test_words_are_asked_for_when_the_file_needs_them(qtbot, sides, show, file):
    here, there = sides
    file.write_bytes(here.send(there, full_family(here).id, way="passphrase", passphrase="fire korte norske ord"))
    _, eye = show(there, ReceivePage)
    eye.press("Velg fil …")
    qtbot.waitUntil(lambda: bool(eye.says("Filen er lukket med ord.")))
    eye.write("Ordene fra avsenderen", "fire lange norske ord")
    eye.press("Åpne")
    qtbot.waitUntil(lambda: bool(eye.says("Ordene åpner ikke filen.")), timeout=30_000)
    eye.write("Ordene fra avsenderen", "fire korte norske ord")
    eye.press("Åpne")
    qtbot.waitUntil(lambda: bool(eye.says("Familien Hansen")), timeout=30_000)


def test_a_child_that_is_here_already_is_asked_about_before_anything_is_taken_in(qtbot, sides, show, file):
    here, there = sides
    family = full_family(here)
    mine = there.story.family("Hansen").child("Emma", national_id="01811899999", school="Fjellvik skole")
    file.write_bytes(here.send(there, family.id))
    window, eye = show(there, ReceivePage)
    eye.press("Velg fil …")
    qtbot.waitUntil(lambda: bool(eye.says("Emma Hansen i familien Hansen har samme fødselsnummer.")))
    eye.choose("Ansvarlig her", "Kari Nordvik")
    eye.press("Ta imot")
    assert eye.says("Velg én ting til før du tar imot.")
    eye.press("Før inn i familien Hansen")
    eye.press("Ta imot")
    qtbot.waitUntil(lambda: window.told == ["Familien er tatt imot."])
    assert there.desk.read(family_overview, family.id, there.story.today) is None
    assert len(there.desk.read(family_overview, mine.id, there.story.today).people) == 2


@pytest.mark.parametrize(("look", "language"), [("light", "nb"), ("dark", "nn")])
@pytest.mark.parametrize("size", [(1366, 690), (1093, 550)])
def test_the_pages_keep_the_rules_of_accessibility(qtbot, sides, show, file, size, look, language):
    here, there = sides
    family = full_family(here)
    file.write_bytes(here.send(there, family.id))
    for page, place in ((HandOverPage, {"families": str(family.id)}), (ReceivePage, None)):
        side = here if page is HandOverPage else there
        window, _ = show(side, page, place, look=look, language=language)
        window.resize(*size)
        settle()
        assert faults(window) == []
        if page is ReceivePage:
            window.page.choose()
            qtbot.waitUntil(lambda: bool(Eye(window).says("Hansen")))  # noqa: B023
            assert faults(window) == []
