"""Characters, words and passages that drifted into the other script."""

from __future__ import annotations

from collections.abc import Iterator

from core.detectors.detector import Context, Rule
from core.detectors.script_runs import ScriptRun, script_runs
from core.detectors.weights import weight_of
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.script import Conversion, Script, convert, evidence, script_of
from core.text.span import Span

RULES = (
    Rule("script-drift", message("简繁混杂")),
    Rule("mixed-script", message("全页简繁参半")),
)

LEAST_NATIVE = 8
"""With fewer characters that tell, a page is too short to say what its script is."""

MANY = 200
"""More single words than this on a mixed page are not listed."""

CONTEXT = 12
"""How much of the text around a run the conversion looks at: it minds phrases (code points)."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield each run that is not in the script most of the page is in."""
    simplified, traditional = evidence(page.text)
    if min(simplified, traditional) == 0 or max(simplified, traditional) < LEAST_NATIVE:
        return
    native = Script.SIMPLIFIED if simplified >= traditional else Script.TRADITIONAL
    runs = script_runs(page.text, native)
    if runs and script_of(page.text) is Script.MIXED:
        yield Finding(
            "mixed-script",
            Span(runs[0].span.start, runs[0].span.start + 1),
            message(
                "全页简繁混排：只见于简体的{simplified}字，只见于繁体的{traditional}字",
                simplified=simplified,
                traditional=traditional,
            ),
            confidence=0.9,
            page_level=True,
        )
        if sum(not run.passage for run in runs) > MANY:
            # Passages can be put right one by one; so many single words want the page converted as a whole.
            runs = [run for run in runs if run.passage]
    for run in runs:
        yield _finding(page.text, run, native)


def _finding(text: str, run: ScriptRun, native: Script) -> Finding:
    sure = 0.93 if run.passage else 0.9 if run.telling > 1 else 0.8
    converted = _converted(text, run, "t2s" if native is Script.SIMPLIFIED else "s2t")
    return Finding(
        "script-drift",
        run.span,
        _words(run, native),
        () if converted == run.span.of(text) else (Suggestion(converted, sure),),
        sure,
        weight_of(run.telling),
    )


def _words(run: ScriptRun, native: Script) -> Message:
    if native is Script.SIMPLIFIED:
        return message("简体页里的繁体字（{count}字）", count=run.telling)
    return message("繁体页里的简体字（{count}字）", count=run.telling)


def _converted(text: str, run: ScriptRun, conversion: Conversion) -> str:
    """Convert the run, with what stands around it in view where that keeps every character in its place."""
    before = max(0, run.span.start - CONTEXT)
    around = text[before : run.span.end + CONTEXT]
    whole = convert(around, conversion)
    if len(whole) != len(around):
        return convert(run.span.of(text), conversion)
    return whole[run.span.start - before : run.span.end - before]
