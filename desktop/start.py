# SPDX-License-Identifier: MIT
"""What is shown before a vault is open: the unlock page, the first-run guide, or a practice vault in the making."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.crash import sentence
from desktop.frame import Frame
from desktop.jobs import Job
from desktop.opening import Opener, Secret
from desktop.paths import proposed_vault
from desktop.practising import PASSPHRASE, make_and_open
from desktop.settings import Settings
from desktop.upgrading import Upgrading
from models.store.vault import VaultInfo, peek
from models.values.trouble import Trouble
from views.refused import said
from views.start.damaged import NOTHING_LEFT, DamagedPage, TypedLeft
from views.start.preparing import PreparingPage
from views.start.unlock import UnlockPage, VaultCard
from views.texts import t

if TYPE_CHECKING:  # read in after the first page is on the screen
    from desktop.copies.restoring import Restoring
    from desktop.mending import Mending
    from models.store.vault import OpenVault
    from views.start.guide import GuidePage

# what the button says that opens a vault all the same
_WAYS = {"trouble.vault_other_machine": "start.take_over", "trouble.vault_moved_to": "start.take_back"}
WRONG_SECRET = ("trouble.wrong_passphrase", "trouble.recovery_")


class Start(QObject):
    """Leads to an open vault, which it hands over with `opened`."""

    opened = Signal(object)
    # the page on damage names families: whoever leaves it goes on in a process that has never heard of them
    anew = Signal(list)

    def __init__(self, frame: Frame, settings: Settings) -> None:
        super().__init__()
        self._frame, self._settings = frame, settings
        self.folder: Path | None = None
        self._page: UnlockPage | None = None
        self._guide: GuidePage | None = None
        self._vault: OpenVault | None = None
        self._making: Job | None = None
        self._restoring: Restoring | None = None
        self._opener = Opener()
        self._opener.opened.connect(self._opened)
        self._opener.failed.connect(self._failed)
        self._upgrading = Upgrading(frame, self._opener)
        self._mending: Mending | None = None

    def begin(self, folder: Path | None, restore: bool = False) -> None:
        """The first page: unlock the vault that is known, make the first one, or take a copy back."""
        known = folder or (Path(self._settings.choices.vault) if self._settings.choices.vault else None)
        if restore:
            self.show_restore(known or proposed_vault())
        elif known is None:
            self.show_guide()
        else:
            self.show_unlock(known)
        QTimer.singleShot(0, self._opener.read_in)

    def begin_practice(self) -> None:
        """Make a practice vault in a temporary folder, and open it."""
        page = PreparingPage(t("start.practice_preparing"))
        self._frame.put(page)
        self._making = Job(make_and_open, self)
        self._making.progressed.connect(page.at)
        self._making.succeeded.connect(self._opened)
        self._making.failed.connect(self._failed)
        self._making.start(self._opener.pool)

    def show_unlock(self, folder: Path) -> None:
        """The unlock page of this vault, also when it cannot be read: then with the reason on it."""
        try:
            info, wrong = peek(folder), ""
        except Trouble as trouble:
            info, wrong = VaultInfo(folder, (), False, "", True), said(trouble)
        self.folder, self._guide = folder, None
        page = UnlockPage(_card(info, wrong, self._settings))
        page.unlock_requested.connect(lambda slot, typed: self._open(Secret(slot, typed)))
        page.recovery_requested.connect(lambda slot, key, new: self._open(Secret(slot, new, key)))
        page.read_only_requested.connect(lambda slot, typed: self._open(Secret(slot, typed, read_only=True)))
        page.take_over_requested.connect(lambda slot, typed: self._open(Secret(slot, typed, take_over=True)))
        page.other_requested.connect(self._choose_other)
        page.restore_requested.connect(lambda: self.show_restore(folder))
        page.copy_requested.connect(lambda typed: self.show_restore(folder).read_newest(typed))
        self._page = page
        self._frame.put(page)

    def show_damaged(self, folder: Path, typed: TypedLeft = NOTHING_LEFT) -> None:
        """What can be done with a vault that is damaged."""
        from desktop.mending import Mending

        page = DamagedPage(self._settings.choices.municipality, typed)
        self._mending = Mending(folder, page, self._opener.pool)
        self._mending.opened.connect(lambda rescued: self.anew.emit(["--vault", str(rescued)]))
        page.copy_requested.connect(lambda: self.anew.emit(["--vault", str(folder), "--restore"]))
        page.back_requested.connect(lambda: self.anew.emit(["--vault", str(folder)]))
        self._page, self._guide, self.folder = None, None, folder
        self._frame.put(page)

    def show_guide(self) -> None:
        """The guide that makes a vault."""
        from desktop.first_run import make_guide

        self._guide = guide = make_guide(self._frame, self._settings, proposed_vault())
        self._guide.filled.connect(lambda _: guide.busy(True))
        self._guide.filled.connect(self._opener.make)
        self._guide.recovered.connect(self._recovered)
        self._guide.existing_requested.connect(self._choose_other)
        self._guide.restore_requested.connect(lambda: self.show_restore(proposed_vault()))
        self._frame.put(self._guide)

    def show_restore(self, folder: Path) -> "Restoring":
        """The guide that takes a copy back to where the vault lies, or should lie."""
        from desktop.copies.restoring import Restoring

        self._page, self._guide = None, None
        self._restoring = Restoring(folder, self._opener.pool, self._frame)
        self._restoring.opened.connect(self._opened)
        self._restoring.placed.connect(lambda: self.show_unlock(folder))
        self._restoring.page.left.connect(lambda: self.show_unlock(folder) if folder.exists() else self.show_guide())
        self._frame.put(self._restoring.page)
        return self._restoring

    def tell(self, words: str) -> None:
        """Show a sentence on the page in view."""
        page = self._guide or self._page or (self._restoring.page if self._restoring else None)
        if page is not None:
            page.say(words)

    def close(self) -> None:
        """Let go of a vault that was made and not yet entered, and of the worker."""
        if self._mending is not None:
            self._mending.stop()
        if self._vault is not None:
            self._vault.close()
            self._vault = None
        if self._restoring is not None:
            self._restoring.close()
        self._opener.close()

    def _open(self, secret: Secret) -> None:
        assert self.folder is not None
        assert self._page is not None
        self._page.busy(True)
        self._opener.open(self.folder, secret)

    def _opened(self, vault: "OpenVault") -> None:
        """Hand the vault over, once its recovery key is known to be on paper."""
        self._vault = vault
        self._upgrading.ended()
        if vault.practice or vault.recovery_confirmed or vault.read_only:
            self._hand_over(vault)
            return
        if self._guide is None:
            self.show_guide()
        assert self._guide is not None
        from models.store import recovery_change

        self._guide.show_recovery(vault.recovery_sheets or recovery_change.renew(vault))

    def _recovered(self, typed: tuple[str, ...]) -> None:
        assert self._vault is not None
        from models.store import recovery_change

        recovery_change.confirm(self._vault, typed)
        self._hand_over(self._vault)

    def _hand_over(self, vault: "OpenVault") -> None:
        self._vault, self._page, self._guide = None, None, None
        self.folder = vault.stands_for or vault.folder
        self.opened.emit(vault)

    def _failed(self, error: BaseException) -> None:
        known = sentence(error)
        if self._upgrading.ended() and self.folder is not None:
            self.show_unlock(self.folder)
        page = self._guide or self._page
        if page is not None:
            page.busy(False)
        if known is None or page is None:
            raise error
        key = error.key if isinstance(error, Trouble) else ""
        if key == "trouble.vault_damaged" and self.folder is not None:
            self.show_damaged(self.folder)
            return
        if isinstance(page, UnlockPage) and key.startswith(WRONG_SECRET):
            page.refuse(known)
            page.wait(_wait(self.folder))
        elif isinstance(page, UnlockPage) and key == "trouble.wait":
            page.wait(_wait(self.folder))
        elif isinstance(page, UnlockPage):
            reading = key in ("trouble.vault_in_use", "trouble.vault_moved_to")
            page.say(known, reading, _WAYS.get(key, ""), offer_copy=key != "trouble.vault_in_use")
        else:
            page.say(known)

    def _choose_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._frame, t("start.choose_vault"))
        if chosen:
            self.show_unlock(Path(chosen))


def _wait(folder: Path | None) -> int:
    """How long until the next try is let through."""
    return peek(folder).wait if folder is not None else 0


def _card(info: VaultInfo, wrong: str, settings: Settings) -> VaultCard:
    """What the unlock page tells of the vault; a practice vault tells its passphrase too."""
    warnings = [wrong, *map(said, info.warnings)]
    hint = os.environ.get(PASSPHRASE, "") if info.practice else ""
    return VaultCard(
        "" if info.practice else settings.choices.municipality,
        tuple((user.slot, user.name) for user in info.users),
        t("program.practice_passphrase", passphrase=hint) if hint else "",
        settings.choices.idle_minutes,
        "\n".join(filter(None, warnings)),
        info.sheets,
        info.wait,
    )
