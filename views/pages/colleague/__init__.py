# SPDX-License-Identifier: MIT
"""One person who works here: what she is called, what she may do, and whether she can open the vault herself."""
