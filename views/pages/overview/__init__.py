# SPDX-License-Identifier: MIT
"""Oversikt of a family: next steps, what is new, tasks, transitions, what matters to the child, and the people."""
