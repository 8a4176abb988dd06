# SPDX-License-Identifier: MIT
"""Making and opening a vault beside the window, since a passphrase takes half a second to turn into a key."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.clock import now
from desktop.copies.newest import place_of
from desktop.jobs import Cancelled, Pulse
from desktop.keychain import device_secret
from desktop.paths import anchor_folder, trial_folder
from models.store.memory import secret_bytes, wiped
from models.values.ids import new_id
from models.values.trouble import Trouble

if TYPE_CHECKING:  # read in only when somebody asks to open a vault
    from models.store.vault import OpenVault
    from views.start.guide import Filled


@dataclass(frozen=True, slots=True)
class Secret:
    """How a person wants in: a passphrase, or the key on paper with a new passphrase."""

    slot: str
    passphrase: str
    recovery_key: tuple[str, ...] = ()
    read_only: bool = False
    take_over: bool = False


class Opener(QObject):
    """One worker; `opened` and `failed` reach the window's own thread."""

    opened = Signal(object)
    failed = Signal(object)
    upgrading = Signal(int, int, str)
    _ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.pool = ThreadPoolExecutor(1, thread_name_prefix="open")
        self._pulse = Pulse(self.upgrading.emit)
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def read_in(self) -> None:
        """Import what opening needs while the person types, so that Enter is answered sooner."""
        self.pool.submit(_read_in)

    def open(self, folder: Path, secret: Secret) -> None:
        """Open the vault in `folder`."""
        self._pulse = pulse = Pulse(self.upgrading.emit)
        self._begin(lambda: _open(folder, secret, pulse))

    def stop(self) -> None:
        """Stop an upgrade that is under way: the vault stays as it was."""
        self._pulse.cancel()

    def make(self, filled: "Filled", practice: bool = False) -> None:
        """Make the vault the guide has filled in, with its municipality and first person."""
        self._begin(lambda: make_vault(filled, practice))

    def close(self) -> None:
        """Let the worker go."""
        self.stop()
        self.pool.shutdown(wait=True, cancel_futures=True)

    def _begin(self, task: Callable[[], "OpenVault"]) -> None:
        self.pool.submit(task).add_done_callback(self._ended.emit)

    def _tell(self, ended: "Future[OpenVault]") -> None:
        error = ended.exception()
        if error is None:
            self.opened.emit(ended.result())
        else:
            self.failed.emit(error)


def _read_in() -> None:
    import models.store.database  # noqa: F401 - read in for what they bring
    from models.store.restore import clear_left_behind

    clear_left_behind(trial_folder())  # a copy that a killed program was reading: of no more use


def _open(folder: Path, secret: Secret, pulse: Pulse) -> "OpenVault":
    try:
        return _opened(folder, secret, pulse)
    except Cancelled:
        raise Trouble("trouble.upgrade_stopped") from None


def _opened(folder: Path, secret: Secret, pulse: Pulse) -> "OpenVault":
    from models.store.migrations import Upgrade
    from models.store.vault import open_vault, open_with_recovery_key

    upgrade = Upgrade(now(), place_of(folder), watch=pulse.at)
    with wiped(secret_bytes(secret.passphrase)) as passphrase:
        if not secret.recovery_key:
            return open_vault(
                folder,
                passphrase,
                slot=secret.slot,
                read_only=secret.read_only,
                take_over=secret.take_over,
                anchors=anchor_folder(),
                device=device_secret,
                upgrade=upgrade,
            )
        vault = open_with_recovery_key(folder, *secret.recovery_key, anchors=anchor_folder(), upgrade=upgrade)
        vault.set_passphrase(passphrase, secret.slot or vault.users[0].slot)
        return vault


def make_vault(filled: "Filled", practice: bool = False) -> "OpenVault":
    """The vault the guide asked for, with its municipality and the person the first slot belongs to."""
    from models.store.vault import NewVault, create_vault
    from models.values.act import Act
    from models.work.set_up import FIRST_ROLES, set_up

    with wiped(secret_bytes(filled.passphrase)) as passphrase:
        vault = create_vault(
            filled.folder,
            NewVault(filled.person.name, practice, sheets=filled.sheets),
            passphrase,
            anchors=None if practice else anchor_folder(),
        )
    act = Act(new_id(), filled.person.name, FIRST_ROLES, now())
    with vault.database.working(act) as session:
        set_up(session, act, filled.municipality.model_copy(update={"practice": practice}), filled.person, vault.slot)
    return vault
