# SPDX-License-Identifier: MIT
"""The pieces every page is made of; import each from its own module."""
