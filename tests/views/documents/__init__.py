# SPDX-License-Identifier: MIT
"""Proofs of the tab «Dokumenter» and of the innsynslogg."""
