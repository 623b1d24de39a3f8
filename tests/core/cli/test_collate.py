"""`jiaochou collate`: passages that files share and their variants, for programs and for people."""

import pytest

WHOLE = (
    "渡口的船老大每天清早五点起身，先看水位，再看风向，然后解开缆绳。"
    "对岸的集市逢三逢八开张，卖菜的、修伞的、补锅的都赶早来占摊位，"
    "家家户户都动员起来，保证早稻按时收割，晚稻按时插秧。"
)
OTHER = WHOLE.replace("动员起来", "动员起米").replace("缆绳。", "缆绳.").replace("早稻按时", "早稻")


@pytest.fixture
def files(page_file):
    return page_file(WHOLE, "甲.txt"), page_file(OTHER, "乙.txt")


def test_the_group_its_witnesses_and_variants(jiaochou, files):
    (group,) = jiaochou("collate", *files, "--format", "json").json["groups"]
    assert [(it["path"], it["start"]) for it in group["witnesses"]] == [(str(path), 0) for path in files]
    assert [it["kind"] for it in group["variants"]] == ["punctuation", "substitution", "omission"]
    for variant in group["variants"]:
        for reading in variant["readings"]:
            for witness, (start, end) in zip(reading["witnesses"], reading["spans"], strict=True):
                assert (WHOLE, OTHER)[witness][start:end] == reading["text"]
    slip = group["variants"][1]
    assert slip["readings"][slip["preferred"]]["text"] == "来"
    assert "形近" in slip["why"] or "通顺" in slip["why"]


def test_kinds_are_chosen(jiaochou, files):
    def kinds(*options):
        (group,) = jiaochou("collate", *files, "--format", "json", *options).json["groups"]
        return [it["kind"] for it in group["variants"]]

    assert kinds("--only", "omission") == ["omission"]
    assert kinds("--without", "punctuation", "--without", "omission") == ["substitution"]


def test_for_people_as_text_and_as_a_page_for_a_browser(jiaochou, files):
    text = jiaochou("collate", *files).out
    assert "文字不同" in text
    assert "* [0] 来" in text
    html = jiaochou("collate", *files, "--format", "html").out
    assert html.startswith("<!DOCTYPE html>")
    assert "对校报告" in html
    assert "Report of variants" in jiaochou("collate", *files, "--format", "html", language="en").out
