"""Stories cut into columns, and columns read in the order of an engine: torn, mixed up, read twice."""

from __future__ import annotations

from random import Random

from segmentation.inventor import Inventor
from segmentation.stories import Part, Story

Column = list[Part]

_STOPS = "。！？”：；"
_NOT_FIRST = "，。、；：！？”’）》"
_NEAREST = 6
"""A paragraph is torn no nearer to its ends than this (code points)."""


def columns_of(story: Story, random: Random) -> list[Column]:
    """Cut a story where its columns end; paragraphs are torn there, as print tears them."""
    if sum(len(part.text) for part in story.parts if part.role == "body") < 200:
        return [list(story.parts)]
    room = random.randint(160, 800)
    columns: list[Column] = [[]]
    left = room
    for part in list(story.parts):
        rest = part
        while part.role == "body" and len(rest.text) > left:
            cut = _cut(rest.text, left)
            second = None
            if cut is not None:
                second = Part(rest.text[cut:], "body", joins=True, tags={"torn"})
                rest.text = rest.text[:cut]
                story.parts.insert(story.parts.index(rest) + 1, second)
                _blur(rest, second, random)
                columns[-1].append(rest)
            if second is None and not any(one.role == "body" for one in columns[-1]):
                break
            columns.append([])
            left = room
            if second is None:
                break
            rest = second
        columns[-1].append(rest)
        left -= len(rest.text)
    return [column for column in columns if column]


def _cut(text: str, left: int) -> int | None:
    """Return where a column end tears a paragraph, None where it falls between two sentences or too near."""
    if left < _NEAREST or len(text) - left < _NEAREST or text[left - 1] in _STOPS or text[left] in _NOT_FIRST:
        return None
    return left


def _blur(first: Part, second: Part, random: Random) -> None:
    """Read the tail of the first half again now and then, or lose a character at the seam."""
    draw = random.random()
    if draw < 0.06:
        second.text = first.text[-random.randint(2, 8) :] + second.text
        second.tags = {"torn, tail again"}
    elif draw < 0.09 and "。" in second.text[:20]:
        end = second.text.index("。") + 1
        first.text += second.text[:end]
        second.text = second.text[max(0, end - random.randint(2, 5)) :]
        second.tags = {"torn, tail again with its stop"}
    elif draw < 0.15:
        second.text = (
            second.text[1:] if random.random() < 0.5 else random.choice("的一要重大三区以") + second.text[1:]
        )
        second.tags = {"torn, blurred"}


def read_order(stories: list[Story], inventor: Inventor) -> list[Column]:
    """Return the columns of a page as an engine reads them: mostly right, with the field's disorders."""
    random = inventor.random
    pages: list[tuple[Story, list[Column]]] = [(story, columns_of(story, random)) for story in stories]
    for story, columns in pages:
        if story.kind == "news" and len(columns) > 1 and inventor.names.chance(0.2):
            _picture_inside(story, columns, inventor)
        if story.kind == "commentary" and inventor.names.chance(0.4):
            _invert(columns)
    order = [column for _, columns in pages for column in columns]
    if inventor.names.chance(0.35):
        _displace(pages, order, random)
    if inventor.names.chance(0.12):
        _split(pages, order, random)
    return order


def _picture_inside(story: Story, columns: list[Column], inventor: Inventor) -> None:
    at = inventor.random.randrange(1, len(columns))
    caption = inventor.caption()
    first = columns[at][0]
    for part in columns[at][:1]:
        part.tags = {"torn, picture between"} if part.joins else part.tags
    place = story.parts.index(first)
    while place < len(story.parts) and story.parts[place].joins:
        place += 1
    story.parts[place:place] = caption
    columns.insert(at, caption)


def _invert(columns: list[Column]) -> None:
    """Put the title and the author of a comment behind its body; its column's name stays where it was."""
    head = [part for part in columns[0] if part.role in {"title", "byline"}]
    columns[0] = [part for part in columns[0] if part not in head]
    head[0].tags.add("body above headline")
    columns.append(head)


def _displace(pages: list[tuple[Story, list[Column]]], order: list[Column], random: Random) -> None:
    """Put a column, or a paragraph or two of it, between two columns of another story."""
    long = [columns for story, columns in pages if story.kind == "news" and len(columns) > 1]
    if len(long) < 2:
        return
    home, other = random.sample(long, 2)
    moved = random.choice(home[1:])
    if any(part.role not in {"body", "heading"} for part in moved):
        return
    order.remove(moved)
    at = next(n for n, column in enumerate(order) if column is random.choice(other[1:]) or column is other[1])
    order.insert(at, moved)
    _tag(moved, "passage in another story")
    if order[at + 1][0].joins:
        order[at + 1][0].tags = {"torn, passage between"}


def _split(pages: list[tuple[Story, list[Column]]], order: list[Column], random: Random) -> None:
    """Read the story below before the second half of the one above it."""
    able = [
        n
        for n in range(len(pages) - 1)
        if len(pages[n][1]) > 1 and pages[n][0].kind == "news" == pages[n + 1][0].kind
    ]
    if not able:
        return
    number = random.choice(able)
    above, below = pages[number][1], pages[number + 1][1]
    moved = [column for column in above[random.randrange(1, len(above)) :] if column in order]
    for column in moved:
        order.remove(column)
        _tag(column, "rest behind another story")
    at = max(n for n, column in enumerate(order) if any(column is one for one in below)) + 1
    order[at:at] = moved


def _tag(column: Column, tag: str) -> None:
    for part in column:
        part.tags = part.tags | {tag}
