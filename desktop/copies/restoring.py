# SPDX-License-Identifier: MIT
"""The guide that takes a copy back, wired to disks and workers, before any vault is open."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.clock import now
from desktop.copies.looking import Found, Looking
from desktop.copies.memory import BackupMemory, places_known
from desktop.copies.newest import vault_of
from desktop.crash import sentence
from desktop.jobs import Job, Pulse
from desktop.keychain import device_secret
from desktop.paths import anchor_folder, backup_folder, trial_folder
from models.queries.backups import may_take_back
from models.store.memory import secret_bytes, wipe, wiped
from models.store.restore import Secret, hold
from models.values.trouble import Trouble
from views.start.copy_secret import TypedSecret
from views.start.restore import CopyLine, RestorePage
from views.texts import t

if TYPE_CHECKING:
    from models.store.backups import Copy
    from models.store.vault import OpenVault
    from models.store.vault_lock import ReadLock


class Restoring(QObject):
    """Ends with `opened`, or with `placed` when the copy lies in place and is still locked."""

    opened = Signal(object)
    placed = Signal()

    def __init__(self, target: Path, pool: ThreadPoolExecutor, parent: QWidget) -> None:
        super().__init__(parent)
        self._target, self._pool, self._parent = target, pool, parent
        self._vault = vault_of(target)
        self._copies: dict[str, Copy] = {}
        self._secret = Secret()
        self._held: ReadLock | None = None
        self._looking = Looking(self)
        self._looking.found.connect(self._show)
        self._room: Path | None = None
        self._job: Job | None = None
        self.page = RestorePage(now)
        self.page.place_wanted.connect(self._choose)
        self.page.check_wanted.connect(self._check)
        self.page.read_wanted.connect(self._read)
        self.page.use_wanted.connect(self._use)
        self.page.stop_looking.connect(self._give_up)
        self._newest_wanted = ""
        self._look(self._known())

    def read_newest(self, typed: str) -> None:
        """Open the newest copy for reading, as soon as it is found."""
        self._newest_wanted = typed

    def close(self) -> None:
        """Forget the passphrase, and what was fetched and not used."""
        from models.store.restore import clear

        self._looking.give_up()
        wipe(self._secret.passphrase)
        if self._room is not None:
            clear(self._room)

    def _known(self) -> tuple[Path, ...]:
        mine = BackupMemory(backup_folder(), self._vault).now.place if self._vault else ""
        return (*([Path(mine)] if mine else []), *places_known(backup_folder()))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._parent, t("restore.choose_place"))
        if chosen:
            self._look((Path(chosen),))

    def _look(self, places: tuple[Path, ...]) -> None:
        if places:
            self.page.show_looking(str(places[0]))
            self._looking.look(places, self._vault)
        else:
            self._show(Found(None))

    def _give_up(self) -> None:
        self._looking.give_up()
        self._show(Found(None))
        self.page.say(t("restore.gave_up"))

    def _show(self, found: Found) -> None:
        self._copies = {copy.folder.name: copy for copy in found.copies}
        self.page.show_place(str(found.place) if found.place else "", [_line(copy) for copy in found.copies])
        if found.trouble is not None:
            self.page.say(sentence(found.trouble) or "")
        typed, self._newest_wanted = self._newest_wanted, ""
        if typed and self._copies:
            self._read(next(iter(self._copies)), TypedSecret(typed))

    def _remember(self, typed: TypedSecret) -> None:
        wipe(self._secret.passphrase)
        self._secret = Secret(secret_bytes(typed.passphrase), typed.sheets, device_secret, may_take_back)

    def _check(self, name: str, typed: TypedSecret) -> None:
        from models.store.restore import prepare

        self._remember(typed)
        copy = self._copies[name]

        def task(pulse: Pulse) -> Path:
            return prepare(copy.folder, self._target, self._secret, now(), anchor_folder(), pulse.at)

        self._run(task, self._checked)

    def _checked(self, room: Path) -> None:
        self._room = room
        self.page.show_found(aside=self._target.exists())

    def _use(self) -> None:
        from models.store.restore import put_in_place
        from models.store.vault import open_vault

        room = self._room
        assert room is not None

        def task(_pulse: Pulse) -> "OpenVault | None":
            put_in_place(room, self._target, now())
            self._room = None
            try:
                with wiped(self._secret.passphrase) as passphrase:
                    return open_vault(self._target, passphrase, anchors=anchor_folder(), device=device_secret)
            except Trouble:
                return None  # the recovery key proved the copy; it opens with a passphrase as always

        self._run(task, lambda vault: self.placed.emit() if vault is None else self.opened.emit(vault))

    def _read(self, name: str, typed: TypedSecret) -> None:
        self._remember(typed)
        copy = self._copies[name]

        def task(pulse: Pulse) -> "OpenVault":
            self._held = self._held or hold(trial_folder())
            return _open_for_reading(copy, self._target, self._secret, pulse)

        self._run(task, self.opened.emit)

    def _run(self, task: Callable[[Pulse], object], then: Callable[..., object]) -> None:
        self._job = job = Job(task, self)
        self.page.follow(job)
        job.succeeded.connect(lambda made: then(made))
        job.failed.connect(self._failed)
        job.start(self._pool)

    def _failed(self, error: BaseException) -> None:
        known = sentence(error)
        if known is None:
            raise error
        self.page.say(known)


def _open_for_reading(copy: "Copy", target: Path, secret: Secret, pulse: Pulse) -> "OpenVault":
    """The copy in a folder of the program's own, so that the one on the disk stays as it is."""
    from models.store.restore import clear, fetch_for_reading

    room = trial_folder() / f"les-{os.getpid()}"
    clear(room)
    with wiped(secret.passphrase) as passphrase:
        fetch_for_reading(copy.folder, room, secret, pulse.at)
        vault = _read_only(room, passphrase, pulse)
    vault.copy_made, vault.stands_for = copy.made, target
    return vault


def _read_only(room: Path, passphrase: bytearray, pulse: Pulse) -> "OpenVault":
    """A copy from before an upgrade is brought up to date first, in the room it was fetched to."""
    from models.store.migrations import Upgrade
    from models.store.vault import open_vault

    try:
        return open_vault(room, passphrase, read_only=True, device=device_secret)
    except Trouble as trouble:
        if trouble.key != "trouble.vault_older":
            raise
    upgrade = Upgrade(now(), watch=lambda done, total, _stage: pulse.at(done, total))
    open_vault(room, passphrase, device=device_secret, upgrade=upgrade).close()
    return open_vault(room, passphrase, read_only=True, device=device_secret)


def _line(copy: "Copy") -> CopyLine:
    rows = copy.manifest.rows
    made: datetime = copy.made
    return CopyLine(
        copy.folder.name,
        made,
        copy.manifest.bytes,
        rows.get("family", 0),
        rows.get("contactnote", 0),
        copy.manifest.log_length,
        copy.whole,
        copy.sheets,
    )
