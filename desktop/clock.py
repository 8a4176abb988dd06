# SPDX-License-Identifier: MIT
"""The machine's clock: asked here and nowhere below."""

from datetime import UTC, datetime


def now() -> datetime:
    """The moment, aware and in UTC."""
    return datetime.now(UTC)
