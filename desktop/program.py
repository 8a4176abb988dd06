# SPDX-License-Identifier: MIT
"""The program from its first page to the open vault, and back to locked."""

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop.crash import sentence
from desktop.frame import Frame
from desktop.jobs import Job
from desktop.opening import Opener, Secret
from desktop.paths import proposed_vault
from desktop.practising import PASSPHRASE, make_and_open, remove
from desktop.qt_words import speak
from desktop.restart import replace_process
from desktop.settings import Settings
from models.store.vault import VaultInfo, peek
from models.values.trouble import Trouble
from views.dialogs.crash import CrashDialog
from views.start.preparing import PreparingPage
from views.start.unlock import UnlockPage, VaultCard
from views.texts import t, use_language

if TYPE_CHECKING:  # read in after the first page is on the screen
    from desktop.sitting import OpenSitting
    from models.store.vault import OpenVault
    from views.start.guide import GuidePage

log = logging.getLogger(__name__)
WRONG_SECRET = ("trouble.wrong_passphrase", "trouble.recovery_key")


class Program(QObject):
    """Shows the unlock page or the guide, opens the vault, and locks it again."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__()
        self.application, self.settings = application, settings
        self.frame = Frame(settings)
        self.sitting: OpenSitting | None = None
        self._folder: Path | None = None
        self._page: UnlockPage | None = None
        self._guide: GuidePage | None = None
        self._vault: OpenVault | None = None
        self._making: Job | None = None
        self._opener = Opener()
        self._opener.opened.connect(self._opened)
        self._opener.failed.connect(self._failed)
        application.aboutToQuit.connect(self.close)

    def begin(self, folder: Path | None) -> None:
        """The first page: unlock the vault that is known, or make the first one."""
        known = folder or (Path(self.settings.choices.vault) if self.settings.choices.vault else None)
        if known is None:
            self.show_guide()
        else:
            self.show_unlock(known)
        self.frame.open()
        QTimer.singleShot(0, self._opener.read_in)

    def begin_practice(self) -> None:
        """Make a practice vault in a temporary folder, and open it."""
        page = PreparingPage(t("start.practice_preparing"))
        self.frame.put(page)
        self.frame.open()
        self._making = Job(make_and_open, self)
        self._making.progressed.connect(page.at)
        self._making.succeeded.connect(self.enter)
        self._making.failed.connect(self._practice_failed)
        self._making.start(self._opener.pool)

    def show_unlock(self, folder: Path) -> None:
        """The unlock page of this vault, also when it cannot be read: then with the reason on it."""
        try:
            info, wrong = peek(folder), ""
        except Trouble as trouble:
            info, wrong = VaultInfo(folder, (), False, "", True), t(trouble.key, **trouble.values)
        self._folder = folder
        page = UnlockPage(self._card(info, wrong))
        page.unlock_requested.connect(lambda slot, typed: self._open(Secret(slot, typed)))
        page.recovery_requested.connect(lambda slot, key, new: self._open(Secret(slot, new, key)))
        page.read_only_requested.connect(lambda slot, typed: self._open(Secret(slot, typed, read_only=True)))
        page.other_requested.connect(self._choose_other)
        self._page = page
        self.frame.put(page)

    def show_guide(self) -> None:
        """The guide that makes a vault."""
        from desktop.first_run import make_guide

        self._guide = make_guide(self.frame, self.settings, proposed_vault())
        self._guide.filled.connect(self._make)
        self._guide.recovered.connect(self._recovered)
        self._guide.existing_requested.connect(self._choose_other)
        self.frame.put(self._guide)

    def lock(self) -> None:
        """Cover the window, keep what is half-typed, wipe the keys and become a new process."""
        if self.sitting is None:
            return
        self.frame.cover()
        self.frame.keep_size()
        folder = self.sitting.folder
        self._end_sitting()
        self._opener.close()
        replace_process(["--vault", str(folder), "--locked"])

    def close(self) -> None:
        """The program ends: everything typed is kept first."""
        folder = self.sitting.folder if self.sitting is not None else self._folder
        self._end_sitting()
        if self._vault is not None:
            self._vault.close()
            self._vault = None
        self._opener.close()
        if folder is not None:
            remove(folder)

    def enter(self, vault: "OpenVault") -> None:
        """Show what is in an open vault."""
        from desktop.sitting import OpenSitting

        self._vault = None
        self.sitting = OpenSitting(vault, self)
        if not vault.practice:
            self.settings.change(vault=str(vault.folder), municipality=self.sitting.municipality)
        self.frame.put(self.sitting.window)
        self._page = self._guide = None
        self.sitting.start()

    def tell(self, words: str) -> None:
        """Show a sentence where the person is now."""
        if self.sitting is not None:
            self.sitting.tell(words)
        elif self._guide is not None:
            self._guide.say(words)
        elif self._page is not None:
            self._page.say(words)

    def crashed(self, words: str, report: str) -> None:
        """Our own mistake: say so, and let the person go on."""
        CrashDialog(self.frame, words, report).open()

    def allow_idle(self, minutes: int) -> None:
        """How long the program may stand unused."""
        self.settings.change(idle_minutes=minutes)
        if self.sitting is not None:
            self.sitting.watch.allow(minutes)

    def window_id(self) -> int:
        """The system's number for the window."""
        return int(self.frame.winId())

    def use_language(self, language: str) -> None:
        """Speak this language from now on; the start page is built anew, the open vault sees to itself."""
        self.settings.change(language=language)
        use_language(language)
        speak(self.application, language)

    def _card(self, info: VaultInfo, wrong: str) -> VaultCard:
        warnings = [wrong, *(t(trouble.key, **trouble.values) for trouble in info.warnings)]
        hint = os.environ.get(PASSPHRASE, "") if info.practice else ""
        return VaultCard(
            self.settings.choices.municipality,
            tuple((user.slot, user.name) for user in info.users),
            t("program.practice_passphrase", passphrase=hint) if hint else "",
            self.settings.choices.idle_minutes,
            "\n".join(filter(None, warnings)),
        )

    def _open(self, secret: Secret) -> None:
        assert self._folder is not None
        assert self._page is not None
        self._page.busy(True)
        self._opener.open(self._folder, secret)

    def _make(self, filled: object) -> None:
        assert self._guide is not None
        self._guide.busy(True)
        self._opener.make(filled)  # type: ignore[arg-type]

    def _opened(self, vault: "OpenVault") -> None:
        self._vault = vault
        if vault.practice or vault.recovery_confirmed or vault.read_only:
            self.enter(vault)
            return
        if self._guide is None:
            self.show_guide()
        assert self._guide is not None
        self._guide.show_recovery(vault.recovery_key_groups or vault.renew_recovery_key())

    def _recovered(self, typed: str) -> None:
        assert self._vault is not None
        self._vault.confirm_recovery_key(typed)
        self.enter(self._vault)

    def _failed(self, error: BaseException) -> None:
        known = sentence(error)
        if known is None:
            if self._page is not None:
                self._page.busy(False)
            raise error
        if self._guide is not None:
            self._guide.busy(False)
            self._guide.say(known)
            return
        assert self._page is not None
        self._page.busy(False)
        key = error.key if isinstance(error, Trouble) else ""
        if key.startswith(WRONG_SECRET):
            self._page.refuse(known)
        else:
            self._page.say(known, offer_reading=key == "trouble.vault_in_use")

    def _practice_failed(self, error: object) -> None:
        if isinstance(error, BaseException):
            raise error

    def _choose_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self.frame, t("start.choose_vault"))
        if chosen:
            self._guide = None
            self.show_unlock(Path(chosen))

    def _end_sitting(self) -> None:
        if self.sitting is not None:
            self.sitting.end()
            self.sitting = None

    def page(self) -> QWidget | None:
        """What is shown before a vault is open."""
        return self._guide or self._page
