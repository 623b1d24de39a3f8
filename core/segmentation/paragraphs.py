"""Paragraphs put back together: which piece goes on with the sentence of the piece before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.document.draft import DraftPiece
from core.document.role import Role
from core.segmentation import marks, page_marks
from core.segmentation.fragments import Fragment
from core.segmentation.page_language import PageLanguage
from core.segmentation.seams import closes, left_open, seam_score, tail_read_twice
from core.segmentation.shapes import Shape
from core.segmentation.stories import Part
from core.text.span import Span

_FOREIGN = 3
"""How many paragraphs of another story may lie between the halves of one."""

_PLAIN = 3.0
"""By how much the seam with a later paragraph must be better for the ones between to be foreign."""

_FITTING = 2.5
"""How well a displaced passage must go on with what follows it for the two to be one paragraph."""

_WHOLE_LINE = 60
"""The longest a line of a notice gets (code points)."""

_PASSED_OVER = frozenset({Role.CAPTION, Role.CREDIT, Role.TABLE})


def ordered(parts: Sequence[Part], language: PageLanguage) -> list[Part]:
    """Return the parts in reading order: what lies between the halves of a paragraph comes behind it."""
    found = list(parts)
    for number in range(len(found)):
        if is_torn(found[number]):
            later = _second_half(found, number, language)
            if later > number + 1:
                found.insert(number + 1, found.pop(later))
    return found


def pieces(parts: Sequence[Part], language: PageLanguage) -> Iterator[DraftPiece]:
    """Yield the pieces of one article; the first never goes on with anything."""
    above: Part | None = None
    displaced = False
    for part in parts:
        joins = above is not None and goes_on(above, part, language)
        if above is not None and displaced and joins:
            joins = _seam(above, part, language) >= _FITTING
        displaced = above is not None and part.unit.first.start < above.unit.first.start
        for number, fragment in enumerate(part.unit.fragments):
            yield DraftPiece(_span(fragment), part.role, joins if number == 0 else True)
        above = part


def goes_on(above: Part, below: Part, language: PageLanguage) -> bool:
    """Say whether `below` goes on with the paragraph of `above`."""
    if not _can_join(above, below):
        return False
    if below.unit.follows == above.unit.fragments[-1].start:
        return True
    if is_torn(above):
        return _seam(above, below, language) > -1.0 or len(above.unit.text) > 2 * len(below.unit.text)
    return tail_read_twice(above.unit.text, below.unit.text) > 0


def is_torn(part: Part) -> bool:
    """Say whether a part of a body or a caption ends in mid-sentence."""
    unit = part.unit
    return (
        part.role in {Role.BODY, Role.CAPTION}
        and not unit.ends_sentence
        and not unit.text.endswith((":", "--"))
        and unit.shape is not Shape.SALUTATION
        and len(unit.text) > 1
        and not (len(unit.text) <= _WHOLE_LINE and _is_whole(unit.text))
    )


def _is_whole(text: str) -> bool:
    """Say whether a short line is complete though it ends no sentence: an address, a note in brackets."""
    return page_marks.CONTACT.search(text) is not None or (text.startswith("(") and text.endswith(")"))


def _can_join(above: Part, below: Part) -> bool:
    plain = (
        below.unit.shape is Shape.PROSE
        and not below.unit.begins
        and marks.NUMBERED.match(below.unit.text) is None
    )
    return above.role is below.role and above.role in {Role.BODY, Role.CAPTION} and plain


def _second_half(parts: Sequence[Part], number: int, language: PageLanguage) -> int:
    """Return where the part stands that goes on with torn part `number`; the next one if none does better."""
    near = number + 1
    while near < len(parts) and parts[near].role in _PASSED_OVER and parts[number].role is Role.BODY:
        near += 1
    if near >= len(parts) or not _can_join(parts[number], parts[near]):
        return number + 1
    if near > number + 1:
        return near if goes_on(parts[number], parts[near], language) else number + 1
    closing = left_open(parts[number].unit.raw)
    if closing is None or closes(parts[near].unit.raw, closing):
        return near
    here = _seam(parts[number], parts[near], language)
    for later in range(near + 1, min(near + 1 + _FOREIGN, len(parts))):
        if not _can_join(parts[number], parts[later]):
            break
        if _seam(parts[number], parts[later], language) >= here + _PLAIN - 1.0:
            return later
    return near


def _seam(above: Part, below: Part, language: PageLanguage) -> float:
    return seam_score(above.unit.text, below.unit.text, above.unit.raw, below.unit.raw, language)


def _span(fragment: Fragment) -> Span:
    return Span(fragment.start, fragment.end)
