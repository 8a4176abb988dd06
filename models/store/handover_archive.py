# SPDX-License-Identifier: MIT
"""The inside of a hand-over file: a zip of signed manifest, JSON parts and document bytes, read with suspicion."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import ValidationError

from models.store.keyfile import SCHEMA
from models.values.handover import FORMAT, MANIFEST, MOST_PARTS, MOST_UNPACKED, SIGNATURE, Manifest, Part
from models.values.trouble import Trouble

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_KNOWN_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MOST_MANIFEST = 16 * 1024 * 1024
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError, OSError)


@dataclass(frozen=True)
class Package:
    """A file that was opened and holds together; nothing of it is trusted for more than that."""

    manifest: Manifest
    parts: Mapping[str, bytes]

    @cached_property
    def places(self) -> dict[str, int]:
        """Each family's place in the receipt."""
        return {str(family.id): place for place, family in enumerate(self.manifest.families)}


def listed_parts(parts: Mapping[str, bytes]) -> tuple[Part, ...]:
    """The parts as the manifest lists them."""
    return tuple(
        Part(path=path, size=len(content), sha256=hashlib.sha256(content).hexdigest())
        for path, content in parts.items()
    )


def packed(manifest: Manifest, parts: Mapping[str, bytes], seed: bytes) -> bytes:
    """The archive, its manifest signed by the sending vault."""
    told = manifest.model_dump_json().encode()
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(told)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for path, content in {MANIFEST: told, SIGNATURE: signature, **parts}.items():
            way = zipfile.ZIP_DEFLATED if path.endswith(".json") else zipfile.ZIP_STORED
            archive.writestr(zipfile.ZipInfo(path, _LONG_AGO), content, way)
    return target.getvalue()


def unpacked(content: bytes) -> Package:
    """The package, or Trouble: whatever is missing, added, altered, too large or too new refuses the whole file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(archive)
    except _FAULTS:
        raise Trouble("transfer.trouble.damaged") from None
    except MemoryError:
        raise _too_large() from None


def _read(archive: zipfile.ZipFile) -> Package:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_PARTS + 2 or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise _too_large()
    if len(set(names)) != len(names) or any(entry.compress_type not in _KNOWN_WAYS for entry in entries):
        raise Trouble("transfer.trouble.damaged")
    told = _content(archive, MANIFEST, _MOST_MANIFEST)
    manifest = _manifest(told)
    _check_signature(manifest, told, _content(archive, SIGNATURE, 64))
    if {part.path for part in manifest.parts} | {MANIFEST, SIGNATURE} != set(names):
        raise Trouble("transfer.trouble.damaged")
    parts = {part.path: _part(archive, part) for part in manifest.parts}
    return Package(manifest, parts)


def _part(archive: zipfile.ZipFile, part: Part) -> bytes:
    content = _content(archive, part.path, part.size)
    if len(content) != part.size or hashlib.sha256(content).hexdigest() != part.sha256:
        raise Trouble("transfer.trouble.damaged")
    return content


def _content(archive: zipfile.ZipFile, path: str, most: int) -> bytes:
    """One byte over the limit is enough to know that the archive lies about a size."""
    with archive.open(path) as opened:
        content = opened.read(most + 1)
    if len(content) > most:
        raise Trouble("transfer.trouble.damaged")
    return content


def _manifest(told: bytes) -> Manifest:
    try:
        manifest = Manifest.model_validate_json(told)
    except ValidationError:
        raise _newer_or_damaged(told) from None
    if manifest.format > FORMAT or manifest.schema_number > SCHEMA:
        raise Trouble("transfer.trouble.newer", program=manifest.program)
    if len({family.id for family in manifest.families}) != len(manifest.families):
        raise Trouble("transfer.trouble.damaged")
    return manifest


def _newer_or_damaged(told: bytes) -> Trouble:
    """A later format may have other fields; then its number is all this program understands."""
    import json

    try:
        found = json.loads(told)
    except ValueError:
        return Trouble("transfer.trouble.damaged")
    number = found.get("format") if isinstance(found, dict) else None
    if isinstance(number, int) and number > FORMAT:
        return Trouble("transfer.trouble.newer", program=str(found.get("program", ""))[:100])
    return Trouble("transfer.trouble.damaged")


def _check_signature(manifest: Manifest, told: bytes, signature: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(manifest.origin.public)).verify(signature, told)
    except (InvalidSignature, ValueError):
        raise Trouble("transfer.trouble.signature") from None


def _too_large() -> Trouble:
    return Trouble("transfer.trouble.too_large", megabytes=MOST_UNPACKED // 1024 // 1024)
