# SPDX-License-Identifier: MIT
"""What a check of the log came to: whole, or what does not fit, and since when."""

from dataclasses import dataclass
from enum import StrEnum


class LogFault(StrEnum):
    """What is wrong with a log."""

    LINE = "line"
    VALUES = "values"
    REWRITTEN = "rewritten"
    ROLLED_BACK = "rolled_back"


@dataclass(frozen=True, slots=True)
class LogCheck:
    """How many lines there are, how many were read, and the first fault with its line; no fault means whole.

    `seen` is when this machine last saw the end of the log, which lies outside the vault.
    """

    length: int
    checked: int
    fault: LogFault | None = None
    line: int = 0
    seen: str = ""
