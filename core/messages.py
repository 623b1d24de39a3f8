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
    """A sentence with holes: a Simplified Chinese template and the values for its `{names}`."""

    template: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence in the language of its template."""
        return self.template.format(**self.values)


def message(template: str, **values: str | float) -> Message:
    """Build a `Message`; every `template` in the sources has an entry in resources/messages/en.json."""
    return Message(template, values)


@dataclass(frozen=True)
class Catalogue:
    """Templates of one language, keyed by the Simplified Chinese template."""

    language: str
    templates: Mapping[str, str] = field(default_factory=dict)

    def text(self, spoken: Message) -> str:
        """Return `spoken` in this language; a template that is missing here stays Chinese."""
        return self.templates.get(spoken.template, spoken.template).format(**spoken.values)


def load_catalogue(language: str) -> Catalogue:
    """Load the catalogue of `language` (`zh_CN`, `zh_TW` or `en`); Simplified Chinese needs no file."""
    path = files("resources") / "messages" / f"{language}.json"
    if not path.is_file():
        return Catalogue(language)
    return Catalogue(language, json.loads(path.read_text(encoding="utf-8")))
