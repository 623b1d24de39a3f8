"""Witnesses with damage that is known: every group is found, every variant listed once, none invented."""

from __future__ import annotations

import random

import pytest

from core.collation.variants import variants
from core.collation.witnesses import witness_groups
from core.document.page import PageView
from core.text.folding import fold

PLANTED = {"substitution": (1, "渡"), "omission": (2, ""), "lost line": (25, ""), "insertion": (0, "渡口")}


def invented(letters: random.Random, length: int) -> str:
    return fold("".join(chr(letters.randrange(0x4E00, 0x9000)) for _ in range(length)))


@pytest.mark.parametrize("count", [2, 4, 8])
@pytest.mark.parametrize("seed", range(5))
def test_planted_damage_is_listed_once_and_nothing_else(count, seed):
    letters = random.Random(seed * 10 + count)
    story = invented(letters, 1200)
    texts = [story] * count
    wanted = []
    # From the back, so that what lies before stays where it is.
    for place in sorted(letters.sample(range(30, 1140, 30), 12), reverse=True):
        witness = letters.randrange(count)
        length, put = PLANTED[letters.choice(sorted(PLANTED))]
        text = texts[witness]
        texts[witness] = text[:place] + put + text[place + length :]
        wanted.append((witness, {story[place : place + length], put}))
    pages = [
        PageView(
            str(at),
            str(at),
            f"{invented(letters, 400)}\n{text[:600]}，\n{text[600:]}\n{invented(letters, 400)}",
        )
        for at, text in enumerate(texts)
    ]
    (group,) = witness_groups(pages)
    assert len(group.witnesses) == count
    found = variants(group)
    assert len(found) == len(wanted)
    for witness, readings in wanted:
        assert any(
            {it.text.replace("，\n", "") for it in variant.readings} == readings
            and any(it.witnesses == (witness,) for it in variant.readings)
            for variant in found
        )
