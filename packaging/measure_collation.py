#!/usr/bin/env python3
"""Measure how many groups and variants are found on invented pages whose damage is known.

    python packaging/measure_collation.py [--cases 20] [--witnesses 2 4 8] [--show] [--pages 10000]

Prints for each number of witnesses: groups found (all pages of a story, and no other), variants found (each
place once), variants that are right (something differs there), moved passages found, and the time for a case.
`--show` lists what was missed, listed twice or invented. `--pages` makes so many pages of 6,000 characters
and prints how long their index takes, and the witnesses of a page.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "generate"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from big_project import make_pages
from witnesses import Case, Place, invent

from core.collation.moved import moved_passages
from core.collation.passage_index import PassageIndex
from core.collation.variants import Variant, variants
from core.collation.witnesses import WitnessGroup, groups_around, witness_groups
from core.document.layout import layout_of
from core.document.page import PageView
from core.language.language import open_language
from core.segmentation.segmenter import segment

LOOSE = 12
"""A variant may be so many characters longer than what was planted: it has whole words and numbers."""

EDGE = 12
"""So near the end of what a witness carries nothing can be told from its end."""

Stretch = tuple[int, int, int]
"""A story and `[start, end)` of it as printed."""


@dataclass
class Score:
    """What was found of what there is."""

    groups: int = 0
    groups_found: int = 0
    groups_listed: int = 0
    places: int = 0
    found: int = 0
    listed: int = 0
    right: int = 0
    moved: int = 0
    moved_found: int = 0
    seconds: float = 0.0
    missed: Counter[str] = field(default_factory=Counter)
    planted: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)


def measure(case: Case, score: Score) -> None:
    """Add to `score` what collation makes of one case."""
    pages = [_page(number, text) for number, text in enumerate(case.pages)]
    started = time.perf_counter()
    groups = witness_groups(pages)
    listed = [(group, variant) for group in groups for variant in variants(group)]
    moved = [(group, variant) for group in groups for variant in moved_passages(group)]
    score.seconds += time.perf_counter() - started
    _score_groups(case, groups, score)
    wanted = list(_wanted(case))
    stretches = [_stretch(case, group, variant) for group, variant in listed]
    hits = Counter(number for one in stretches for number, place in enumerate(wanted) if _meet(one, place[0]))
    score.places += len(wanted)
    score.listed += len(listed)
    for number, (place, kind) in enumerate(wanted):
        score.planted[kind] += 1
        if hits[number] == 1:
            score.found += 1
        else:
            score.missed[kind] += 1
            score.notes.append(f"{hits[number]} times: {kind} {place}")
    planted = [(it.story, it.start, it.end) for it in case.places]
    for one, (_, variant) in zip(stretches, listed, strict=True):
        if any(_meet(one, place) for place in planted):
            score.right += 1
        else:
            score.notes.append(f"invented: {one} {[(it.text, it.witnesses) for it in variant.readings]}")
    found = [_stretch(case, group, variant) for group, variant in moved]
    score.moved += len(case.moved)
    score.moved_found += sum(any(_is_inside(one, it) for one in found) for it in case.moved)


def _page(number: int, text: str) -> PageView:
    return PageView(number, str(number), text, layout_of(segment(text, open_language())))


def _score_groups(case: Case, groups: list[WitnessGroup], score: Score) -> None:
    score.groups += len(case.carriers)
    score.groups_listed += len(groups)
    carried = [(_story(case, group), {witness.page for witness in group.witnesses}) for group in groups]
    for number, pages in enumerate(case.carriers):
        score.groups_found += carried.count((number, pages))
    if len(groups) != len(case.carriers):
        score.notes.append(f"groups: {carried}")


def _story(case: Case, group: WitnessGroup) -> int | None:
    base = group.witnesses[group.base]
    origins = Counter(it[0] for it in case.origin[base.page][slice(*base.span)] if it is not None)
    return origins.most_common(1)[0][0] if origins else None


def _wanted(case: Case) -> Iterator[tuple[Stretch, str]]:
    """Yield the stretches that differ, with their kinds; those that touch and are about as long are one.

    Where all but one of the witnesses have not got what is around a place, nothing can be seen there.
    """
    last: tuple[Stretch, str] | None = None
    for one in sorted(case.places, key=lambda it: (it.kind == "column", it.story, it.start, it.end)):
        if not _can_be_seen(case, one):
            continue
        stretch = one.story, one.start, one.end
        if last is not None and one.start <= last[0][2] and _meet(last[0], stretch):
            last = (one.story, last[0][1], max(one.end, last[0][2])), last[1]
            continue
        if last is not None:
            yield last
        last = stretch, one.kind
    if last is not None:
        yield last


def _can_be_seen(case: Case, one: Place) -> bool:
    """Say whether two witnesses carry what is around a place, and its own goes on far enough."""
    around = {(one.story, one.start - 1), (one.story, one.end)}
    seen = {(one.story, one.start - EDGE), (one.story, one.end + EDGE)}
    own = set(case.origin[one.witness])
    return len(seen & own) == 2 and sum(around <= set(origin) for origin in case.origin) > 1


def _stretch(case: Case, group: WitnessGroup, variant: Variant) -> Stretch | None:
    """Return of what the readings of a variant are readings: all of the story that any of them has."""
    inside: list[tuple[int, int]] = []
    seams: list[tuple[int, int]] = []
    for reading in variant.readings:
        for witness, (start, end) in zip(reading.witnesses, reading.spans, strict=True):
            origin = case.origin[group.witnesses[witness].page]
            inside += [it for it in origin[start:end] if it is not None]
            seams += [(it[0], it[1] + 1) for it in origin[max(0, start - 2) : start] if it is not None]
    if not inside:
        return (*max(seams), max(seams)[1]) if seams else None
    story = inside[0][0]
    return story, min(it[1] for it in inside), max(it[1] for it in inside) + 1


def _meet(one: Stretch | None, other: Stretch) -> bool:
    """Say whether two stretches touch and are about as long: inside a lost column there are other places."""
    if one is None or one[0] != other[0] or one[1] > other[2] + 1 or other[1] > one[2] + 1:
        return False
    lengths = sorted((one[2] - one[1], other[2] - other[1]))
    return lengths[1] <= 2 * lengths[0] + LOOSE


def _is_inside(one: Stretch | None, moved: Place) -> bool:
    return (
        one is not None
        and one[0] == moved.story
        and moved.start <= one[1] + LOOSE
        and one[2] <= moved.end + LOOSE
    )


def report(count: int, score: Score) -> str:
    """Return one line."""
    return (
        f"{count} witnesses: groups {score.groups_found}/{score.groups} (listed {score.groups_listed}), "
        f"variants found {score.found}/{score.places} = {score.found / max(1, score.places):.3f}, "
        f"right {score.right}/{score.listed} = {score.right / max(1, score.listed):.3f}, "
        f"moved {score.moved_found}/{score.moved}, {score.seconds:.1f} s"
    )


def time_of_index(count: int, tried: int = 20) -> str:
    """Return how long `count` pages take to index, and a page's witnesses to find."""
    pages = [PageView(made.name, made.name, made.text) for made in make_pages(count)]
    started = time.perf_counter()
    index = PassageIndex.of(pages)
    indexed = time.perf_counter() - started
    by_key, times = {page.key: page for page in pages}, []
    for page in pages[:: max(1, count // tried)]:
        started = time.perf_counter()
        groups_around(page, [by_key[key] for key in index.pages_sharing(page)])
        times.append(time.perf_counter() - started)
    return (
        f"{count} pages indexed in {indexed:.1f} s; "
        f"a page's witnesses in {sum(times) / len(times):.3f} s, at most {max(times):.3f} s"
    )


def main() -> None:
    """Invent, collate, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=20)
    parser.add_argument("--witnesses", type=int, nargs="+", default=[2, 4, 8])
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--pages", type=int, default=0)
    options = parser.parse_args()
    for count in options.witnesses:
        score = Score()
        for seed in range(options.cases):
            if options.show:
                score.notes.append(f"-- case {seed}")
            measure(invent(seed, count), score)
        print(report(count, score))
        print(
            "   missed: "
            + ", ".join(
                f"{kind} {score.missed[kind]}/{score.planted[kind]}" for kind in sorted(score.planted)
            )
        )
        if options.show:
            print(*score.notes, sep="\n")
    if options.pages:
        print(time_of_index(options.pages))


if __name__ == "__main__":
    main()
