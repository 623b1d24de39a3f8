"""The evidence about a whole page, of which only what was changed is worked out anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap

from core.detectors.characters.doubtful import doubtful_places
from core.detectors.characters.evidence import Evidence, joined
from core.detectors.characters.features import evidence_of
from core.detectors.characters.hypotheses import hypotheses
from core.detectors.characters.ranker import promising
from core.detectors.characters.readings import Reading, reading_of_text
from core.language.context_model import REACH
from core.language.language import Language
from core.language.memory import Memory
from core.language.symbols import BOUNDARY

ROOM = 120_000
"""How many hypotheses are kept for the next check: those of a few pages, or of a long one that reads oddly
all over; some forty megabytes."""

_BESIDE = 24
"""So many symbols on either side can weigh in on the evidence about a place: cues of names reach farthest."""

_SENTENCE = re.compile(r".{30,}?[。！？；!?;]+|.+")
"""A sentence, or several short ones: what is worked out anew after a change."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """`[start, end)` of a reading, in the paragraph that is `[first, last)` of it."""

    start: int
    end: int
    first: int
    last: int

    @property
    def around(self) -> tuple[int, int]:
        """Where what stands beside it begins and ends: the evidence about it depends on nothing else."""
        return max(self.first, self.start - _BESIDE), min(self.last, self.end + _BESIDE)

    def read_in(self, reading: Reading) -> tuple[str, int, int]:
        """Return it with what stands beside it, and where it begins and ends in that."""
        first, last = self.around
        return reading.between(first, last), self.start - first, self.end - first


def page_evidence(reading: Reading, language: Language, memory: Memory[Evidence]) -> Evidence:
    """Return the evidence about all of a reading; sentences that `memory` knows are not worked out again.

    The reading must have a paragraph.
    """
    sentences = list(_sentences(reading))
    keys = [sentence.read_in(reading) for sentence in sentences]
    known = {key: evidence for key in keys if (evidence := memory.get(key)) is not None}
    unknown = [sentence for sentence, key in zip(sentences, keys, strict=True) if key not in known]
    for sentence, found in _worked_out(reading, unknown, language) if unknown else ():
        key = sentence.read_in(reading)
        known[key] = found
        memory.keep(key, found, len(found.owners))
    return joined([known[key] for key in keys], [sentence.start for sentence in sentences])


def _sentences(reading: Reading) -> Iterator[_Sentence]:
    for first, last in reading.paragraphs:
        for sentence in _SENTENCE.finditer(reading.text[first:last]):
            yield _Sentence(first + sentence.start(), first + sentence.end(), first, last)


def _runs(sentences: Iterable[_Sentence]) -> list[list[_Sentence]]:
    """Put sentences together that follow on each other in a paragraph."""
    runs: list[list[_Sentence]] = []
    for sentence in sentences:
        if runs and runs[-1][-1].end == sentence.start:
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    return runs


def _worked_out(
    reading: Reading, sentences: Sequence[_Sentence], language: Language
) -> Iterator[tuple[_Sentence, Evidence]]:
    """Yield the evidence about some sentences: runs of them are read so far apart that none sees another."""
    runs = _runs(sentences)
    ends = [(run[0].around[0], run[-1].around[1]) for run in runs]
    read = reading_of_text((BOUNDARY * REACH).join(starmap(reading.between, ends)))
    doubtful = doubtful_places(read, language)
    evidence = evidence_of(doubtful, hypotheses(doubtful, language), language)
    evidence = promising(evidence, language.ranker_weights)
    start = 0
    for run, (first, last) in zip(runs, ends, strict=True):
        offset = start - first
        for sentence in run:
            yield sentence, evidence.between(sentence.start + offset, sentence.end + offset)
        start += last - first + REACH
