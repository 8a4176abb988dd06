# SPDX-License-Identifier: MIT
"""The fields of «Maler og oppsett», as data."""

from views.form.field import Field
from views.form.text_editors import EmailEditor, PhoneEditor

LANGUAGES = ("nb", "nn")
THEMES = ("system", "light", "dark", "contrast")
IDLE_MINUTES = ("1", "3", "5", "10", "15")

PERSON = (
    Field("name", "staff.name", need="required"),
    Field("title", "staff.title", hint="staff.title_hint"),
    Field("phone", "staff.phone", PhoneEditor),
    Field("email", "staff.email", EmailEditor),
)
COLLEAGUE = (
    Field("name", "settings.colleague_name", need="required"),
    Field("title", "staff.title"),
    Field("phone", "staff.phone", PhoneEditor),
    Field("email", "staff.email", EmailEditor),
    Field("service", "settings.service"),
)
