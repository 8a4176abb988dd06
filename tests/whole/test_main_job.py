# SPDX-License-Identifier: MIT
"""The main job in the whole program, by keyboard alone: from no vault at all to a finished, sent letter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.printing import SystemPrinting
from desktop.program import Program
from desktop.settings import Settings
from tests.eye import Eye, settle
from tests.stand_ins import Paper
from views.printing import printing, use_printing

CONTROL = Qt.KeyboardModifier.ControlModifier
CHOICE = (QAccessible.Role.Grouping, QAccessible.Role.Client, QAccessible.Role.Pane)
CONDITIONS = (
    "Familien har eller venter et barn under 18 år",
    "Alvorlig sykdom, skade eller nedsatt funksjonsevne",
    "Langvarige og sammensatte eller koordinerte behov",
    "Både helse- og omsorgstjenester og andre velferdstjenester",
    "Familien ønsker barnekoordinator",
)


@pytest.fixture
def program(tmp_path, monkeypatch, qapp):
    monkeypatch.setenv("LAGET_HOME", str(tmp_path))
    use_printing(Paper())
    running = Program(qapp, Settings(tmp_path / "settings.json"))
    running.begin(None)
    assert isinstance(printing(), SystemPrinting), "the recovery sheet is printed before any vault is open"
    yield running
    running.close()
    running.frame.close()
    running.frame.deleteLater()
    settle()


def key(eye, *keys):
    for one in keys:
        eye.key(one)


def make_vault(qtbot, program, eye):
    """The four steps of the guide."""
    eye.write("Kommunens navn", "Mellomvik kommune")
    eye.press("Neste")
    eye.write("Navnet ditt", "Kari Nordvik")
    eye.write("Tittel", "barnekoordinator")
    eye.press("Neste")
    eye.press("Foreslå fem ord")
    passphrase = eye.find(QAccessible.Role.EditableText, "Passord").text()
    eye.write("Skriv passordet en gang til", passphrase)
    eye.press("Lag hvelvet")
    qtbot.waitUntil(lambda: eye.sees("Skriv nøkkelen fra arket"), timeout=60_000)
    printed = Paper()
    use_printing(printed)
    eye.press("Skriv ut arket")
    eye.write("Skriv nøkkelen fra arket", key_on(printed.text()))
    eye.press("Lås opp")
    qtbot.waitUntil(lambda: program.sitting is not None, timeout=60_000)
    return passphrase


def key_on(sheet):
    """The nine groups of four as they stand on the recovery sheet."""
    words = sheet.split()
    letters = set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    return " ".join([word for word in words if len(word) == 4 and set(word) <= letters][:9])


def command(keys, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), keys, modifiers)
    settle()


def register_a_family(eye):
    """The short form for a new family."""
    command(Qt.Key.Key_2, CONTROL)
    eye.press("Ny familie")
    eye.write("Fornavn", "Emma")
    eye.write("Etternavn", "Øygård")
    eye.write("Fødselsdato", "140419")
    eye.write("Fornavn til den voksne", "Anne")
    eye.write("Etternavn til den voksne", "Øygård")
    eye.choose("Forhold til barnet", "Mor")
    eye.press("Opprett")


def assess_the_right(eye):
    """The child's view, and the five conditions by the key J."""
    eye.press("Barnet er hørt")
    eye.write("Hva mener barnet?", "Jeg vil at noen skal vite alt.")
    eye.write("Hva er best for barnet?", "Faste voksne.")
    for condition in CONDITIONS:
        choice = eye.find(CHOICE, f"Er vilkåret oppfylt? {condition}")
        choice.setFocus(Qt.FocusReason.TabFocusReason)
        key(eye, Qt.Key.Key_J, Qt.Key.Key_Tab)
        QTest.keyClicks(QApplication.focusWidget(), "Slik er det.")
    eye.leave()
    command(Qt.Key.Key_Return, CONTROL)


def finish_the_determination(eye):
    """Coordinator, delegation and grounds; Ctrl+Enter finishes."""
    eye.write("Koordinator", "Kari")
    eye.key(Qt.Key.Key_Return)
    eye.write("Myndigheten er gitt av", "Kommunedirektøren")
    eye.write("Myndigheten er gitt", "i dag")
    eye.write("Begrunnelse", "Emma trenger hjelp fra mange tjenester på en gang.")
    eye.leave()
    command(Qt.Key.Key_Return, CONTROL)


def test_from_no_vault_to_a_sent_letter_by_keyboard_alone(qtbot, program):
    eye = Eye(program.frame)
    make_vault(qtbot, program, eye)
    paper = Paper()
    use_printing(paper)
    register_a_family(eye)
    assert eye.says("Familien Øygård")
    assess_the_right(eye)
    finish_the_determination(eye)
    assert eye.says(f"{program.sitting.workspace.today().year}-001 · Innvilget")
    eye.press("Skriv ut")
    name, _content = paper.printed[-1]
    assert name.startswith("Dokument ")
    assert "Emma" not in name
    assert "Emma Øygård" in paper.text()
    assert "barnekoordinator" in paper.text()
    eye.press("Marker som signert og sendt")
    assert program.frame.windowTitle() == "Laget"
