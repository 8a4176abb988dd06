# SPDX-License-Identifier: MIT
"""The short form for a new family."""
