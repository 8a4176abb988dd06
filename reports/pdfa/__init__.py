# SPDX-License-Identifier: MIT
"""Files of PDF/A-2a and PDF/UA-1: the writer, the structure tree, fonts and metadata."""
