from core.detectors.detector import Context
from core.detectors.options import Conventions, Region
from core.detectors.page_script import page_script, project_script
from core.detectors.rules import script_drift
from core.detectors.script_runs import script_runs
from core.document.page import PageView
from core.text.script import Script

TRADITIONAL = "老街的燈籠一盞接一盞亮起來,賣糖畫的師傅擺開攤子,孩子們圍著看,誰也捨不得離開。"
SIMPLIFIED = "老街的灯笼一盏接一盏亮起来,卖糖画的师傅摆开摊子,孩子们围着看,谁也舍不得离开。"


def test_a_character_and_a_word_in_a_traditional_page(found, accepted) -> None:
    text = (
        f"{TRADITIONAL}\n\n今年的廟會比往年熱鬧,来看戲的客人坐满了三個戲台,戏台边也站着人。\n\n{TRADITIONAL}"
    )
    runs = found(script_drift, text)
    assert [run.span.of(text) for run in runs] == ["来", "满", "戏台边"]
    assert [run.suggestions[0].text for run in runs] == ["來", "滿", "戲台邊"]
    assert accepted(text, runs[0]).startswith(f"{TRADITIONAL}\n\n今年的廟會比往年熱鬧,來看")


def test_a_passage_is_one_finding_and_a_mixed_page_one_remark(found) -> None:
    passage = f"{SIMPLIFIED}\n\n{SIMPLIFIED}"
    text = f"{TRADITIONAL}\n\n{passage}\n\n{TRADITIONAL}\n\n{TRADITIONAL}"
    findings = found(script_drift, text)
    drift = [finding for finding in findings if finding.rule == "script-drift"]
    remarks = [finding for finding in findings if finding.page_level]
    assert [remark.rule for remark in remarks] == ["mixed-script"]
    assert len(drift) == 1
    assert passage.find("灯") <= drift[0].span.start - len(TRADITIONAL) - 2 + 3
    assert len(drift[0].suggestions[0].text) == len(drift[0].span)


def test_phrases_are_minded(found) -> None:
    text = f"{TRADITIONAL}\n\n他说头发白了,發展的路還長。\n\n{TRADITIONAL}"
    drift = [finding for finding in found(script_drift, text) if finding.rule == "script-drift"]
    assert drift[0].suggestions[0].text == "說頭髮"


def test_pages_of_one_script(found) -> None:
    assert found(script_drift, f"{TRADITIONAL}\n\n公里以內,只有一干茶樓,台上唱著后羿射日,雲南面條。") == []
    assert found(script_drift, f"{SIMPLIFIED}\n\n公里以内,只有一干茶楼,台上唱着后羿射日,乾隆年间。") == []
    assert found(script_drift, "") == []


def test_too_short_a_text_has_no_script(found) -> None:
    assert found(script_drift, "國国") == []


def test_runs_keep_to_the_characters_that_tell() -> None:
    text = f"{SIMPLIFIED}中文裡的國土\n學校"
    runs = script_runs(text, Script.SIMPLIFIED)
    assert [(run.span.of(text), run.passage) for run in runs] == [("裡的國", False), ("學", False)]


def test_wrong_conversions_in_a_traditional_page(found, accepted) -> None:
    text = f"{TRADITIONAL}\n\n皇後的頭發,麵對公眾,公裡以外也有人讚嘆。從今以后要發展農業。\n\n{TRADITIONAL}"
    wrong = [finding for finding in found(script_drift, text) if finding.rule == "wrong-conversion"]
    assert [(it.span.of(text), it.suggestions[0].text) for it in wrong] == [
        ("後", "后"),
        ("發", "髮"),
        ("麵", "面"),
        ("裡", "里"),
        ("后", "後"),
    ]


def test_a_simplified_word_is_converted_with_its_neighbours(found) -> None:
    text = f"{TRADITIONAL}\n\n大家一同奋斗,皇后也在以後的日子里來了。\n\n{TRADITIONAL}"
    runs = [(it.span.of(text), it.suggestions[0].text) for it in found(script_drift, text)]
    assert ("奋斗", "奮鬥") in runs


def test_names_keep_their_characters(found) -> None:
    text = f"{TRADITIONAL}\n\n范仲淹和姜子牙,記者葉家傢攝影。\n\n{TRADITIONAL}"
    (finding,) = found(script_drift, text)
    assert finding.span.of(text) == "傢"
    assert finding.confidence < 0.3


def test_slips_in_a_simplified_page(found) -> None:
    text = f"{SIMPLIFIED}\n\n他看著著名的著作,答覆说饼乾是乾隆年间的,覆盖著什麽。\n\n{SIMPLIFIED}"
    wrong = [finding for finding in found(script_drift, text) if finding.rule == "wrong-conversion"]
    assert [(it.span.of(text), it.suggestions[0].text) for it in wrong] == [
        ("著", "着"),
        ("覆", "复"),
        ("乾", "干"),
        ("麽", "么"),
    ]


def test_new_glyphs_are_at_home_where_a_page_prints_them_all() -> None:
    def strange(text: str, conventions: Conventions) -> list[str]:
        runs = page_script(PageView("页", "甲报", text), conventions).runs
        return [run.span.of(text) for run in runs]

    text = f"{TRADITIONAL * 2}国内强奥横别没静"
    assert strange(text, Conventions()) == ["国"]
    assert strange(text, Conventions(region=Region.TAIWAN))[0] == "国内强奥横别没静"
    rarely = f"{TRADITIONAL * 2}別沒爭靜強況{TRADITIONAL}内内内内内内"
    assert len(strange(rarely, Conventions())) == 1


def test_the_glyphs_of_the_page_are_proposed(found) -> None:
    text = f"{TRADITIONAL}\n\n這是為了大眾。因为群众也在。\n\n{TRADITIONAL}"
    runs = [(it.span.of(text), it.suggestions[0].text) for it in found(script_drift, text)]
    assert runs == [("为群众", "為群眾")]


def test_a_page_that_is_not_in_the_script_of_its_project() -> None:
    pages = [PageView(number, "", SIMPLIFIED) for number in range(5)]
    odd = PageView(9, "", TRADITIONAL)
    assert project_script(pages[:2]) is None
    assert project_script([*pages, odd]) is Script.SIMPLIFIED
    context = Context(script=project_script([*pages, odd]))
    (finding,) = script_drift.detect(odd, context)
    assert (finding.rule, finding.page_level) == ("script-of-page", True)
    assert list(script_drift.detect(pages[0], context)) == []
