import pytest

from core.detectors.rules import preambles

STORY = "清早从渡口出发的木船，傍晚才回来。"


@pytest.mark.parametrize(
    "talk",
    [
        "以下是图片中的文字内容：",
        "好的，以下是您上传的报纸版面的文字：",
        "好的，以下是識別結果：",
        "**以下为提取的文字：**",
        "识别结果如下：",
        "好的，我来识别这一页。",
        "根据您提供的图片，整理出的文字如下：",
        "图片中的文字如下：",
        "这是一张报纸的扫描件，内容如下：",
        "抱歉，我无法看清左下角的文字。",
        "（注：图片分辨率较低，个别字可能有误。）",
        "如果您需要其他格式，请告诉我。",
        "希望以上内容对您有所帮助！",
        "Sure, here is the extracted text of the page:",
        "Here’s the full transcription:",
        "I'm sorry, but I can't read the lower half.",
        "The image shows a page of a newspaper.",
    ],
)
def test_what_a_model_says_in_a_line_of_its_own(found, talk: str) -> None:
    text = f"{talk}\n\n{STORY}"
    (finding,) = found(preambles, text)
    assert finding.rule == "preamble"
    assert finding.span.of(text).strip("*") in talk


@pytest.mark.parametrize(
    "note", ["[图片：一条木船]", "（字迹不清）", "【无法辨认】", "[illegible]", "(End of page)"]
)
def test_a_note_in_brackets(found, accepted, note: str) -> None:
    text = f"清早从渡口{note}出发。"
    (finding,) = found(preambles, text)
    assert accepted(text, finding) == "清早从渡口出发。"


def test_long_talk_is_marked_at_its_beginning(found) -> None:
    (finding,) = found(preambles, "The picture shows " + "a boat and " * 7)
    assert len(finding.span) == preambles.NARROW
    assert finding.suggestions == ()


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "好的，明天一早开船。",
        "以下是渡口的开船时间：",
        "图片新闻",
        "图片由渡口管理处提供。",
        "他说，以下是图片中的文字内容，大家看一看。",
        "（图为渡口的木船）",
        "希望大家对您有新的认识。",
        "",
    ],
)
def test_what_a_paper_says(found, text: str) -> None:
    assert found(preambles, text) == []
