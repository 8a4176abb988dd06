# SPDX-License-Identifier: MIT
"""The few windows that stand on top: unlock, first run, palette, help."""
