# SPDX-License-Identifier: MIT
"""What a hand-over file tells of itself, its limits, and the numbers two people read to each other on the phone."""

import hashlib
import hmac
from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

FORMAT = 1
ENDING = ".laget.age"
MOST_FILE = 256 * 1024 * 1024
MOST_UNPACKED = 512 * 1024 * 1024
MOST_PARTS = 20_000
MOST_FAMILIES = 24
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
# Crockford's base 32, as on the recovery sheet: no I, L, O or U.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ = {sign: value for value, sign in enumerate(_SIGNS)} | {"O": 0, "I": 1, "L": 1}
_MASK, _MAC = 3, 12


class _Told(BaseModel):
    """Read from a file of somebody else: exactly these fields, of exactly these types."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Part(_Told):
    """One file inside, by its path."""

    path: str = Field(max_length=200)
    size: int = Field(ge=0, le=MOST_UNPACKED)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Origin(_Told):
    """The vault that sent it."""

    name: str = Field(max_length=300)
    municipality: str = Field(max_length=300)
    public: str = Field(pattern=r"^[0-9a-f]{64}$")


class FamilyTold(_Told):
    """One family that comes along, told before it is taken in."""

    id: UUID
    name: str = Field(max_length=300)
    counts: dict[str, int]
    documents: tuple[str, ...] = ()
    protected: bool = False
    masked: bool = False


class Manifest(_Told):
    """The signed page that everything else in the file is held against."""

    format: int
    schema_number: int
    program: str = Field(max_length=100)
    file_id: str = Field(pattern=r"^[0-9a-f]{32}$")
    receipt_key: str = Field(pattern=r"^[0-9a-f]{64}$")
    made_at: datetime
    origin: Origin
    receiver_name: str = Field(max_length=300)
    receiver_municipality: str = Field(max_length=300)
    leaves_municipality: bool
    consent_on: date | None
    consent_told: str = Field(max_length=20_000)
    families: tuple[FamilyTold, ...] = Field(min_length=1, max_length=MOST_FAMILIES)
    parts: tuple[Part, ...] = Field(max_length=MOST_PARTS)


def fingerprint(told: str) -> str:
    """Six groups of four digits, to be read aloud and compared: «0412 7731 …»."""
    number = int.from_bytes(hashlib.sha256(told.encode()).digest()[:16]) % 10**24
    digits = f"{number:024}"
    return " ".join(digits[at : at + 4] for at in range(0, 24, 4))


def receipt(key: str, file_id: str, accepted: tuple[bool, ...]) -> str:
    """Six groups of four signs that tell which families were taken in; nobody without the file can make it."""
    mask = sum(1 << place for place, taken in enumerate(accepted) if taken).to_bytes(_MASK)
    number = int.from_bytes(mask + _mac(key, file_id, mask))
    signs = "".join(_SIGNS[number >> 5 * place & 31] for place in reversed(range(24)))
    return "-".join(signs[at : at + 4] for at in range(0, 24, 4))


def read_receipt(typed: str, key: str, file_id: str, families: int) -> tuple[bool, ...] | None:
    """Which families the receipt says were taken in; None when it is no receipt for this file."""
    signs = [sign for sign in typed.upper() if sign.isalnum()]
    if len(signs) != 24 or any(sign not in _READ for sign in signs):
        return None
    number = 0
    for sign in signs:
        number = number << 5 | _READ[sign]
    told = number.to_bytes(_MASK + _MAC)
    mask = told[:_MASK]
    taken = int.from_bytes(mask)
    if not hmac.compare_digest(told[_MASK:], _mac(key, file_id, mask)) or taken >> families or not taken:
        return None
    return tuple(bool(taken >> place & 1) for place in range(families))


def _mac(key: str, file_id: str, mask: bytes) -> bytes:
    return hmac.digest(bytes.fromhex(key), b"laget-receipt-v1" + bytes.fromhex(file_id) + mask, "sha256")[:_MAC]
