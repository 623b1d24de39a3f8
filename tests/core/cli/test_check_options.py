"""How strict `check` is: by its options for files, by the project's own for a project."""

from pathlib import Path

from core.detectors.options import CheckOptions, Level
from core.document.page import Source
from core.glossary.entry import Entry, Glossary
from core.project.project import Project

PAGE = "大家如火如茶地干，林小舟说：“明天开工。”\n"


def rules(said) -> list[str]:
    (page,) = said.json["pages"]
    return [finding["rule"] for finding in page["findings"]]


def test_a_rule_is_left_out(jiaochou, page_file):
    path = page_file(PAGE)
    assert "known-pair" in rules(jiaochou("check", path, "--format", "json"))
    assert "known-pair" not in rules(jiaochou("check", path, "--format", "json", "--off", "known-pair"))


def test_several_files_are_one_context(jiaochou, page_file):
    named = page_file("市长林晓禾说，水浅。市长林晓禾说，要绕。市长林晓禾说，到了。\n", "青渚时报-02.txt")
    odd = page_file("通讯员林骁禾报道。\n")
    assert "odd-form" not in rules(jiaochou("check", odd, "--format", "json"))
    first, _ = jiaochou("check", odd, named, "--format", "json").json["pages"]
    assert [one["suggestions"][0]["text"] for one in first["findings"] if one["rule"] == "odd-form"] == ["晓"]


def test_an_unknown_rule_is_named(jiaochou, page_file):
    said = jiaochou("check", page_file(PAGE), "--off", "mark-up")
    assert (said.code, said.out) == (2, "")
    assert "mark-up" in said.err


def test_a_project_is_checked_by_its_own_options_and_glossary(jiaochou, tmp_path: Path):
    path = tmp_path / "a.jiaochou"
    project = Project.create(path)
    project.add_pages([Source("一版", PAGE.encode(), "utf-8", PAGE)])
    project.taught.keep_glossary(Glossary((Entry("林晓舟"),)))
    project.taught.keep_options(CheckOptions(Level.NORMAL, frozenset({"known-pair", "wrong-character"})))
    project.close()
    assert rules(jiaochou("check", path, "--format", "json")) == ["glossary"]
    assert rules(jiaochou("check", path, "--format", "json", "--level", "lenient")) == []
    assert rules(jiaochou("check", path, "--format", "json", "--off", "glossary")) == []
