# SPDX-License-Identifier: MIT
"""Key work on a worker: making a key from a passphrase takes a second, and a keyring may wait for somebody."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from models.values.refusal import Refusal
from models.values.trouble import Trouble
from views.refused import said
from views.texts import t
from views.widgets.basics import announce, relabel
from views.workspace import Workspace


class KeyWork(QObject):
    """One thing at a time; what was typed stays in its fields, which rest until it is done."""

    def __init__(self, workspace: Workspace, fields: QWidget) -> None:
        super().__init__(fields)
        self._workspace, self._fields = workspace, fields
        self._button: QPushButton | None = None
        self._words = ""

    def begin(
        self,
        task: Callable[[], object],
        done: Callable[[object], None],
        wrong: Callable[[str], None],
        pressed: QPushButton | None = None,
    ) -> None:
        """Do `task` beside the window; then `done` with what it gave, or `wrong` with a sentence."""
        self._done, self._wrong, self._button = done, wrong, pressed
        self._fields.setEnabled(False)
        if pressed is not None:
            self._words = pressed.text()
            relabel(pressed, t("settings.keys_working"))
            announce(pressed, t("settings.keys_working"))
        job = self._workspace.run(lambda _pulse: task())
        job.succeeded.connect(self._succeeded)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._rest)

    def _rest(self) -> None:
        self._fields.setEnabled(True)
        if self._button is not None:
            relabel(self._button, self._words)

    def _succeeded(self, found: object) -> None:
        self._rest()
        self._done(found)

    def _failed(self, error: object) -> None:
        self._rest()
        if not isinstance(error, Refusal | Trouble):
            raise TypeError from error if isinstance(error, BaseException) else None
        self._wrong(said(error))
