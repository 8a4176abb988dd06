# SPDX-License-Identifier: MIT
"""Seals and opens the key slots: a passphrase or a recovery key opens a key pair, the pair opens the database key."""

import hmac
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from models.store.keyfile import FORMAT, NEEDED, Cost, KeyFile, Resealed, Slot, body, canonical
from models.store.memory import wipe, wiped
from models.values.trouble import Trouble

FLOOR = Cost(64 * 1024, 3, 4)
USUAL = Cost(256 * 1024, 3, 2)
CEILING_KIB = 1024 * 1024
SLOWEST = Cost(4 * 1024 * 1024, 20, 16)
PASSPHRASE, RECOVERY, DEVICE = "passphrase", "recovery", "passphrase+device"
PROBES = 3  # the quickest counts: what else the machine does now must not make guessing cheap for ever
WAITED = 1.3  # longer on the wall than on the processor, although on several lanes: the machine was busy
_NONCE = 12


@dataclass(frozen=True, slots=True)
class Opened:
    """A slot that was opened: the database key in it, and the one to come while a person is being removed."""

    slot: Slot
    key: bytearray
    coming: bytearray | None = None


def calibrated(slowest_seconds: float = 0.9, timed: "Callable[[Cost], Took] | None" = None) -> Cost:
    """The dearest guess that this machine still opens in half a second to a second; never below the floor.

    A machine that was busy while it was measured is not taken for a slow one: then the usual cost is the least.
    """
    probe = Cost(FLOOR.memory_kib, USUAL.passes, USUAL.lanes)
    took = [(timed or _took)(probe) for _ in range(PROBES)]
    wall, processor = min(one.wall for one in took), min(one.processor for one in took)
    memory = CEILING_KIB
    while memory > FLOOR.memory_kib and memory * min(wall, processor) / probe.memory_kib > slowest_seconds:
        memory //= 2
    if memory < USUAL.memory_kib and wall > WAITED * processor:
        return USUAL
    return Cost(memory, USUAL.passes, USUAL.lanes) if memory > FLOOR.memory_kib else FLOOR


def new_slot(
    keys: KeyFile,
    user: str,
    secret: bytearray,
    key: bytearray,
    cost: Cost | None,
    slot_id: str = "",
    device: bytearray | None = None,
) -> Slot:
    """A slot that `secret` opens: a passphrase with its cost, or without one the bytes of a recovery key.

    With `device` the passphrase opens it only together with what this machine keeps.
    """
    private = X25519PrivateKey.generate()
    blank = Slot(
        id=slot_id or os.urandom(8).hex(),
        user=user,
        factor=(DEVICE if device else PASSPHRASE) if cost else RECOVERY,
        salt=os.urandom(16),
        public=private.public_key().public_bytes_raw(),
        private=b"",
        key=b"",
        cost=cost,
    )
    with wiped(_slot_key(blank, secret, device)) as slot_key, wiped(bytearray(private.private_bytes_raw())) as raw:
        nonce = os.urandom(_NONCE)
        sealed = nonce + AESGCM(slot_key).encrypt(nonce, bytes(raw), _bound_private(keys, blank))
    return replace(blank, private=sealed, key=_seal_key(keys, blank, key))


@dataclass(frozen=True, slots=True)
class Took:
    """How long one guess took: on the wall, and on the processor."""

    wall: float
    processor: float


def _took(cost: Cost) -> Took:
    wall, processor = time.perf_counter(), time.process_time()
    _stretched(bytearray(b"probe"), bytes(16), cost)
    return Took(time.perf_counter() - wall, time.process_time() - processor)


def unlock(
    keys: KeyFile, secret: bytearray, candidates: Iterable[Slot], device: Callable[[Slot], bytearray] | None = None
) -> Opened | None:
    """The first slot the secret opens and the database key in it, or None; `device` asks the machine for its part."""
    for slot in candidates:
        part = device(slot) if device is not None and slot.factor == DEVICE else bytearray()
        with wiped(part):
            found = _open(keys, slot, secret, part)
        if found is not None:
            return found
    return None


def resealed(keys: KeyFile, key: bytearray, without: str) -> KeyFile:
    """The file with the key that is to come, sealed to everybody but the one who leaves; nobody has to be there."""
    staying = [slot for slot in keys.slots if slot.id != without]
    return replace(keys, pending=tuple(Resealed(slot.id, _seal_key(keys, slot, key)) for slot in staying))


def promoted(keys: KeyFile) -> KeyFile:
    """The file once the key that was to come is the one in use: who had no part in it is gone."""
    coming = {one.slot: one.key for one in keys.pending}
    staying = tuple(replace(slot, key=coming[slot.id]) for slot in keys.slots if slot.id in coming)
    return replace(keys, slots=staying, pending=())


def sealed(keys: KeyFile, key: bytearray) -> KeyFile:
    """The file one generation on, with the seal that only somebody with the database key can make."""
    later = replace(keys, generation=keys.generation + 1, version=FORMAT, needs=NEEDED)
    return replace(later, mac=_mac(later, key))


