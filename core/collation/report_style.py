"""How a report of variants looks: light and dark, on paper too; what is chosen needs no script."""

STYLE = """
:root { color-scheme: light dark; --paper: #fbfaf7; --card: #fff; --ink: #1d1d1b; --dim: #6b6862;
  --line: #e2ded5; --mark: #ffe3a3; --best: #1f7a4d; --best-ground: #e6f4ec; --chip: #efece4; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1b1a; --card: #242422; --ink: #e9e6df;
  --dim: #a09c93; --line: #3a3936; --mark: #6a4e10; --best: #7bd3a4;
  --best-ground: #20362b; --chip: #33322f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 2.5rem 1.5rem 4rem; background: var(--paper);
  color: var(--ink); font: 16px/1.7 "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.7rem; margin: 0; } h2 { font-size: 1.25rem; margin: 3rem 0 .6rem; line-height: 1.4; }
.sum, .legend, .why, .note { color: var(--dim); font-size: .88rem; }
.legend { margin: .8rem 0 1.2rem; padding: .7rem 1rem; background: var(--chip); border-radius: .5rem; }
.chips { position: sticky; top: 0; z-index: 1; padding: .6rem 0; background: var(--paper);
  border-bottom: 1px solid var(--line); }
.chips label { display: inline-block; margin: .15rem .35rem .15rem 0; padding: .1rem .75rem; cursor: pointer;
  border: 1px solid var(--line); border-radius: 2rem; font-size: .88rem; background: var(--card); }
.chips label b { font-weight: 600; margin-left: .35em; color: var(--dim); }
input.kind { position: absolute; opacity: 0; }
table.witnesses { border-collapse: collapse; font-size: .88rem; margin: 0 0 1rem; }
table.witnesses td { padding: .1rem 1.2rem .1rem 0; vertical-align: top; }
table.witnesses td.where { color: var(--dim); font-variant-numeric: tabular-nums; }
.siglum { display: inline-block; min-width: 1.7em; padding: 0 .3em; margin: 0 .15em .1em 0;
  text-align: center; border-radius: .3em; background: var(--chip); font-size: .82rem; line-height: 1.6; }
article { margin: .7rem 0; padding: .6rem 1rem .7rem; background: var(--card); border: 1px solid var(--line);
  border-radius: .6rem; break-inside: avoid; }
article header { display: flex; gap: .8rem; align-items: baseline; flex-wrap: wrap; }
.number { color: var(--dim); font-variant-numeric: tabular-nums; font-size: .82rem; min-width: 1.6em; }
.name { font-weight: 600; font-size: .88rem; white-space: nowrap; }
.readings { display: grid; grid-template-columns: minmax(4.5rem, max-content) 1fr auto 1fr max-content;
  margin-top: .35rem; row-gap: .1rem;
  font-family: "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; font-size: 1.06rem; }
.readings > div { display: contents; }
.readings span.cell { padding: .1rem .35rem; min-width: 0; }
.before { text-align: right; color: var(--dim); } .after { color: var(--dim); }
.reading { text-align: center; }
mark { background: var(--mark); color: inherit; padding: .05em .2em; border-radius: .2em; }
.long .readings { grid-template-columns: minmax(4.5rem, max-content) 1fr max-content; }
.long .before, .long .after { display: none; } .long .reading { text-align: left; }
.best > .cell { background: var(--best-ground); }
.best > .who { border-radius: .4em 0 0 .4em; } .best > .chance { border-radius: 0 .4em .4em 0; }
.best mark { background: none; color: var(--best); font-weight: 700; }
.chance { color: var(--dim); font: .8rem/2.1 sans-serif; text-align: right;
  font-variant-numeric: tabular-nums; }
.none { color: var(--dim); }
@media (max-width: 40rem) { .before, .after { display: none; }
  .readings { grid-template-columns: minmax(4.5rem, max-content) 1fr max-content; }
  .reading { text-align: left; } }
@media print { .chips { display: none; } body { max-width: none; padding: 0; background: none; } }
"""


def shown_by(kinds: list[str]) -> str:
    """Return the rules by which the box of each kind shows and hides its variants."""
    hidden = "".join(f"#{kind}:not(:checked) ~ main article.{kind} {{ display: none; }}\n" for kind in kinds)
    on = "".join(
        f"#{kind}:checked ~ .chips label[for={kind}] {{ background: var(--ink); color: var(--paper); }}\n"
        f"#{kind}:focus-visible ~ .chips label[for={kind}] {{ outline: 2px solid var(--best); }}\n"
        for kind in kinds
    )
    return hidden + on
