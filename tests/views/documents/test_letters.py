# SPDX-License-Identifier: MIT
"""The tab «Dokumenter» and the innsynslogg over a real vault: what the person meets, and what the vault keeps."""

import io

import pypdf
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QMenu

from models.queries.access_log import log_of_family
from models.queries.documents import document_bytes, document_list, letter_about
from models.records.document import DocumentKind, DocumentState
from models.records.person import AddressProtection, Relation
from tests.eye import PRESSABLE, TEXT, settle
from tests.views.documents.letters import drafted, finished
from views.pages.access_log.page import AccessLogTab
from views.pages.documents.letter_editor import LetterEditor
from views.texts import use_language


def choose_kind(page, eye, text):
    """Open «Nytt brev» and choose a line of the menu, as with arrows and Enter."""

    def pick():
        menu = next(found for found in page.findChildren(QMenu) if found.isVisible())
        next(action for action in menu.actions() if action.text() == text).trigger()
        menu.close()

    QTimer.singleShot(0, pick)
    eye.press("Nytt brev")
    settle()


def words_of(content):
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).split())


def test_an_empty_tab_says_what_belongs_there(documents, haugen):
    _, eye = documents(haugen)
    assert eye.says("Ingen dokumenter ennå")


def test_only_letters_that_fit_the_situation_are_offered(documents, haugen):
    page, _ = documents(haugen)
    texts = [action.text() for menu in page.findChildren(QMenu) for action in menu.actions()]
    assert "Foreløpig svar" in texts
    assert "Oppnevningsbrev" not in texts
    assert "Oversendelse av klage" not in texts


def test_a_new_letter_opens_as_a_draft_beside_its_paper(documents, haugen, desk):
    page, eye = documents(haugen)
    choose_kind(page, eye, "Foreløpig svar")
    assert eye.says("Foreløpig svar · Anne Haugen")
    assert eye.says("Vi har fått ønsket deres om barnekoordinator")
    assert [row.state for row in desk.read(document_list, haugen.id)] == [DocumentState.DRAFT]


def test_what_is_typed_comes_on_paper_and_in_the_vault_by_itself(documents, haugen, desk, qtbot):
    letter_id = drafted(desk, haugen)
    _, eye = documents(haugen)
    eye.open_row("Dokumenter", "Informasjon om retten")
    eye.write("Når svaret kommer", "Ring Ingrid på mandag.")
    qtbot.waitUntil(lambda: eye.says("Ring Ingrid på mandag."), timeout=20_000)
    eye.leave()
    kept = {"answer": "Ring Ingrid på mandag."}
    qtbot.waitUntil(lambda: desk.read(letter_about, letter_id).texts == kept, timeout=20_000)


def test_the_standard_text_comes_back_with_one_press(documents, haugen, desk):
    letter_id = drafted(desk, haugen)
    page, eye = documents(haugen)
    page.open_document(letter_id)
    settle()
    eye.write("Når svaret kommer", "Noe annet")
    page.flush()
    eye.press("Bruk standardteksten i «Når svaret kommer»")
    page.flush()
    assert desk.read(letter_about, letter_id).texts == {}


def test_opening_a_draft_changes_nothing_in_it(documents, haugen, desk):
    letter_id = drafted(desk, haugen, DocumentKind.INTERIM_REPLY, enquiry_id=haugen.enquiry_id)
    page, _ = documents(haugen)
    page.open_document(letter_id)
    settle()
    page.flush()
    assert desk.read(letter_about, letter_id).texts == {}


def test_finishing_gives_number_and_pages_that_can_be_read(documents, haugen, desk):
    letter_id = drafted(desk, haugen)
    page, eye = documents(haugen)
    page.open_document(letter_id)
    settle()
    eye.press("Ferdigstill brevet")
    assert eye.says("Dokument 2026-001")
    kept = desk.read(document_bytes, letter_id)
    said = words_of(kept.content)
    assert "Dere kan ha rett til barnekoordinator" in said
    assert "2026-001" in said


def test_a_letter_without_a_recipient_says_so(documents, story, desk):
    story.municipality()
    family = story.family("Vik").child("Ine")
    letter_id = drafted(desk, family)
    page, eye = documents(family)
    page.open_document(letter_id)
    settle()
    eye.press("Ferdigstill brevet")
    assert eye.says("Mottakeren mangler. Skriv hvem brevet går til.")


def test_a_sign_no_font_has_stops_finishing_and_is_named(documents, haugen, desk, qtbot):
    letter_id = drafted(desk, haugen)
    page, eye = documents(haugen)
    page.open_document(letter_id)
    settle()
    eye.find(TEXT, "Når svaret kommer").insertPlainText("漢")
    qtbot.waitUntil(lambda: not eye.find(PRESSABLE, "Ferdigstill brevet").isEnabled(), timeout=20_000)
    assert eye.says("漢")
    eye.write("Når svaret kommer", "Hilsen Ingrid")
    qtbot.waitUntil(lambda: eye.find(PRESSABLE, "Ferdigstill brevet").isEnabled(), timeout=20_000)


