# SPDX-License-Identifier: MIT
"""Who has seen and changed what of a family."""
