# SPDX-License-Identifier: MIT
"""Proof of what lies in models/queries."""
