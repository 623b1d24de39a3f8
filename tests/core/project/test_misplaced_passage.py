"""A passage that segmentation has put with another story, from the finding to its confirmation and back."""

from __future__ import annotations

import pytest

from core.commands.judging import AcceptSuggestion
from core.detectors.rules import misplaced
from core.importers.importer import sources
from core.project.project import Project

PAGE = [
    "石门渡口的老木船今年全部大修",
    "本报讯（记者 何青）石门渡口的八条老木船，今年春天全部上岸大修。船厂的木匠用桐油和麻丝补好船缝。",
    "船工老岳说，木船只要补好船缝、刷足桐油，再撑十年也不成问题，渡口的群众过河仍然喜",
    "云溪果园用上滴灌 桃树少喝一半水",
    "本报讯（记者 沈白）云溪果园的两千亩桃树，今年用上了滴灌。水管埋在树根旁边，果农在手机上就能开关阀门。",
    "欢坐木船。每逢赶集的日子，八条木船从天亮撑到天黑，船工们轮流上岸吃饭。",
    "船厂的木匠说，大修过的木船，桐油要晾足半个月才能下水，船工和木匠都不敢马虎。",
    "果农老蒋说，往年浇一遍桃树要用三天，今年坐在家里按一下手机，半天就浇完了整片果园。",
]


@pytest.fixture
def project(tmp_path):
    (tmp_path / "版.txt").write_text("\n\n".join(PAGE), encoding="utf-8")
    project = Project.create(tmp_path / "x.jiaochou")
    project.add_pages(sources([tmp_path / "版.txt"], None))
    yield project
    project.close()


def found(project: Project) -> list[str]:
    text = project.state(1).text
    return [finding.span.of(text) for finding in project.findings.check(1, [misplaced]).open]


def test_it_is_found_confirmed_in_one_step_and_found_again_after_undo(project):
    passage = "\n\n".join(PAGE[5:7])
    assert found(project) == [passage]
    (finding,) = project.findings.check(1, [misplaced]).open
    before = project.last_step
    project.perform(AcceptSuggestion(1, finding))
    assert found(project) == []
    assert project.state(1).text == "\n\n".join(PAGE)
    project.undo()
    assert found(project) == [passage]
    assert project.last_step > before
