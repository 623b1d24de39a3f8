"""Where on the scan the caret's line stands, for pages that came with places."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage

from core.importers.importer import sources
from core.project.project import Project

LINES = (("渡口今日通航", 10), ("第一班渡船离开了码头。", 60), ("船上坐满了赶集的乡亲。", 90))
ALTO = (
    '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page ID="P" WIDTH="200" HEIGHT="150">'
    '<PrintSpace><TextBlock ID="B">{lines}</TextBlock></PrintSpace></Page></Layout></alto>'
)
LINE = '<TextLine HPOS="10" VPOS="{top}" WIDTH="100" HEIGHT="20"><String CONTENT="{text}"/></TextLine>'


def test_lines_of_an_alto_page_are_found_on_its_scan(bench, tmp_path):
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(str(tmp_path / "渡口.png"))
    lines = "".join(LINE.format(text=text, top=top) for text, top in LINES)
    (tmp_path / "渡口.xml").write_text(ALTO.format(lines=lines), encoding="utf-8")
    project = Project.create(tmp_path / "渡口.jiaochou")
    project.add_pages(sources([tmp_path / "渡口.xml"]))
    project.close()
    bench.open(tmp_path / "渡口.jiaochou")
    shown = []
    bench.panes.scan.highlight = shown.append
    bench.qtbot.waitUntil(lambda: bench.window._scans._scan is not None)
    bench.go_to("船上")
    bench.settle()
    assert shown[-1] == QRectF(20, 180, 200, 40)
    bench.type("A")
    bench.go_to("坐满")
    bench.settle()
    assert shown[-1] == QRectF(20, 180, 200, 40)
