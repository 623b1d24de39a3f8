"""What each command prints for programs."""

from pathlib import Path

import pytest

from core.commands.editing import TypeText
from core.commands.judging import DismissFindings
from core.commands.tagging import SignOff
from core.detectors.detector import all_detectors
from core.document.role import ArticleKind, Role
from core.project.project import Project
from core.text.edit import Edit

STORY = """## 渡口今日通航

本报讯(记者 林晓禾)渡口今日通航，两岸百姓奔走相告，十年的等待有了着落。

潮水退去，船工们把缆绳系在新修的石墩上，老人在岸边坐了一个下午。

潮水退去，船工们把缆绳系在新修的石墩上，老人在岸边坐了一个下午。
"""
FINDING = {
    "rule": str,
    "start": int,
    "end": int,
    "text": str,
    "message": str,
    "suggestions": list,
    "confidence": float,
    "weight": float,
    "page_level": bool,
    "related": list,
}
PAGES = Path(__file__).parents[3] / "../shared/pages"


def types(record: dict) -> dict:
    return {name: type(value) for name, value in record.items()}


def the_repeat(page: dict) -> dict:
    return next(one for one in page["findings"] if "repeat" in one["rule"])


def test_segment(jiaochou, page_file):
    path = page_file(STORY)
    said = jiaochou("segment", path, "--format", "json")
    assert (said.code, said.err) == (0, "")
    (page,) = said.json["pages"]
    assert list(page) == ["path", "chars", "script", "articles", "furniture"]
    assert (page["path"], page["chars"], page["script"]) == (str(path), len(STORY), "hans")
    (article,) = page["articles"]
    assert list(article) == ["title", "kind", "continued_from", "continued_to", "pieces"]
    assert (article["title"], article["kind"], article["continued_to"]) == ("渡口今日通航", "news", None)
    assert types(article["pieces"][0]) == {"start": int, "end": int, "role": str, "joins_previous": bool}
    assert [piece["role"] for piece in article["pieces"]] == ["title", "body", "body", "body"]
    first = article["pieces"][0]
    assert STORY[first["start"] : first["end"]] == "## 渡口今日通航"


def test_check(jiaochou, page_file):
    path = page_file(STORY)
    said = jiaochou("check", path, "--format", "json")
    assert (said.code, said.err) == (0, "")
    (page,) = said.json["pages"]
    assert (list(page), page["path"], page["chars"]) == (["path", "chars", "findings"], str(path), len(STORY))
    assert all(types(one) == FINDING for one in page["findings"])
    repeat = the_repeat(page)
    assert repeat["text"] == STORY[repeat["start"] : repeat["end"]]
    first = STORY.index("潮水退去")
    assert repeat["related"] == [{"path": str(path), "start": first, "end": first + 32}]
    assert types(repeat["suggestions"][0]) == {"text": str, "score": float}


def test_findings_are_sorted_by_where_they_begin(jiaochou, page_file):
    (page,) = jiaochou("check", page_file(STORY + "”乱\n\n" + STORY), "--format", "json").json["pages"]
    starts = [one["start"] for one in page["findings"]]
    assert len(starts) > 1
    assert starts == sorted(starts)


def test_check_fails_over_a_number_of_findings(jiaochou, page_file):
    path = page_file(STORY)
    count = len(jiaochou("check", path, "--format", "json").json["pages"][0]["findings"])
    assert jiaochou("check", path, "--fail-over", count).code == 0
    over = jiaochou("check", path, "--format", "json", "--fail-over", count - 1)
    assert (over.code, len(over.json["pages"])) == (1, 1)


def test_of_a_project_the_current_text_is_spoken_of(jiaochou, project_file):
    path = project_file(STORY, "船来了。")
    project = Project.open(path)
    project.perform(TypeText(1, Edit(0, "", "新刊\n\n")))
    project.close()
    check = jiaochou("check", path, "--format", "json").json["pages"]
    assert [page["path"] for page in check] == ["青渚时报-01", "青渚时报-02"]
    assert check[0]["chars"] == len(STORY) + 4
    assert the_repeat(check[0])["related"][0]["start"] == STORY.index("潮水退去") + 4
    segment = jiaochou("segment", path, "--format", "json").json["pages"]
    assert [page["chars"] for page in segment] == [len(STORY) + 4, 4]


def test_of_a_project_what_editors_have_settled_is_left_out(jiaochou, project_file):
    path = project_file(STORY)
    project = Project.open(path)
    findings = project.findings.check(1, all_detectors()).open
    repeat = next(one for one in findings if "repeat" in one.rule)
    project.perform(DismissFindings(1, (repeat,)))
    project.close()
    (page,) = jiaochou("check", path, "--format", "json").json["pages"]
    assert len(page["findings"]) == len(findings) - 1


