import pytest

from core.commands.grounds import ground_name
from core.messages import Catalogue, message

TITLES = {"shape": message("形近"), "sound": message("音近")}


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("typed", "录入"),
        ("rule:shape", "规则：形近"),
        ("rule:shape,sound", "规则：形近、音近"),
        ("rule:shape,{odd}", "规则：形近、{odd}"),
        ("witness:河东晚报", "据 河东晚报"),
        ("editor:宋听潮", "合并 宋听潮"),
        ("editor:", "合并 另一位编辑"),
        ("text:12", "新的识别文字"),
        ("{future}", "{future}"),
    ],
)
def test_every_ground_has_a_name(why, said):
    assert Catalogue("zh_CN").text(ground_name(why, TITLES.get)) == said


def test_rules_are_named_in_the_language_of_the_reader():
    english = Catalogue("en", {"规则：{rule}": "rule: {rule}", "形近": "alike"})
    assert english.text(ground_name("rule:shape", TITLES.get)) == "rule: alike"
