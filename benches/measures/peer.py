"""The papers of typeset.rs set by typst: `peer.py CASE FONTS` answers with microseconds at first and again, KiB at the peak, bytes."""

import re
import sys
import time
from pathlib import Path

import typst

OURS = (Path(__file__).parent / "typeset.rs").read_text(encoding="utf-8")


def constants(name):
    """The texts of a constant of typeset.rs: both set the same words."""
    body = re.search(rf"const {name}: \[&str; \d+\] = \[(.*?)\n\];", OURS, re.S).group(1)
    return [re.sub(r"\\\n\s*", "", text) for text in re.findall(r'"(.*?)"', body, re.S)]


PROJECTS = constants("PROJECTS")
PARAGRAPHS = constants("PARAGRAPHS")
BODY = '#set text(font: ("Zhuque Fangsong (technical preview)", "Renda Song"), lang: "zh", size: {size}pt)\n'


def ballots(count, run):
    rows = "".join(f"[{number}], [{name}], [],\n" for number, name in enumerate(PROJECTS, 1))
    page = f"""#align(center)[#text(font: "Renda BiaoSong", size: 22pt)[青石镇第十八届人民代表大会第五次会议 \\
{2026 + run}年度民生实事项目票决票] \\ （粉红色） \\ 候选项目12项，赞成的不得超过10项]
#table(columns: (12mm, 1fr, 20mm), rows: 12mm, align: horizon, [序号], [项目名称], [符号], {rows})
填票说明： \\
1. 赞成的，在该项目的“符号”栏内画“○”；反对的，画“×”；弃权的，不画任何符号。 \\
2. 赞成的项目等于或者少于10项的，本票有效；多于10项的，本票无效。 \\
3. 请用黑色钢笔或者签字笔填写，符号清楚，画在栏内，无法辨认的，该栏无效；不得在票面上签名或者作其他记号。
#place(right)[#circle(radius: 21mm)[#align(center + horizon)[主席团盖章处]]]
"""
    head = "#set page(margin: (top: 18mm, x: 22mm, bottom: 15mm))\n" + BODY.format(size=13)
    return head + f"#let ballot = [{page}]\n#for copy in range({count}) {{ if copy > 0 {{ pagebreak() }}; ballot }}\n"


def resolution(run):
    head = "#set page(margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), numbering: \"— 1 —\")\n" + BODY.format(size=16)
    head += "#set par(justify: true, leading: 13pt, first-line-indent: (amount: 2em, all: true))\n"
    head += f"""#align(center)[#text(font: "Renda BiaoSong", size: 22pt)[青石镇第十八届人民代表大会第五次会议 \\
关于镇人民政府工作报告的决议]] \n#align(center)[（{2026 + run}年1月16日通过）]\n\n"""
    for section in ["一、总体要求", "二、主要目标", "三、重点任务"]:
        head += f'#text(font: "Renda Hei")[{section}]\n\n' + "\n\n".join(PARAGRAPHS) + "\n\n"
    return head + "#align(right)[青石镇人民代表大会 \\ 2026年1月16日]\n"


def report(run):
    rows = ""
    for number in range(1, 76):
        pleased = 30 + number % 20
        name = PROJECTS[(number - 1) % len(PROJECTS)]
        rows += f"[{number}], [{name}], [{pleased}], [{50 - pleased}], [{number % 5}], [{pleased}.00%],\n"
    head = "#set page(margin: (y: 20mm, x: 24mm), numbering: \"1 / 1\")\n" + BODY.format(size=12)
    return head + f"""#align(center)[#text(font: "Renda BiaoSong", size: 18pt)[青石镇第十八届人民代表大会第五次会议 \\
{2025 + run}年度满意度测评结果表]]
#table(columns: (12mm, 1fr, 20mm, 20mm, 20mm, 20mm),
  table.header([序号], [项目], [满意], [基本满意], [不满意], [满意率]), {rows})
"""


def source(case, run):
    if case == "resolution":
        return resolution(run)
    if case == "report":
        return report(run)
    return ballots(int(case.rsplit("-", 1)[1]), run)


def main():
    case, fonts = sys.argv[1:3]
    compiler = None
    times = []
    for run in range(6):
        text = source(case, run).encode()
        start = time.process_time()
        compiler = compiler or typst.Compiler(font_paths=[fonts], ignore_system_fonts=True)
        pdf = compiler.compile(text, format="pdf")
        times.append(time.process_time() - start)
        if run == 0:
            size = len(pdf)
        if times[0] > 20:
            break
    warm = sorted(times[1:])[len(times[1:]) // 2] if times[1:] else times[0]
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    peak = int(re.search(r"VmHWM:\s+(\d+)", status).group(1))
    print(round(times[0] * 1e6), round(warm * 1e6), peak, size)


main()
