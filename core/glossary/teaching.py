"""What a correction teaches: the shortest form that is wrong wherever it stands, and its right form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.glossary.pair import Key, Pairs
from core.text.characters import is_han
from core.text.edit import Edit
from core.text.folding import fold

LONGEST_CORE = 4
"""A correction of more characters says something of its own place only (code points)."""

LONGEST_FORM = 5
"""How long a form may become by the characters around the correction."""

RARE = 2.0
"""A form that ordinary text has less often than this is hardly ever right."""

PLAINER = 8.0
"""How often ordinary text must have the right form."""

WORD = 60.0
"""How often where two characters are to tell: by chance two stand together more easily."""

REACH = 8
"""How far a pair that is known already may reach beyond a correction on either side (code points)."""

Counts = Callable[[str], float]
"""How often a sequence of up to five characters stands in the text that language data was counted from."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A correction with `before` characters in front of it and `after` behind it."""

    wrong: str
    right: str
    before: int
    after: int


def taught_by(text: str, edit: Edit, counts: Counts | None = None) -> Key | None:
    """Return the pair that `edit` of `text` teaches, None where it teaches none.

    It does where one to four Han characters are replaced by as many at the most. The forms are extended by
    what stands around until `counts` say that the wrong one is rare and the right one is not. Where that
    never becomes so, as in names, they are extended to three characters at least, so that 未 alone is never
    taken for 末; and where ordinary text has the parts of the wrong form too, the correction was one of style
    or of sense, and teaches nothing.
    """
    if not _is_correction(edit):
        return None
    forms = sorted(_forms(text, edit), key=lambda form: len(form.wrong))
    if counts is not None:
        telling = [form for form in forms if _tells(form, counts)]
        if telling:
            shortest = len(telling[0].wrong)
            best = min(
                (form for form in telling if len(form.wrong) == shortest),
                key=lambda form: (counts(form.wrong), -counts(form.right)),
            )
            return best.wrong, best.right
    least = max(3, len(edit.removed) + 1)
    rare = [form for form in forms if len(form.wrong) == least and _is_odd(form, counts)]
    both_sides = [form for form in rare if form.before and form.after]
    chosen = next(iter(both_sides or rare), None)
    return None if chosen is None else (chosen.wrong, chosen.right)


def explained_by(text: str, edit: Edit, pairs: Pairs) -> Key | None:
    """Return the pair of `pairs`, the shortest, that would have made `edit` of `text`."""
    if not pairs or not _is_correction(edit):
        return None
    reach = range(REACH + 1)
    for before, after in sorted(((one, other) for one in reach for other in reach), key=sum):
        if before > edit.start:
            continue
        head, tail = text[edit.start - before : edit.start], text[edit.end : edit.end + after]
        key = head + edit.removed + tail, head + edit.inserted + tail
        if key in pairs.held:
            return key
    return None


def _is_correction(edit: Edit) -> bool:
    wrong, right = edit.removed, edit.inserted
    if not 1 <= len(wrong) <= LONGEST_CORE or not 1 <= len(right) <= LONGEST_CORE:
        return False
    # A change of script is no correction of a character: rules about script see to it.
    return all(map(is_han, wrong + right)) and fold(wrong) != fold(right)


def _forms(text: str, edit: Edit) -> Iterator[_Form]:
    """Yield the correction with ever more Han characters of its line around it."""
    room = max(LONGEST_FORM - max(len(edit.removed), len(edit.inserted)), 0)
    left, right = edit.start, edit.end
    while left > edit.start - room and left > 0 and is_han(text[left - 1]):
        left -= 1
    while right < edit.end + room and right < len(text) and is_han(text[right]):
        right += 1
    for before in range(edit.start - left + 1):
        for after in range(min(right - edit.end, room - before) + 1):
            head, tail = text[edit.start - before : edit.start], text[edit.end : edit.end + after]
            wrong = head + edit.removed + tail
            if len(wrong) >= 2:
                yield _Form(wrong, head + edit.inserted + tail, before, after)


def _is_odd(form: _Form, counts: Counts | None) -> bool:
    """Say whether two neighbours in the wrong form, of which one was corrected, hardly ever stand together.

    That three do not is no sign: of three characters most sequences are rare.
    """
    if counts is None:
        return True
    core = range(max(0, form.before - 1), min(len(form.wrong) - 1, len(form.wrong) - form.after))
    return any(counts(form.wrong[at : at + 2]) < RARE for at in core)


def _tells(form: _Form, counts: Counts) -> bool:
    least = WORD if len(form.wrong) == 2 else PLAINER
    return counts(form.wrong) < RARE and counts(form.right) >= least
