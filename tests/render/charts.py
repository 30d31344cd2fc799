#!/usr/bin/python3
"""Every chart is XML that a parser of its own reads, says what it shows without the picture, asks for nothing from
outside, and keeps its texts on the sheet and apart from each other; the HTML page with charts inside is XML too.
The store's names are hostile. Figures of charts are compared with the CSV.

usage: charts.py NAMMO SOURCE_DIR"""
import csv
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET

NAMMO, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SVG = "{http://www.w3.org/2000/svg}"
NOW = "2024-07-26T08:00+07:00"
HOSTILE = "Khu <script>alert(1)</script> & \\\"phố\\\" \\u202E1 {{title}} | `x` ](y) " + "dài " * 30
problems = []


def check(true, what):
    if not true:
        problems.append(what)


def nammo(store, *words, expected=0):
    run = subprocess.run([NAMMO, "-C", str(store), "--now", NOW, *words], capture_output=True, text=True, cwd=store)
    check(run.returncode == expected, f"{words}: exit {run.returncode}: {run.stderr}")
    return run.stdout


def columns(text):
    return sum(0 if unicodedata.combining(c) else 1 for c in text)


def width(element):  # of Liberation Sans on average; a text that only just fits by this does in print
    return 0.5 * float(element.get("font-size")) * columns(element.text or "")


def span(element):
    x, w, anchor = float(element.get("x")), width(element), element.get("text-anchor", "start")
    return {"start": (x, x + w), "middle": (x - w / 2, x + w / 2), "end": (x - w, x)}[anchor]


def check_texts(svg, name):
    whole = float(svg.get("viewBox").split()[2])
    high = float(svg.get("viewBox").split()[3])
    lines = {}
    for text in svg.iter(SVG + "text"):
        left, right = span(text)
        check(left >= 0 and right <= whole, f"{name}: leaves the sheet: {text.text}")
        check(0 < float(text.get("y")) <= high, f"{name}: below the sheet: {text.text}")
        lines.setdefault(text.get("y"), []).append((left, right, text.text))
    for line in lines.values():
        line.sort()
        for (_, end, a), (start, _, b) in zip(line, line[1:]):
            check(end <= start, f"{name}: texts overlap: {a!r} {b!r}")


def check_chart(text, name):
    svg = ET.fromstring(text)
    ids = [e.get("id") for e in svg.iter() if e.get("id")]
    check(len(ids) == len(set(ids)), f"{name}: ids")
    check(svg.get("role") == "img", f"{name}: role")
    title, description = svg.find(SVG + "title"), svg.find(SVG + "desc")
    check(title is not None and len(title.text) > 10 and description is not None and len(description.text) > 40, f"{name}: no words")
    check(svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}", f"{name}: labelled by")
    tags = {e.tag.removeprefix(SVG) for e in svg.iter()}
    check(tags <= {"svg", "title", "desc", "defs", "pattern", "rect", "path", "line", "polyline", "polygon", "circle", "text"}, f"{name}: {tags}")
    for element in svg.iter():
        for key, value in element.attrib.items():
            check("href" not in key and not key.startswith("on"), f"{name}: {key}")
            check("url(" not in value or value == f"url(#{title.get('id')[:-6]}-hatch)", f"{name}: {value}")
    check_texts(svg, name)
    return ids


def check_charts(store, words, expected=0):
    folder = store / "charts"
    shutil.rmtree(folder, ignore_errors=True)
    markdown = nammo(store, "report", *words, "--charts", "charts", expected=expected)
    files = sorted(folder.glob("*.svg"))
    check(len(files) >= 2, f"{words}: {files}")
    for file in files:
        check_chart(file.read_text(encoding="utf-8"), file.name)
        check(markdown.count(f"](charts/{file.name})") == 1, f"{file.name}: not linked")
    check(len(re.findall(r"^!\[", markdown, re.M)) == len(files), f"{words}: links without a file")
    page = nammo(store, "report", *words, "--format", "html", "--charts", "-", expected=expected)
    tree = ET.fromstring(page.replace("<!DOCTYPE html>", "", 1))
    inside = list(tree.iter(SVG + "svg"))
    check(len(inside) == len(files), f"{words}: {len(inside)} charts in the page")
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    check(len(ids) == len(set(ids)), f"{words}: an id twice in the page")
    check("script" not in {e.tag for e in tree.iter()}, f"{words}: a script")
    return {file.name: ET.fromstring(file.read_text(encoding="utf-8")) for file in files}


# The descriptions give the same figures as the CSV of each period.
def check_figures(store, svg, indicator, label, periods):
    said = re.search(label + r" – ([^.]*)\.", svg.find(SVG + "desc").text)
    check(said is not None, f"{label}: not described")
    for period, part in zip(periods, said.group(1).split(", ")):
        rows = csv.DictReader(io.StringIO(nammo(store, "report", "thuan-thanh", period, "--format", "csv")))
        row = next(r for r in rows if r["area"] == "thuan-thanh" and r["indicator"] == indicator and r["breakdown"] == "")
        share = "" if row["reported"] == row["expected"] else f" ({row['reported']}/{row['expected']})"
        wanted = (row["value"] or "…") + (share if row["value"] else "")
        check(part.split(": ", 1)[1] == wanted, f"{label} {period}: {part}, in the CSV {wanted}")
    check(len(periods) == len(said.group(1).split(", ")), f"{label}: {said.group(1)}")


with tempfile.TemporaryDirectory() as scratch:
    store = pathlib.Path(scratch) / "store"
    shutil.copytree(SOURCE / "examples/thuan-thanh", store, symlinks=True)
    week = check_charts(store, ["thuan-thanh", "2024-W30"])
    check_figures(store, week["ccb.thuan-thanh.2024-W30.figures-recommendations-balance.svg"], "recommendations-received",
                  "Ý kiến, kiến nghị tiếp nhận", [f"2024-W{n}" for n in range(19, 31)])
    quarter = check_charts(store, ["thuan-thanh", "2024-Q2"])
    check_figures(store, quarter["ccb.thuan-thanh.2024-Q2.figures-petitions-balance.svg"], "petitions-received",
                  "Đơn thư tiếp nhận trong kỳ", ["2024-05", "2024-06"])
    for words in (["thuan-thanh", "2024-07"], ["ho", "W24"], ["khu-pho-1", "W24"], ["thuan-thanh", "2024"], ["thuan-thanh", "summary"],
                  ["thuan-thanh", "W24", "--org", "bdv"], ["thuan-thanh", "W24", "--brief"], ["thuan-thanh", "2024-06-20.2"]):
        check_charts(store, words)
    area = store / "areas/thuan-thanh/ho/khu-pho-1/area.yaml"
    area.write_text(re.sub(r"^name: .*$", lambda _: f'name: "{HOSTILE}"', area.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8")
    codes = store / "catalog/codes.yaml"
    codes.write_text(codes.read_text(encoding="utf-8").replace("Thu gom rác thải", "Rác <b>&amp; 'thải'</b>" + "W" * 90), encoding="utf-8")
    for words in (["thuan-thanh", "2024-W30"], ["khu-pho-1", "W24"], ["thuan-thanh", "2024-07"]):
        check_charts(store, words)

print("\n".join(problems) or "charts: as they should be")
sys.exit(1 if problems else 0)
