# SPDX-License-Identifier: MIT
"""Proofs of what stands on paper."""