def test_pages_of_one_name_are_told_apart(jiaochou, page_file, tmp_path):
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        page_file(STORY, f"{folder}/01.txt")
    path = tmp_path / "青渚.jiaochou"
    jiaochou("import", path, tmp_path / "甲/01.txt", tmp_path / "乙/01.txt")
    names = [page["path"] for page in jiaochou("segment", path, "--format", "json").json["pages"]]
    assert names == ["01 (1)", "01 (2)"]


def test_looking_at_a_project_changes_nothing(jiaochou, project_file, tmp_path):
    path = project_file(STORY)
    before = path.read_bytes()
    for arguments in (("check", path), ("segment", path), ("stats", path), ("verify", path)):
        assert jiaochou(*arguments).code == 0
    assert jiaochou("export", path, "--to", tmp_path / "out", "--format", "txt").code == 0
    assert path.read_bytes() == before


def test_stats(jiaochou, project_file):
    path = project_file(STORY, "船来了。")
    project = Project.open(path)
    project.perform(TypeText(2, Edit(0, "船", "舟")))
    project.perform(SignOff(2))
    project.close()
    figures = jiaochou("stats", path, "--format", "json").json
    assert (figures["chars"], figures["rounds"]) == (len(STORY) + 4, {"0": 1, "1": 1, "2": 0, "3": 0})
    assert (figures["corrections"]["total"], figures["corrections"]["by_reason"]) == (1, {"typed": 1})
    assert figures["pages"][1] == {
        "name": "青渚时报-02",
        "chars": 4,
        "round": 1,
        "articles": 1,
        "corrections": 1,
        "error_rate": 2500.0,
    }
    assert "2 版" in jiaochou("stats", path).out


def test_verify(jiaochou, project_file):
    path = project_file(STORY)
    assert jiaochou("verify", path).out == "1 版、0 处改动记录全部完好\n"
    project = Project.open(path)
    project._store.connection.execute("UPDATE page SET raw = x'31'")
    project.close()
    said = jiaochou("verify", path)
    assert (said.code, said.out) == (2, "")
    assert said.err == f"{path}：有 1 处问题，第一处：青渚时报-01：导入时的原始字节已被改动\n"


def test_export_never_overwrites_unasked(jiaochou, project_file, tmp_path):
    path, out = project_file(STORY), tmp_path / "out"
    assert jiaochou("export", path, "--to", out, "--format", "md").out == f"写出 1 个文件到 {out}\n"
    (written,) = out.iterdir()
    written.write_text("我的", encoding="utf-8")
    refused = jiaochou("export", path, "--to", out, "--format", "md")
    assert (refused.code, refused.err) == (2, f"{written}：文件已经存在，没有覆盖\n")
    assert written.read_text(encoding="utf-8") == "我的"
    assert jiaochou("export", path, "--to", out, "--format", "md", "--overwrite").code == 0
    assert "渡口今日通航" in written.read_text(encoding="utf-8")


def test_import_adds_what_is_new(jiaochou, page_file, project_file):
    path = project_file(STORY)
    again = jiaochou("import", path, page_file(STORY), page_file("船来了。", "02.txt"))
    assert (again.code, again.out) == (0, "加入 1 版，已有 1 版\n")


def test_text_is_for_people(jiaochou, page_file):
    path = page_file(STORY)
    segment = jiaochou("segment", path).out
    assert "渡口今日通航  [news]" in segment
    assert "title" in segment
    assert "repeat" in jiaochou("check", path).out


def test_pages_without_a_shared_passage_make_no_groups(jiaochou, page_file):
    said = jiaochou("collate", page_file(STORY), page_file("船来了。", "02.txt"), "--format", "json")
    assert (said.code, said.json) == (0, {"groups": []})


@pytest.mark.skipif(not PAGES.is_dir(), reason="no real pages beside the project")
def test_real_pages(process):
    pages = sorted(PAGES.glob("*.txt"))
    assert pages
    for command in ("segment", "check"):
        said = process(command, *pages, "--format", "json")
        assert (said.code, said.err) == (0, "")
        assert [page["path"] for page in said.json["pages"]] == list(map(str, pages))
    texts = [path.read_text(encoding="utf-8-sig") for path in pages]
    for page, text in zip(said.json["pages"], texts, strict=True):
        assert page["chars"] == len(text)
        for one in page["findings"]:
            assert text[one["start"] : one["end"]] == one["text"]
            long_rules = ("repeat", "duplicate", "drift", "misplaced")
            free = one["page_level"] or any(word in one["rule"] for word in long_rules)
            assert free or one["end"] - one["start"] <= 60


@pytest.mark.skipif(not PAGES.is_dir(), reason="no real pages beside the project")
def test_real_articles_keep_the_contract(jiaochou):
    for page in jiaochou("segment", *sorted(PAGES.glob("*.txt")), "--format", "json").json["pages"]:
        for article in page["articles"]:
            assert article["kind"] in list(ArticleKind)
            assert {piece["role"] for piece in article["pieces"]} <= set(Role)
            assert all(0 <= piece["start"] < piece["end"] <= page["chars"] for piece in article["pieces"])
