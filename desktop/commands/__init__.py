# SPDX-License-Identifier: MIT
"""What `laget` does without a window."""