def test_printing_is_logged_under_a_neutral_name_and_not_when_cancelled(documents, haugen, desk, paper):
    letter_id = finished(desk, haugen)
    page, eye = documents(haugen)
    page.open_document(letter_id)
    settle()
    paper.willing = False
    eye.press("Skriv ut")
    assert "letter.printed" not in [row.what for row in desk.read(log_of_family, haugen.id)]
    paper.willing = True
    eye.press("Skriv ut")
    assert [name for name, _ in paper.printed] == ["Dokument 2026-001"]
    assert "letter.printed" in [row.what for row in desk.read(log_of_family, haugen.id)]


def test_marked_as_sent_can_be_undone_from_the_strip(documents, haugen, desk):
    letter_id = finished(desk, haugen)
    page, eye = documents(haugen)
    told = []
    page.done.connect(lambda text, undo: told.append((text, undo)))
    page.open_document(letter_id)
    settle()
    eye.press("Marker som sendt")
    assert desk.read(document_list, haugen.id)[0].sent_on == desk.today()
    text, undo = told[-1]
    assert text == "Brevet er merket som sendt"
    undo()
    assert desk.read(document_list, haugen.id)[0].state is DocumentState.FINAL


def test_a_program_that_calls_itself_a_scan_is_refused(documents, haugen, desk, tmp_path, monkeypatch):
    letter_id = finished(desk, haugen)
    page, eye = documents(haugen)
    page.open_document(letter_id)
    settle()
    false = tmp_path / "signert.pdf"
    false.write_bytes(b"MZ not a scan")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(false), ""))
    eye.press("Legg ved signert kopi")
    assert eye.says("Filen er verken PDF, PNG, JPEG eller Word (docx). Lagre den som PDF, eller skann på nytt.")


def test_the_signed_copy_shows_on_the_letters_line(documents, haugen, desk, tmp_path, monkeypatch):
    letter_id = finished(desk, haugen)
    page, eye = documents(haugen)
    page.open_document(letter_id)
    settle()
    scan = tmp_path / "skann.pdf"
    scan.write_bytes(b"%PDF-1.4 synthetic")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(scan), ""))
    eye.press("Legg ved signert kopi")
    eye.press("Alle dokumenter")
    assert any("Signert kopi" in said for said in eye.rows("Dokumenter"))


def test_each_home_gets_a_draft_in_its_own_language(documents, haugen, desk):
    haugen.adult("Per", relation=Relation.FATHER, home=2, address="Lia 8", letter_language="nn")
    page, eye = documents(haugen)
    choose_kind(page, eye, "Informasjon om retten")
    assert sorted(row.language for row in desk.read(document_list, haugen.id)) == ["nb", "nn"]


def test_the_tab_speaks_nynorsk_too(documents, haugen, desk):
    finished(desk, haugen)
    use_language("nn")
    _, eye = documents(haugen)
    assert eye.sees("Nytt brev")
    assert any("Ferdig" in said for said in eye.rows("Dokument"))


def test_the_log_tells_before_and_after_and_gives_the_family_a_copy(documents, haugen, desk, stage):
    drafted(desk, haugen)
    _, eye = documents(haugen, AccessLogTab)
    assert any("Begynte på et brev" in said for said in eye.rows("Innsynslogg"))
    eye.press("Lag utskrift til familien")
    assert stage.stops[-1].place["tab"] == "documents"
    (log,) = [row for row in desk.read(document_list, haugen.id) if row.kind is DocumentKind.ACCESS_LOG]
    assert "Begynte på et brev" in words_of(desk.read(document_bytes, log.id).content)


def test_a_protected_address_is_told_of_in_the_editor_and_left_off_the_envelope(documents, story, desk):
    story.municipality()
    family = story.family("Lie").child("Ada")
    family.adult("Mia", address="Skjulveien 1", place="Gjemt", address_protection=AddressProtection.STRICT)
    page, eye = documents(family)
    page.open_document(drafted(desk, family))
    settle()
    assert eye.says("Adressen er skjermet")
    assert not eye.says("Skjulveien")
    assert not eye.says("Gjemt")


def test_a_screen_reader_meets_every_field_by_name(documents, haugen, desk):
    page, eye = documents(haugen)
    page.open_document(drafted(desk, haugen))
    settle()
    for name in ("Mottaker og adresse", "Målform", "Det viktigste", "Vilkårene", "Oppgaver", "Kontakt"):
        assert eye.sees(name), name


def test_a_recipient_half_written_is_kept_as_it_stands_and_written_in_when_the_field_is_left(
    documents, haugen, desk, workspace
):
    letter_id = drafted(desk, haugen)
    page, eye = documents(haugen)
    page.open_document(letter_id)
    settle()
    eye.write("Mottaker og adresse", "Anne Haugen ")
    before = desk.read(letter_about, letter_id).recipient
    page.findChild(LetterEditor).sheet.keep()
    assert desk.read(letter_about, letter_id).recipient == before
    assert workspace.drafts.load(f"letter/{letter_id}")["values"] == {"recipient": "Anne Haugen "}
    eye.leave()
    assert desk.read(letter_about, letter_id).recipient == "Anne Haugen"
    eye.write("Kontakt", "Ring oss.")
    page.flush()
    assert desk.read(letter_about, letter_id).recipient == "Anne Haugen"
    assert workspace.drafts.load(f"letter/{letter_id}") is None
