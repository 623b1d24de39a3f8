"""ALTO, PAGE-XML and hOCR as engines write them; the pages are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInputError
from core.printed.area import Area
from core.printed.form import Form
from core.printed.reading import printed_page

ALTO = """<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
 <Description><MeasurementUnit>pixel</MeasurementUnit>
  <sourceImageInformation><fileName>scans/渡口.jpg</fileName></sourceImageInformation></Description>
 <Tags><StructureTag ID="T1" LABEL="headline"/></Tags>
 <Layout><Page ID="P" WIDTH="800" HEIGHT="1000"><PrintSpace>
  <TextBlock ID="B1" TAGREFS="T1" HPOS="10" VPOS="10" WIDTH="300" HEIGHT="40">
   <TextLine HPOS="10" VPOS="10" WIDTH="300" HEIGHT="40">
    <String CONTENT="渡口"/><String CONTENT="重开"/></TextLine>
  </TextBlock>
  <ComposedBlock ID="C"><TextBlock ID="B2">
   <TextLine HPOS="10" VPOS="60" WIDTH="200" HEIGHT="20">
    <String CONTENT="渡"/><SP/><String CONTENT="船"/><SP/><String CONTENT="靠岸"/><SP/>
    <String CONTENT="。"/></TextLine>
   <TextLine HPOS="10" VPOS="90" WIDTH="200" HEIGHT="20">
    <String CONTENT="本报记者"/><SP/><String CONTENT="林一舟"/></TextLine>
  </TextBlock></ComposedBlock>
 </PrintSpace></Page></Layout></alto>"""

PAGE = """<?xml version="1.0"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">
 <Metadata/><Page imageFilename="渡口.jpg" imageWidth="800" imageHeight="1000">
  <ReadingOrder><OrderedGroup id="g">
   <RegionRefIndexed index="1" regionRef="r1"/><RegionRefIndexed index="0" regionRef="r2"/>
   </OrderedGroup></ReadingOrder>
  <TextRegion id="r1" type="paragraph"><Coords points="10,60 210,60 210,110 10,110"/>
   <TextLine id="l1"><Coords points="10,60 210,62 210,80 10,80"/>
    <TextEquiv index="1"><Unicode>渡般靠岸。</Unicode></TextEquiv>
    <TextEquiv index="0"><Unicode>渡船靠岸。</Unicode></TextEquiv>
   </TextLine></TextRegion>
  <TextRegion id="r2" type="heading"><Coords points="10,10 310,50"/>
   <TextEquiv><Unicode>渡口
重开</Unicode></TextEquiv></TextRegion>
 </Page></PcGts>"""

HOCR = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/x.dtd">
<html><head><meta charset="utf-8"><title></title></head><body>
<div class='ocr_page' title='image "渡口.jpg"; bbox 0 0 800 1000; ppageno 0'>
 <div class='ocr_carea' title="bbox 10 10 310 50"><p class='ocr_par'>
  <span class='ocr_line' title="bbox 10 10 310 50; baseline 0 -3"><span class='ocrx_word'>渡</span>
   <span class='ocrx_word'>口</span> <span class='ocrx_word'><strong>重开</strong></span></span></p></div>
 <div class='ocr_carea'><p class='ocr_par'>
  <span class='ocr_line' title="bbox 10 60 210 80">渡&#33337;靠岸 &amp; A B</span>
  <span class='ocr_line'>船票<br>两元</span></p></div></div></body></html>"""


def test_alto():
    page, form = printed_page(ALTO.encode(), "渡口.xml")
    assert form is Form.ALTO
    assert page.text == "渡口重开\n\n渡船靠岸。\n本报记者 林一舟\n"
    assert (page.size, page.image) == ((800, 1000), "scans/渡口.jpg")
    assert [block.kind for block in page.blocks] == ["headline", ""]
    assert [line.span.of(page.text) for line in page.blocks[1].lines] == ["渡船靠岸。", "本报记者 林一舟"]
    assert page.blocks[1].lines[0].area == Area(10, 60, 210, 80)
    assert page.blocks[1].area == Area(10, 60, 210, 110)


