import sys
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInputError
from core.importers.decode import decode

SIMPLIFIED_SHORT = "镇北水库清淤\n菜农不再挑水\n"
TRADITIONAL_SHORT = "鎮北水庫清淤\n菜農不再挑水\n"
SIMPLIFIED = (
    "镇北水库提前蓄水\n"
    "本报讯（记者 田野）入秋以后，水库的水位比往年高出两米，菜农老陶说，今年不用再挑水了。\n"
    "“渠修到了地头，”他说，“孩子们都来看热闹。”水利站的人算过，全镇三千亩菜地都能浇上。\n"
) * 8
TRADITIONAL = (
    "鎮北水庫提前蓄水\n"
    "本報訊（記者 田野）入秋以後，水庫的水位比往年高出兩米，菜農老陶說，今年不用再挑水了。\n"
    "「渠修到了地頭，」他說，「孩子們都來看熱鬧。」水利站的人算過，全鎮三千畝菜地都能澆上。\n"
) * 8
CANTONESE = "街市啲魚檔今朝好旺，阿婆話佢哋嘅魚係啱啱嚟嘅。\n大家都話平咗好多。\n"
MOSTLY_ENGLISH = "Page 3, column 2 (continued from page 1)\nThe reservoir at Zhenbei 镇北水库 is full.\n"

UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("encoding", [*UNICODE, "gb18030"])
@pytest.mark.parametrize(
    "text", [SIMPLIFIED_SHORT, SIMPLIFIED, TRADITIONAL_SHORT, TRADITIONAL, MOSTLY_ENGLISH]
)
def test_unicode_and_gb_files_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "page.txt") == (text, encoding)


@pytest.mark.parametrize("text", [TRADITIONAL_SHORT, TRADITIONAL])
def test_big5_files_are_recognised(text: str) -> None:
    assert decode(text.encode("cp950"), "page.txt") == (text, "cp950")


def test_big5_with_hong_kong_characters_is_recognised() -> None:
    assert decode(CANTONESE.encode("big5hkscs"), "page.txt") == (CANTONESE, "big5hkscs")


@pytest.mark.parametrize(("text", "encoding"), [
    ("市の図書館は日曜日も開くことになりました。\n子どもたちはとても喜んでいます。\n", "cp932"),
    ("Городская библиотека открыта и по воскресеньям.\nДети очень рады.\n", "cp1251"),
])  # fmt: skip
def test_other_languages_are_left_to_charset_normalizer(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "page.txt") == (text, encoding)


def test_the_older_byte_order_marks_are_no_part_of_the_text() -> None:
    assert decode("\ufeff雨".encode("utf-16-be"), "page.txt") == ("雨", "utf-16")
    assert decode("\ufeff雨".encode(), "page.txt", "utf-8") == ("雨", "utf-8")
    assert decode(("\ufeff" + SIMPLIFIED).encode("gb18030"), "page.txt") == (SIMPLIFIED, "gb18030")


def test_all_line_ends_become_line_feeds() -> None:
    assert decode("甲\r\n乙\r丙\n\r丁".encode(), "page.txt")[0] == "甲\n乙\n丙\n\n丁"
    assert decode(SIMPLIFIED.replace("\n", "\r").encode("gb18030"), "page.txt")[0] == SIMPLIFIED


def test_the_given_encoding_overrides_the_detection() -> None:
    raw = SIMPLIFIED.encode("gb18030")
    assert decode(raw, "page.txt", "latin-1")[1] == "iso8859-1"


@pytest.mark.parametrize(("encoding", "used", "character"), [
    ("GB2312", "gb18030", "镕"),
    ("gbk", "gb18030", "𠮷"),
    ("Big5", "cp950", "裏"),
    ("big5", "big5hkscs", "啲"),
])  # fmt: skip
def test_a_narrow_encoding_stands_for_the_wider_one_in_use(encoding: str, used: str, character: str) -> None:
    assert decode(character.encode(used), "page.txt", encoding) == (character, used)


