# SPDX-License-Identifier: MIT
"""What is copied in the program is marked as secret and does not stay on the clipboard."""

import ctypes
import sys

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from desktop import mac
from desktop.clipboard import MAC_CONCEALED, ClipboardGuard
from tests.eye import settle

WORDS = "010190 12345"
SILENCE = ("ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory", "CanUploadToCloudClipboard")


def ours(_clipboard, _mode):
    """The offscreen clipboard has no owner to tell of."""
    return True


@pytest.fixture
def clipboard(qapp):
    found = QGuiApplication.clipboard()
    found.clear()
    yield found
    found.clear()


@pytest.fixture
def guarded(clipboard, qtbot):
    """A guard whose half-minute is a blink."""
    guard = ClipboardGuard(seconds=0, owns=ours)
    yield guard
    guard.deleteLater()
    settle()


@pytest.fixture
def patient(clipboard):
    guard = ClipboardGuard(owns=ours)
    yield guard
    guard.deleteLater()
    settle()


def copy_from_a_field(qtbot):
    field = QLineEdit(WORDS)
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()


def test_what_is_copied_from_a_field_can_be_pasted(clipboard, patient, qtbot):
    copy_from_a_field(qtbot)
    assert clipboard.text() == WORDS


def test_what_is_copied_bears_the_marks_of_secrets(clipboard, patient, qtbot):
    copy_from_a_field(qtbot)
    content = clipboard.mimeData()
    assert bytes(content.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert all(any(word in kind for kind in content.formats()) for word in SILENCE)


def test_what_is_copied_goes_by_itself(clipboard, guarded, qtbot):
    copy_from_a_field(qtbot)
    qtbot.waitUntil(lambda: clipboard.text() == "", timeout=20_000)


def test_what_is_copied_goes_at_lock(clipboard, patient, qtbot):
    copy_from_a_field(qtbot)
    patient.clear()
    assert clipboard.text() == ""


def test_the_second_copy_has_its_own_marks(clipboard, patient, qtbot):
    copy_from_a_field(qtbot)
    later = QMimeData()
    later.setText("412 34 567")
    clipboard.setMimeData(later)
    assert clipboard.text() == "412 34 567"
    assert clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")


def test_what_another_program_copied_is_left_alone(clipboard):
    guard = ClipboardGuard(owns=lambda _clipboard, _mode: False)
    clipboard.setText("fra et annet program")
    guard.clear()
    assert clipboard.text() == "fra et annet program"
    assert not clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")


class Recorder:
    """Stands in for the objects of macOS."""

    def __init__(self):
        self.sent = []

    def named(self, name):
        return hash(name)

    def words(self, text):
        self.sent.append(("words", text))
        return 7

    def send(self, receiver, message, *values):
        self.sent.append((message, values))
        return 3


def test_macos_is_told_that_it_is_concealed(clipboard, patient, qtbot, monkeypatch):
    recorder = Recorder()
    monkeypatch.setattr(mac, "Objects", lambda: recorder)
    monkeypatch.setattr(sys, "platform", "darwin")
    copy_from_a_field(qtbot)
    assert ("words", MAC_CONCEALED) in recorder.sent
    assert ("addTypes:owner:", (3, 0)) in recorder.sent


def test_objective_c_is_missed_in_one_way_where_it_is_not(monkeypatch):
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None)
    with pytest.raises(OSError, match="Objective-C"):
        mac.Objects()
