# SPDX-License-Identifier: MIT
"""The key file beside the database: who may open the vault, under which seals, and for which schema."""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass, field, replace
from pathlib import Path

from models.store.files import shown, trouble_with_files, write_whole
from models.values.trouble import Trouble

KEYS = "vault.keys"
COPY = "vault.keys.bak"
FORMAT = 2  # 1: no sheets, no pending key, and a name bound so that a changed one looked like a wrong passphrase
SCHEMA = 4  # the newest schema this program knows; it stands in the key file so that nothing newer is ever opened
NEEDED = "0.2.0"  # the first version of Laget that reads what this program writes: raise it with FORMAT or SCHEMA
LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What guessing a passphrase costs: Argon2id memory, passes and lanes."""

    memory_kib: int
    passes: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: a secret opens the private key, and the private key opens the database key."""

    id: str
    user: str
    factor: str
    salt: bytes
    public: bytes
    private: bytes
    key: bytes
    cost: Cost | None = None
    form: int = FORMAT


@dataclass(frozen=True, slots=True)
class Resealed:
    """The database key that is to come, sealed to the holder of one slot; who has none is on the way out."""

    slot: str
    key: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All slots of a vault and what must be known before its database is opened."""

    vault: str
    created: str
    slots: tuple[Slot, ...] = ()
    practice: bool = False
    schema: int = SCHEMA
    generation: int = 0
    recovery_confirmed: bool = False
    sheets: int = 1  # how many sheets of paper the recovery key is split over
    pending: tuple[Resealed, ...] = ()  # only while the database is exchanged for one under a new key
    needs: str = ""  # the version of Laget this file asks for, told to older programs without any key
    mac: bytes = b""
    version: int = field(default=FORMAT)

    def slot(self, slot_id: str) -> Slot:
        """The slot with this id."""
        return next(slot for slot in self.slots if slot.id == slot_id)

    def with_slot(self, new: Slot) -> "KeyFile":
        """The same file with this slot put in, in place of an older one with the same id."""
        slots = tuple(new if slot.id == new.id else slot for slot in self.slots)
        return replace(self, slots=slots if new in slots else (*slots, new))


def canonical(value: object) -> bytes:
    """One spelling of a JSON value, for seals and sums."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def body(keys: KeyFile) -> dict[str, object]:
    """The file's content without its seals, as its own format spells it."""
    told: dict[str, object] = {
        "v": keys.version,
        "vault": keys.vault,
        "created": keys.created,
        "practice": keys.practice,
        "schema": keys.schema,
        "gen": keys.generation,
        "recovery_confirmed": keys.recovery_confirmed,
        "slots": [_slot_out(slot, keys.version) for slot in keys.slots],
    }
    if keys.version > 1:
        told["sheets"] = keys.sheets
        told["pending"] = {one.slot: _b64(one.key) for one in keys.pending}
        told |= {"needs": keys.needs} if keys.needs else {}
    return told


def read(folder: Path) -> tuple[KeyFile, bool]:
    """The key file, and whether it had to be taken from its copy because the file itself is damaged."""
    if not _is_there(folder / KEYS) and not _is_there(folder / COPY):
        missing = "trouble.keyfile_missing" if _is_there(folder / "vault.db") else "trouble.not_a_vault"
        raise Trouble(missing, folder=str(folder))
    try:
        return _parse(_load(folder / KEYS)), False
    except _Damaged:
        pass
    try:
        return _parse(_load(folder / COPY)), True
    except _Damaged:
        raise Trouble("trouble.keyfile_damaged") from None


def read_copy(folder: Path) -> KeyFile | None:
    """The copy beside the key file, if it is there and whole."""
    try:
        return _parse(_load(folder / COPY))
    except _Damaged:
        return None


def _is_there(path: Path) -> bool:
    """Whether something lies here; no path that cannot be looked up leads to a vault."""
    try:
        return path.exists()
    except OSError:
        return False


def write(folder: Path, keys: KeyFile) -> None:
    """Replace the key file in one step, and its copy only when the new one has been read back."""
    content = body(keys) | {"mac": _b64(keys.mac)}
    content["sum"] = hashlib.sha256(canonical(content)).hexdigest()
    text = json.dumps(content, indent=1, ensure_ascii=False).encode()
    with trouble_with_files():
        write_whole(folder / KEYS, text)
        if _parse(_load(folder / KEYS)) != keys:
            raise Trouble("trouble.disk_fault")
        write_whole(folder / COPY, text)


class _Damaged(Exception):
    pass


def _load(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except FileNotFoundError:
        raise _Damaged from None
    except OSError:
        raise Trouble("trouble.keyfile_unreadable") from None


def _parse(text: bytes) -> KeyFile:
    """The sum tells damage from a wrong passphrase; every version of the format keeps the sum this way."""
    try:
        content = json.loads(text)
        claimed = content.pop("sum")
        if hashlib.sha256(canonical(content)).hexdigest() != claimed:
            raise _Damaged
        if content["v"] > FORMAT or content["schema"] > SCHEMA:
            raise _newer(shown(content.get("needs", "")))
        return KeyFile(
            vault=content["vault"],
            created=content["created"],
            practice=content["practice"],
            schema=content["schema"],
            generation=content["gen"],
            recovery_confirmed=content["recovery_confirmed"],
            sheets=int(content.get("sheets", 1)),
            pending=tuple(Resealed(slot, _raw(key)) for slot, key in content.get("pending", {}).items()),
            slots=tuple(_slot_in(slot) for slot in content["slots"]),
            needs=str(content.get("needs", "")),
            mac=_raw(content["mac"]),
            version=content["v"],
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error):
        raise _Damaged from None


def _newer(needed: str) -> Trouble:
    """Which version of Laget the file asks for, where it says so."""
    return Trouble("trouble.vault_newer_needs", version=needed) if needed else Trouble("trouble.vault_newer")


def _slot_out(slot: Slot, version: int) -> dict[str, object]:
    cost = slot.cost
    form = {"form": slot.form} if version > 1 else {}
    return form | {
        "id": slot.id,
        "user": slot.user,
        "factor": slot.factor,
        "kdf": {"m": cost.memory_kib, "t": cost.passes, "p": cost.lanes} if cost else None,
        "salt": _b64(slot.salt),
        "pub": _b64(slot.public),
        "priv": _b64(slot.private),
        "dek": _b64(slot.key),
    }


def _slot_in(found: dict[str, object]) -> Slot:
    kdf = found["kdf"]
    cost = Cost(int(kdf["m"]), int(kdf["t"]), int(kdf["p"])) if isinstance(kdf, dict) else None
    return Slot(
        id=str(found["id"]),
        user=str(found["user"]),
        factor=str(found["factor"]),
        salt=_raw(found["salt"]),
        public=_raw(found["pub"]),
        private=_raw(found["priv"]),
        key=_raw(found["dek"]),
        cost=cost,
        form=int(str(found.get("form", 1))),
    )


def _raw(value: object) -> bytes:
    return base64.b64decode(str(value), validate=True)


def _b64(value: bytes) -> str:
    return base64.b64encode(value).decode()
