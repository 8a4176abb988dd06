# SPDX-License-Identifier: MIT
"""A probe for the fault of PySide6 6.12 that keeps us on 6.11."""

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_do_not_wear_out_none() -> None:
    """On Python 3.10 and 3.11 each void call of 6.12.0 takes a reference to None, until Python aborts."""
    something = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        something.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50
