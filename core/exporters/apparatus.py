"""The critical apparatus: what other pages read where this one differs, as notes to its articles."""

from __future__ import annotations

from core.exporters.critical_note import NotedReading
from core.exporters.labels import Labels
from core.exporters.noting import Noted
from core.messages import Message, message


class Notes:
    """Numbers notes as they come, from 1."""

    def __init__(self) -> None:
        self.held: list[Noted] = []

    def number(self, noted: Noted) -> int:
        """Take up a note and return its number."""
        self.held.append(noted)
        return len(self.held)


def described(noted: Noted, labels: Labels) -> str:
    """Say what a note says, in one line."""
    others = "；".join(labels.text(_told(reading)) for reading in noted.note.readings)
    lemma = noted.lemma
    said = message("“{lemma}”：{others}。", lemma=lemma, others=others)
    if not lemma:
        said = message("此处：{others}。", others=others)
    return labels.text(said) + labels.text(noted.note.why) + "。"


def _told(reading: NotedReading) -> Message:
    who = "、".join(reading.witnesses)
    if not reading.text:
        return message("{who} 无", who=who)
    if reading.preferred:
        return message("{who} 作“{text}”，宜从", who=who, text=reading.text)
    return message("{who} 作“{text}”", who=who, text=reading.text)
