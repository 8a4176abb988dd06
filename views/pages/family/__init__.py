# SPDX-License-Identifier: MIT
"""One family's workspace: head, tabs and everything about the family in one place."""
