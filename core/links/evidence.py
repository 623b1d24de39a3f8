"""What speaks for two halves being one story, what it weighs, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass

from core.links.half import Half
from core.messages import Message, message


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two halves say.

    `forth`: the mark 下转 names the second page (above 0, up to 1) or another one (below 0); `back`: 上接 the
    first; None: there is no such mark. `headline` and `words` are likenesses from 0 to 1; `seam`: by how many
    bits it is likelier that the torn end goes on there than not, None where nothing is torn or it is unknown.
    """

    forth: float | None
    back: float | None
    headline: float | None
    words: float
    seam: float | None


_BASE = -3.0
_NAMED, _UNMARKED = 1.2, -1.8
_HEADLINE, _EVEN_HEADLINE, _OTHER_HEADLINE = 10.0, 0.38, -2.1
_WORDS = 28.0
_SEAM, _EVEN_SEAM = 0.32, 13.0
_SEAM_LEAST, _SEAM_MOST = -5.0, 25.0
_SUREST, _SUREST_ONE_SIDED = 4.6, 3.2
"""Weights of a logistic regression over halves of news stories, some of them damaged as OCR would.

Nothing is surer than 99 in 100, with one mark only than 96: real pages have turns that made ones have not.
"""


def log_odds(evidence: Evidence) -> float:
    """Return the natural logarithm of the odds that the halves are one story."""
    total = _BASE + _WORDS * evidence.words
    total += sum(_UNMARKED if one is None else _NAMED * one for one in (evidence.forth, evidence.back))
    if evidence.headline is not None:
        likeness = _HEADLINE * (evidence.headline - _EVEN_HEADLINE)
        total += max(_OTHER_HEADLINE, likeness)
    if evidence.seam is not None:
        total += _SEAM * (min(_SEAM_MOST, max(_SEAM_LEAST, evidence.seam)) - _EVEN_SEAM)
    one_sided = evidence.forth is None or evidence.back is None
    return min(total, _SUREST_ONE_SIDED if one_sided else _SUREST)


def reasons(evidence: Evidence, first: Half, second: Half) -> tuple[Message, ...]:
    """Say in words what ties two halves together and what speaks against it, the weightiest first."""
    said = []
    if first.to is not None and evidence.forth is not None:
        pages = "、".join(first.to.pages)
        named = message("下转第{pages}版", pages=pages)
        said.append(named if evidence.forth > 0 else message("写的是下转第{pages}版", pages=pages))
    if second.origin is not None and evidence.back is not None:
        pages = "、".join(second.origin.pages)
        named = message("上接第{pages}版", pages=pages)
        said.append(named if evidence.back > 0 else message("写的是上接第{pages}版", pages=pages))
    if first.to is None or second.origin is None:
        said.append(message("只有一边标了转版"))
    if evidence.headline is not None and evidence.headline >= _ALIKE:
        said.append(message("标题相近"))
    if evidence.seam is not None and evidence.seam >= _READS_ON:
        said.append(message("断句接得上"))
    if evidence.words >= _SAME_WORDS:
        said.append(message("用词相同"))
    return tuple(said)


_ALIKE = 0.5
_READS_ON = 8.0
_SAME_WORDS = 0.12
"""From here on a likeness, bits of a seam and a cosine are worth a word."""
