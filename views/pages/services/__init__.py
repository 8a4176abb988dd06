# SPDX-License-Identifier: MIT
"""The municipality's register of services, and the services around one family."""