def test_page_xml_in_its_reading_order_and_its_first_reading():
    page, form = printed_page(PAGE.encode(), "渡口.xml")
    assert (form, page.size, page.image) == (Form.PAGE_XML, (800, 1000), "渡口.jpg")
    assert page.text == "渡口\n重开\n\n渡船靠岸。\n"
    assert page.blocks[0].area == Area(10, 10, 310, 50)
    assert page.blocks[0].lines[0].area is None
    assert page.blocks[1].lines[0].area == Area(10, 60, 210, 80)


def test_hocr():
    page, _ = printed_page(HOCR.encode(), "渡口.hocr", Form.HOCR)
    assert page.text == "渡口重开\n\n渡船靠岸 & A B\n船票两元\n"
    assert (page.size, page.image) == ((800, 1000), "渡口.jpg")
    assert page.blocks[0].lines[0].area == Area(10, 10, 310, 50)
    assert page.blocks[1].lines[1].area is None


BOMB = '<!DOCTYPE alto [<!ENTITY a "哈"><!ENTITY b "&a;&a;">]><alto><Page/>&b;</alto>'
OTHER_FILE = '<!DOCTYPE alto [<!ENTITY a SYSTEM "file:///etc/hostname">]><alto><Page/>&a;</alto>'


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (BOMB, "实体"),
        (OTHER_FILE, "实体"),
        ("<alto>" + "<a>" * 100_000, "嵌套"),
        ("<alto><Page></alto>", "第 1 行"),
        ('<?xml version="1.0" encoding="x-none"?><alto/>', "XML"),
        ("<alto/>", "0 版"),
        ("<alto><Page/><Page/></alto>", "2 版"),
        ("<PcGts/>", "0 版"),
        ("<mets/>", "是 mets 文件"),
    ],
)
def test_what_is_no_such_page_is_refused_in_a_sentence(text, cause):
    with pytest.raises(BadInputError, match=cause):
        printed_page(text.encode(), "页.xml")


def test_of_an_hocr_file_the_same_holds():
    for raw, cause in [(b"<html></html>", "0 版"), (b"\xff\xfe<", "utf-8")]:
        with pytest.raises(BadInputError, match=cause):
            printed_page(raw, "页.hocr", Form.HOCR)


def test_hocr_as_people_write_it():
    text = (
        "<!-- <div class='ocr_page'> --><DIV CLASS='a ocr_page' TITLE='bbox 0 0 9 9; image \"渡 口.jpg\"'>"
        "<span class=ocr_line title='bbox 1 1 8 8'>渡船 < 三艘<br/>靠岸<span class='ocrx_word'/></span></DIV>"
    )
    page, _ = printed_page(text.encode(), "页.hocr", Form.HOCR)
    assert (page.text, page.image, page.size) == ("渡船 < 三艘靠岸\n", "渡 口.jpg", (9, 9))
    assert page.blocks[0].lines[0].area == Area(1, 1, 8, 8)


@pytest.mark.parametrize(
    "scrap", ["<", "<a", '<a b="', "<!--", "<!", "<a class='", "</a", "&#", "title='bbox 1 "]
)
def test_a_file_made_to_take_hours_takes_none(scrap):
    page, _ = printed_page(b"<div class='ocr_page'>" + scrap.encode() * 50_000, "页.hocr", Form.HOCR)
    assert page.text == ""


SCRAPS = st.sampled_from(
    [*ALTO.split(">"), *PAGE.split(">"), *HOCR.split(">"), "<", "&", "\0", "]]>", "<![CDATA["]
)


@given(st.lists(SCRAPS, max_size=30).map(">".join), st.sampled_from([None, Form.HOCR]))
def test_scraps_are_a_page_or_a_sentence(text, form):
    try:
        page, _ = printed_page(text.encode(errors="replace"), "页", form)
    except BadInputError:
        return
    lines = [line.span.of(page.text) for block in page.blocks for line in block.lines]
    assert [line for line in page.text.split("\n") if line] == lines
