"""The benchmark runs through; what it measures on a busy machine proves nothing, and is not looked at."""

import pytest


def test_every_budget_is_measured(script, capsys):
    if script("bench").main(["--pages", "12", "--characters", "500", "--runs", "1"]):
        pytest.fail("it ended with an error")
    lines = capsys.readouterr().out.splitlines()
    assert [
        line.startswith(budget.name)
        for line, budget in zip(lines[1:], script("budgets").BUDGETS, strict=True)
    ]


def test_a_budget_is_a_bound_above_or_below(script):
    budgets = script("budgets")
    assert budgets.Budget("keys", "ms", 16).kept(15.9)
    assert not budgets.Budget("keys", "ms", 16).kept(16.1)
    assert not budgets.Budget("import", "pages/s", 200, least=True).kept(199)
    lines = budgets.table({"import": [180.0, 150.0, 190.0], "verify": [50.0]})
    assert [line.split() for line in lines[1:]] == [
        ["import", "180.0", "150.0", "200", "pages/s", "missed"],
        ["verify", "50.0", "50.0", "10", "MB/s"],
    ]


def test_unknown_parts_are_refused(script):
    with pytest.raises(SystemExit):
        script("bench").main(["nothing"])
