# SPDX-License-Identifier: MIT
"""Tests of the pages on the municipality's own letters."""
