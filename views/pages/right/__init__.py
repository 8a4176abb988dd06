# SPDX-License-Identifier: MIT
"""The tab «Rett og avgjørelse» of a family."""
