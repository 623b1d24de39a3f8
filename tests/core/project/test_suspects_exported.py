from core.commands.judging import DismissFindings
from core.exporters.exporter import Need

TEXT = "## 渡口今日通航\n\n本报讯(记者 林晓禾)朝水退去。"


def test_suspects_come_when_asked_for_and_only_of_pages_that_were_checked(project_of, finding_at):
    project = project_of(TEXT)
    wanted = frozenset({Need.SUSPECTS, Need.RAW})
    assert project.export_page(1).suspects is project.export_page(1).raw is None
    assert project.export_page(1, wanted).suspects is None
    assert project.export_page(1, wanted).raw == TEXT
    found = finding_at(TEXT, "朝水")
    project.findings.keep(1, project.findings.fingerprint(1), [found, finding_at(TEXT, "林晓禾")])
    project.perform(DismissFindings(1, (found,)))
    suspects = project.export_page(1, wanted).suspects
    assert [(one.finding.span, one.is_dismissed) for one in suspects] == [
        (found.span, True),
        (finding_at(TEXT, "林晓禾").span, False),
    ]
    project.close()
