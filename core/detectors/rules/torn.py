"""Paragraphs that stop or begin in mid-sentence, with nothing on the page that goes on with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.detectors.conventions import is_old
from core.detectors.detector import Context, Rule
from core.detectors.misread_stops import ENDING, stops_misread
from core.detectors.paragraphs import Paragraph, paragraphs
from core.detectors.weights import PUNCTUATION
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.document.role import Role
from core.messages import message
from core.text.characters import HAN, ends_sentence
from core.text.span import Span

RULES = (
    Rule("broken-paragraph", message("断开的段落")),
    Rule("missing-full-stop", message("段末缺句号")),
    Rule("truncated-end", message("稿件没有结尾")),
)

LEAST = 12
"""Shorter paragraphs may be items of a list or signatures, which need no full stop."""

COMMAS = 3
"""A paragraph of one sentence with so many commas is prose, too, and no item of a list."""

_ENDS_OPEN = re.compile("[：:—…]$")
_ENDS_TORN = re.compile("[，,、（(《“‘「『]$")
_BEGINS_TORN = re.compile("[，。、；：？！）》」』,;:?!)]")
_PAUSE = re.compile("[。！？，；,;]")
_PROSE = re.compile("[。！？]")
_COMMA = re.compile("[，,]")
_SIGNED = re.compile("[摄攝文图圖画畫]$")
_DATED = re.compile("[0-9〇一二三四五六七八九十]年.{1,6}日$")
_STRAY = re.compile(r"[·•*=_#~^|]$|[。！？”] +\w{1,2}$|[。！？][，,、]$")
_WORD = re.compile(f"[{HAN}0-9A-Za-z%％”’」』）)》]")


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield the torn ends and beginnings of paragraphs, and paragraphs that only lack their full stop."""
    known = paragraphs(page)
    old = is_old(page, context.options.conventions)
    open_ended = [] if old else [number for number, paragraph in enumerate(known) if _ends_open(paragraph)]
    misread = _misread_stops(page, [known[number].text for number in open_ended], context)
    for paragraph in known:
        if paragraph.role is Role.BODY:
            yield from _beginning(paragraph)
    for number, is_misread in zip(open_ended, misread, strict=True):
        yield from _ending(known, number, is_misread=is_misread)


def _beginning(paragraph: Paragraph) -> Iterator[Finding]:
    begins_torn = _BEGINS_TORN.match(paragraph.text)
    if begins_torn and not paragraph.from_elsewhere:
        yield Finding(
            "broken-paragraph", paragraph.place(0, 1), message("段落以标点开头，前文可能丢失"), confidence=0.7
        )


def _ends_open(paragraph: Paragraph) -> bool:
    """Say whether a paragraph of the text does not end as sentences, signatures and the like do."""
    text = paragraph.text
    if paragraph.role is not Role.BODY or paragraph.to_elsewhere or ends_sentence(text):
        return False
    if len(text) < LEAST or not _PAUSE.search(text):
        return False
    return not any(pattern.search(text) for pattern in (_ENDS_OPEN, _SIGNED, _DATED, _STRAY))


def _misread_stops(page: PageView, texts: Sequence[str], context: Context) -> Sequence[bool]:
    """Say of paragraphs whether their last character was read for a stop; of none without language data."""
    if context.language is None:
        return [False] * len(texts)
    return page.each(stops_misread, [text[-ENDING:] for text in texts], context.language)


def _ending(known: Sequence[Paragraph], number: int, *, is_misread: bool) -> Iterator[Finding]:
    paragraph = known[number]
    text = paragraph.text
    place = paragraph.place(len(text) - 1, len(text))
    added = Suggestion(text[-1] + "。", 0.6)
    stops = (Suggestion("。", 0.6), Suggestion(added.text, 0.2)) if is_misread else (added,)
    if _is_last(known, number):
        yield _truncated(text, place, stops)
    elif text[-1] in "，,、" and _goes_on_afresh(known, number):
        stop = Suggestion("。", 0.5)
        yield Finding("broken-paragraph", place, message("段落在句中断开，没有找到接续"), (stop,), 0.7)
    elif _ENDS_TORN.search(text):
        yield Finding("broken-paragraph", place, message("段落在句中断开，没有找到接续"), confidence=0.7)
    elif not _goes_on_afresh(known, number):
        stop = Suggestion(text[-1] + "。", 0.35)
        words = message("这里没有说完：接续的文字丢了，或者缺句号")
        yield Finding("broken-paragraph", place, words, (stop,), confidence=0.6)
    elif (_PROSE.search(text) or len(_COMMA.findall(text)) >= COMMAS) and _WORD.match(text[-1]):
        yield Finding(
            "missing-full-stop", place, message("段末没有句号"), stops, confidence=0.65, weight=PUNCTUATION
        )


def _goes_on_afresh(known: Sequence[Paragraph], number: int) -> bool:
    """Say whether a new paragraph of the same article follows: nothing was cut off, a stop is missing."""
    following = known[number + 1] if number + 1 < len(known) else None
    return (
        following is not None
        and following.article == known[number].article
        and following.role in {Role.BODY, Role.HEADING}
        and not _BEGINS_TORN.match(following.text)
    )


def _is_last(known: Sequence[Paragraph], number: int) -> bool:
    """Say whether an article ends with this paragraph: what follows in it is no text that could go on."""
    article = known[number].article
    if article is None:
        return False
    rest = (it for it in known[number + 1 :] if it.article == article)
    return not any(it.role in {Role.BODY, Role.HEADING, Role.JUMP} for it in rest)


def _truncated(text: str, place: Span, stops: tuple[Suggestion, ...]) -> Finding:
    """Return the finding of a story that stops without an end; a comma leaves no doubt about it."""
    if _ENDS_TORN.search(text):
        words = message("稿件在句中停了，没有结尾，也没有转版")
        return Finding("truncated-end", place, words, confidence=0.75)
    words = message("稿件末尾没有句号：结尾丢了，或者漏了句号")
    return Finding("truncated-end", place, words, stops, confidence=0.75)
