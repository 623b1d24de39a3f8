"""The action that checks all pages, as an editor sees it."""


def test_all_pages_are_checked_and_the_list_shows_the_counts(bench, qtbot):
    window = bench.window
    with qtbot.waitSignal(bench.desk.whole.checking.ended):
        window.actions_["check-all"].trigger()
        assert window.status.progress.busy
    assert not window.status.progress.busy
    assert "全部页面已检查" in window.status._told.text()
    assert all(page.open_findings is not None for page in bench.panes.pages.model.all_pages())


def test_it_can_be_cancelled(bench, qtbot):
    window = bench.window
    with qtbot.waitSignal(bench.desk.whole.checking.ended) as ended:
        window.actions_["check-all"].trigger()
        window.status.progress.cancel()
    assert ended.args[1] is False
    assert not window.status.progress.busy
    assert "停在半路" in window.status._told.text()


def test_without_a_project_it_says_what_to_do(bench):
    bench.desk.path = None
    bench.window.actions_["check-all"].trigger()
    assert "先打开" in bench.window.status._told.text()
    assert not bench.window.status.progress.busy


def test_it_says_that_pages_are_looked_through_first(bench, qtbot):
    qtbot.waitUntil(lambda: bench.ask(lambda project: project.findings.is_known))
    bench.ask(lambda project: project.findings.forget())
    strip, labels = bench.window.status.progress, []
    bench.desk.whole.looked_through.connect(lambda _count: labels.append(strip._label.text()))
    with qtbot.waitSignal(bench.desk.whole.checking.ended):
        bench.press("Ctrl+Shift+F8")
    assert labels == ["正在查看各版相同的文字"]
