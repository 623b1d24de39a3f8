"""What corrections teach, and what is chosen about checking, kept in the project."""

from pathlib import Path

import pytest

from core.commands.editing import TypeText
from core.commands.judging import AcceptSuggestion, DismissFindings
from core.detectors.detector import Context
from core.detectors.options import CheckOptions, Conventions, Level, Region
from core.detectors.rules import pairs_taught
from core.document.finding import Finding, Suggestion
from core.document.page import Source
from core.errors import BadInputError
from core.glossary.entry import Entry, Glossary
from core.glossary.pair import Pair, Pairs
from core.messages import message
from core.project.project import Project
from core.project.taught import Lesson
from core.text.edit import Edit
from core.text.span import Span

TEXT = "定于周未休息。\n下周未开会。\n上周未休整。"
KEY = ("周未", "周末")


@pytest.fixture
def project(tmp_path: Path):
    opened = Project.create(tmp_path / "a.jiaochou", "甲")
    opened.add_pages([Source("一版", TEXT.encode(), "utf-8", TEXT)])
    yield opened
    opened.close()


def correction() -> AcceptSuggestion:
    finding = Finding("odd-character", Span(3, 4), message("异常字符"), (Suggestion("末", 0.9),))
    return AcceptSuggestion(1, finding)


def learnt(project: Project) -> list[Finding]:
    return list(pairs_taught.detect(project.view(1), project.taught.context()))


def test_an_accepted_correction_teaches_a_pair_and_undo_takes_it_back(project):
    project.perform(correction())
    assert list(project.taught.pairs) == [Pair(*KEY, taught=1)]
    assert project.taught.take_lesson() == Lesson(1, *KEY)
    assert project.taught.take_lesson() is None
    project.undo()
    assert list(project.taught.pairs) == []
    project.redo()
    assert list(project.taught.pairs) == [Pair(*KEY, taught=1)]


def test_a_typed_correction_teaches_when_the_run_of_typing_ends(project):
    project.perform(TypeText(1, Edit(3, "未", "")))
    project.perform(TypeText(1, Edit(3, "", "末")))
    assert list(project.taught.pairs) == []
    project.close_burst()
    assert list(project.taught.pairs) == [Pair(*KEY, taught=1)]
    assert project.taught.take_lesson() == Lesson(1, *KEY)


def test_typing_that_is_taken_back_has_taught_nothing(project):
    project.perform(TypeText(1, Edit(3, "未", "末")))
    project.undo()
    assert list(project.taught.pairs) == []
    assert project.taught.take_lesson() is None


def test_its_own_proposals_count_as_taken_or_refused(project):
    project.perform(correction())
    finding = learnt(project)[0]
    project.perform(DismissFindings(1, (finding,)))
    assert project.taught.pairs.held[KEY].rejected == 1
    project.undo()
    assert project.taught.pairs.held[KEY].rejected == 0
    project.perform(AcceptSuggestion(1, finding))
    assert project.taught.pairs.held[KEY] == Pair(*KEY, taught=2, accepted=1)


def test_a_correction_that_a_listed_pair_explains_teaches_that_pair(project):
    project.taught.keep_pairs(Pairs().with_pairs([Pair("于周未", "于周末")]))
    project.perform(correction())
    assert list(project.taught.pairs) == [Pair("于周未", "于周末", taught=1)]


def test_all_of_it_is_there_when_the_project_is_opened_again(tmp_path):
    options, glossary = CheckOptions(Level.STRICT, frozenset({"markup"})), Glossary((Entry("青渚港"),))
    first = Project.create(tmp_path / "a.jiaochou")
    first.taught.keep_options(options)
    first.taught.keep_glossary(glossary)
    first.taught.keep_pairs(Pairs().with_pairs([Pair(*KEY)]))
    first.close()
    again = Project.open(tmp_path / "a.jiaochou")
    assert (again.taught.options, again.taught.glossary, list(again.taught.pairs)) == (
        options,
        glossary,
        [Pair(*KEY)],
    )
    again.close()


def test_kept_findings_are_old_when_what_they_depend_on_is_another(project):
    seen = {project.findings.fingerprint(1)}
    project.taught.keep_options(CheckOptions(conventions=Conventions(region=Region.TAIWAN)))
    seen.add(project.findings.fingerprint(1))
    project.taught.keep_glossary(Glossary((Entry("青渚港"),)))
    seen.add(project.findings.fingerprint(1))
    project.taught.keep_pairs(Pairs().with_pairs([Pair(*KEY)]))
    seen.add(project.findings.fingerprint(1))
    assert len(seen) == 4
    project.taught.keep_pairs(project.taught.pairs.with_pairs([Pair("本未", "本末")]))
    assert project.findings.fingerprint(1) in seen


def test_detectors_get_what_is_chosen(project):
    first = project.taught.context()
    assert first.language is not None
    assert first == Context(language=first.language, evidence=first.evidence)
    project.taught.keep_options(CheckOptions(Level.STRICT))
    assert project.taught.context().options.level is Level.STRICT


def test_a_damaged_record_is_named(project):
    project.keep_setting("options", "{}")
    with pytest.raises(BadInputError, match="检查设置"):
        project.taught.options  # noqa: B018
