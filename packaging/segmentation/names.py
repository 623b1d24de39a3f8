"""Invented people, towns, papers and days, and the set phrases of newspapers around them."""

from __future__ import annotations

from random import Random

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
)
_GIVEN = "明华建国志强晓丽静芳敏伟洋磊涛艳娜军杰倩雪峰宁博文雅欣怡子涵思远佳琪俊凯海燕春梅玉兰鹏飞云帆"
TOWNS = [
    "临川",
    "青渚",
    "河东",
    "滨河",
    "安平",
    "云溪",
    "石门",
    "望江",
    "白沙",
    "长宁",
    "东林",
    "金口",
    "北原",
    "永和",
    "清源",
]
_PAPERS = ["日报", "晚报", "都市报", "时报", "晨报"]


class Names:
    """Draws names and phrases; the same random numbers draw the same."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.town = random.choice(TOWNS)
        self.paper = self.town + random.choice(_PAPERS)

    def chance(self, share: float) -> bool:
        """Say yes in the given share of cases."""
        return self.random.random() < share

    def person(self) -> str:
        """Return an invented name."""
        given = self.random.sample(_GIVEN, self.random.choice((1, 2, 2)))
        return self.random.choice(_SURNAMES) + "".join(given)

    def people(self, most: int = 2) -> str:
        """Return one or several names as bylines print them."""
        names = [self.person() for _ in range(self.random.randint(1, most))]
        return self.random.choice((" ", " ", "、")).join(names)

    def day(self) -> str:
        """Return a day as datelines print it."""
        return f"{self.random.randint(1, 12)}月{self.random.randint(1, 28)}日"

    def year(self) -> str:
        """Return a year."""
        return f"{self.random.randint(2010, 2026)}年"

    def telephone(self) -> str:
        """Return the number of a telephone."""
        return f"0{self.random.randint(310, 999)}-{self.random.randint(2000000, 8999999)}"

    def opening(self) -> str:
        """Return how a story of news begins; now and then with nothing."""
        town = self.random.choice(TOWNS)
        forms = (
            f"本报讯（记者 {self.people()}）",
            f"新华社{town}{self.day()}电 ",
            f"据新华社{town}{self.day()}电（记者{self.person()}）",
            f"本报讯 记者{self.person()}报道 ",
            f"本报{town}{self.day()}电（记者 {self.people()}）",
            f"本报记者 {self.person()} {town}报道：",
            f"本报讯（通讯员 {self.people(3)}）",
            f"中新社{town}{self.day()}电 ",
            f"{self.paper}讯（记者{self.person()}）",
            "",
        )
        return self.random.choice(forms)

    def credit(self) -> str:
        """Return who took a picture."""
        forms = (
            f"本报记者 {self.people()} 摄",
            f"{self.people()} 摄",
            f"新华社记者 {self.person()} 摄",
            "（资料图片）",
            f"本报记者 {self.person()} 摄影报道",
        )
        return self.random.choice(forms)

    def jump(self) -> str:
        """Return what sends the reader to another page."""
        page = self.random.choice(("第4版", "第二版", "3版", "第A5版"))
        return self.random.choice(("（下转{0}）", "(下转{0})", "■下转{0}")).format(page)

    def jump_back(self) -> str:
        """Return what says that a story comes from another page."""
        return self.random.choice(("（上接第1版）", "■上接第1版", "（上接第一版）", "(紧接1版)"))

    def masthead(self) -> str:
        """Return a line at the head of a page."""
        weekday = self.random.choice("一二三四五六日")
        name = self.random.choice(["要闻", "综合", "时政", "经济", "民生", "文化"])
        page = self.random.randint(1, 16)
        forms = (
            f"{self.paper} {self.year()}{self.day()} 星期{weekday} 第{page}版 {name}",
            f"{self.year()}{self.day()} 星期{weekday} 农历三月初八 今日8版",
            self.paper,
            f"0{self.random.randint(1, 9)} {name}",
        )
        return self.random.choice(forms)
