# SPDX-License-Identifier: MIT
"""The practice municipality Mellomvik: invented families, played through the real use-cases."""
