# SPDX-License-Identifier: MIT
"""Pictures of a plan: each a drawing, with words made from the same data."""
