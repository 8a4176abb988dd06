# SPDX-License-Identifier: MIT
"""The pieces of the pages: strips, notices, labels that shorten, buttons with their ring."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.values.refusal import Refusal
from tests.eye import Eye, settle
from views.widgets.banner import Banner
from views.widgets.basics import button, label
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState
from views.widgets.focus_ring import use_focus_ring
from views.widgets.job_strip import JobStrip
from views.widgets.labels import ElidedLabel
from views.widgets.rows import Row, RowList
from views.widgets.save_state import SaveState
from views.widgets.scroll import ScrollColumn
from views.widgets.search_field import SearchField
from views.widgets.split import WithInspector
from views.widgets.undo_strip import UndoStrip


def test_a_label_that_shortens_says_all_of_itself(show):
    made = ElidedLabel("Familien Haugen-Ødegård i Mellomvik kommune", "title")
    show(made, 200, 40)
    assert made.text().endswith("…")
    assert made.toolTip() == made.accessibleName() == "Familien Haugen-Ødegård i Mellomvik kommune"


def test_a_name_with_markup_is_text_also_in_the_tooltip(show):
    made = ElidedLabel("<b>Familien</b> Haugen-Ødegård <img src='file:///x.png'> i Mellomvik kommune", "title")
    show(made, 200, 40)
    assert "&lt;img" in made.toolTip()
    assert made.accessibleName().startswith("<b>Familien</b>")


def test_markup_in_a_name_is_shown_as_it_stands(show):
    made = label("<b>Bobby</b> & sønn")
    eye = show(made, 300, 40)
    assert eye.sees("<b>Bobby</b> & sønn")
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_an_ampersand_on_a_button_is_no_shortcut(show):
    pressed = []
    eye = show(button("Lån & spar", run=lambda: pressed.append(1)), 200, 60)
    eye.press("Lån & spar")
    assert pressed == [1]


def test_an_empty_state_offers_the_first_one(show):
    made = []
    empty = EmptyState("calendar", "Ingen møter er planlagt", "Her", "Planlegg møte", lambda: made.append(1))
    eye = show(empty, 500, 300)
    eye.press("Planlegg møte")
    assert made == [1]


def test_a_notice_can_be_put_away(show, qtbot):
    banner = Banner("danger", "Ikke lagret. Disken er full.", ("Prøv igjen", lambda: None), closable=True)
    eye = show(banner, 700, 80)
    assert eye.sees("Prøv igjen")
    with qtbot.waitSignal(banner.closed):
        eye.press("Lukk meldingen")
    assert banner.isHidden()


def test_what_is_saved_and_what_is_not_is_told(show):
    state = SaveState()
    eye = show(state, 400, 40)
    state.failed("Disken er full.")
    assert eye.says("Ikke lagret. Disken er full.")
    state.saved()
    assert eye.says("Alt er lagret")


def test_undo_runs_once(show):
    page, undone = QWidget(), []
    strip = UndoStrip(page)
    eye = show(page, 600, 300)
    strip.offer("Oppgaven er fullført", lambda: undone.append(1))
    settle()
    eye.press("Angre")
    strip.undo()
    assert undone == [1]


def test_the_newest_thing_is_what_is_undone(show):
    page, undone = QWidget(), []
    strip = UndoStrip(page)
    show(page, 600, 300)
    strip.offer("Første", lambda: undone.append(1))
    strip.offer("Andre", lambda: undone.append(2))
    strip.undo()
    assert undone == [2]


def test_what_was_done_before_is_undone_too_by_the_next_key(show):
    page, undone = QWidget(), []
    strip = UndoStrip(page)
    show(page, 600, 300)
    for step in range(60):
        strip.offer(f"Steg {step}", lambda step=step: undone.append(step))
    while strip.can_undo():
        strip.undo()
    assert undone == list(range(59, 9, -1))


def test_what_can_no_longer_be_undone_says_why(show):
    def too_late():
        raise Refusal("form.error.choice", label="Oppgaven")

    page = QWidget()
    strip = UndoStrip(page)
    eye = show(page, 600, 300)
    strip.offer("Oppgaven er fullført", too_late)
    strip.undo()
    settle()
    assert eye.says("Oppgaven: Velg ett av svarene")


class Work(QObject):
    """A job that goes on as the test says."""

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def cancel(self):
        self.cancelled.emit()


def test_a_long_job_shows_how_far_it_has_come_and_can_be_stopped(show, qtbot):
    page, strip, job = QWidget(), JobStrip(), Work()
    QVBoxLayout(page).addWidget(strip)
    eye = show(page, 600, 200)
    strip.follow(job, "Lager brevene", "Ingenting blir slettet.")
    assert strip.isHidden()
    qtbot.waitUntil(lambda: not strip.isHidden(), timeout=2000)
    job.progressed.emit(19, 31, "Familien Kvale")
    assert eye.says("19 av 31")
    assert eye.says("Familien Kvale")
    with qtbot.waitSignal(strip.finished):
        eye.press("Stopp")
    assert strip.isHidden()


def test_a_short_job_shows_nothing(show):
    page, strip, job = QWidget(), JobStrip(), Work()
    QVBoxLayout(page).addWidget(strip)
    show(page, 600, 200)
    strip.follow(job, "Lager brevet")
    job.succeeded.emit(None)
    QTest.qWait(450)
    assert strip.isHidden()


def test_the_column_follows_the_focus(show):
    page = QWidget()
    layout = QVBoxLayout(page)
    buttons = [button(f"Knapp {n}") for n in range(40)]
    for one in buttons:
        layout.addWidget(one)
    column = ScrollColumn(page)
    show(column, 300, 300)
    buttons[-1].setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    corner = buttons[-1].mapTo(column.viewport(), buttons[-1].rect().bottomLeft())
    assert 0 <= corner.y() <= column.viewport().height()


def test_the_inspector_folds_in_a_narrow_window(show):
    inspector = Card("Detaljer")
    split = WithInspector(QWidget(), inspector)
    eye = show(split, 1366, 500)
    assert eye.widget.inspector.isVisible()
    split.resize(1100, 500)
    assert not inspector.isVisible()
    split.toggle()
    assert inspector.isVisible()


def test_a_search_field_tells_each_key_and_empties_on_escape(show, qtbot):
    heard, hits = [], RowList("Treff")
    hits.show_rows([Row(1, "Haugen")])
    page = QWidget()
    layout = QVBoxLayout(page)
    field = SearchField("Søk i familier", "", hits)
    field.searched.connect(heard.append)
    layout.addWidget(field)
    layout.addWidget(hits)
    eye = show(page, 500, 300)
    eye.write("Søk i familier", "ha")
    assert heard[-2:] == ["h", "ha"]
    with qtbot.waitSignal(hits.opened):
        eye.key(Qt.Key.Key_Return)
    eye.key(Qt.Key.Key_Escape)
    assert heard[-1] == ""
    eye.key(Qt.Key.Key_Down)
    assert eye.focus() == "Treff"


def test_the_ring_shows_where_the_keyboard_is(show, qapp):
    use_focus_ring(qapp)
    page = QWidget()
    layout = QVBoxLayout(page)
    first, second = button("Første"), button("Andre")
    layout.addWidget(first)
    layout.addWidget(second)
    show(page, 300, 200)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    pixel = second.mapTo(page, second.rect().topLeft())
    ring = page.grab().toImage().pixelColor(pixel.x() + second.width() // 2, pixel.y() - 3)
    assert ring.lightness() < 60


def test_a_button_may_take_its_ring_with_it(show, qapp):
    use_focus_ring(qapp)
    page = QWidget()
    layout = QVBoxLayout(page)
    card = Card()
    going = button("Borte")
    card.add(going)
    staying = button("Her")
    layout.addWidget(card)
    layout.addWidget(staying)
    show(page, 300, 200)
    going.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    card.setParent(None)
    card.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    staying.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert Eye(page).focus() == "Her"


def test_what_is_wrong_is_spoken_at_once(show, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    banner = Banner("info", "")
    show(banner, 400, 60)
    banner.say("danger", "Ikke lagret. Disken er full.")
    assert heard == ["Ikke lagret. Disken er full."]
