# SPDX-License-Identifier: MIT
"""The log of the program: what happened in the code, never a name, a number or a text from the vault."""

import logging
import logging.handlers
import sys
import traceback
from pathlib import Path
from types import TracebackType

Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
MAX_BYTES, COPIES = 500_000, 3


class WithoutWords(logging.Formatter):
    """Writes where an error came from and its type, and leaves out its message, which may hold what was typed."""

    def formatException(self, ei: Fault) -> str:
        """The chain of calls and the kind of error."""
        kind, _error, trace = ei
        if kind is None:
            return ""
        return f"{where(trace)} {kind.__name__}"


def where(trace: TracebackType | None) -> str:
    """The call chain as file:line pairs, without a single value."""
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(trace))


def start_log(folder: Path) -> None:
    """Log to a small rotating file; without one (a read-only profile) the program goes on without a log."""
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        out: logging.Handler = logging.handlers.RotatingFileHandler(
            folder / "laget.log", maxBytes=MAX_BYTES, backupCount=COPIES, encoding="utf-8"
        )
    except OSError:
        out = logging.StreamHandler(sys.stderr)
    out.setFormatter(WithoutWords("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.handlers[:] = [out]
