"""Which pages carry the same passages: groups of witnesses, each with its base."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.collation.chains import LEAST, Chain
from core.collation.sharing import PageText, Pair, Shared, seeds_of, shared_by, shared_by_any, text_of
from core.collation.substance import Substance
from core.document.layout import title_of
from core.document.page import PageView


@dataclass(frozen=True, slots=True)
class Witness:
    """A page that carries a passage; `chains` say which stretches of the base are which of the page.

    `page` is the page's number in the call. The base has one chain, with itself.
    """

    page: int
    text: Substance
    chains: tuple[Chain, ...]

    @property
    def span(self) -> tuple[int, int]:
        """The stretch of raw text from the first to the last shared character."""
        start = min(chain.other_start for chain in self.chains)
        return self.text.span(start, max(chain.other_end for chain in self.chains))


@dataclass(frozen=True, slots=True)
class WitnessGroup:
    """Pages that share a passage, in page order; `base` is the number of the longest among `witnesses`."""

    title: str
    witnesses: tuple[Witness, ...]
    base: int


def witness_groups(pages: Sequence[PageView]) -> list[WitnessGroup]:
    """Find the passages of sixty characters and more that several of `pages` share."""
    texts = [text_of(page) for page in pages]
    groups = []
    for shared in _apart(shared_by_any(pages)):
        left = shared
        while left:
            base, part = _widest(left, texts)
            if part[1] - part[0] < LEAST:
                break
            groups.append(_group(pages, texts, left, base, part))
            left = _left(left, groups[-1:])
    return sorted(groups, key=lambda group: (group.witnesses[0].page, group.witnesses[0].span))


def groups_around(page: PageView, others: Sequence[PageView]) -> list[WitnessGroup]:
    """Find the passages that `page` shares with `others`, in its order; it is number 0 and every base.

    The time grows with the number of pages, not with its square.
    """
    pages = [page, *others]
    texts = [text_of(one) for one in pages]
    shared = shared_by(
        pages, ((0, at) for at in range(1, len(pages))), lambda number: seeds_of(pages[number])
    )
    seen = [chain for some in shared.values() for chain in some]
    parts = (part for part in _parts(seen, texts[0]) if part[1] - part[0] >= LEAST)
    return [_group(pages, texts, shared, 0, part) for part in parts]


def _seen_from(shared: Shared, page: int) -> Iterator[tuple[int, Sequence[Chain]]]:
    """Yield what a page shares with each of the others, as it sees it."""
    for (one, two), some in shared.items():
        if page == one:
            yield two, some
        elif page == two:
            yield one, [chain.turned() for chain in some]


def _seen_by_all(shared: Shared) -> dict[int, list[Chain]]:
    """Return all chains of every page, as that page sees them."""
    seen: defaultdict[int, list[Chain]] = defaultdict(list)
    for (one, two), some in shared.items():
        seen[one] += some
        seen[two] += [chain.turned() for chain in some]
    return seen


def _apart(shared: Shared) -> list[Shared]:
    """Part pairs of pages that have nothing to do with each other, over whatever others."""
    leader: dict[int, int] = {}

    def first(page: int) -> int:
        while leader.setdefault(page, page) != page:
            page = leader[page]
        return page

    for one, two in shared:
        leader[max(first(one), first(two))] = min(first(one), first(two))
    together: defaultdict[int, dict[Pair, Sequence[Chain]]] = defaultdict(dict)
    for pair, some in shared.items():
        together[first(pair[0])][pair] = some
    return list(together.values())


def _widest(shared: Shared, texts: Sequence[PageText]) -> tuple[int, tuple[int, int]]:
    """Return the page and the stretch of it of which others carry most, whichever page comes first."""
    held = {}
    for page, seen in sorted(_seen_by_all(shared).items()):
        for part in _parts(seen, texts[page]):
            inside = (chain.same for chain in seen if part[0] <= chain.start and chain.end <= part[1])
            held[page, part] = sum(inside)
    return max(held, key=lambda one: (held[one], one[1][1] - one[1][0], texts[one[0]].said.text, -one[0]))


def _parts(seen: Iterable[Chain], text: PageText) -> list[tuple[int, int]]:
    """Return the stretches of a page that others share, as it sees them.

    Those that touch or nearly touch are one, unless an article begins between them.
    """
    parts: list[tuple[int, int]] = []
    for start, end in sorted((chain.start, chain.end) for chain in seen):
        if parts and start <= parts[-1][1] + LEAST // 2 and not _parted(text, parts[-1][1], start):
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]))
        else:
            parts.append((start, end))
    return parts


def _parted(text: PageText, end: int, start: int) -> bool:
    """Say whether an article begins behind what ends and before what begins."""
    return end <= start and bisect_left(text.walls, end) < bisect_right(text.walls, start)


def _group(
    pages: Sequence[PageView], texts: Sequence[PageText], shared: Shared, base: int, part: tuple[int, int]
) -> WitnessGroup:
    start, end = part
    witnesses = [Witness(base, texts[base].said, (Chain(start, end, start, end, end - start),))]
    for page, some in _seen_from(shared, base):
        chosen: list[Chain] = []
        for chain in some:
            inside = start <= chain.start and chain.end <= end
            if inside and not any(chain.start < it.end and it.start < chain.end for it in chosen):
                chosen.append(chain)
        if chosen:
            witnesses.append(Witness(page, texts[page].said, tuple(sorted(chosen, key=lambda it: it.start))))
    witnesses.sort(key=lambda witness: witness.page)
    number = next(at for at, witness in enumerate(witnesses) if witness.page == base)
    return WitnessGroup(_title(pages[base], witnesses[number].span), tuple(witnesses), number)


def _title(page: PageView, span: tuple[int, int]) -> str:
    """Return the title of the article that carries most of `span`, or the first words of it."""
    spans = page.layout.spans
    inside = np.minimum(spans.ends, span[1]) - np.maximum(spans.starts, span[0])
    held = dict(zip(spans.keys.tolist(), np.maximum(inside, 0).tolist(), strict=True))
    carried = {key: sum(map(held.__getitem__, article.pieces)) for key, article in page.layout}
    best = max(carried, key=lambda key: carried[key], default=None)
    title = title_of(page.layout, best, page.text) if best is not None and carried[best] else ""
    return title or " ".join(page.text[span[0] : span[1]].split())[:24]


def _left(shared: Shared, groups: Sequence[WitnessGroup]) -> Shared:
    """Return the stretches that no group speaks of yet."""
    left = {}
    for (one, two), some in shared.items():
        rest = [chain for chain in some if not any(_spoken_of(group, one, two, chain) for group in groups)]
        if rest:
            left[one, two] = rest
    return left


def _spoken_of(group: WitnessGroup, one: int, two: int, chain: Chain) -> bool:
    held = {witness.page: witness for witness in group.witnesses}
    if one not in held or two not in held:
        return False
    return _mostly(held[one], chain.start, chain.end) or _mostly(
        held[two], chain.other_start, chain.other_end
    )


def _mostly(witness: Witness, start: int, end: int) -> bool:
    inside = sum(max(0, min(end, it.other_end) - max(start, it.other_start)) for it in witness.chains)
    return end - start - inside < min(LEAST, (end - start) // 2)
