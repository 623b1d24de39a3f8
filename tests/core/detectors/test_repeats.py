import pytest

from core.detectors.rules import repeats

FERRY = "渡口的船老大每天清早五点起身,先看水位,再看风向,然后才解开缆绳,把第一班客人送到对岸。"
MARKET = "对岸的集市逢三逢八开张,卖菜的、修伞的、补锅的都赶早占一个靠近渡口的摊位。"
SCHOOL = "学校离渡口两里路,孩子们坐头班船过河,放学时再一起坐末班船回家,从没有落下过一个。"


def test_a_paragraph_printed_twice_goes_without_a_gap(found, accepted) -> None:
    text = f"{FERRY}\n\n{MARKET}\n\n{SCHOOL}\n\n{FERRY}\n\n{MARKET}\n"
    first, second = found(repeats, text)
    assert [first.rule, second.rule] == ["repeated-paragraph"] * 2
    assert first.related[0].span.of(text) == FERRY
    assert second.related[0].span.of(text) == MARKET
    assert accepted(text, first) == f"{FERRY}\n\n{MARKET}\n\n{SCHOOL}\n\n{MARKET}\n"
    assert accepted(text, second) == f"{FERRY}\n\n{MARKET}\n\n{SCHOOL}\n\n{FERRY}\n"


def test_the_copy_of_the_other_script_and_width_is_a_copy(found) -> None:
    text = "清早開船,傍晚收船,風雨無阻地走了三十年。\n\n清早开船，傍晚收船，风雨无阻地走了三十年。"
    assert [finding.rule for finding in found(repeats, text)] == ["repeated-line"]


def test_a_copy_with_a_few_misread_characters_is_less_sure(found) -> None:
    near = FERRY.replace("清早", "清旱").replace("缆绳", "览绳")
    exact = found(repeats, f"{FERRY}\n\n{MARKET}\n\n{FERRY}")
    nearly = found(repeats, f"{FERRY}\n\n{MARKET}\n\n{near}")
    assert nearly[0].rule == "repeated-paragraph"
    assert nearly[0].confidence < exact[0].confidence


def test_short_lines_between_copies_are_copies_too(found) -> None:
    text = "\n\n".join([FERRY, "“好。”", MARKET, SCHOOL, FERRY, "“好。”", MARKET])
    assert [finding.span.of(text).strip() for finding in found(repeats, text)] == [FERRY, "“好。”", MARKET]


@pytest.mark.parametrize(
    "text",
    [
        f"# 渡口\n\n{FERRY}\n\n# 渡口\n\n{MARKET}",
        f"本报讯\n\n{FERRY}\n\n本报讯\n\n{MARKET}",
        "会议还讨论了别的事。\n\n" + FERRY + "\n\n会议还讨论了别的事。",
        "东镇完成植树120亩,占全年任务的六成以上。\n\n西镇完成植树340亩,占全年任务的六成以上。",
        "",
        "\n\n",
    ],
)
def test_what_may_stand_twice(found, text: str) -> None:
    assert found(repeats, text) == []


def test_headings_tables_and_bylines_are_no_copies(found) -> None:
    line = "年年岁岁花相似,岁岁年年人不同,渡口一景记"
    assert not found(repeats, f"{line}\n{FERRY}\n{line}\n{MARKET}", "title body heading body")
    assert not found(repeats, f"{line}\n{FERRY}\n{line}\n{MARKET}", "table body table body")


def test_a_printed_line_read_twice_is_found_inside_its_paragraph(found) -> None:
    lines = [FERRY[:16], FERRY[16:32], FERRY[16:32], FERRY[32:]]
    (finding,) = found(repeats, "\n".join(lines), "body +body +body +body")
    assert finding.rule == "repeated-line"
    assert finding.related[0].span.start == 17


def test_a_torn_paragraph_and_its_whole_copy(found) -> None:
    text = f"{FERRY[:20]}\n\n{FERRY[20:]}\n\n{SCHOOL}\n\n{FERRY}"
    (finding,) = found(repeats, text, "body +body body body")
    assert finding.span.of(text).strip() == FERRY


TAIL = "把工具、肥料和技术一起送到地头,让每一户都学得会、用得上、留得住。"


def test_a_passage_that_ends_two_paragraphs(found) -> None:
    text = f"春耕开始以后,镇里的农技员分成八个小组,{TAIL}\n\n{FERRY}\n\n入夏以来雨水偏多,各村合作社{TAIL}"
    (finding,) = found(repeats, text)
    assert finding.rule == "repeated-passage"
    assert finding.span.of(text) == TAIL
    assert finding.related[0].span.of(text) == TAIL


