# SPDX-License-Identifier: MIT
"""The windows a coordinator sees."""
