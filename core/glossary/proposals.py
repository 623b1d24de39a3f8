"""Terms that come back often in a project, for its editor to take into the glossary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from core.glossary.entry import LONGEST, Glossary
from core.glossary.frames import SHORTEST
from core.text.characters import HAN, is_han
from core.text.folding import fold


class TermKind(StrEnum):
    """What a term seems to be by the marks around it."""

    WORK = "work"
    TERM = "term"


OFTEN = 3
"""How often a term must stand in a project to be proposed."""

_MARKED = re.compile(
    f"《(?P<work>[^《》\\s]{{{SHORTEST},{LONGEST}}})》|[“「](?P<term>[{HAN}·—]{{{SHORTEST},16}})[”」]"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term, what it seems to be, and how often it stands in the project."""

    form: str
    kind: TermKind
    count: int


def marked_terms(text: str) -> Counter[tuple[str, TermKind]]:
    """Count what stands in title marks or quotation marks in a text, each with its kind."""
    return Counter(
        (found[0][1:-1], TermKind.WORK if found["work"] else TermKind.TERM)
        for found in _MARKED.finditer(text)
    )


def proposals(counted: Iterable[Counter[tuple[str, TermKind]]], held: Glossary) -> list[Proposal]:
    """Return what is worth listing of the terms counted page by page, the most frequent first.

    Left out is what is listed already and what stands in the project less than `OFTEN` times.
    """
    total: Counter[tuple[str, TermKind]] = Counter()
    for page in counted:
        total.update(page)
    known = {fold(form) for form in held.forms}
    found = {}
    for (form, kind), count in total.most_common():
        telling = sum(map(is_han, form)) >= SHORTEST and fold(form) not in known
        if count >= OFTEN and telling and form not in found:
            found[form] = Proposal(form, kind, count)
    return list(found.values())
