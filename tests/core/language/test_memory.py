from core.language.memory import Memory


def test_what_was_kept_first_goes_first():
    memory = Memory(10)
    memory.keep("一", 1, 4)
    memory.keep("二", 2, 4)
    memory.keep("三", 3, 4)
    assert [memory.get(key) for key in "一二三"] == [None, 2, 3]


def test_keeping_again_takes_no_more_room():
    memory = Memory(10)
    for value in range(5):
        memory.keep("一", value, 6)
    memory.keep("二", 9, 4)
    assert (memory.get("一"), memory.get("二")) == (4, 9)


def test_the_newest_is_kept_however_large():
    memory = Memory(0)
    memory.keep("一", 1, 50)
    memory.keep("二", 2, 50)
    assert (memory.get("一"), memory.get("二")) == (None, 2)
