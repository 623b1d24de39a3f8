"""The generator makes pages with damage that is known to the character, and the same ones every time."""

import json
import sys
from pathlib import Path

import pytest

from core.project.project import Project


@pytest.fixture
def generator(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent)
    import big_project

    yield big_project
    for name in ("big_project", "damage", "newspaper"):
        sys.modules.pop(name, None)


def mended(text, damage):
    """Undo all damage: a line in the other script was changed last, so it goes back first."""
    outer = [one for one in damage if one.kind == "script"]
    inner = [one for one in damage if one.kind != "script"]
    for one in (*outer, *reversed(inner)):
        text = text[: one.start] + one.right + text[one.end :]
    return text.replace(",", "，")


def test_damage_is_known_to_the_character(generator):
    from newspaper import page_lines

    kinds = set()
    for number in range(60):
        page = generator.make_page(number, 3000)
        kinds |= {one.kind for one in page.damage}
        right = mended(page.text, page.damage).split("\n")
        assert [line for line in right if line] == [
            line.replace(",", "，") for line in page_lines(number, 3000)
        ]
    assert kinds == {"wrong", "lost", "doubled", "torn", "repeated-paragraph", "script"}


def test_same_numbers_give_the_same_pages_however_many_are_made_at_once(generator):
    many = list(generator.make_pages(120, 500))
    assert many[110:115] == [generator.make_page(number, 500) for number in range(110, 115)]
    assert len({page.name for page in many}) == len({page.text for page in many}) == 120
    assert generator.make_page(3, 500, seed=1) != many[3]


def test_papers_of_one_day_print_the_same_stories(generator):
    pages = [generator.make_page(number) for number in range(33)]
    lines = [{line for line in page.text.split("\n") if len(line) > 80} for page in pages]
    assert any(one & other for one in lines[:8] for other in lines[8:16])
    assert not any(one & lines[32] for one in lines[:32])


def test_it_writes_files_and_a_project(generator, tmp_path):
    made = [generator.make_page(number, 500) for number in range(3)]
    pages = generator.write_files(made, tmp_path)
    assert sorted(path.name for path in pages.iterdir()) == sorted(f"{page.name}.txt" for page in made)
    rows = [json.loads(line) for line in (tmp_path / "damage.jsonl").read_text("utf-8").splitlines()]
    assert rows[1] == [made[1].name, [list(one) for one in made[1].damage]]
    generator.write_project(made, tmp_path / "big.jiaochou")
    project = Project.open(tmp_path / "big.jiaochou")
    assert [project.raw_text(record.id) for record in project.pages()] == [page.text for page in made]
    project.close()
