# SPDX-License-Identifier: MIT
"""What was opened while a copy was read: kept outside it, sealed, and entered in the log when the vault next opens."""

import base64
import json
import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlmodel import Session, col, select

from models.records.history import AuditEntry
from models.store import audit, parcel
from models.store.files import shown, trouble_with_files, write_whole
from models.store.meaning import note
from models.store.opened import OpenVault
from models.store.sitting import NOBODY
from models.values.act import Act
from models.values.dates import OSLO
from resources import catalogue

READ = "vault.copy_read"
_LARGEST = 1 << 22


class CopyReading:
    """One sitting over a copy: written down when it begins and at each opening, so that a kill loses none."""

    def __init__(self, area: Path, vault: OpenVault) -> None:
        self._vault = vault
        with vault.database.reading() as session:
            self._from = audit.head(session.connection()).length
        began = vault.clock()
        self._told = {
            "who": vault.keys.slot(vault.slot).user,
            "at": _moment(began),
            "machine": socket.gethostname(),
            "copy": _moment(vault.copy_made or began),
        }
        self._file = area / f"{vault.keys.vault}.{began:%Y%m%d%H%M%S}-{os.getpid()}.lest"
        self.keep()

    def keep(self) -> None:
        """Write down all that was opened so far; raises Trouble, since nothing is read that cannot be told."""
        with self._vault.database.reading() as session:
            lines = [_line(entry) for entry in _entries(session, self._from)]
        sealed = parcel.seal(self._vault.database, json.dumps(lines).encode())
        told = {**self._told, "lines": base64.b64encode(sealed).decode("ascii")}
        with trouble_with_files():
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(told).encode())


def enter(area: Path, vault: OpenVault) -> None:
    """Put what was kept on this machine into the vault's own log, and forget it."""
    for file in sorted(area.glob(f"{vault.keys.vault}.*.lest")):
        told = _told(file)
        with vault.database.working(Act(NOBODY, told.get("who", ""), frozenset(), vault.clock())) as session:
            _enter(session, vault, told)
        with suppress(OSError):
            file.unlink()


def _enter(session: Session, vault: OpenVault, told: Mapping[str, str]) -> None:
    """That a copy was read stands in the clear; what was opened in it opens only with the key it was read with."""
    when = catalogue.fill("vault.read_in_copy", "nb", made=told.get("copy", "?"), at=told.get("at", "?"))
    lines = _unsealed(vault, told)
    who = Act(NOBODY, told.get("who", ""), frozenset(), vault.clock())
    if lines:
        who = Act(UUID(lines[0]["staff"]), lines[0]["name"], frozenset(), vault.clock())
    note(session, who, READ, reason=f"{when} {told.get('machine', '')}".strip())
    for line in lines:
        act = Act(UUID(line["staff"]), line["name"], frozenset(), vault.clock())
        family, thing = (UUID(line[name]) if line[name] else None for name in ("family", "object"))
        note(session, act, line["what"], family, thing, f"{line['reason']} {when}".strip(), line["record"])


def _entries(session: Session, after: int) -> list[AuditEntry]:
    return list(session.exec(select(AuditEntry).where(col(AuditEntry.n) > after).order_by(col(AuditEntry.n))))


def _line(entry: AuditEntry) -> dict[str, str]:
    return {
        "what": entry.what,
        "staff": entry.staff_id.hex,
        "name": entry.name,
        "family": entry.family_id.hex if entry.family_id else "",
        "object": entry.object_id.hex if entry.object_id else "",
        "record": entry.record,
        "reason": entry.reason,
    }


def _told(file: Path) -> dict[str, str]:
    try:
        with file.open("rb") as opened:
            found = json.loads(opened.read(_LARGEST))
        return {str(name): str(value) if name == "lines" else shown(value) for name, value in found.items()}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def _unsealed(vault: OpenVault, told: Mapping[str, str]) -> list[dict[str, str]]:
    try:
        opened = parcel.unseal(vault.database, base64.b64decode(told.get("lines", "")))
    except ValueError:
        return []
    found = json.loads(opened) if opened else []
    assert isinstance(found, list)  # sealed, so nobody but this module wrote it
    return found


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(OSLO):%d.%m.%Y kl. %H:%M}"
