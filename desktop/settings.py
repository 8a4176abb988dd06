# SPDX-License-Identifier: MIT
"""The choices a person makes for this machine: look, language, idle lock and the last vault."""

import json
import logging
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

log = logging.getLogger(__name__)

THEMES = ("system", "light", "dark", "contrast")
# Which edge the paper is turned over, or one side only.
TWO_SIDED = ("long", "short", "off")
IDLE_MINUTES = (1, 15)
WIDTH, HEIGHT = (900, 16_000), (540, 16_000)
LONGEST_PATH = 4000


@dataclass(frozen=True, slots=True)
class Choices:
    """What is remembered between sessions; nothing here names a family."""

    theme: str = "system"
    language: str = "nb"
    idle_minutes: int = 10
    vault: str = ""
    municipality: str = ""
    width: int = 1366
    height: int = 690
    maximized: bool = False
    looked_through: str = ""
    hidden_from_capture: bool = True
    two_sided: str = "long"


class Settings:
    """Reads and keeps the choices; a file that cannot be read gives the defaults and is replaced."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.choices = _read(file)

    def change(self, **values: object) -> Choices:
        """Keep new values and return all choices."""
        self.choices = _checked(replace(self.choices, **values))  # type: ignore[arg-type]
        try:
            _write(self._file, self.choices)
        except OSError as error:
            log.warning("settings not kept: %s", type(error).__name__)
        return self.choices


def _read(file: Path) -> Choices:
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Choices()
    if not isinstance(found, dict):
        return Choices()
    kinds = {field.name: type(getattr(Choices(), field.name)) for field in fields(Choices)}
    return _checked(Choices(**{name: found[name] for name, kind in kinds.items() if type(found.get(name)) is kind}))


def _checked(choices: Choices) -> Choices:
    return replace(
        choices,
        theme=choices.theme if choices.theme in THEMES else "system",
        language=choices.language if choices.language in ("nb", "nn") else "nb",
        idle_minutes=_between(IDLE_MINUTES, choices.idle_minutes),
        vault=choices.vault if len(choices.vault) <= LONGEST_PATH and "\0" not in choices.vault else "",
        two_sided=choices.two_sided if choices.two_sided in TWO_SIDED else "long",
        width=_between(WIDTH, choices.width),
        height=_between(HEIGHT, choices.height),
    )


def _between(edges: tuple[int, int], value: int) -> int:
    return min(max(value, edges[0]), edges[1])


def _write(file: Path, choices: Choices) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(choices), indent=1), "utf-8")
    os.replace(fresh, file)
