# SPDX-License-Identifier: MIT
"""Proof of the vault: kept whole, kept secret, and honest about damage."""
