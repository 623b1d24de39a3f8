"""The glossary: names, titles and phrases whose form is set, as an editor has listed them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from core.errors import refused

LONGEST = 40
"""The longest form that can be listed (code points)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One set form. `kind` and `note` are the editor's own words; while not `on` it is not looked for."""

    form: str
    kind: str = ""
    note: str = ""
    on: bool = True


@dataclass(frozen=True)
class Glossary:
    """Entries in the editor's order; no form is listed twice."""

    entries: tuple[Entry, ...] = ()

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @cached_property
    def forms(self) -> frozenset[str]:
        """All forms, those switched off too."""
        return frozenset(entry.form for entry in self.entries)

    @cached_property
    def digest(self) -> str:
        """A digest of all that findings depend on: forms and switches, not kinds and notes."""
        told = "\n".join(f"{entry.form}\t{entry.on:d}" for entry in self.entries)
        return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    def with_entries(self, added: Iterable[Entry]) -> Glossary:
        """Return the glossary with `added`; an entry of the same form is replaced where it stands."""
        held = {entry.form: entry for entry in self.entries}
        held.update((entry.form, entry) for entry in added)
        return Glossary(tuple(held.values()))

    def without(self, forms: Iterable[str]) -> Glossary:
        """Return the glossary without the entries of these forms."""
        gone = frozenset(forms)
        return Glossary(tuple(entry for entry in self.entries if entry.form not in gone))

    def replaced(self, form: str, entry: Entry) -> Glossary:
        """Return the glossary with `entry` in the place of that of `form`.

        Raises RefusedError where another entry has the new form already.
        """
        if entry.form != form and entry.form in self.forms:
            raise refused("词表里已有“{form}”", form=entry.form)
        return Glossary(tuple(entry if held.form == form else held for held in self.entries))


def checked_form(written: str) -> str:
    """Return a form as it is listed, white space around it taken away.

    Raises RefusedError where it is empty, too long, or more than one line.
    """
    form = written.strip()
    if not form:
        raise refused("词形是空的")
    if len(form) > LONGEST:
        raise refused("词形超过 {limit} 个字", limit=LONGEST)
    if not form.isprintable():
        raise refused("词形里有看不见的字符")
    return form
