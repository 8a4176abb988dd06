# SPDX-License-Identifier: MIT
"""The keys a person changes from the settings page: the recovery key on paper, and this machine's part of her own."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.first_run import recovery_sheet
from desktop.home import Home
from desktop.keychain import Keychain, NoKeychain, device_secret, place
from models.store import device_factor, recovery_change
from models.store.memory import secret_bytes, wipe, wiped
from models.values.trouble import Trouble
from models.work.ways_in import may_renew_recovery_key
from views.printing import printing
from views.start.recovery_step import Sheets
from views.texts import t

if TYPE_CHECKING:
    from models.store.recovery_change import PaperKey
    from models.store.vault import OpenVault
    from views.workspace import Workspace


class VaultKeys:
    """What views.pages.settings.own_keys asks, done with the open vault and the machine's keyring."""

    def __init__(self, program: Home, vault: "OpenVault", workspace: "Workspace", keychain: Keychain) -> None:
        self._program, self._vault, self._workspace, self._keychain = program, vault, workspace, keychain
        self._paper: PaperKey | None = None
        self.window: QWidget | None = None

    @property
    def sheets(self) -> int:
        return self._vault.keys.sheets

    @property
    def bound(self) -> bool:
        return next(user.device for user in self._vault.users if user.slot == self._vault.slot)

    @property
    def keyring_line(self) -> str:
        missing = self._keychain.missing()
        return t(missing) if missing else ""

    def propose_paper(self, sheets: int) -> Sheets:
        """A new recovery key, kept here until it is accepted; refused for who may not."""
        self._workspace.do(may_renew_recovery_key)
        self._paper = recovery_change.propose(self._vault, sheets)
        return self._paper.sheets

    def print_sheet(self, at: int) -> bool:
        """Print one sheet."""
        assert self.window is not None
        return printing().print(self.window, self._sheet(at), t("start.guide.recovery.secret"))

    def save_sheet(self, at: int) -> bool:
        """Save one sheet where the person says."""
        assert self.window is not None
        return printing().save(self.window, self._sheet(at), t("start.guide.recovery.secret")) is not None

    def accept_paper(self, typed: tuple[str, ...]) -> None:
        """The proposed key takes the old one's place."""
        assert self._paper is not None
        recovery_change.accept(self._vault, self._paper, typed)
        self._paper = None

    def bind(self, passphrase: str) -> None:
        """Keep a new secret on this machine first, and then ask for it; without the second the first is forgotten."""
        if not self._vault.recovery_confirmed:
            raise Trouble("trouble.recovery_first")
        with wiped(device_factor.new_secret()) as secret, wiped(secret_bytes(passphrase)) as typed:
            try:
                self._keychain.keep_device_secret(self._place(), secret)
            except NoKeychain as error:
                raise Trouble(error.key_to_keep) from error
            try:
                device_factor.switch_on(self._vault, typed, secret)
            except BaseException:
                self._keychain.forget(self._place())
                raise

    def release(self, passphrase: str) -> None:
        """Stop asking for the secret, and then forget it."""
        with wiped(self._secret()) as secret, wiped(secret_bytes(passphrase)) as typed:
            device_factor.switch_off(self._vault, typed, secret)
        self._keychain.forget(self._place())

    def change_passphrase(self, old: str, new: str) -> None:
        """Raises Trouble when the old one is wrong."""
        secret = self._secret() if self.bound else None
        try:
            with wiped(secret_bytes(old)) as before, wiped(secret_bytes(new)) as after:
                device_factor.change(self._vault, before, after, secret, secret)
        finally:
            wipe(secret or bytearray())

    def _secret(self) -> bytearray:
        return device_secret(self._vault.keys.vault, self._vault.slot, self._keychain)

    def _place(self) -> str:
        return place(self._vault.keys.vault, self._vault.slot)

    def _sheet(self, at: int) -> bytes:
        assert self._paper is not None
        choices = self._program.settings.choices
        return recovery_sheet(choices.language, choices.municipality, self._vault.folder, self._paper.sheets, at)
