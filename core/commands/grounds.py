"""What the ground of a step is called."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from core.commands.merging import EDITOR, TAKEN
from core.commands.segmenting import SEGMENTATION
from core.commands.taking import WITNESS
from core.messages import Message, message

RULE = "rule:"
"""What the ground begins with where a rule proposed it; the names of rules follow, parted by commas."""


def ground_name(why: str, title_of: Callable[[str], Message | None]) -> Message:
    """Return the ground `why` of a step as people say it; `title_of` tells what a rule is called.

    A rule that is not there any more is called by its name, a ground that is not known by itself.
    """
    if why.startswith(RULE):
        names = why.removeprefix(RULE).split(",")
        told = [title_of(name) or Message("{name}", {"name": name}) for name in names]
        return message("规则：{rule}", rule=reduce(_and, told))
    if why.startswith(WITNESS):
        return message("据 {witness}", witness=why.removeprefix(WITNESS))
    if why.startswith(EDITOR):
        name = why.removeprefix(EDITOR)
        return message("合并 {editor}", editor=name or message("另一位编辑"))
    if why.startswith(TAKEN):
        return message("新的识别文字")
    grounds = {
        SEGMENTATION: message("自动划分"),
        "typed": message("录入"),
        "hand": message("人工"),
        "undo": message("撤销"),
        "redo": message("重做"),
    }
    return grounds.get(why) or Message("{why}", {"why": why})


def _and(first: Message, second: Message) -> Message:
    return message("{first}、{second}", first=first, second=second)
