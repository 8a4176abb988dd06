# SPDX-License-Identifier: MIT
"""The vault's own keys for hand-over: made once, kept in the vault, encrypted like everything else."""

import os

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlmodel import Session, select

from models.records.vault_identity import VaultIdentity
from models.store.age_file import new_identity
from models.store.meaning import note
from models.values.act import Act


def own_identity(session: Session) -> VaultIdentity | None:
    """The vault's keys, if it has any yet."""
    return session.exec(select(VaultIdentity)).first()


def ensure_identity(session: Session, act: Act) -> VaultIdentity:
    """The vault's keys, made now if need be."""
    found = own_identity(session)
    if found is None:
        found = VaultIdentity(opening=new_identity(), signing=os.urandom(32).hex(), made_at=act.now)
        session.add(found)
        session.flush()
        note(session, act, what="transfer.keys_made")
    return found


def public_of(identity: VaultIdentity) -> str:
    """The key others know this vault's signature by."""
    seed = bytes.fromhex(identity.signing)
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw().hex()


def receipt_key(identity: VaultIdentity, file_id: str) -> str:
    """The secret that a receipt for one file is made with; the sender can work it out again and keeps it nowhere."""
    derive = HKDF(hashes.SHA256(), 32, salt=bytes.fromhex(file_id), info=b"laget-receipt-key-v1")
    return derive.derive(bytes.fromhex(identity.signing)).hex()
