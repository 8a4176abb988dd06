# SPDX-License-Identifier: MIT
"""Oppgaver: what somebody has taken on, by deadline, family or who, and the forms for it."""
