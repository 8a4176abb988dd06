# SPDX-License-Identifier: MIT
"""Setting blocks on pages: lines, strips that do not break, and the pages they fill."""
