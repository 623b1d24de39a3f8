"""Invented stories of every kind that newspapers print."""

from __future__ import annotations

from random import Random

from segmentation.material import Material, sentences
from segmentation.names import TOWNS, Names
from segmentation.prose import NUMBERS, Prose
from segmentation.stories import Part, Story, body


class Inventor:
    """Makes stories out of the corpus; the same random numbers make the same."""

    def __init__(self, material: Material, random: Random) -> None:
        self.random = random
        self.names = Names(random)
        self._prose = Prose(material, self.names)

    def story(self) -> Story:
        """Return a story of any kind, most often news."""
        kinds = {
            self.news: 11.0,
            self.commentary: 2.0,
            self.document: 2.0,
            self.speech: 1.0,
            self.picture: 2.0,
            self.notice: 1.0,
            self.contents: 0.5,
            self.shorts: 0.7,
            self.continued: 2.0,
            self.headline: 0.5,
        }
        return self.random.choices(list(kinds), list(kinds.values()))[0]()

    def news(self) -> Story:
        """Return news: headline, opening, paragraphs, now and then section headings, a jump or a source."""
        source = self._prose.next()
        parts = self._prose.head(source)
        text = self._prose.paragraphs(source, self.random.randint(250, 1700))
        text[0] = self.names.opening() + text[0]
        headed = self.names.chance(0.2) and len(text) > 4
        parts += self._prose.with_headings(text, numbered=self.names.chance(0.5)) if headed else body(text)
        if self.names.chance(0.15):
            parts.append(self._jump())
        elif self.names.chance(0.12):
            parts.append(Part(f"（据新华社{self.random.choice(TOWNS)}{self.names.day()}电）", "dateline"))
        return Story("news", parts)

    def commentary(self) -> Story:
        """Return a comment: title, author, paragraphs; its column's name now and then."""
        source, person = self._prose.next(), self.names.person()
        author = self.random.choice((f"□{person}", f"●{person}", "本报评论员", person))
        parts = [Part(source.title, "title"), Part(author, "byline")]
        if self.names.chance(0.4):
            name = self.random.choice(
                ["今日谈", "时评", "锐评", "快评", "短评", "观察", "一家之言", "街谈巷议"]
            )
            parts.insert(0, Part(f"{self.names.town} {name}" if self.names.chance(0.3) else name, "kicker"))
        return Story(
            "commentary", parts + body(self._prose.paragraphs(source, self.random.randint(500, 1600)))
        )

    def document(self) -> Story:
        """Return a part of a law; headings stand before its articles."""
        source = self.random.choice(self._prose.material.laws)
        parts = [Part(source.title, "title")]
        if self.names.chance(0.7):
            parts.append(Part(f"（{self.names.year()}{self.names.day()}）", "dateline"))
        plain = [line for line in source.paragraphs if not line.startswith("第") or "条" in line[:6]]
        start = self.random.randrange(max(1, len(plain) - 12))
        sections = 0
        for number, line in enumerate(plain[start : start + self.random.randint(6, 14)]):
            if number and "条" in line[:6] and self.names.chance(0.3):
                parts.append(self._prose.heading(sections, line, numbered=True))
                sections += 1
            parts.append(Part(line, "body"))
        if self.names.chance(0.3):
            parts.append(self._jump())
        return Story("document", parts)

    def speech(self) -> Story:
        """Return a speech: where and when, who, the salutation, sections."""
        town = self.names.town
        title = self.random.choice(("政府工作报告", f"在{town}市经济工作会议上的讲话", "新年贺词"))
        where = self.random.choice(("第十四届人民代表大会第三次会议上", "各界人士座谈会上"))
        day = f"{self.names.year()}{self.names.day()}"
        parts = [Part(title, "title"), Part(f"——{day}在{town}市{where}", "subtitle")]
        if self.names.chance(0.7):
            office = self.random.choice(("市长", "人大常委会主任", "政协主席"))
            parts.append(Part(f"{town}市{office} {self.names.person()}", "byline"))
        parts.append(Part(self.random.choice(("各位代表：", "同志们：", "各位来宾、朋友们：")), "body"))
        reports = self._prose.material.reports
        start = self.random.randrange(len(reports) - 9)
        text = [cut for line in reports[start : start + 7] for cut in self._prose.cut(line)]
        return Story("speech", parts + self._prose.with_headings(text, numbered=self.names.chance(0.8)))

    def picture(self) -> Story:
        """Return a picture with its words, its credit on a line of its own or on theirs."""
        parts = [Part(self._prose.next().title, "title")] if self.names.chance(0.3) else []
        return Story("photo", parts + self.caption())

    def caption(self) -> list[Part]:
        """Return the words under a picture and its credit."""
        words = "".join(sentences("".join(self._prose.next().paragraphs))[: self.random.randint(1, 2)])
        begin = self.random.choice((f"{self.names.day()}，", "日前，", "图为", "近日，", ""))
        text = (begin + words)[:160].rstrip("，、；。") + "。"
        return [
            Part(text, "caption"),
            Part(self.names.credit(), "credit", same_line=self.names.chance(0.3)),
        ]

    def notice(self) -> Story:
        """Return an announcement with telephone and address, signature and date."""
        what = self.random.choice(("公告", "启事", "通告", "公示", "招聘启事", "停水通知"))
        place = self.random.choice(("水务局", "第三中学", "住房保障中心", "公共资源交易中心"))
        office = f"{self.names.town}市{place}"
        parts = [Part(office + what if self.names.chance(0.5) else what, "title")]
        line = self.random.choice(self._prose.material.laws).paragraphs[-1]
        street = f"地址：{self.names.town}市人民路{self.random.randint(1, 300)}号"
        parts += body(
            [sentences(line)[0], f"特此{what[-2:]}。", f"联系电话：{self.names.telephone()}", street]
        )
        if self.names.chance(0.6):
            day = f"{self.names.year()}{self.names.day()}"
            parts += [Part(office, "byline"), Part(day, "dateline")]
        return Story("notice", parts)

    def contents(self) -> Story:
        """Return a table of contents, one or several chapters a line."""
        count = self.random.randint(6, 10)
        rows = [
            f"第{NUMBERS[n]}章 {self._prose.clause(self._prose.next().paragraphs[0])}" for n in range(count)
        ]
        width = self.random.choice((1, 1, 2, 3))
        lines = ["\t".join(rows[at : at + width]) for at in range(0, count, width)]
        title = self.random.choice(self._prose.material.laws).title
        return Story("toc", [Part(title, "title"), *(Part(line, "table") for line in lines)])

    def shorts(self) -> Story:
        """Return a column of short items under a standing head."""
        head = self.random.choice(["知识窗", "简讯", "科技动态", "国际短波", "信息速递", "生活小贴士"])
        count = self.random.randint(3, 6)
        items = [sentences("".join(self._prose.next().paragraphs))[0] for _ in range(count)]
        return Story("news", [Part(head, "title"), *body(items)])

    def continued(self) -> Story:
        """Return the rest of a story that began on another page: it begins in mid-sentence."""
        source = self._prose.next()
        text = self._prose.paragraphs(source, self.random.randint(200, 900))
        cut = self.random.randrange(4, max(5, min(40, len(text[0]) - 8)))
        text[0] = text[0][cut:].lstrip("，、。；：！？”")
        rest = body(text)
        rest[0].same_line = self.names.chance(0.7)
        return Story("news", [Part(source.title, "title"), Part(self.names.jump_back(), "jump"), *rest])

    def headline(self) -> Story:
        """Return a headline whose story was not read."""
        parts = self._prose.head(self._prose.next())
        parts[0].tags.add("headline alone")
        return Story("news", parts)

    def _jump(self) -> Part:
        return Part(self.names.jump(), "jump", same_line=self.names.chance(0.5))