@pytest.mark.parametrize(
    "words",
    [
        "《关于在全市渡口码头集市学校开展水上交通安全大检查的实施意见》",
        "“撑一支长篙,向青草更青处漫溯,满载一船星辉,在星辉斑斓里放歌,一路向前去”",
    ],
)
def test_titles_and_quotations_may_come_back(found, words: str) -> None:
    text = f"上午的会议学习了{words},随后讨论了渡口的事。\n\n下午各镇传达了{words},并且分了工。"
    assert found(repeats, text) == []


def test_two_stories_may_open_alike(found) -> None:
    opening = "本报讯(记者 方小舟)昨天上午,全市水上交通安全工作会议在"
    assert found(repeats, f"{opening}渡口举行,三十人到会。\n\n{opening}码头举行,船员们都来了。") == []


SHORT = "渡口的老槐树今年又开花了。"


def sentences(found, text: str) -> list[tuple[str, float]]:
    """Return the sentences that are said again, and how sure that is."""
    return [
        (it.span.of(text), it.confidence) for it in found(repeats, text) if it.rule == "repeated-sentence"
    ]


def test_a_sentence_said_again_in_its_paragraph(found) -> None:
    text = f"{FERRY}{SHORT}{MARKET}{SHORT}{SCHOOL}"
    ((sentence, sure),) = sentences(found, text)
    assert sentence == SHORT
    assert sure >= 0.3


def test_a_sentence_said_again_at_once(found) -> None:
    ((_, sure),) = sentences(found, f"{FERRY}{SHORT}{SHORT}{MARKET}")
    assert sure > 0.9


def test_a_sentence_read_again_with_slips(found) -> None:
    slipped = MARKET.replace("修伞", "修企").replace("摊位", "滩位")
    ((sentence, _),) = sentences(found, f"{FERRY}{MARKET}{slipped}{SCHOOL}")
    assert sentence == slipped


@pytest.mark.parametrize(
    "text",
    [
        f"{FERRY}他说：“{SHORT}”{MARKET}她也说：“{SHORT}”{SCHOOL}",
        "镇长、校长、船长等一同出席开航仪式。" + FERRY + "镇长、校长、船长等一同出席开航仪式。",
        "夏天的渡口要防洪水漫过石阶。冬天的渡口要防冰凌撞坏船帮。",
        "东岸渡口负责上午的客船调度工作。西岸渡口负责上午的客船调度工作。",
        f"{FERRY}{SHORT}{MARKET}{SHORT}{SCHOOL}{SHORT}",
    ],
)
def test_what_may_be_said_again(found, text: str) -> None:
    assert [sure for _, sure in sentences(found, text) if sure >= 0.3] == []


def test_laws_repeat_themselves_by_rule(found) -> None:
    penalty = "的，由渡口管理站责令限期改正；逾期不改正的，处五百元以上二千元以下罚款。"
    articles = ["超载", "夜航", "无证", "酒后"]
    text = "\n\n".join(f"第{'一二三四'[at]}条 渡船{it}{penalty}" for at, it in enumerate(articles))
    assert [it.rule for it in found(repeats, text) if it.confidence >= 0.3] == []


def test_a_summary_set_apart_repeats_its_story(found) -> None:
    summary = "集市逢三逢八开张，修伞的、补锅的都赶早占一个靠近渡口的摊位"
    text = f"{summary}。\n\n{FERRY}对岸的{summary}，一直到日落。{SCHOOL}"
    assert all(it.confidence < 0.3 for it in found(repeats, text))


def test_hotlines_and_addresses_stand_under_every_story(found) -> None:
    line = "本版新闻热线：0123-4567890 投稿邮箱见报头"
    text = f"{FERRY}\n\n{line}\n\n{MARKET}\n\n{line}"
    assert all(it.confidence < 0.3 for it in found(repeats, text))


def test_the_copy_among_strangers_goes(found) -> None:
    boats = "渡船修好下水以后，船老大把渡口的缆绳、竹篙和舵柄都换成新的，渡口又热闹起来。"
    before = "渡口的船老大把渡船拖上岸来修，缆绳、竹篙和舵柄全都要换成新的。"
    behind = "渡船下水那天，渡口热闹得像过节，船老大亲自撑竹篙，把新缆绳系好。"
    elsewhere = "".join(f"果园第{number}行种的是梨树,明年春天嫁接。" for number in range(50))
    text = "\n\n".join([boats, elsewhere, before, boats, behind])
    (finding,) = [it for it in found(repeats, text) if it.rule == "repeated-paragraph"]
    assert finding.span.start == 0
    assert finding.related[0].span.start > text.index(before)


def test_a_line_without_a_stop_is_gone_through_once():
    from core.detectors.sentences import _CLAUSE, _SENTENCE

    # From each character on it would take hours.
    endless = "甲" * 1_000_000
    assert list(_SENTENCE.finditer(endless)) == list(_CLAUSE.finditer(endless)) == []
