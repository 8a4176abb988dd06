# SPDX-License-Identifier: MIT
"""Which version of Laget this is."""

VERSION = "0.2.0"
