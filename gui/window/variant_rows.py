"""From a variant to what the pane shows of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from core.collation.page_collation import PageVariant
from core.collation.stacked import Stack
from core.collation.taking import Taking
from core.collation.variants import VariantKind
from core.text.torn import untorn
from gui.panels.everywhere import Change
from gui.panels.readings import ReadingRow, VariantShown
from gui.window.vocabulary import Vocabulary

translate = QCoreApplication.translate

BESIDE = 8
"""So much is shown on either side of a place that would be changed (code points)."""


def kind_name(kind: VariantKind) -> str:
    """Return what a kind of variant is called in the language of the window."""
    names = {
        VariantKind.SUBSTITUTION: translate("Variants", "文字不同"),
        VariantKind.OMISSION: translate("Variants", "脱文"),
        VariantKind.INSERTION: translate("Variants", "衍文"),
        VariantKind.TRANSPOSITION: translate("Variants", "次序不同"),
        VariantKind.PUNCTUATION: translate("Variants", "标点不同"),
        VariantKind.SCRIPT: translate("Variants", "字形不同"),
        VariantKind.BREAK: translate("Variants", "断行不同"),
    }
    return names[kind]


def variant_shown(
    found: PageVariant, place: tuple[int, int], name_of: Callable[[object], str], words: Vocabulary
) -> VariantShown:
    """Return a variant as it is shown; `place` is its number among so many."""
    head = translate("Variants", "第 {0} 处，共 {1} 处 · {2}").format(*place, kind_name(found.variant.kind))
    between = translate("Variants", "、")
    rows = [
        ReadingRow(
            number,
            untorn(reading.text),
            between.join(name_of(page.key) for page in found.holders(number)),
            number == found.own,
            number == found.judgement.preferred,
        )
        for number, reading in enumerate(found.readings)
    ]
    return VariantShown(head, rows, words.text(found.judgement.why))


def sentence_shown(stack: Stack) -> VariantShown:
    """Return what is said beside a sentence while the caret stands at none of its variants."""
    count = len(stack.variants)
    many = translate("Variants", "此句有 {0} 处异文").format(count)
    return VariantShown(many if count else translate("Variants", "此句各本没有异文"), (), "")


def changes(made: Sequence[Taking], name_of: Callable[[object], str]) -> list[Change]:
    """Return what readings that are taken would change, as the question lists it."""
    return [
        Change(
            name_of(one.page),
            untorn(one.text[: one.span.start])[-BESIDE:],
            one.removed,
            one.inserted,
            untorn(one.text[one.span.end : one.span.end + 2 * BESIDE])[:BESIDE],
        )
        for one in made
    ]
