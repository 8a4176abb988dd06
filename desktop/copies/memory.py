# SPDX-License-Identifier: MIT
"""What this machine remembers of each vault's copies: the place, what came of the last one, and the last trial."""

import json
import logging
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

from models.store.files import write_whole

log = logging.getLogger(__name__)
LARGEST = 1 << 16
LARGEST_NUMBER = 1 << 63


@dataclass(frozen=True, slots=True)
class Remembered:
    """Nothing here names a family; the place is a folder the person chose."""

    place: str = ""
    made: str = ""
    log_length: int = 0
    size: int = 0
    seconds: float = 0.0
    trouble: str = ""
    tested: str = ""
    drill_trouble: str = ""
    failed: str = ""
    skipped: str = ""

    @property
    def made_at(self) -> datetime | None:
        with suppress(ValueError, OverflowError):
            made = datetime.fromisoformat(self.made)
            return made.astimezone(UTC) if made.tzinfo else None
        return None

    @property
    def tested_on(self) -> date | None:
        with suppress(ValueError):
            return date.fromisoformat(self.tested)
        return None


class BackupMemory:
    """One small file for each vault; a file that cannot be read counts as none."""

    def __init__(self, folder: Path, vault: str) -> None:
        self._file = folder / f"{vault}.json"
        self.now = _read(self._file)

    def change(self, **values: object) -> None:
        """Keep new values; a machine where they cannot be kept asks for the place again next time."""
        self.now = replace(self.now, **values)  # type: ignore[arg-type]
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(asdict(self.now), indent=1).encode())
        except OSError as error:
            log.warning("state of the copies not kept: %s", type(error).__name__)


def places_known(folder: Path) -> tuple[Path, ...]:
    """The places of all vaults this machine has known, for one whose vault is gone."""
    with suppress(OSError):
        found = [_read(file).place for file in sorted(folder.glob("*.json"))]
        return tuple(Path(place) for place in found if place)
    return ()


def _read(file: Path) -> Remembered:
    try:
        with file.open("rb") as opened:
            told = json.loads(opened.read(LARGEST))
        kinds = {field.name: type(getattr(Remembered(), field.name)) for field in fields(Remembered)}
        found = Remembered(**{name: kind(told[name]) for name, kind in kinds.items() if name in told})
    except (OSError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return Remembered()
    return found if max(abs(found.log_length), abs(found.size)) < LARGEST_NUMBER else Remembered()
