import pytest

from core.errors import RefusedError
from core.glossary.entry import LONGEST, Entry, Glossary, checked_form


def test_a_form_is_listed_once_and_keeps_its_place():
    held = Glossary((Entry("滨河大桥"), Entry("青渚港")))
    changed = held.with_entries([Entry("滨河大桥", "地名"), Entry("云栖书院")])
    assert [entry.form for entry in changed] == ["滨河大桥", "青渚港", "云栖书院"]
    assert changed.entries[0].kind == "地名"


def test_an_entry_is_not_renamed_to_one_that_is_there():
    held = Glossary((Entry("滨河大桥"), Entry("青渚港")))
    assert held.replaced("青渚港", Entry("青渚新港")).forms == {"滨河大桥", "青渚新港"}
    with pytest.raises(RefusedError):
        held.replaced("青渚港", Entry("滨河大桥"))


def test_the_digest_minds_forms_and_switches_alone():
    held = Glossary((Entry("滨河大桥"),))
    assert held.digest == Glossary((Entry("滨河大桥", "地名", "1987年建"),)).digest
    assert held.digest != Glossary((Entry("滨河大桥", on=False),)).digest
    assert held.digest != held.without(["滨河大桥"]).digest


@pytest.mark.parametrize("form", ["", "  ", "甲\n乙", "甲\u200b乙", "字" * (LONGEST + 1)])
def test_what_is_no_form_is_refused(form):
    with pytest.raises(RefusedError):
        checked_form(form)
