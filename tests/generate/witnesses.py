"""Invents pages that carry the same stories, each damaged in its own way, and knows every place that differs.

    from witnesses import invent
    case = invent(seed=3, witnesses=4)

Of each story some papers print all, some a shorter cut, some with paragraphs in another order. Engines
misread, lose and double characters, lose lines and half columns, add words of their own, drift into the other
script and break lines anywhere. Every paper has a masthead, a standing notice and other stories of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from newspaper import story

APART = 14
"""So many characters at least lie between two damaged places, in whatever witness."""

_ALIKE = dict(
    zip(
        "未末士土己已人入日曰天夫大太干千力刀贵责城域侯候晴睛准淮拔拨辨辩析折徙徒竖坚水冰船般修俢工王春舂夜液灯打",
        "末未土士已己入人曰日夫天太大千干刀力责贵域城候侯睛晴淮准拨拔辩辨折析徒徙坚竖冰水般船俢修王工舂春液夜打灯",
        strict=True,
    )
)
_FLUENT = "的了和在有新大全好高上下中各多"
_TO_TRADITIONAL = str.maketrans(
    "记说开运动业务时间学会电场气图书为来马东门见长风云龙",
    "記說開運動業務時間學會電場氣圖書為來馬東門見長風雲龍",
)
_MASTHEAD = "渡口新闻联合社主办 国内统一刊号CN00-0000 邮发代号00-00 今日八版 热线电话0000-1234567"
_NOTICE = "本报地址青渚镇码头路十七号，每份零售一元五角，如有印装差错请到各渡口报亭调换。"


class Place(NamedTuple):
    """`[start, end)` of story `story` as printed is read otherwise by `witness` (a page); `kind` says how."""

    story: int
    start: int
    end: int
    witness: int
    kind: str


@dataclass
class Case:
    """Pages, for each story the pages that carry it, what differs, what was moved, and where all comes from.

    `origin[page]` says of every character of a page which character of which story it is, if of any.
    """

    pages: list[str] = field(default_factory=list)
    carriers: list[set[int]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    moved: list[Place] = field(default_factory=list)
    origin: list[list[tuple[int, int] | None]] = field(default_factory=list)


Read = list[tuple[str, int | None]]
"""A text as it was read: characters, each with its place in the story as printed, None for what was added."""


def invent(seed: int, witnesses: int, stories: int = 2) -> Case:
    """Invent `witnesses` pages that all carry `stories` stories, and one page that carries none."""
    chance = Random(f"witnesses/{seed}/{witnesses}")
    case = Case()
    copies: list[list[Read]] = [[] for _ in range(witnesses)]
    for number in range(stories):
        printed = story(chance, "新华社青渚三月电 ")
        read = _damaged(number, "\n".join(printed), witnesses, chance, case)
        for page, one in enumerate(read):
            copies[page].append(one)
        case.carriers.append(set(range(witnesses)))
    for page in range(witnesses + 1):
        _set(case, copies[page] if page < witnesses else [], chance)
    return case


def _set(case: Case, copies: Sequence[Read], chance: Random) -> None:
    """Set a page: masthead, notice, the copies, and stories of its own between them."""
    text, origin = _MASTHEAD + "\n", [None] * (len(_MASTHEAD) + 1)
    order = list(enumerate(copies))
    chance.shuffle(order)
    for number, copy in order:
        own = "\n".join(story(chance)) + "\n\n"
        text += own
        origin += [None] * len(own)
        for character, place in copy:
            text += character
            origin.append(None if place is None else (number, place))
        text += "\n\n"
        origin += [None, None]
    last = "\n".join(story(chance)) + "\n" + _NOTICE
    case.pages.append(text + last)
    case.origin.append(origin + [None] * len(last))


def _damaged(number: int, printed: str, witnesses: int, chance: Random, case: Case) -> list[Read]:
    copies: list[Read] = [[(character, at) for at, character in enumerate(printed)] for _ in range(witnesses)]
    bodies = _paragraphs(printed)[1:]
    free = _free(printed, chance)
    whole = chance.randrange(witnesses)
    for witness, copy in enumerate(copies):
        if witness != whole and len(bodies) > 3 and chance.random() < 0.3:
            _shorten(copy, bodies)
        elif witness != whole and len(bodies) > 3 and chance.random() < 0.2:
            _move(number, witness, copy, bodies, chance, case)
    for _ in range(min(len(free), 3 + 2 * witnesses)):
        place = free.pop()
        kind = chance.choice(_KINDS)
        _read_otherwise(number, printed, place, kind, copies, chance, case)
    for copy in copies:
        _redress(copy, chance)
    return copies


_KINDS = ("alike", "alike", "fluent", "fluent", "lost", "lost", "added", "twice", "line", "column")


def _free(printed: str, chance: Random) -> list[int]:
    """Return places inside sentences at which nothing else happens, in any order."""
    places, at = [], printed.index("\n") + 20
    while at < len(printed) - 40:
        if "\n" not in printed[at - 3 : at + 8] and "电" not in printed[at - 8 : at]:
            places.append(at)
            at += APART + chance.randrange(30)
        else:
            at += 1
    chance.shuffle(places)
    return places


def _read_otherwise(
    number: int, printed: str, place: int, kind: str, copies: list[Read], chance: Random, case: Case
) -> None:
    """Let one witness read a place otherwise; sometimes others do too, alike or in their own way."""
    many = 1 if chance.random() < 0.75 or len(copies) < 4 or kind in ("line", "column") else 2
    for witness in chance.sample(range(len(copies)), many):
        span = _misread(printed, place, kind, copies[witness], chance)
        if span is not None:
            case.places.append(Place(number, *span, witness, kind))


def _misread(printed: str, place: int, kind: str, copy: Read, chance: Random) -> tuple[int, int] | None:
    at = next((at for at, (_, origin) in enumerate(copy) if origin == place), None)
    length = {"line": chance.randrange(18, 30), "column": chance.randrange(160, 260)}.get(
        kind, chance.randrange(1, 4)
    )
    if at is None or [origin for _, origin in copy[at : at + length + 3]] != [
        *range(place, place + length + 3)
    ]:
        return None
    own = "".join(character for character, _ in copy[at : at + length])
    if kind in ("line", "column", "lost"):
        return _lose(printed, place, length, at, copy)
    if not _says(own):
        return None
    if kind == "twice":
        extra = own * 2 if length == 1 else own
        copy[at + length : at + length] = [(character, None) for character in extra]
        return place + length, place + length
    if kind == "added":
        copy[at:at] = [(character, None) for character in chance.sample(_FLUENT, length)]
        return place, place
    return _replace(place, own[0], kind, at, copy, chance)


def _lose(printed: str, place: int, length: int, at: int, copy: Read) -> tuple[int, int] | None:
    # Nothing shows where what is lost begins or ends if the neighbours are the same characters.
    lost, behind = printed[place : place + length], printed[place + length :]
    if not _says(lost) or lost[0] == behind[:1] or printed[place - 1] == lost[-1]:
        return None
    del copy[at : at + length]
    return place, place + length


def _replace(place: int, own: str, kind: str, at: int, copy: Read, chance: Random) -> tuple[int, int] | None:
    if own not in _ALIKE and kind == "alike":
        kind = "fluent"
    put = _ALIKE[own] if kind == "alike" else chance.choice(_FLUENT)
    if not _says(own) or put == own:
        return None
    copy[at] = (put, None)
    return place, place + 1


def _says(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" or character.isalnum() for character in text)


def _shorten(copy: Read, bodies: Sequence[tuple[int, int]]) -> None:
    """Print all but the last paragraphs: another cut of the same wire copy."""
    start = bodies[-2][0]
    del copy[start - 1 :]


def _move(
    number: int, witness: int, copy: Read, bodies: Sequence[tuple[int, int]], chance: Random, case: Case
) -> None:
    """Print two paragraphs in the other order."""
    at = chance.randrange(1, len(bodies) - 1)
    (start, end), (second, last) = bodies[at], bodies[at + 1]
    if min(end - start, last - second) < 90:
        return
    copy[start:last] = [*copy[second:last], ("\n", None), *copy[start:end]]
    case.moved.append(Place(number, start, last, witness, "moved"))


def _redress(copy: Read, chance: Random) -> None:
    """Break lines as printed or not at all, write some marks otherwise and some lines in the other script."""
    width = chance.choice((0, 0, 22, 30))
    half, drift = chance.random() < 0.3, chance.random() < 0.3
    kept: Read = []
    column = 0
    for character, origin in copy:
        column = 0 if character == "\n" else column + 1
        shown = character
        if half:
            shown = {"，": ",", "：": ":"}.get(shown, shown)
        if drift and len(kept) // 60 % 3 == 1:
            shown = shown.translate(_TO_TRADITIONAL)
        kept.append((shown, origin))
        if width and column == width and character != "\n":
            kept.append(("\n", None))
            column = 0
    copy[:] = kept


def _paragraphs(printed: str) -> list[tuple[int, int]]:
    return list(_spans(printed.split("\n")))


def _spans(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for line in lines:
        yield at, at + len(line)
        at += len(line) + 1
