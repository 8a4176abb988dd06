# SPDX-License-Identifier: MIT
"""What this program puts on the clipboard: marked as secret for those who collect it, and gone after half a minute."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

SECONDS = 30
_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
# Each system's own words for «do not remember this»: clipboard histories, clouds and password hints.
MARKS: dict[str, bytes] = {
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format(name="ExcludeClipboardContentFromMonitorProcessing"): b"\x00",
    _WINDOWS.format(name="CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format(name="CanUploadToCloudClipboard"): bytes(4),
}
Owns = Callable[[QClipboard, QClipboard.Mode], bool]
MAC_CONCEALED = "org.nspasteboard.ConcealedType"


class ClipboardGuard(QObject):
    """Follows every copy made here, also Ctrl+C in a field and what the mouse marks on Linux."""

    def __init__(self, parent: QObject | None = None, seconds: int = SECONDS, owns: Owns | None = None) -> None:
        super().__init__(parent)
        self._owns = owns or system_says
        self._clipboard = QGuiApplication.clipboard()
        self._marking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(seconds * 1000)
        self._timer.timeout.connect(self.clear)
        self._clipboard.changed.connect(self._changed)

    def clear(self) -> None:
        """Take away what is still ours; what another program has copied meanwhile is left alone."""
        self._timer.stop()
        for mode in _modes(self._clipboard):
            if self._owns(self._clipboard, mode):
                self._clipboard.clear(mode)

    def _changed(self, mode: QClipboard.Mode) -> None:
        if self._marking or mode not in _modes(self._clipboard) or not self._owns(self._clipboard, mode):
            return
        content = self._clipboard.mimeData(mode)
        if content is None or not content.formats():
            return
        self._timer.start()
        if mode == QClipboard.Mode.Clipboard:
            # the words a person marks are theirs until the mouse lets go: only what was copied is replaced
            self._marking = True
            self._clipboard.setMimeData(marked(content), mode)
            self._marking = False
            if sys.platform == "darwin":
                conceal_on_mac()


def marked(content: QMimeData) -> QMimeData:
    """The same words as plain text, with the marks of all systems."""
    made = QMimeData()
    made.setText(content.text())
    for kind, value in MARKS.items():
        made.setData(kind, value)
    return made


def conceal_on_mac() -> None:
    """The mark of macOS is a type of the pasteboard itself, which Qt does not write."""
    from desktop.mac import Objects

    objects = Objects()
    board = objects.send(objects.named("NSPasteboard"), "generalPasteboard")
    kind = objects.words(MAC_CONCEALED)
    types = objects.send(objects.named("NSArray"), "arrayWithObject:", kind)
    objects.send(board, "addTypes:owner:", types, 0)
    objects.send(board, "setString:forType:", objects.words(""), kind)


def _modes(clipboard: QClipboard) -> list[QClipboard.Mode]:
    modes = [QClipboard.Mode.Clipboard]
    return [*modes, QClipboard.Mode.Selection] if clipboard.supportsSelection() else modes


def system_says(clipboard: QClipboard, mode: QClipboard.Mode) -> bool:
    """Whether what lies there was put there by this program."""
    return clipboard.ownsSelection() if mode == QClipboard.Mode.Selection else clipboard.ownsClipboard()
