# SPDX-License-Identifier: MIT
"""Proof that Laget does what it says, told through what a user or caller can see."""
