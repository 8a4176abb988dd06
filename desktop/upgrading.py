# SPDX-License-Identifier: MIT
"""Shows the upgrade of an older vault while the opener is at it."""

from PySide6.QtCore import QObject

from desktop.frame import Frame
from desktop.opening import Opener
from views.start.upgrading import UpgradingPage


class Upgrading(QObject):
    """Takes the place of the unlock page at the first sign of an upgrade."""

    def __init__(self, frame: Frame, opener: Opener) -> None:
        super().__init__()
        self._frame, self._opener = frame, opener
        self._page: UpgradingPage | None = None
        opener.upgrading.connect(self._at)

    def ended(self) -> bool:
        """The opener is done; whether anything was shown."""
        shown, self._page = self._page is not None, None
        return shown

    def _at(self, done: int, total: int, stage: str) -> None:
        if self._page is None:
            self._page = UpgradingPage()
            self._page.stop_requested.connect(self._opener.stop)
            self._frame.put(self._page)
        self._page.at(done, total, stage)
