# SPDX-License-Identifier: MIT
"""The encrypted vault on disk."""
