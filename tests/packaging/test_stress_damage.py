def test_overwritten_bytes_are_found_or_do_no_harm(script, tmp_path):
    outcomes = script("stress_damage").run(40, 11, tmp_path)
    assert outcomes["wrong"] == 0
    assert outcomes["found"]
    assert outcomes["refused"]
    assert sum(outcomes.values()) == 40
