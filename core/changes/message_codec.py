"""Messages as JSON: template and values, so that history and findings speak any language."""

from __future__ import annotations

import re

from core.changes.codec import Json, words
from core.messages import Message, Value

_HOLE = re.compile(r"\{\{|\}\}|\{([a-z_]+)\}|[{}]")


def message_data(message: Message) -> Json:
    """Return a message as template and values."""
    return [
        message.template,
        {
            key: message_data(value) if isinstance(value, Message) else value
            for key, value in message.values.items()
        },
    ]


def read_message(data: Json) -> Message:
    """Return the message that `message_data` took apart.

    Raises ValueError or TypeError for anything else. A template may have holes for its values and nothing
    more: formats and attributes in it would be worked out by whoever speaks the message.
    """
    template, values = data
    for hole in _HOLE.finditer(words(template)):
        if hole[1] is None and hole[0] in ("{", "}"):
            raise ValueError("a brace that is no hole")
        if hole[1] is not None and hole[1] not in values:
            raise ValueError(f"nothing to say for {hole[1]}")
    return Message(template, {words(key): _value(value) for key, value in values.items()})


def _value(data: Json) -> Value:
    if isinstance(data, list):
        return read_message(data)
    if not isinstance(data, str | float | int):
        raise TypeError(f"not to be said: {data!r:.40}")
    return data
