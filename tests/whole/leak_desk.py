# SPDX-License-Identifier: MIT
"""A day at the desk: a family from its registering to a sent letter, a copy, and a mistake of the program's own."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible

from tests.eye import settle

CONTROL = Qt.KeyboardModifier.ControlModifier
CONDITIONS = (
    "Familien har eller venter et barn under 18 år",
    "Alvorlig sykdom, skade eller nedsatt funksjonsevne",
    "Langvarige og sammensatte eller koordinerte behov",
    "Både helse- og omsorgstjenester og andre velferdstjenester",
    "Familien ønsker barnekoordinator",
)
GROUPS = (QAccessible.Role.Grouping, QAccessible.Role.Client, QAccessible.Role.Pane)


def day(hand, vault):
    """Everything a coordinator does with one family; gives the family."""
    family = hand.register()
    hand.write_a_note(family)
    assess_and_decide(hand, family)
    hand.eye.press("Skriv ut")
    hand.open("family", id=family, tab="documents")
    hand.eye.open_row("Dokumenter", "-001")
    hand.eye.press("Lagre som PDF")
    hand.open("settings")
    hand.fill()
    hand.eye.leave()
    vault.back_up(vault.folder.with_name("Kopi"))
    QTimer.singleShot(0, lambda: fail(hand.marked()))
    settle()
    return family


def assess_and_decide(hand, family):
    """The child's view, the conditions, and a decision with every field filled."""
    hand.open("family", id=family, tab="right")
    hand.eye.press("Barnet er hørt")
    hand.fill()
    for condition in CONDITIONS:
        asked = hand.eye.find(GROUPS, f"Er vilkåret oppfylt? {condition}")
        asked.setFocus(Qt.FocusReason.TabFocusReason)
        hand.eye.key(Qt.Key.Key_J)
    hand.eye.leave()
    hand.eye.key(Qt.Key.Key_Return, CONTROL)
    hand.eye.write("Koordinator", "Kari")
    hand.eye.key(Qt.Key.Key_Return)
    hand.eye.write("Myndigheten er gitt", "i dag")
    hand.fill()
    hand.eye.leave()
    hand.eye.key(Qt.Key.Key_Return, CONTROL)


def fail(said):
    raise ValueError(said)
