import pytest

from core.exporters.options import PRESETS, Characters, ExportOptions, encode_presets
from core.project.project import Project

STORY = "## 渡口今日通航\n\n本报讯(记者 林晓禾)潮水退去,头发湿了。\n\n## 早市开张\n\n鱼价平稳。\n"


@pytest.fixture
def export(jiaochou, project_file, tmp_path):
    path = project_file(STORY)

    def call(*arguments, form="txt"):
        out = tmp_path / f"out{len(list(tmp_path.iterdir()))}"
        said = jiaochou("export", path, "--to", out, "--format", form, *arguments)
        files = sorted(out.iterdir()) if out.exists() else []
        return said, {file.name: file.read_text("utf-8-sig") for file in files}

    call.path = path
    return call


def test_choices_are_made_on_the_command_line(export):
    said, files = export("--script", "hant", "--marks", "full", "--split", "article", "--names", "{title}")
    assert said.code == 0
    assert list(files) == ["早市開張.txt", "渡口今日通航.txt"]
    assert "潮水退去，頭髮溼了。" in files["渡口今日通航.txt"]


def test_a_preset_is_used_and_can_be_overruled(export):
    project = Project.open(export.path)
    preset = ExportOptions(characters=Characters.TRADITIONAL, names="{title}")
    project.keep_setting(PRESETS, encode_presets({"繁体": preset}))
    project.close()
    _, files = export("--preset", "繁体")
    assert "頭髮" in files["渡口今日通航.txt"]
    _, files = export("--preset", "繁体", "--script", "as-is")
    assert "头发" in files["渡口今日通航.txt"]
    said, files = export("--preset", "简体")
    assert (said.code, files) == (2, {})
    assert "繁体" in said.err


@pytest.mark.parametrize(
    ("arguments", "form", "reason"),
    [
        (["--only-signed"], "txt", "校次"),
        (["--split", "issue"], "jsonl", "按期"),
        (["--names", "{author}"], "txt", "{author}"),
        (["--apparatus"], "csv", "校勘记"),
    ],
)
def test_what_cannot_be_is_one_sentence(export, arguments, form, reason):
    said, files = export(*arguments, form=form)
    assert (said.code, said.out, files) == (2, "", {})
    assert reason in said.err
    assert said.err.count("\n") == 1


def test_json_lines_make_the_same_project_again(export, jiaochou, tmp_path):
    _, files = export(form="jsonl")
    (tmp_path / "pages.jsonl").write_text(files["pages.jsonl"], "utf-8")
    said = jiaochou("import", tmp_path / "again.jiaochou", tmp_path / "pages.jsonl")
    assert (said.code, said.out) == (0, "加入 1 版，已有 0 版\n")
    assert jiaochou("verify", tmp_path / "again.jiaochou").code == 0
    again = jiaochou("export", tmp_path / "again.jiaochou", "--to", tmp_path / "twice", "--format", "jsonl")
    assert again.code == 0
    assert (tmp_path / "twice/pages.jsonl").read_text("utf-8") == files["pages.jsonl"]
    twice = jiaochou("import", tmp_path / "again.jiaochou", tmp_path / "pages.jsonl")
    assert twice.code == 2
    assert "新的工程" in twice.err
