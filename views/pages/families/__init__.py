# SPDX-License-Identifier: MIT
"""The list of families with instant search."""
