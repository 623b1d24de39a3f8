"""What is a term in a paragraph, and what is not."""

import pytest

from core.lexicon.reading import read_terms
from core.text.folding import fold


def forms(text, kind):
    return [found.term.form for found in read_terms(fold(text)) if found.term.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青渚市市长林晓禾说，渡口下月通航。", ["林晓禾"]),
        ("本报记者 林晓禾 摄", ["林晓禾"]),
        ("副县长钱木、林晓禾和陈渡参加。", ["钱木", "林晓禾", "陈渡"]),
        ("林晓禾教授来了。", ["林晓禾"]),
        ("書記歐陽渡主持會議。", ["欧阳渡"]),
        ("市长办公会今天召开。", []),
        ("市长在会上说", []),
    ],
)
def test_people_are_known_by_the_office_beside_them(text, names):
    assert forms(text, "person") == names


def test_the_office_is_told():
    (found,) = [found for found in read_terms("青渚市副市长林晓禾说") if found.office]
    assert found.office == "副市长"


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("他写了《渡口的清早》和《沙洲》。", "work", ["渡口的清早", "沙洲"]),
        ("要抓好“一渡一策”，也说“今天水浅，要绕过去”。", "quoted", ["一渡一策"]),
        (
            "编制第十五个五年规划，召开第三届青渚渔业博览会",
            "ordinal",
            ["第十五个五年规划", "第三届青渚渔业博览会"],
        ),
        ("来自青渚渔业研究所的船", "organisation", ["来自青渚渔业研究所"]),
    ],
)
def test_works_quoted_words_series_and_organisations(text, kind, found):
    assert forms(text, kind) == found
