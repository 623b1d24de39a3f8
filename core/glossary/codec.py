"""The glossary and the pairs as JSON, the form in which the project file keeps them."""

from __future__ import annotations

from core.changes.codec import Json, decoded, dumps, whole, words
from core.glossary.entry import Entry, Glossary
from core.glossary.pair import Pair, Pairs


def encode_glossary(glossary: Glossary) -> str:
    """Write a glossary."""
    return dumps([[entry.form, entry.kind, entry.note, int(entry.on)] for entry in glossary])


def decode_glossary(written: str) -> Glossary:
    """Read what `encode_glossary` wrote. Raises ValueError where it is anything else."""
    return decoded(written, lambda rows: Glossary().with_entries(_entry(*row) for row in rows))


def encode_pairs(pairs: Pairs) -> str:
    """Write pairs."""
    return dumps(
        [[pair.wrong, pair.right, pair.taught, pair.accepted, pair.rejected, int(pair.on)] for pair in pairs]
    )


def decode_pairs(written: str) -> Pairs:
    """Read what `encode_pairs` wrote. Raises ValueError where it is anything else."""
    return decoded(written, lambda rows: Pairs().with_pairs(_pair(*row) for row in rows))


def _entry(form: Json, kind: Json, note: Json, on: Json) -> Entry:
    return Entry(_form(form), words(kind), words(note), bool(on))


def _pair(wrong: Json, right: Json, *rest: Json) -> Pair:
    *counts, on = rest
    taught, accepted, rejected = map(whole, counts)
    return Pair(_form(wrong), words(right), taught, accepted, rejected, bool(on))


def _form(data: Json) -> str:
    if not words(data):
        raise ValueError("nothing stands everywhere")
    return str(data)
