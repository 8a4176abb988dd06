# SPDX-License-Identifier: MIT
"""The program from its first page to the open vault, and back to locked."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.capture import hide_from_capture
from desktop.clipboard import ClipboardGuard
from desktop.frame import Frame
from desktop.leaving import Exit
from desktop.practising import remove
from desktop.qt_words import speak
from desktop.restart import replace_process
from desktop.settings import Settings
from desktop.start import Start
from desktop.traces import forget_folders
from models.values.trouble import Trouble
from views.dialogs.crash import CrashDialog
from views.dialogs.unkept import beginning
from views.start.damaged import TypedLeft
from views.texts import use_language

if TYPE_CHECKING:  # read in after the first page is on the screen
    from desktop.jobs import Pulse
    from desktop.sitting import OpenSitting
    from models.store.vault import OpenVault

log = logging.getLogger(__name__)


class Program(QObject):
    """One window, and in it the start pages or one sitting with an open vault."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__()
        self.application, self.settings = application, settings
        self.frame = Frame(settings, self.may_close)
        self.start = Start(self.frame, settings)
        self.clipboard = ClipboardGuard(self)
        self.sitting: OpenSitting | None = None
        self._exit = Exit(self.frame, lambda: self.sitting, self._end_sitting)
        self.start.opened.connect(self.enter)
        self.start.anew.connect(self.restart)
        application.aboutToQuit.connect(self.close)

    def begin(self, folder: Path | None, restore: bool = False) -> None:
        """Show the first page, or the guide that takes a copy back."""
        self.start.begin(folder, restore)
        self.frame.open()
        hide_from_capture(int(self.frame.winId()), self.settings.choices.hidden_from_capture)

    def begin_practice(self) -> None:
        """Make a practice vault in a temporary folder, and open it."""
        self.start.begin_practice()
        self.frame.open()

    def enter(self, vault: "OpenVault") -> None:
        """Show what is in an open vault."""
        from desktop.sitting import OpenSitting

        try:
            self.sitting = OpenSitting(vault, self)
        except Trouble as trouble:
            vault.close()
            if trouble.key != "trouble.vault_damaged":
                raise
            self.start.show_damaged(vault.folder)
            return
        hide_from_capture(int(self.frame.winId()), not vault.practice and self.settings.choices.hidden_from_capture)
        if not vault.practice and vault.stands_for is None:
            self.settings.change(vault=str(vault.folder), municipality=self.sitting.municipality)
        self.frame.put(self.sitting.window)
        self.sitting.start()

    def lock(self, at_once: bool = False) -> None:
        """Cover the window, keep what is half-typed, take the day's copy, wipe the keys and become a new process.

        `at_once` waits for no copy: the machine sleeps, or its screen is locked.
        """
        self.clipboard.clear()
        forget_folders()
        if self.sitting is not None:
            back = ["--vault", str(self.sitting.folder)]
            if at_once:
                self.restart(back)
            else:
                self._exit.leave(lambda here: self.restart(back, here))

    def restart(self, arguments: Sequence[str], here: dict[str, object] | None = None) -> None:
        """End the sitting and become a new process, so that nothing of the vault is left in memory."""
        if here is None:
            here = {} if self.sitting is None else self.sitting.whereabouts.look()
        self.frame.cover()
        self.frame.keep_size()
        self._end_sitting(here, goes_on=True)
        self.start.close()
        replace_process(arguments)

    def move_with(self, task: "Callable[[Pulse], object]", then: Callable[[], object]) -> None:
        """Cover the window, do this with the vault, and go on to `then` if it went well."""
        self._exit.move_with(task, then)

    def close(self) -> None:
        """The program ends: everything typed is kept first; a practice vault goes with it."""
        self.clipboard.clear()
        forget_folders()
        self._end_sitting({} if self.sitting is None else self.sitting.whereabouts.look())
        self.start.close()
        if self.start.folder is not None:
            remove(self.start.folder)

    def tell(self, words: str) -> None:
        """Show a sentence where the person is now."""
        (self.sitting or self.start).tell(words)

    def may_close(self) -> bool:
        """Whether everything typed is in the vault; if not, the person says what is to be done: the one question."""
        if self.sitting is None:
            return True
        try:
            self.sitting.keep(self.sitting.whereabouts.look())
        except Trouble as trouble:
            self.sitting.ask_to_close(trouble, self.frame.close, self.frame.close_anyway)
            return False
        return self._exit.may_close()

    def damaged(self) -> None:
        """The open vault met a damaged page: nothing more is shown from it, and what is half-typed waits, sealed."""
        if self.sitting is None:
            return
        sitting, folder = self.sitting, self.sitting.folder
        self.frame.cover()
        self._end_sitting(sitting.whereabouts.look(), goes_on=True)
        self.start.show_damaged(folder, _left(sitting))

    def crashed(self, words: str, report: str) -> None:
        """Our own mistake: keep what is typed, say so, and let the person go on."""
        if self.sitting is not None:
            try:
                self.sitting.keep(self.sitting.whereabouts.look())
            except Exception:
                log.exception("not everything kept after a mistake")
        CrashDialog(self.frame, words, report).open()

    def allow_idle(self, minutes: int) -> None:
        """How long the program may stand unused."""
        self.settings.change(idle_minutes=minutes)
        if self.sitting is not None:
            self.sitting.watch.allow(minutes)

    def use_language(self, language: str) -> None:
        """Speak this language from now on."""
        self.settings.change(language=language)
        use_language(language)
        speak(self.application, language)

    def _end_sitting(self, here: dict[str, object], goes_on: bool = False) -> None:
        if self.sitting is not None:
            self.sitting.end(here, goes_on)
            self.sitting = None


def _left(sitting: "OpenSitting") -> TypedLeft:
    """What waits for the next vault, and the beginning of what had no room."""
    unkept = sitting.workspace.drafts.unkept
    lost = (beginning(values) for form, values in unkept.items() if form not in sitting.carried)
    return TypedLeft(len(sitting.carried), tuple(filter(None, lost)))
