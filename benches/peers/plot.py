"""Draws docs/growth.svg, the cost of a decision over the number of rules, from RESULTS.md."""

import math
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RESULTS = ROOT / "benches" / "RESULTS.md"
PICTURE = ROOT / "docs" / "growth.svg"
SECTION = "## From bytes to a decision, Rust"

# Row of the table: label, colour, width.
LINES = {
    "regorus": ("regorus", "#b07aa1", 1.5),
    "cedar-policy": ("cedar-policy", "#e15759", 1.5),
    "datalogic-rs": ("datalogic-rs", "#f28e2b", 1.5),
    "zen-engine": ("zen-engine", "#59a14f", 1.5),
    "typed + match / rule loop (B)": ("hand-written", "#8a8a8a", 1.5),
    "idenfy-rules": ("idenfy-rules", "#4e79a7", 3),
}
RULES = (10, 100, 1_000)
WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 60, 150, 50, 50
LEAST_GAP = 16
STYLE = (
    "text { font: 13px sans-serif; fill: #57606a; } .title { font-size: 15px; font-weight: bold; }"
    " .grid { stroke: #8886; stroke-width: 0.5; }"
    " @media (prefers-color-scheme: dark) { text { fill: #a9b1ba; } }"
)


def table():
    """Row -> the ratios to I at 10, 100 and 1,000 rules."""
    section = RESULTS.read_text(encoding="utf-8").partition(SECTION)[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| ([\d.,]+) \| ([\d.,]+) \| ([\d.,]+) \|$", section, re.M)
    return {name: [float(cell.replace(",", "")) for cell in cells] for name, *cells in rows}


def across(rules):
    return LEFT + (math.log10(rules) - 1) / 2 * (WIDTH - LEFT - RIGHT)


class Height:
    """Ratios on a logarithmic scale that has room for all of them."""

    def __init__(self, ratios):
        self.low, self.high = math.floor(math.log10(min(ratios))), math.ceil(math.log10(max(ratios)))

    def of(self, ratio):
        share = (math.log10(ratio) - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def ticks(self):
        return [10.0**power for power in range(self.low, self.high + 1)]


def text(x, y, words, anchor="start", extra=""):
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}"{extra}>{words}</text>'


def grid(height):
    for ratio in height.ticks():
        y = height.of(ratio)
        yield f'<line class="grid" x1="{LEFT}" y1="{y:.0f}" x2="{WIDTH - RIGHT}" y2="{y:.0f}"/>'
        yield text(LEFT - 8, y + 4, f"{ratio:,g}", "end")
    for rules in RULES:
        yield text(across(rules), HEIGHT - BOTTOM + 20, f"{rules:,} rules", "middle")


def apart(wanted):
    """Heights of labels, pushed down until none covers another."""
    placed = {}
    for name in sorted(wanted, key=wanted.get):
        placed[name] = max([wanted[name], *(y + LEAST_GAP for y in placed.values())])
    return placed


def drawing(rows):
    height = Height([ratio for name in LINES for ratio in rows[name]])
    labels = apart({name: height.of(rows[name][-1]) for name in LINES})
    yield text(LEFT, 24, "From the bytes of a webhook to a decision", extra=' class="title"')
    yield text(LEFT, 42, "CPU time; 1 = serde_json reading and ignoring the same 3,110 bytes")
    yield from grid(height)
    for name, (label, colour, width) in LINES.items():
        points = " ".join(f"{across(rules):.0f},{height.of(ratio):.1f}"
                          for rules, ratio in zip(RULES, rows[name], strict=True))
        yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
        yield text(WIDTH - RIGHT + 10, labels[name] + 4, label, extra=f' style="fill: {colour}"')


def main():
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    what = "Cost of a decision over the number of rules, idenfy-rules and its peers"
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{what}">'
    PICTURE.write_text("\n".join([opening, f"<style>{STYLE}</style>", *drawing(table()), "</svg>", ""]),
                       encoding="utf-8")


if __name__ == "__main__":
    main()
