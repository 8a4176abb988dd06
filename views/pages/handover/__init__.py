# SPDX-License-Identifier: MIT
"""Families that leave for another coordinator or municipality, and families that come from one."""
