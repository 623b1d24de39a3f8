import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.glossary.entry import Entry, Glossary
from core.glossary.near_index import NearIndex
from core.glossary.near_miss import NearMiss, Slip, best, compared, is_held, reach_of, slip_between


def index_of(*forms: str, off: tuple[str, ...] = ()) -> NearIndex:
    return NearIndex(Glossary((*map(Entry, forms), *(Entry(form, on=False) for form in off))))


def told(index: NearIndex, text: str) -> list[tuple[str, str, Slip]]:
    return [(text[miss.start : miss.end], miss.form, miss.slip) for miss in index.misses(text)]


@pytest.mark.parametrize(
    ("found", "slip"),
    [
        ("青渚市水利委员会", None),
        ("青渚市水刹委员会", Slip.OTHER),
        ("青渚市水委员会", Slip.MISSING),
        ("青渚市水利利委员会", Slip.ADDED),
        ("青渚市利水委员会", Slip.SWAPPED),
        ("渚青市水利委员会", Slip.SWAPPED),
        ("清渚市水利委员会", Slip.OTHER),
        ("青渚市水利委员全", Slip.OTHER),
        ("青渚市水刹委贝会", None),
    ],
)
def test_one_slip_is_seen_and_two_are_another_word(found, slip):
    hits = told(index_of("青渚市水利委员会"), f"昨日，{found}开会。")
    assert hits == ([(found, "青渚市水利委员会", slip)] if slip else [])


def test_a_form_without_its_first_or_last_character_is_another_word():
    index = index_of("青渚大学")
    assert told(index, "到青渚大，渚大学。") == []


def test_short_forms_are_only_taken_for_others():
    index = index_of("林晓舟")
    assert told(index, "林小舟说") == [("林小舟", "林晓舟", Slip.OTHER)]
    assert told(index, "林舟说，林晓一舟说，李晓舟说，林舟晓说") == []
    assert told(index_of("晓舟"), "小舟说") == []


@pytest.mark.parametrize("slipped", ["木晓禾", "林晓木", "晓林禾", "林禾晓"])
def test_slips_at_the_ends_of_three_characters_are_found_where_they_are_asked_for(slipped):
    glossary = Glossary((Entry("林晓禾"),))
    assert NearIndex(glossary).misses(f"说{slipped}来") == []
    assert [miss.form for miss in NearIndex(glossary, frozenset({"林晓禾"})).misses(f"说{slipped}来")] == [
        "林晓禾"
    ]


def test_what_is_listed_itself_is_right():
    index = index_of("青渚市第一小学", "青渚市第二小学")
    assert told(index, "青渚市第一小学和青渚市第二小学") == []
    assert told(index, "青渚市第三小学")[0][2] is Slip.OTHER


def test_what_lies_in_a_longer_form_is_right():
    index = index_of("人民代表大会", "区人民代表小会议室")
    assert told(index, "在区人民代表小会议室") == []
    assert told(index, "在市人民代表小会") == [("人民代表小会", "人民代表大会", Slip.OTHER)]


def test_the_short_form_in_the_long_one_is_no_slip():
    index = index_of("人民代表大会", "人民代表大会常务委员会")
    assert told(index, "人民代表大会常务委员会举行，人民代表大会闭幕") == []


def test_a_form_that_is_off_is_not_looked_for_but_still_right():
    index = index_of("云栖一号院", off=("云栖二号院",))
    assert told(index, "云栖二号院") == []
    assert told(index, "云栖三号院") == [("云栖三号院", "云栖一号院", Slip.OTHER)]
    assert not index_of(off=("云栖二号院",))


def test_only_han_characters_slip():
    index = index_of("十四五规划")
    assert told(index, "十四·规划 十四5规划") == []


def test_the_longest_form_speaks():
    index = index_of("滨河大桥", "滨河大桥管理处")
    assert told(index, "滨诃大桥管理处") == [("滨诃大桥管理处", "滨河大桥管理处", Slip.OTHER)]


def test_what_explains_more_of_the_text_speaks():
    index = index_of("滨河大桥", "一一二二三三")
    assert told(index, "到滨河大木桥") == [("滨河大木桥", "滨河大桥", Slip.ADDED)]
    assert told(index, "说一一二三三三") == [("一一二三三三", "一一二二三三", Slip.OTHER)]


def test_an_index_is_known_by_its_forms():
    index, same = index_of("滨河大桥", "青渚港"), index_of("滨河大桥", "青渚港")
    index.prepare()
    assert (index, hash(index)) == (same, hash(same))
    assert index != index_of("滨河大桥", "青渚巷")


HAN = st.sampled_from("青渚滨河大桥市水利委员会云栖书院")


@given(st.lists(HAN, min_size=4, max_size=10, unique=True).map("".join), st.data())
def test_every_slip_inside_a_form_is_found_and_leads_back(form, data):
    at = data.draw(st.integers(1, len(form) - 2))
    found = data.draw(
        st.sampled_from(
            [form[:at] + "口" + form[at + 1 :], form[:at] + form[at + 1 :], f"{form[:at]}口{form[at:]}"]
        )
    )
    misses = index_of(form).misses(f"。{found}。")
    assert [(miss.start, miss.end, miss.form) for miss in misses] == [(1, len(found) + 1, form)]


@given(st.text(HAN, max_size=8), st.text(HAN, max_size=8))
def test_a_slip_undone_gives_the_form(found, form):
    slip = slip_between(found, form)
    if slip is None:
        return
    kind, at = slip
    mended = {
        Slip.OTHER: found[:at] + form[at : at + 1] + found[at + 1 :],
        Slip.MISSING: found[:at] + form[at : at + 1] + found[at:],
        Slip.ADDED: found[:at] + found[at + 1 :],
        Slip.SWAPPED: found[:at] + found[at + 1 : at + 2] + found[at : at + 1] + found[at + 2 :],
    }
    assert mended[kind] == form


def plain_misses(listed: Glossary, short: frozenset[str], text: str) -> list[NearMiss]:
    """What is found when every stretch is compared with every form."""
    found, standing = set(), []
    for entry in listed:
        form, whole = entry.form, len(entry.form)
        standing += [(at, at + whole) for at in range(len(text)) if text.startswith(form, at)]
        for size in (whole - 1, whole, whole + 1) if whole > 3 else (whole,):
            for start in range(len(text) - size + 1) if entry.on and whole > 2 else ():
                near = compared(text, start, start + size, (form,))
                found.update(miss for miss in near if whole > 3 or form in short or not miss.at_end)
    reach = reach_of(standing, len(text))
    return best((miss for miss in found if not is_held(miss, reach)), len(text))


FEW = st.text("甲乙丙一", min_size=2, max_size=6)


@given(
    st.text("甲乙丙一。", max_size=25),
    st.dictionaries(FEW, st.tuples(st.booleans(), st.booleans()), max_size=5),
)
def test_the_tables_find_what_is_found_stretch_by_stretch(text, forms):
    glossary = Glossary(tuple(Entry(form, on=on) for form, (on, _) in forms.items()))
    short = frozenset(form for form, (_, asked) in forms.items() if asked and len(form) == 3)
    assert NearIndex(glossary, short).misses(text) == plain_misses(glossary, short, text)
