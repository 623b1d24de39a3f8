"""Whether a headline group opens an article or is a heading of the running one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.language.topics import Topics, new_story_score, share
from core.segmentation import marks, wording
from core.segmentation.counterparts import with_counterparts
from core.segmentation.headlines import WIDE_GAP, group_end, is_column_name
from core.segmentation.lone_headlines import lone_end
from core.segmentation.pictures import LONGEST_CAPTION
from core.segmentation.shapes import Shape
from core.segmentation.units import Unit, starts_story

_SURE = 1.5
_LEAD = 0.8
_IN_SPEECH = -2.0
_DOCUMENT = 8
"""The title of a document is no shorter than this (code points)."""

_SPEECH = 80
"""So many paragraphs above a headline it is looked for whether a speech is running."""

_NO_HEADING = 0.2
"""A block set apart in print is the headline of another story unless it speaks of the one above."""

_TITLES = frozenset({Shape.OPEN, Shape.HEADLINE})
_RUNNING = frozenset({Shape.PROSE, Shape.STORY, Shape.NUMBERED, Shape.JUMP})
_ABOVE, _BELOW = 900, 400
"""So much text on either side of a headline shows what it speaks of (code points)."""

_TAKEN_UP = 0.2
"""By so large a share more of a headline's words come back below it than of those above it."""

_ENDS_SPEECH = frozenset({Shape.STORY, Shape.CLOSING, Shape.CREDIT})
_SURE_SIGNS = frozenset({Shape.BYLINE, Shape.DATE, Shape.SUBTITLE})


def _names_itself(unit: Unit) -> bool:
    """Say whether a headline names a notice or a column: it is no heading, whatever stands above it."""
    named = wording.NOTICE_TITLE.search(unit.text) or wording.STANDING_HEAD.match(unit.text)
    return named is not None or is_column_name(unit)


