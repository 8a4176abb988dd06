# SPDX-License-Identifier: MIT
"""The tab «Ansvarsgruppe», and the planning of its meetings."""
