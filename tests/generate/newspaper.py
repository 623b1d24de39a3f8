"""Invented newspaper pages: own words, a small grammar, stories that several papers print on one day.

A page is told by its number alone, so that any of ten thousand can be made anywhere, in any order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

PAPERS = ("青渚时报", "滨河晚报", "南岭商报", "渡口日报")
SHEETS = 8
"""So many pages has each paper each day."""

_FIRST_DAY = date(2021, 3, 1)
_WIRE_A_DAY = 9
"""So many stories of an agency are there to be printed each day."""


def _listed(written: str) -> tuple[str, ...]:
    return tuple(written.split())


_SURNAMES = tuple(
    "周吴郑孙钱沈韩杨朱秦许何吕施孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳"
)
_GIVEN = tuple(
    "衡岚沐辰舟晚晴砚秋禾棠屿桥川野芷若溪竹青霜白露言希闻知行远山松柏月华星河云舒雨田思齐望舒念慈怀瑾安宁乐平立群"
    "志坚国梁建业红梅玉兰海燕春生冬至夏阳金水木根土生火旺长庚启明开阳瑶光天枢玉衡文曲武昌贵良德顺福来满仓有粮"
)
_PLACE_HEADS = tuple(
    "青白黄黑红上下东西南北大小新老长石沙柳榆槐松竹梅兰桃杏李枣莲荷苇芦雁鹤鹭马牛羊龙凤云雾霜雪金银铜铁盐茶酒油"
)
_PLACE_TAILS = _listed("渡 桥 埠 湾 坪 岭 洼 店 集 堡 屯 寨 浦 塘 堰 荡")
_UNITS = ("镇", "乡", "村", "街道", "县", "区", "农场", "渔场", "林场", "码头")
_OFFICES = _listed("镇长 站长 场长 校长 院长 馆长 厂长 主任 技术员 护林员 船长 调度员 研究员")
_BODIES = _listed(
    "水利站 供销社 气象台 航运公司 文化馆 农技推广中心 卫生院 图书馆 博物馆 职业学校 造船厂 "
    "纺织厂 粮食储备库 消防大队 环境监测站 渔业合作社 地方志办公室 血站 公交公司 自来水公司"
)
_TIMES = _listed(
    "昨天上午 日前 今年以来 入春以后 截至上月底 连日来 前天傍晚 近期 去年冬天 本周 清晨六点 "
    "台风过后 汛期到来之前 秋收时节 开学第一天 傍晚时分 过去三年里 放假前夕"
)
_DID = _listed(
    "组织了 开展了 完成了 启动了 检查了 公布了 验收了 推广了 改造了 修复了 登记了 调整了 "
    "讨论了 总结了 筹备了 试行了 扩建了 疏浚了 走访了 清点了"
)
_WHAT = _listed(
    "堤防加固工程 夜航灯标 早稻育秧 旧仓库 渔港航道 乡村班车线路 灌溉水渠 档案目录 冬季供暖管网 "
    "防汛物资 果树嫁接培训 古戏台 学生午餐 河道清淤 老年人体检 荒坡造林 渡轮检修 蔬菜大棚 "
    "安全用电知识 集市摊位 手抄县志 雨水花园 盲道 湿地观鸟站 防火隔离带 饮用水源地 公共自行车 "
    "急救演练 种子仓库 夜校课程"
)
_RESULTS = _listed(
    "群众出行方便了许多 比去年同期多出两成 费用由集体承担 受到住户欢迎 工期提前了二十天 "
    "水质有了明显好转 用电量下降一成 产量创下新高 没有发生一起事故 等候的时间缩短了一半 "
    "账目全部张榜公布 收入稳步增加 老人们都说方便 孩子们看得入神 夜里也看得清楚 船只可以直接靠岸 "
    "雨后不再积水 种子出苗整齐"
)
_LINKS = _listed(
    "同时 此外 据介绍 在此基础上 为了把事情办好 按照计划 与往年不同的是 经过半个月的努力 "
    "考虑到实际情况 从下月起"
)
_SAID = ("表示", "告诉记者", "介绍说", "在会上说", "回忆说", "提醒大家")
_WORDS_SAID = _listed(
    "这件事拖了多年，现在总算办成了 困难还有不少，但是方向看得清楚 我们把每一笔开支都记在墙上 "
    "有人值守，心里就踏实 先把最急的几处修好，再一处一处往下做 今年的雨水来得早，准备也要早 "
    "种地要看天，办事要看人 只要路通了，别的都好说"
)
_HEADS = _listed(
    "动工 通航 开馆 复航 验收 试运行 完工 换新颜 迎丰收 早准备 见成效 进村来 有了新办法 走上正轨"
)
_KICKERS = _listed("一线见闻 乡村纪事 水上交通 为民办实事 农时农事 城镇一角 百姓身边 记者走基层")
_ADVERTS = (
    "{place}{unit}临街铺面出租，面积{number}平方米，联系电话 {phone}。",
    "遗失声明：{name}遗失营业执照副本，编号 {phone}，声明作废。",
    "{body}招收夜班值守人员{small}名，有意者请于本月二十日前报名，电话 {phone}。",
    "公告：因管道检修，{place}{unit}于明日八时至十六时停水，请提前储水。",
)
_CONTINUES = ("，", "，", "，", "；")


class _Words:
    """Words drawn with one source of chance."""

    def __init__(self, chance: Random) -> None:
        self.one = chance.choice
        self.number = chance.randrange
        self.chance = chance.random

    def name(self) -> str:
        one = self.one
        return one(_SURNAMES) + one(_GIVEN) + (one(_GIVEN) if self.chance() < 0.7 else "")

    def place(self) -> str:
        return self.one(_PLACE_HEADS) + self.one(_PLACE_TAILS)

    def body(self) -> str:
        return self.place() + self.one(_BODIES)

    def clause(self) -> str:
        one, kind = self.one, self.number(5)
        if kind == 0:
            return one(_TIMES) + self.body() + one(_DID) + one(_WHAT)
        if kind == 1:
            return f"{self.place()}{one(_UNITS)}{one(_DID)}{self.number(2, 400)}处{one(_WHAT)}"
        if kind == 2:
            return one(_LINKS) + "，" + self.body() + "还" + one(_DID) + one(_WHAT)
        if kind == 3:
            return f"投入资金{self.number(2, 900)}万元，{one(_RESULTS)}"
        return one(_RESULTS)

    def sentence(self) -> str:
        if self.chance() < 0.12:
            return f"{self.one(_OFFICES)}{self.name()}{self.one(_SAID)}：“{self.one(_WORDS_SAID)}。”"
        parts = [self.clause()]
        for _ in range(self.number(1, 4)):
            parts += (self.one(_CONTINUES), self.clause())
        return "".join((*parts, "。"))

    def paragraph(self) -> str:
        return "".join(self.sentence() for _ in range(self.number(2, 5)))


def story(chance: Random, opening: str = "") -> list[str]:
    """Return the lines of one story: headline (of up to three lines) and paragraphs."""
    words = _Words(chance)
    lines = [words.one(_KICKERS)] if chance.random() < 0.3 else []
    lines.append(f"{words.place()}{words.one(_UNITS)}{words.one(_WHAT)}{words.one(_HEADS)}")
    if chance.random() < 0.25:
        lines.append(f"——{words.body()}见闻")
    opening = opening or f"本报讯(记者 {words.name()})"
    lines.append(opening + words.paragraph())
    lines += [words.paragraph() for _ in range(words.number(2, 6))]
    return lines


def _advert(chance: Random) -> str:
    words = _Words(chance)
    return words.one(_ADVERTS).format(
        place=words.place(), unit=words.one(_UNITS), number=words.number(20, 300), small=words.number(2, 9),
        name=words.name(), body=words.body(), phone=words.number(5_000_000, 9_000_000),
    )  # fmt: skip


def page_name(number: int) -> str:
    """Return what page `number` (from 0) is called: paper, day and sheet."""
    day, rest = divmod(number, SHEETS * len(PAPERS))
    return f"{PAPERS[rest // SHEETS]}-{_FIRST_DAY + timedelta(day)}-{rest % SHEETS + 1:02}"


def page_lines(number: int, length: int, seed: int = 0) -> list[str]:
    """Return the lines of page `number` as they should read; together they have about `length` code points.

    Stories of the agency are the same wherever they are printed on one day; all other text is the page's own.
    """
    chance = Random(f"{seed}/page/{number}")
    lines = [f"{page_name(number)[:4]} 第{number % SHEETS + 1}版 责任编辑 {_Words(chance).name()}"]
    for some in _stories(number, seed, chance):
        lines += some
        if sum(map(len, lines)) >= length:
            return lines
    raise AssertionError("there are always more stories")


def _stories(number: int, seed: int, chance: Random) -> Iterator[Sequence[str]]:
    day = number // (SHEETS * len(PAPERS))
    wire = chance.sample(range(_WIRE_A_DAY), 2)
    while True:
        yield story(chance)
        if wire:
            printed = Random(f"{seed}/wire/{day}/{wire.pop()}")
            yield story(printed, f"新华社{_Words(printed).place()}{printed.randrange(1, 28)}日电 ")
        if chance.random() < 0.3:
            yield [_advert(chance)]
