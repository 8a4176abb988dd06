# SPDX-License-Identifier: MIT
"""Documents on paper: from data to blocks to accessible PDF."""
