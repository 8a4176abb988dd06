# SPDX-License-Identifier: MIT
"""Møter og frister: what comes, week by week."""
