# SPDX-License-Identifier: MIT
"""The copies of the vault: taken by themselves, tried, set up, taken back, and moved."""
