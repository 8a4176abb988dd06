# SPDX-License-Identifier: MIT
"""Seals and opens the key slots: a passphrase or a recovery key opens a key pair, the pair opens the database key."""

import hmac
import os
import time
from collections.abc import Iterable
from dataclasses import replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from models.store.keyfile import Cost, KeyFile, Slot, body, canonical
from models.store.memory import wipe, wiped
from models.values.trouble import Trouble

FLOOR = Cost(64 * 1024, 3, 4)
USUAL = Cost(256 * 1024, 3, 2)
CEILING_KIB = 1024 * 1024
SLOWEST = Cost(4 * 1024 * 1024, 20, 16)
PASSPHRASE, RECOVERY = "passphrase", "recovery"
PROBES = 3  # the quickest counts: what else the machine does now must not make guessing cheap for ever
_NONCE = 12


def calibrated(slowest_seconds: float = 0.9) -> Cost:
    """The dearest guess that this machine still opens in half a second to a second; never below the floor."""
    probe = Cost(FLOOR.memory_kib, USUAL.passes, USUAL.lanes)
    per_kib = min(_seconds(probe) for _ in range(PROBES)) / probe.memory_kib
    memory = CEILING_KIB
    while memory > FLOOR.memory_kib and memory * per_kib > slowest_seconds:
        memory //= 2
    return Cost(memory, USUAL.passes, USUAL.lanes) if memory > FLOOR.memory_kib else FLOOR


def new_slot(keys: KeyFile, user: str, secret: bytearray, key: bytearray, cost: Cost | None, slot_id: str = "") -> Slot:
    """A slot that `secret` opens: a passphrase with its cost, or without one the bytes of a recovery key."""
    private = X25519PrivateKey.generate()
    blank = Slot(
        id=slot_id or os.urandom(8).hex(),
        user=user,
        factor=PASSPHRASE if cost else RECOVERY,
        salt=os.urandom(16),
        public=private.public_key().public_bytes_raw(),
        private=b"",
        key=b"",
        cost=cost,
    )
    with wiped(_slot_key(blank, secret)) as slot_key, wiped(bytearray(private.private_bytes_raw())) as raw:
        nonce = os.urandom(_NONCE)
        sealed = nonce + AESGCM(slot_key).encrypt(nonce, bytes(raw), _bound(keys, blank))
    return replace(blank, private=sealed, key=_seal_key(keys, blank, key))


def _seconds(cost: Cost) -> float:
    started = time.perf_counter()
    _stretched(bytearray(b"probe"), bytes(16), cost)
    return time.perf_counter() - started


def unlock(keys: KeyFile, secret: bytearray, candidates: Iterable[Slot]) -> tuple[Slot, bytearray] | None:
    """The first slot the secret opens and the database key in it, or None."""
    for slot in candidates:
        found = _open(keys, slot, secret)
        if found is not None:
            return slot, found
    return None


def sealed(keys: KeyFile, key: bytearray) -> KeyFile:
    """The file one generation on, with the seal that only somebody with the database key can make."""
    later = replace(keys, generation=keys.generation + 1)
    return replace(later, mac=_mac(later, key))


def seal_holds(keys: KeyFile, key: bytearray) -> bool:
    """Whether nobody without the database key has touched the file; ask before anything is sealed to its slots."""
    return hmac.compare_digest(keys.mac, _mac(keys, key))


def _open(keys: KeyFile, slot: Slot, secret: bytearray) -> bytearray | None:
    with wiped(_slot_key(slot, secret)) as slot_key, wiped(bytearray(32)) as raw:
        try:
            AESGCM(slot_key).decrypt_into(slot.private[:_NONCE], slot.private[_NONCE:], _bound(keys, slot), raw)
            private = X25519PrivateKey.from_private_bytes(raw)
        except (InvalidTag, ValueError):
            return None
    sender, nonce, sealed_key = slot.key[:32], slot.key[32 : 32 + _NONCE], slot.key[32 + _NONCE :]
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


def _slot_key(slot: Slot, secret: bytearray) -> bytearray:
    with wiped(_stretched(secret, slot.salt, slot.cost) if slot.cost else bytearray(secret)) as stretched:
        slot_key = bytearray(32)
        HKDF(hashes.SHA256(), 32, salt=slot.salt, info=b"laget-slot-key-v1").derive_into(stretched, slot_key)
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


def _bound(keys: KeyFile, slot: Slot) -> bytes:
    """What a slot's seals are bound to: nobody can rename a slot, swap its key or make its passphrase cheaper."""
    cost = [slot.cost.memory_kib, slot.cost.passes, slot.cost.lanes] if slot.cost else None
    return canonical([keys.vault, slot.id, slot.user, slot.factor, cost, slot.salt.hex(), slot.public.hex()])


def _mac(keys: KeyFile, key: bytearray) -> bytes:
    mac_key = bytearray(32)
    HKDF(hashes.SHA256(), 32, salt=None, info=b"laget-key-file-seal-v1").derive_into(key, mac_key)
    with wiped(mac_key):
        return hmac.digest(mac_key, canonical(body(keys)), "sha256")