def seal_holds(keys: KeyFile, key: bytearray) -> bool:
    """Whether nobody without the database key has touched the file; ask before anything is sealed to its slots."""
    return hmac.compare_digest(keys.mac, _mac(keys, key))


def _open(keys: KeyFile, slot: Slot, secret: bytearray, device: bytearray) -> Opened | None:
    with wiped(_slot_key(slot, secret, device)) as slot_key, wiped(bytearray(32)) as raw:
        try:
            bound = _bound_private(keys, slot)
            AESGCM(slot_key).decrypt_into(slot.private[:_NONCE], slot.private[_NONCE:], bound, raw)
            private = X25519PrivateKey.from_private_bytes(raw)
        except (InvalidTag, ValueError):
            return None
    key = _unsealed(keys, slot, private, slot.key)
    waiting = next((one.key for one in keys.pending if one.slot == slot.id), None)
    return Opened(slot, key, None if waiting is None else _unsealed(keys, slot, private, waiting))


def _unsealed(keys: KeyFile, slot: Slot, private: X25519PrivateKey, parcel: bytes) -> bytearray:
    """A database key sealed to this slot; the right passphrase opened it, so what does not fit was altered."""
    sender, nonce, sealed_key = parcel[:32], parcel[32 : 32 + _NONCE], parcel[32 + _NONCE :]
    key = bytearray(32)
    try:
        with wiped(_shared(private, X25519PublicKey.from_public_bytes(sender), keys, slot)) as shared:
            AESGCM(shared).decrypt_into(nonce, sealed_key, _bound(keys, slot), key)
    except (InvalidTag, ValueError):
        wipe(key)
        raise Trouble("trouble.keyfile_altered") from None
    return key


def _seal_key(keys: KeyFile, slot: Slot, key: bytearray) -> bytes:
    """The database key for the holder of the slot's private key; nobody has to be there to receive it."""
    once = X25519PrivateKey.generate()
    nonce = os.urandom(_NONCE)
    with wiped(_shared(once, X25519PublicKey.from_public_bytes(slot.public), keys, slot)) as shared:
        sealed_key = AESGCM(shared).encrypt(nonce, bytes(key), _bound(keys, slot))
    return once.public_key().public_bytes_raw() + nonce + sealed_key


def _shared(private: X25519PrivateKey, public: X25519PublicKey, keys: KeyFile, slot: Slot) -> bytearray:
    shared = bytearray(32)
    derive = HKDF(hashes.SHA256(), 32, salt=slot.public, info=b"laget-database-key-v1" + keys.vault.encode())
    derive.derive_into(private.exchange(public), shared)
    return shared


def _slot_key(slot: Slot, secret: bytearray, device: bytearray | None) -> bytearray:
    salt = slot.salt + device if device else slot.salt
    with wiped(_stretched(secret, slot.salt, slot.cost) if slot.cost else bytearray(secret)) as stretched:
        slot_key = bytearray(32)
        HKDF(hashes.SHA256(), 32, salt=salt, info=b"laget-slot-key-v1").derive_into(stretched, slot_key)
    return slot_key


def _stretched(secret: bytearray, salt: bytes, cost: Cost) -> bytearray:
    if cost.memory_kib > SLOWEST.memory_kib or cost.passes > SLOWEST.passes or cost.lanes > SLOWEST.lanes:
        raise Trouble("trouble.keyfile_damaged")
    stretched = bytearray(32)
    try:
        derive = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
        derive.derive_into(secret, stretched)  # type: ignore[arg-type]  # the stub is too narrow: any buffer is read
    except MemoryError:
        wipe(stretched)
        raise Trouble("trouble.memory_short", megabytes=cost.memory_kib // 1024) from None
    except (ValueError, OverflowError):
        # no cost or salt that this program has ever written
        wipe(stretched)
        raise Trouble("trouble.keyfile_altered") from None
    return stretched


def _bound_private(keys: KeyFile, slot: Slot) -> bytes:
    """What the private key is bound to: the cost of guessing, and from form 2 no more than that.

    All else is bound to the database key, which is opened after it: so a changed name is told as a change to the
    file, and not as a wrong passphrase.
    """
    return _bound(keys, slot) if slot.form < FORMAT else canonical([keys.vault, slot.form, _told(slot.cost)])


def _told(cost: Cost | None) -> list[int] | None:
    return [cost.memory_kib, cost.passes, cost.lanes] if cost else None


def _bound(keys: KeyFile, slot: Slot) -> bytes:
    """What a slot's seals are bound to: nobody can rename a slot, swap its key or make its passphrase cheaper."""
    parts = [keys.vault, slot.id, slot.user, slot.factor, _told(slot.cost), slot.salt.hex(), slot.public.hex()]
    return canonical(parts)


def _mac(keys: KeyFile, key: bytearray) -> bytes:
    mac_key = bytearray(32)
    HKDF(hashes.SHA256(), 32, salt=None, info=b"laget-key-file-seal-v1").derive_into(key, mac_key)
    with wiped(mac_key):
        return hmac.digest(mac_key, canonical(body(keys)), "sha256")
