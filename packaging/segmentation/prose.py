"""Headlines, paragraphs and section headings, made of texts of the corpus."""

from __future__ import annotations

import re

from segmentation.material import Material, Source, sentences
from segmentation.names import Names
from segmentation.stories import Part

NUMBERS = "一二三四五六七八九十"
_CLAUSE = re.compile("[，。；：！？、]")


class Prose:
    """Hands out texts of the corpus, each once, cut into paragraphs."""

    def __init__(self, material: Material, names: Names) -> None:
        self.material = material
        self.names = names
        self._random = names.random
        self._news: list[Source] = []

    def next(self) -> Source:
        """Return a text that was not handed out yet; all of them again where none is left."""
        if not self._news:
            self._news = list(self.material.news)
            self._random.shuffle(self._news)
        return self._news.pop()

    def head(self, source: Source) -> list[Part]:
        """Return the headline group of a story: one to four lines."""
        lines = source.title.split()
        parts = [Part(source.title, "title")]
        if len(lines) == 2 and self.names.chance(0.5):
            parts = [Part(lines[0], "title"), Part(lines[1], "title")]
            longer = len(lines[1]) - len(lines[0])
            if abs(longer) > 4:
                parts[0 if longer > 0 else 1].role = "kicker" if longer > 0 else "subtitle"
        elif source.column and self.names.chance(0.6):
            parts.insert(0, Part(source.column, "kicker"))
        if self.names.chance(0.15):
            parts.append(Part(f"——{self.clause(source.paragraphs[0][40:] or source.title)}", "subtitle"))
        elif self.names.chance(0.08):
            parts.append(Part(f"{self.names.person()}主持会议", "subtitle"))
        return parts

    def paragraphs(self, source: Source, room: int) -> list[str]:
        """Return the paragraphs of a text until `room` is filled (code points)."""
        found: list[str] = []
        for paragraph in (cut for text in source.paragraphs for cut in self.cut(text)):
            found.append(paragraph)
            if sum(map(len, found)) > room:
                break
        return found

    def cut(self, text: str) -> list[str]:
        """Cut a text into paragraphs of one to five sentences."""
        found, rest = [], sentences(text)
        while rest:
            size = self._random.choice((1, 2, 2, 3, 3, 4, 5))
            found.append("".join(rest[:size]).strip())
            rest = rest[size:]
        return [one for one in found if one]

    def with_headings(self, paragraphs: list[str], *, numbered: bool) -> list[Part]:
        """Return a body with a heading over every few paragraphs."""
        parts: list[Part] = []
        every = self._random.randint(2, 4)
        for number, paragraph in enumerate(paragraphs):
            if number and number % every == 0:
                parts.append(self.heading(number // every - 1, paragraph, numbered=numbered))
            parts.append(Part(paragraph, "body"))
        return parts

    def heading(self, number: int, text: str, *, numbered: bool) -> Part:
        """Return the heading of a section that begins with `text`."""
        clause = self.clause(text)
        digit = NUMBERS[number % 10]
        if not numbered:
            return Part(clause, "heading", tags={"bare heading"})
        form = self._random.choice((f"{digit}、", f"（{digit}）", f"第{digit}章 ", f"第{digit}节 "))
        return Part(form + clause, "heading")

    def clause(self, text: str) -> str:
        """Return a clause of a text that is short enough for a headline."""
        plain = re.sub("^第.{1,4}条", "", text)
        clauses = [one.strip(" “”《》（）—") for one in _CLAUSE.split(plain)]
        fitting = [one for one in clauses if 5 <= len(one) <= 16]
        return self._random.choice(fitting) if fitting else plain[:10].strip("，。、；：！？")
