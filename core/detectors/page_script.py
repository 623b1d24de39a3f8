"""In which script a page is written, and what on it is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from core.detectors.by_line import found_by_line
from core.detectors.options import Conventions, Region
from core.detectors.script_runs import ScriptRun, script_runs
from core.document.page import PageView
from core.text.glyphs import in_glyphs_of, own_glyphs
from core.text.phrase_forms import WrongForm, wrong_forms
from core.text.script import Conversion, Convert, Script, convert, evidence, script_of, script_tables
from core.text.simplified_slips import simplified_slips

LEAST_NATIVE = 8
"""With fewer characters that tell, a page is too short to say what its script is."""

CONTEXT = 12
"""How much of the text around a run the conversion looks at: it minds phrases (code points)."""

LEAST_PAGES = 3
MOSTLY = 0.8
"""So many pages, and such a share of all, say what the script of a project is."""

_TO_TRADITIONAL: Mapping[Region, Conversion] = {
    Region.MAINLAND: "s2t",
    Region.TAIWAN: "s2tw",
    Region.HONG_KONG: "s2hk",
}


@dataclass(frozen=True)
class PageScript:
    """The script a page is in, and the runs of characters that are not.

    `forms` are the characters, by their places, that other words of the page's own script have. `to_native`
    says how the others are converted.
    """

    native: Script
    runs: list[ScriptRun]
    to_native: Conversion
    forms: Mapping[int, WrongForm] = field(default_factory=dict)

    def converted(self, text: str, run: ScriptRun, convert: Convert = convert) -> str:
        """Return what `run` becomes in the page's own script and glyphs."""
        span = run.span
        before = max(0, span.start - CONTEXT)
        around = text[before : span.end + CONTEXT]
        whole = convert(around, self.to_native)
        if len(whole) != len(around):
            return convert(span.of(text), self.to_native)
        new = list(whole[span.start - before : span.end - before])
        for place in range(span.start, span.end):
            if place in self.forms:
                new[place - span.start] = self.forms[place].form
        converted = "".join(new)
        return in_glyphs_of(text, converted) if self.native is Script.TRADITIONAL else converted


def page_script(page: PageView, conventions: Conventions) -> PageScript | None:
    """Say in which script most of a page is, and what of it is not; None where too little tells."""
    text = page.text
    simplified, traditional = evidence(text)
    if max(simplified, traditional) < LEAST_NATIVE:
        return None
    if simplified >= traditional:
        slips = {
            at + place: WrongForm(at + place, right, "") for at, (place, right) in found_by_line(page, _slips)
        }
        return PageScript(
            Script.SIMPLIFIED, script_runs(text, Script.SIMPLIFIED, also=slips.keys()), "t2s", slips
        )
    # What Taiwan prints is settled; elsewhere new glyphs and old ones are both in use.
    own = frozenset[str]() if conventions.region is Region.TAIWAN else own_glyphs(text)
    tables = script_tables()
    wrong = (replace(one, place=at + one.place) for at, one in found_by_line(page, _wrong_forms))
    forms = {
        one.place: one
        for one in wrong
        if text[one.place] not in tables.only_simplified or text[one.place] in own
    }
    return PageScript(
        Script.TRADITIONAL,
        script_runs(text, Script.TRADITIONAL, own, forms.keys()),
        _TO_TRADITIONAL[conventions.region],
        forms,
    )


def _slips(line: str) -> list[tuple[int, str]]:
    return list(simplified_slips(line))


def _wrong_forms(line: str) -> list[WrongForm]:
    return list(wrong_forms(line))


def project_script(pages: Iterable[PageView]) -> Script | None:
    """Return the script that nearly all of `pages` are in; None where there is none, or too few pages."""
    return script_of_most(script for page in pages if (script := telling_script(page.text)) is not None)


def telling_script(text: str) -> Script | None:
    """Return the script of a text, None where too little of it tells."""
    return script_of(text) if max(evidence(text)) >= LEAST_NATIVE else None


def script_of_most(told: Iterable[Script]) -> Script | None:
    """Return the script that nearly all of the pages have that tell one; see `project_script`."""
    scripts = list(told)
    for script in (Script.SIMPLIFIED, Script.TRADITIONAL):
        if len(scripts) >= LEAST_PAGES and scripts.count(script) >= MOSTLY * len(scripts):
            return script
    return None
