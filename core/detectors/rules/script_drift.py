"""Characters, words and passages that drifted into the other script, or were converted to the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.detectors.converting import converter
from core.detectors.detector import Context, Rule
from core.detectors.page_script import PageScript, page_script
from core.detectors.script_runs import ScriptRun
from core.detectors.weights import weight_of
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.script import Script, evidence, script_of
from core.text.span import Span

RULES = (
    Rule("script-drift", message("简繁混杂")),
    Rule("wrong-conversion", message("简繁转换误字")),
    Rule("mixed-script", message("全页简繁参半")),
    Rule("script-of-page", message("与工程简繁不同")),
)

MANY = 200
"""More single words than this on a mixed page are not listed."""

_NAMES_FOLLOW = re.compile("(?:[记記]者|通[讯訊][员員]|[编編][辑輯]|作者|[摄攝]影)[^，。,\n]{0,8}$")


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield each run that is not in the script most of the page is in."""
    known = page_script(page, context.options.conventions)
    if known is None:
        return
    if context.script is not None and context.script is not known.native:
        yield _other_than_project(page.text, known.native)
    runs = known.runs
    if runs and script_of(page.text) is Script.MIXED:
        yield _mixed(page.text, runs[0])
        if sum(not run.passage for run in runs) > MANY:
            # Passages can be put right one by one; so many single words want the page converted as a whole.
            runs = [run for run in runs if run.passage]
    for run in runs:
        yield from _findings(page, run, known)


def _other_than_project(text: str, native: Script) -> Finding:
    words = (
        message("本版是简体，工程里的其他版多是繁体")
        if native is Script.SIMPLIFIED
        else message("本版是繁体，工程里的其他版多是简体")
    )
    first = len(text) - len(text.lstrip())
    return Finding("script-of-page", Span(first, first + 1), words, confidence=0.6, page_level=True)


def _mixed(text: str, run: ScriptRun) -> Finding:
    simplified, traditional = evidence(text)
    return Finding(
        "mixed-script",
        Span(run.span.start, run.span.start + 1),
        message(
            "全页简繁混排：只见于简体的{simplified}字，只见于繁体的{traditional}字",
            simplified=simplified,
            traditional=traditional,
        ),
        confidence=0.9,
        page_level=True,
    )


def _findings(page: PageView, run: ScriptRun, known: PageScript) -> Iterator[Finding]:
    places = [place for place in range(run.span.start, run.span.end) if place in known.forms]
    if run.passage or len(places) < run.telling:
        yield _drift(page, run, known)
        return
    for place in places:
        yield _wrong_form(page, place, known)


def _drift(page: PageView, run: ScriptRun, known: PageScript) -> Finding:
    sure = 0.93 if run.passage else 0.9 if run.telling > 1 else 0.8
    converted = known.converted(page.text, run, converter(page))
    return Finding(
        "script-drift",
        run.span,
        _words(run, known.native),
        () if converted == run.span.of(page.text) else (Suggestion(converted, sure),),
        sure,
        weight_of(run.telling),
    )


def _words(run: ScriptRun, native: Script) -> Message:
    if native is Script.SIMPLIFIED:
        return message("简体页里的繁体字（{count}字）", count=run.telling)
    return message("繁体页里的简体字（{count}字）", count=run.telling)


def _wrong_form(page: PageView, place: int, known: PageScript) -> Finding:
    text = page.text
    span = Span(place, place + 1)
    form = known.converted(text, ScriptRun(span, 1, passage=False), converter(page))
    phrase = known.forms[place].phrase
    sure = 0.8 if len(phrase) > 2 or known.native is Script.SIMPLIFIED else 0.7 if phrase else 0.5
    if _NAMES_FOLLOW.search(text, max(0, place - 20), place):
        # Names of people keep what nobody else writes.
        sure /= 2
    words = (
        message("“{wrong}”应作“{right}”", wrong=text[place], right=form)
        if not phrase
        else message("“{wrong}”应作“{right}”，如“{phrase}”", wrong=text[place], right=form, phrase=phrase)
    )
    return Finding("wrong-conversion", span, words, (Suggestion(form, sure),), sure)