def test_characters_that_stand_for_lost_ones_are_kept() -> None:
    assert decode("水库的水�比往年高".encode(), "page.txt")[0] == "水库的水�比往年高"


def test_form_feeds_and_single_control_characters_are_kept() -> None:
    assert decode((SIMPLIFIED + "\x0c\x1a").encode(), "page.txt")[0] == SIMPLIFIED + "\x0c\x1a"


BAD = {
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", None, "内容是 PNG，不是文字"),
    "a program": (
        b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00>\x00\xfe\xff",
        None,
        "是二进制文件，不是文字",
    ),
    "controls": ("水库\x01\x02\x03\x04".encode(), None, "是二进制文件，不是文字"),
    "noise": (
        b"\xff\xfc\xb8\x80\xff\xfd\xc0" * 9,
        None,
        "认不出是哪种文字编码，请指定编码（如 gb18030、big5）",
    ),
    "damaged UTF-8": (
        SIMPLIFIED[:100].encode() + b"\xff" + SIMPLIFIED[100:].encode(),
        None,
        f"像是 utf-8 编码，但第 {len(SIMPLIFIED[:100].encode()) + 1} 个字节已损坏",
    ),
    "damaged GB 18030": (
        SIMPLIFIED[:100].encode("gb18030") + b"\xff" + SIMPLIFIED[100:].encode("gb18030"),
        None,
        "像是 gb18030 编码，但第 ",
    ),
    "half a UTF-16 unit": (
        "雨天".encode("utf-16") + b"x",
        None,
        "不能按 utf-16 解码，第 7 个字节不合这种编码",
    ),
    "no such encoding": (b"a", "klingon", "没有叫“klingon”的文字编码"),
    "a codec without text": (b"6162", "hex", "没有叫“hex”的文字编码"),
    "an impossible encoding name": (b"a", "utf\x008", "没有叫“utf\x008”的文字编码"),
    "the wrong encoding": (SIMPLIFIED.encode(), "ascii", "不能按 ascii 解码，第 1 个字节不合这种编码"),
    "a codec that never decodes": (b"a", "undefined", "不能按 undefined 解码"),
    "lone surrogates": (b"\\ud800" * 3, "unicode_escape", "含有不成对的代理码位，不是完整的文字"),
    "lost in conversion": ("��人��年���".encode(), None, "大半文字已变成“�”，请改用转码以前的文件"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_text_is_refused_in_one_sentence(case: str) -> None:
    raw, encoding, cause = BAD[case]
    with pytest.raises(BadInputError) as refusal:
        decode(raw, "page.txt", encoding)
    assert str(refusal.value).startswith(f"page.txt：{cause}")


@given(st.text("的是不了在有和人这中大为上个国，。\n", min_size=20, max_size=200))
def test_common_characters_are_recognised_in_any_order(text: str) -> None:
    for encoding in ("gb18030", "utf-16-le", "utf-16-be"):
        if not text.isascii():
            assert decode(text.encode(encoding), "page.txt") == (text, encoding)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffd")),
    st.sampled_from(UNICODE[1:4]),
)
def test_marked_unicode_gives_back_any_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "page.txt") == (text, encoding)


@given(st.binary(max_size=200))
def test_any_bytes_are_either_refused_or_decoded_for_good(raw: bytes) -> None:
    try:
        text, used = decode(raw, "page.txt")
    except BadInputError:
        return
    assert decode(raw, "page.txt", used) == (text, used)
    assert "\r" not in text
    assert text.encode().decode() == text


def test_ordinary_pages_never_load_charset_normalizer() -> None:
    program = (
        "import sys; from core.importers.importer import read_all; from core.importers.decode import decode;"
        f"decode({SIMPLIFIED!r}.encode('gb18030'), ''); sys.exit('charset_normalizer' in sys.modules)"
    )
    assert run([sys.executable, "-c", program], check=False, cwd=Path(__file__).parents[3]).returncode == 0
