"""Damage as OCR engines do it, put into clean lines and known place by place."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

_LOOK_ALIKE = dict(
    zip(
        "未末士土己已人入日曰天夫大太干千力刀午牛王玉目自乌鸟贵责域城治冶侯候晴睛准淮拔拨密蜜辩辨析折析徒徙坚竖洒酒",
        "末未土士已己入人曰日夫天太大千干刀力牛午玉王自目鸟乌责贵城域冶治候侯睛晴淮准拨拔蜜密辨辩折析拆徙徒竖坚酒洒",
        strict=True,
    )
)
_TRADITIONAL = str.maketrans(
    "报记说办开运动业务时间学会电话农场气图书为来马东车门见贝长风云龙鱼鸟",
    "報記說辦開運動業務時間學會電話農場氣圖書為來馬東車門見貝長風雲龍魚鳥",
)


class Damage(NamedTuple):
    """One wrong place: `kind`, where it is on the damaged page (code points), what belongs there."""

    kind: str
    start: int
    end: int
    right: str


def damaged_page(lines: Sequence[str], chance: Random) -> tuple[str, list[Damage]]:
    """Return the text of a page with damage, and the damage in its order.

    A page has some wrong, lost and doubled characters and a torn paragraph or two; some have a paragraph
    twice, half-width commas (which are not told: they change no place), or a line in the other script.
    """
    rows, kinds = list(lines), ["line"] * len(lines)
    bodies = [number for number, row in enumerate(rows) if len(row) > 60]
    drift = chance.choice(bodies) if chance.random() < 0.08 else -1
    if chance.random() < 0.15:
        again = chance.choice(bodies)
        rows.insert(again + 1, rows[again])
        kinds.insert(again + 1, "repeat")
    half_width = chance.random() < 0.1
    text, found = "", []
    for row, kind in zip(rows, kinds, strict=True):
        start = len(text)
        if kind == "repeat":
            found.append(Damage("repeated-paragraph", start, start + len(row), ""))
            text += row + "\n"
            continue
        line, wrong = _damaged_line(row, chance, half_width=half_width)
        if drift >= 0 and row == rows[drift]:
            changed = line.translate(_TRADITIONAL)
            wrong.append(Damage("script", 0, len(line), line))
            line = changed
        found += [Damage(one.kind, start + one.start, start + one.end, one.right) for one in wrong]
        text += line + "\n"
    return text, sorted(found, key=lambda one: (one.start, one.end))


def _damaged_line(row: str, chance: Random, *, half_width: bool) -> tuple[str, list[Damage]]:
    parts: list[str] = []
    found: list[Damage] = []
    at = 0
    tear = chance.randrange(20, len(row) - 20) if len(row) > 60 and chance.random() < 0.08 else -1
    spots = sorted({chance.randrange(len(row)) for _ in range(len(row) // 250 + (chance.random() < 0.5))})
    spots = [spot for spot in spots if "\u4e00" <= row[spot] <= "\u9fff"]
    written = 0
    for spot in sorted({*spots, *([tear] if tear >= 0 else [])}):
        parts.append(row[at:spot])
        written += spot - at
        right = row[spot]
        kind, wrong = ("torn", "\n\n" + right) if spot == tear else _wrong(right, chance)
        found.append(Damage(kind, written, written + len(wrong), right))
        parts.append(wrong)
        written += len(wrong)
        at = spot + 1
    parts.append(row[at:])
    line = "".join(parts)
    # A width is no length: all places stay where they are.
    return (line.replace("，", ",") if half_width else line), found


def _wrong(right: str, chance: Random) -> tuple[str, str]:
    kind = chance.random()
    if right in _LOOK_ALIKE and kind < 0.8:
        return "wrong", _LOOK_ALIKE[right]
    if kind < 0.5:
        return "lost", ""
    return "doubled", right * 2
