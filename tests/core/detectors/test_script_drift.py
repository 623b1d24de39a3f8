from core.detectors.rules import script_drift
from core.detectors.script_runs import script_runs
from core.text.script import Script

TRADITIONAL = "老街的燈籠一盞接一盞亮起來,賣糖畫的師傅擺開攤子,孩子們圍著看,誰也捨不得離開。"
SIMPLIFIED = "老街的灯笼一盏接一盏亮起来,卖糖画的师傅摆开摊子,孩子们围着看,谁也舍不得离开。"


def test_a_character_and_a_word_in_a_traditional_page(found, accepted) -> None:
    text = (
        f"{TRADITIONAL}\n\n今年的廟會比往年熱鬧,来看戲的客人坐满了三個戲台,戏台边也站着人。\n\n{TRADITIONAL}"
    )
    runs = found(script_drift, text)
    assert [run.span.of(text) for run in runs] == ["来", "满", "戏台边"]
    assert [run.suggestions[0].text for run in runs] == ["來", "滿", "戲臺邊"]
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
