def test_overwritten_bytes_are_found_or_do_no_harm_and_most_comes_back(script, tmp_path):
    outcomes = script("stress_damage").run(40, 11, tmp_path)
    assert outcomes["wrong"] == 0
    assert outcomes["found"]
    assert outcomes["refused"]
    assert outcomes["found"] + outcomes["refused"] + outcomes["harmless"] == 40
    assert outcomes["pages as they were"] > 100
