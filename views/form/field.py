# SPDX-License-Identifier: MIT
"""A field of a form, told as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from views.form.editor import Around, Editor
from views.form.text_editors import TextEditor

Need = Literal["", "required", "optional"]
Width = Literal["half", "full"]


@dataclass(frozen=True, slots=True)
class Field:
    """`label`, `hint` and `missing` are text keys; `when` looks at the form's values and hides the field."""

    name: str
    label: str
    editor: Callable[[Around], Editor] = TextEditor
    hint: str = ""
    need: Need = ""
    width: Width = "half"
    missing: str = ""
    when: Callable[[Mapping[str, object]], bool] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading between fields."""

    title: str
    hint: str = ""
