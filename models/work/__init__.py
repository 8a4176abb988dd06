# SPDX-License-Identifier: MIT
"""What a caseworker does, one verb phrase each, in one transaction."""
