# SPDX-License-Identifier: MIT
"""Which version of Laget this is."""

VERSION = "0.1.0"