class Openings:
    """Judges the headline groups of one page, knowing how its sure titles are marked."""

    def __init__(self, units: Sequence[Unit], topics: Topics | None = None) -> None:
        self._units = units
        self._topics = topics
        self._headings = with_counterparts(units)
        self.group_ends: dict[int, int] = {}
        self._parted: set[int] = set()
        levels: list[int] = []
        number = 0
        while number < len(units):
            if units[number].shape not in _TITLES:
                number += 1
                continue
            end = self._end_of(number)
            self.group_ends[number] = end
            if self._leads_a_story(number, end):
                levels.append(units[number].first.level)
            number = end
        marked = [level for level in levels if level]
        self._deepest = max(marked, default=0)
        self._always_marked = bool(levels) and all(levels)

    def _end_of(self, start: int) -> int:
        """Return where the group ends that begins at unit `start`: a headline without a story is one."""
        end = group_end(self._units, start)
        below = self._paragraphs(range(end, len(self._units)), _BELOW)
        lone = lone_end(self._units, start, end, below, self._topics)
        if lone is None:
            return end
        self._parted |= {start, lone}
        return lone

    def opens_article(self, start: int) -> bool:
        """Say whether the group that begins at unit `start` opens an article while another is running."""
        end = self.group_ends[start]
        group = self._units[start:end]
        if start in self._parted:
            return True
        if self._leads_a_story(start, end) or _names_itself(group[0]) or self._is_behind_signed_head(start):
            return True
        if any(unit.shape is Shape.HEADLINE for unit in group):
            return self._topic_score(start, end) + self._lead(end) >= _NO_HEADING
        if sum(unit.shape in _TITLES for unit in group) > 1:
            return start not in self._headings
        return self._score(group[0], end) + self._topic_score(start, end) >= _SURE

    def _is_behind_signed_head(self, start: int) -> bool:
        """Say whether the words below a headline take it up, and not the signed one right above it.

        That one has lost its body or stands behind it: under a headline of its own no text goes untold.
        """
        above = next((begin for begin, end in self.group_ends.items() if end == start), None)
        below = self._paragraphs(range(self.group_ends[start], len(self._units)), _BELOW)
        signed = self._units[start - 1].shape is Shape.BYLINE
        if above is None or self._topics is None or not below or not signed:
            return False
        words = self._topics.words
        told = words("\n".join(below))
        mine = [share(words(unit.text), told) for unit in self._units[start : self.group_ends[start]]]
        theirs = [share(words(unit.text), told) for unit in self._units[above:start]]
        return max(mine) - max(theirs) > _TAKEN_UP

    def _leads_a_story(self, start: int, end: int) -> bool:
        """Say whether what stands in the group or right below it is sure to stand at the top of a story."""
        if any(unit.shape in _SURE_SIGNS for unit in self._units[start:end]):
            return True
        if end == len(self._units):
            return False
        return starts_story(self._units[end]) or self._is_picture(end)

    def _is_picture(self, start: int) -> bool:
        """Say whether a few paragraphs from unit `start` on are the words under a picture."""
        for unit in self._units[start : start + LONGEST_CAPTION + 1]:
            if unit.shape is Shape.CREDIT:
                return True
            if unit.shape is not Shape.PROSE:
                return False
        return False

    def _score(self, unit: Unit, end: int) -> float:
        """Return how surely a lone open line without any sure sign is a title; a heading scores 0 or less."""
        text = unit.text
        score = 0.0
        if unit.first.gap >= WIDE_GAP:
            score += 2.5
        document = wording.DOCUMENT_TITLE.search(text) is not None
        if document:
            score += 3.0 if "关于" in text else 1.5 if len(text) >= _DOCUMENT else 0.0
        below = self._units[end] if end < len(self._units) else None
        if document and below is not None and marks.ARTICLE.match(below.text):
            score += 2.0
        score += self._lead(end)
        if end < len(self._units) and self._units[end].shape is Shape.TABLE:
            score += 2.0
        if unit.first.level:
            alike = 2.5 if self._always_marked else 1.5
            score += alike if unit.first.level <= self._deepest else -1.5
        elif self._always_marked:
            score -= 1.0
        if text.endswith("--"):
            score -= 1.0
        if len(text) <= 12:
            score -= 1.0
        elif " " in text:
            score += 1.0
        return score

    def _lead(self, end: int) -> float:
        """Return how surely the unit under a headline begins news."""
        below = self._units[end] if end < len(self._units) else None
        if below is not None and below.shape is Shape.PROSE and wording.LEAD.match(below.text):
            return _LEAD
        return _IN_SPEECH if self._is_in_speech(end) else 0.0

    def _is_in_speech(self, end: int) -> bool:
        """Say whether a speech is running above a headline."""
        for number in range(end - 1, max(-1, end - _SPEECH), -1):
            shape = self._units[number].shape
            if shape is Shape.SALUTATION or shape in _ENDS_SPEECH:
                return shape is Shape.SALUTATION
        return False

    def _topic_score(self, start: int, end: int) -> float:
        """Return what the words around a headline say: 0 without language data."""
        below = self._paragraphs(range(end, len(self._units)), _BELOW)
        above = self._paragraphs(range(start - 1, -1, -1), _ABOVE)
        if self._topics is None or not below or not above:
            return _NO_HEADING
        words = self._topics.words
        headline = (unit.text for unit in self._units[start:end])
        # What is looked up together takes as long as one of it alone; no word reaches over a line end.
        return new_story_score(words("\n".join(headline)), words("\n".join(below)), words("\n".join(above)))

    def _paragraphs(self, numbers: Iterable[int], room: int) -> list[str]:
        """Return the paragraphs next to a headline, up to the next one, until `room` is filled."""
        found: list[str] = []
        for number in numbers:
            unit = self._units[number]
            if number in self.group_ends or unit.shape not in _RUNNING or sum(map(len, found)) > room:
                break
            found.append(unit.text)
        return found
