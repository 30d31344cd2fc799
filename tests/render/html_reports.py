"""HTML of hostile stores: well-formed for strict parsers of HTML and of XML, no markup from data, every text whole.

usage: html_reports.py NAMMO SOURCE_DIR
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

import html5lib

from second_opinion import some_texts

ATTACKS = [
    "<script>alert(1)</script>", "</main></body><h1>x", "<img src=x onerror=alert(1)>", "[bấm](javascript:alert(1))",
    "<javascript:alert(1)>", "![ảnh](http://x.vn/a.png)", "<br> dòng <br/>", "&lt;b&gt; &#60;i&#62; &amp;amp; &nbsp;",
    "a | b || c |---|", "\"><svg/onload=alert(1)>", "</style><style>*{display:none}</style>", "]]> <![CDATA[ x", "<!-- x -->",
    "| ***Nơi nhận:*** | b |", "***Nơi nhận:***", "<a href=\"//x.vn\">", "https://x.vn/?a=1&b=2 www.x.vn a@x.vn", "{{x}} {{{y}}}"]
TAGS = {"html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "div", "p", "h1", "h2", "h3",
        "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "br"}
ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "class", "scope"}
REPORT = """report: weekly
org: ccb
area: thuan-thanh/ho/khu-pho-1
period: 2024-W19
officer: nguyen-dang-quyet
submitted: 2024-05-08T16:40+07:00
"""


def write_store(folder, texts):
    """Puts the texts into a report, a name, a label and the letterhead. Those that a document shows."""
    take = iter(texts)
    shown = []

    def text():
        shown.append(next(take))
        return json.dumps(shown[-1], ensure_ascii=False)

    lines = [REPORT, f"overview: {text()}\n", "situation:\n"]
    lines += [f"  - {{field: society, severity: watch, text: {text()}}}\n" for _ in range(12)]
    lines += ["opinions:\n"] + [f"  - {{field: society, stance: agree, text: {text()}}}\n" for _ in range(6)]
    lines += ["activities:\n"] + [f"  - {{kind: propaganda, title: {text()}, count: 1}}\n" for _ in range(3)]
    lines += ["proposals:\n"] + [f"  - {{to: ccb-tinh, kind: resolve, text: {text()}}}\n" for _ in range(6)]
    lines += ["next:\n"] + [f"  - {text()}\n" for _ in range(3)]
    with open(os.path.join(folder, "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml"), "w", encoding="utf-8") as file:
        file.writelines(lines)
    for path, old in [("areas/thuan-thanh/ho/khu-pho-2/area.yaml", "name: Khu phố 2"), ("nammo.yaml", "parent: HỘI CỰU CHIẾN BINH TỈNH BẮC NINH"),
                      ("nammo.yaml", "place: Thuận Thành"), ("nammo.yaml", "ccb-tinh: {name: Hội CCB tỉnh")]:
        path = os.path.join(folder, path)
        with open(path, encoding="utf-8") as file:
            content = file.read()
        assert old in content, old
        key = re.match(r"(.*: )", old).group()
        with open(path, "w", encoding="utf-8") as file:
            file.write(content.replace(old, key + text(), 1))
    return shown


def problems_of(page, shown):
    """What is wrong with a page that should show these texts."""
    html5lib.HTMLParser(strict=True).parse(page)
    root = tree.fromstring(page)
    found = []
    for element in root.iter():
        if element.tag not in TAGS:
            found.append(f"a tag: <{element.tag}>")
        found += [f"an attribute: {name}" for name in element.attrib if name not in ATTRIBUTES]
    says = re.sub(r"\s+", " ", " ".join(root.itertext())).lower()  # names are capitalised where a line begins
    return found + [f"not shown as it is: {text!r}" for text in shown if re.sub(r"\s+", " ", text).strip(" .").lower() not in says]


def main(nammo, source):
    calls = [["thuan-thanh", "W19", "--all-texts"], ["ho", "W19", "--all-texts", "--lang", "en"], ["khu-pho-1", "W19"],
             ["thuan-thanh", "W19", "--brief"]]
    pool = list(some_texts(400))
    failed = pages = 0
    with tempfile.TemporaryDirectory() as work:
        for number in range(6):
            folder = os.path.join(work, str(number))
            shutil.copytree(os.path.join(source, "examples/thuan-thanh"), folder)
            texts = ATTACKS * 3 if number == 0 else [f"{a} {b}" for a, b in zip(pool[number * 30:] + pool, (ATTACKS * 9)[number:])]
            shown = write_store(folder, texts)
            for call in calls:
                run = subprocess.run([nammo, "-C", folder, "--now", "2024-05-09T10:00+07:00", "report", *call, "--format", "html"],
                                     capture_output=True, check=True)
                whole = shown[:1 + 12 + 6] if "--all-texts" in call else []
                whole = whole + shown[-4:] if call[0] == "thuan-thanh" and whole else whole
                problems = problems_of(run.stdout.decode("utf-8"), whole)
                pages += 1
                failed += bool(problems)
                for problem in problems[:5]:
                    print(f"store {number}, report {' '.join(call)}: {problem}")
    print(f"{pages} pages, {failed} of them with a fault")
    return 1 if failed or pages < 20 else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), sys.argv[2]))
