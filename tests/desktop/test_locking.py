# SPDX-License-Identifier: MIT
"""The vault locks when nobody is there, and when the machine has slept."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.locking import LockWatch


class Clocks:
    """A running clock and a wall clock that the test moves."""

    def __init__(self):
        self.running, self.wall = 100.0, 5000.0

    def go(self, seconds, asleep=0.0):
        self.running += seconds
        self.wall += seconds + asleep


def watch(minutes=10):
    clocks, locked = Clocks(), []
    watcher = LockWatch(minutes, monotonic=lambda: clocks.running, wall=lambda: clocks.wall)
    watcher.lock_now.connect(lambda: locked.append(clocks.running))
    watcher.lock_at_once.connect(lambda: locked.append(clocks.running))
    return clocks, watcher, locked


def rest(clocks, watcher, seconds):
    for _ in range(seconds // 2):
        clocks.go(2)
        watcher.check()


def key():
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


def test_it_locks_after_the_chosen_time_without_use(qapp):
    clocks, watcher, locked = watch(minutes=10)
    rest(clocks, watcher, 9 * 60)
    assert locked == []
    rest(clocks, watcher, 61)
    assert len(locked) == 1


def test_a_key_pressed_starts_the_time_anew(qapp):
    clocks, watcher, locked = watch(minutes=1)
    rest(clocks, watcher, 50)
    watcher.eventFilter(QObject(), key())
    rest(clocks, watcher, 50)
    assert locked == []


def test_it_locks_when_the_machine_has_slept(qapp):
    clocks, watcher, locked = watch()
    clocks.go(2, asleep=3600)
    watcher.check()
    assert len(locked) == 1


def test_a_clock_set_back_does_not_lock(qapp):
    clocks, watcher, locked = watch()
    clocks.go(2, asleep=-7200)
    watcher.check()
    assert locked == []


def test_a_shorter_time_holds_at_once(qapp):
    clocks, watcher, locked = watch(minutes=15)
    rest(clocks, watcher, 3 * 60)
    watcher.allow(1)
    rest(clocks, watcher, 2)
    assert len(locked) == 1


def test_a_key_pressed_in_the_window_counts_as_use(qtbot, qapp):
    clocks, watcher, locked = watch(minutes=1)
    field = QLineEdit()
    qtbot.addWidget(field)
    watcher.start(qapp)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    rest(clocks, watcher, 50)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    rest(clocks, watcher, 50)
    assert field.text() == "a"
    assert locked == []
