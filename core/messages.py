"""What the core says to people: templates in Simplified Chinese, spoken in the reader's language.

The core never formats a sentence for good: it hands on a `Message`, and whoever shows it (the window, the
command line) asks a `Catalogue` for the words. Values are never translated, only templates are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files


@dataclass(frozen=True)
class Message:
    """A sentence with holes: a Simplified Chinese template and the values for its `{names}`.

    A value that is a message itself, such as the name of a role, is spoken in the same language.
    """

    template: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence in the language of its template."""
        return self.template.format(**self.values)


Value = str | float | Message
"""What can stand in a hole; whole numbers are floats to a type checker."""


def message(template: str, **values: Value) -> Message:
    """Build a `Message`; every `template` in the sources has an entry in resources/messages/en.json."""
    return Message(template, values)


@dataclass(frozen=True)
class Catalogue:
    """Templates of one language, keyed by the Simplified Chinese template."""

    language: str
    templates: Mapping[str, str] = field(default_factory=dict)

    def text(self, spoken: Message) -> str:
        """Return `spoken` in this language; a template that is missing here stays Chinese."""
        values = {
            name: self.text(value) if isinstance(value, Message) else value
            for name, value in spoken.values.items()
        }
        return self.templates.get(spoken.template, spoken.template).format(**values)


def load_catalogue(language: str) -> Catalogue:
    """Load the catalogue of `language` (`zh_CN`, `zh_TW` or `en`); Simplified Chinese needs no file."""
    path = files("resources") / "messages" / f"{language}.json"
    if not path.is_file():
        return Catalogue(language)
    return Catalogue(language, json.loads(path.read_text(encoding="utf-8")))
