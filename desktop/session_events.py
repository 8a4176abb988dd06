# SPDX-License-Identifier: MIT
"""What the system tells of sleep and of a locked session: thin adapters, one for each system."""

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Slot

log = logging.getLogger(__name__)

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x7


def watch_session(lock: Callable[[], None]) -> object | None:
    """Call `lock` on sleep and session lock; the answer must be kept alive as long as it watches."""
    try:
        if sys.platform == "win32":
            return _Windows(lock)
        if sys.platform.startswith("linux"):
            return _Logind(lock)
    except (ImportError, OSError, RuntimeError) as error:
        log.warning("no session events: %s", type(error).__name__)
    return None


class _Logind(QObject):
    """Linux: logind tells before sleep, the screen saver when the session is locked."""

    def __init__(self, lock: Callable[[], None]) -> None:
        super().__init__()
        from PySide6.QtDBus import QDBusConnection

        self._lock = lock
        login, manager = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            system.connect(login, "/org/freedesktop/login1", manager, "PrepareForSleep", self, b"1told(bool)")
        if session.isConnected():
            saver = "org.freedesktop.ScreenSaver"
            session.connect(saver, "/org/freedesktop/ScreenSaver", saver, "ActiveChanged", self, b"1told(bool)")

    @Slot(bool)
    def told(self, begins: bool) -> None:
        """Sleep or a locked screen begins (or is over)."""
        if begins:
            self._lock()


class _Windows(QAbstractNativeEventFilter):
    """Windows: power broadcasts and session changes, sent to the program's windows."""

    def __init__(self, lock: Callable[[], None]) -> None:
        super().__init__()
        self._lock = lock
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)

    def nativeEventFilter(self, _kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Lock on suspend and on a locked session; never swallows anything."""
        from ctypes import wintypes

        told = wintypes.MSG.from_address(int(message))
        if (told.message, told.wParam) in {
            (WM_POWERBROADCAST, PBT_APMSUSPEND),
            (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
        }:
            self._lock()
        return False, 0


def register_window(window_id: int) -> None:
    """Windows sends session changes only to windows that ask for them."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window_id, 0)
