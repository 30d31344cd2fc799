"""Word files of the example and of hostile stores: sound XML, no markup from data, every text and every figure there,
the forms of an office document, and the same bytes each time.

usage: docx_reports.py NAMMO SOURCE_DIR
"""
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

from html_reports import ATTACKS, write_store
from second_opinion import some_texts
from xlsx_sheets import annex_tables

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOW = ["--now", "2024-05-09T10:00+07:00"]
MONTH = ["thuan-thanh", "2024-05", "--now", "2024-05-16T10:00+07:00"]


def run(nammo, folder, call, form, **environment):
    return subprocess.run([nammo, "-C", folder, "report", *call, "--format", form], capture_output=True, check=True,
                          env={**os.environ, **environment}).stdout


def text_of(element):
    return "".join(part.text or "" for part in element.iter(W + "t"))


def cells_of(table):
    return [["\n".join(text_of(p) for p in cell.iter(W + "p")) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")]


def opened(made):
    """The parts of a Word file; each of them is well-formed."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            tree.fromstring(part)
    return parts


def problems_of(parts, shown):
    found = [f"{name} points outside" for name, part in parts.items() if name.endswith(".rels") and b"External" in part]
    found += [f"a part that is no XML: {name}" for name in parts if not name.endswith((".xml", ".rels", "/"))]
    body = tree.fromstring(parts["word/document.xml"]).find(W + "body")
    found += [f"an element: {tag}" for tag in ("hyperlink", "drawing", "pict", "object", "altChunk")
              if body.find(f".//{W}{tag}") is not None]
    says = re.sub(r"\s+", " ", " ".join(text_of(p) for p in body.iter(W + "p"))).lower()
    return found + [f"not shown as it is: {text!r}" for text in shown if re.sub(r"\s+", " ", text).strip(" .").lower() not in says]


def forms(parts, markdown):
    """What makes it an office document."""
    body = tree.fromstring(parts["word/document.xml"]).find(W + "body")
    tables = list(body.iter(W + "tbl"))
    found = []

    def expect(what, truth):
        if not truth:
            found.append(what)

    size, margins = body.find(f"{W}sectPr/{W}pgSz"), body.find(f"{W}sectPr/{W}pgMar")
    expect("A4", (size.get(W + "w"), size.get(W + "h")) == ("11906", "16838"))
    expect("margins of 20, 15, 20 and 30 mm", [round(int(margins.get(W + side)) / 1440 * 25.4) for side in
                                               ("top", "right", "bottom", "left")] == [20, 15, 20, 30])
    expect("Times New Roman 14", re.search(rb'<w:rPrDefault>\s*<w:rPr>\s*<w:rFonts w:ascii="Times New Roman"[^>]*>\s*<w:sz w:val="28"',
                                           re.sub(rb" />", b"/>", parts["word/styles.xml"])))
    expect("black", b"w:color w:val" not in parts["word/styles.xml"].replace(b'w:color w:val="auto"', b""))
    expect("the letterhead stands first", body[0].tag == W + "tbl" and cells_of(tables[0])[0][1].endswith("Độc lập - Tự do - Hạnh phúc\n"))
    signature = [table for table in tables if cells_of(table)[0][0] == "Nơi nhận:"]
    expect("one block of signature", len(signature) == 1)
    for number, table in enumerate(tables):
        kinds = {side.get(W + "val") for side in table.find(f"{W}tblPr/{W}tblBorders")}
        expect(f"borders of table {number + 1}", kinds == ({"nil"} if table in [tables[0], *signature] else {"single"}))
        width = sum(int(column.get(W + "w")) for column in table.iter(W + "gridCol"))
        expect(f"table {number + 1} fits the page", 9200 < width < 9360)
    annex = annex_tables(markdown, "Chỉ tiêu")
    expect("the annex, cell by cell", [cells_of(table) for table in tables[-len(annex):]] == annex)
    expect("the annex begins a page", body.find(f".//{W}pageBreakBefore") is not None)
    return found


def own_template(source):
    """What an office's own template may hold: <br> breaks the line, any other tag is text, nothing is fetched."""
    markdown = ("a<br>b <script>c</script> ![ảnh *đẹp*](http://x.vn/a.png) [d](javascript:e) <https://x.vn>\n\n<div onclick=x>\n\n"
                "- một\n  - hai\n- <b>ba\n\n1. bốn\n\n| f<br>g | h |\n|---|---|\n| <i> | `k` |\n\n    l <m>\n")
    shipped = os.path.join(source, "src/render/shipped")
    made = subprocess.run(["pandoc", "--from=commonmark+pipe_tables", "--to=docx", "--lua-filter=" + os.path.join(shipped, "word.lua"),
                           "--reference-doc=" + os.path.join(shipped, "reference.docx"), "--output=-"],
                          input=markdown.encode("utf-8"), capture_output=True, check=True).stdout
    parts = opened(made)
    found = problems_of(parts, ["<script>c</script>", "ảnh đẹp", "<div onclick=x>", "- một", "- hai", "- <b>ba", "<i>", "l <m>"])
    body = tree.fromstring(parts["word/document.xml"]).find(W + "body")
    if cells_of(next(body.iter(W + "tbl"))) != [["f\ng", "h"], ["<i>", "k"]] or body.find(f"{W}p/{W}r/{W}br") is None:
        found.append("<br> does not break the line")
    return [f"own template: {what}" for what in found]


def own_reference(nammo, folder):
    """The page of the store's own reference.docx is taken."""
    default = subprocess.run(["pandoc", "--print-default-data-file", "reference.docx"], capture_output=True, check=True).stdout
    os.mkdir(os.path.join(folder, "templates"))
    with open(os.path.join(folder, "templates/reference.docx"), "wb") as file:
        file.write(default)
    styles = opened(run(nammo, folder, MONTH, "docx"))["word/styles.xml"]
    return [] if b"4F81BD" in styles else ["the store's own reference.docx is not taken"]


def shipped_reference(source):
    """The repository's reference.docx is what its script makes, with the pandoc that it was made with."""
    if "pandoc 2.17.1.1" not in subprocess.run(["pandoc", "--version"], capture_output=True, text=True, check=True).stdout:
        return []
    made = subprocess.run(["/usr/bin/python3", os.path.join(source, "src/render/make_reference.py")], capture_output=True, check=True)
    with open(os.path.join(source, "src/render/shipped/reference.docx"), "rb") as file:
        return [] if opened(made.stdout) == opened(file.read()) else ["reference.docx is not what make_reference.py makes"]


def main(nammo, source):
    problems = shipped_reference(source) + own_template(source)
    pool = list(some_texts(200))
    with tempfile.TemporaryDirectory() as work:
        folder = os.path.join(work, "example")
        shutil.copytree(os.path.join(source, "examples/thuan-thanh"), folder)
        for call in (["thuan-thanh", "W19", *NOW], MONTH):
            made = run(nammo, folder, call, "docx")
            if made != run(nammo, folder, call, "docx", LC_ALL="C", LANG="C", TZ="America/New_York"):
                problems.append(f"{call}: not the same bytes in another locale")
            parts = opened(made)
            if "Thuận Thành" not in parts["docProps/core.xml"].decode("utf-8"):
                problems.append(f"{call}: the file does not say what it is")
            problems += [f"{call[1]}: {what}" for what in forms(parts, run(nammo, folder, call, "md").decode("utf-8"))]
        problems += own_reference(nammo, folder)
        for number in range(3):
            folder = os.path.join(work, str(number))
            shutil.copytree(os.path.join(source, "examples/thuan-thanh"), folder)
            texts = ATTACKS * 3 if number == 0 else [f"{a} {b}" for a, b in zip(pool[number * 30:] + pool, (ATTACKS * 9)[number:])]
            shown = write_store(folder, texts)
            shown = shown[:1 + 12 + 6] + shown[-4:]
            parts = opened(run(nammo, folder, ["thuan-thanh", "W19", "--all-texts", *NOW], "docx"))
            problems += [f"store {number}: {what}" for what in problems_of(parts, shown)]
    for problem in problems[:20]:
        print(problem)
    print(f"{len(problems)} faults")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), sys.argv[2]))
