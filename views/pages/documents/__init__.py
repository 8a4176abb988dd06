# SPDX-License-Identifier: MIT
"""A family's documents: letters from draft to signed copy, and papers received."""
