"""man/nammo-templates.5 and the code against the one table of names that documents give to templates; the page's
examples against nammo check.

usage: templates_page.py SOURCE_DIR NAMMO
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

import mdoc


def read(*parts):
    with open(os.path.join(*parts), encoding="utf-8") as file:
        return file.read()


def names_in_table(source):
    """Every name of kNames, with the places it has them for."""
    text = read(source, "src", "render", "template_names.cpp")
    for name, words in re.findall(r'constexpr std::string_view (k\w+) = "([^"]*)";', text):
        text = re.sub(rf"\b{name}\b", f'"{words}"', text)
    table = text[text.index("kNames[] = {"):]
    table = table[:table.index("\n};")]
    names, places = set(), set()
    for place, words in re.findall(r'\{"([a-z_.]*)", k\w+,(.*?)\}', table, re.S):
        places.add(place)
        for quoted in re.findall(r'"([^"]*)"', words):
            names.update(quoted.split())
    return names, places


def names_put(source):
    """The names that the parts of a document write into its tree."""
    put = set()
    for path in glob.glob(os.path.join(source, "src", "render", "*.cpp")):
        if os.path.basename(path).startswith(("texts_json", "trend_json", "form_")):
            continue
        text = read(path)
        put.update(re.findall(r'\bput\([\w\[\]]+, "(\w+)"', text))
        if os.path.basename(path) == "outlook.cpp":
            put.update(re.findall(r'\badd\("(\w+)"', text))
    return put


def wrong_examples(source, nammo, page):
    """What nammo has against the page's examples, each as a template of the example store."""
    examples = re.findall(r"^\.Bd -literal.*?\n(.*?)^\.Ed$", page, re.S | re.M)
    names = ["letterhead-ccb", "weekly.vi"]
    if len(examples) != len(names):
        return [f"{len(examples)} examples in nammo-templates.5, not {len(names)}"]
    with tempfile.TemporaryDirectory() as folder:
        store = shutil.copytree(os.path.join(source, "examples", "thuan-thanh"), os.path.join(folder, "store"))
        os.makedirs(os.path.join(store, "templates"), exist_ok=True)
        for name, text in zip(names, examples):
            with open(os.path.join(store, "templates", name + ".mustache"), "w", encoding="utf-8") as file:
                file.write(text.replace("\\e", "\\"))
        check = subprocess.run([nammo, "check", "--strict", "templates"], cwd=store, capture_output=True, text=True, check=False)
        report = subprocess.run([nammo, "report", "thuan-thanh", "2024-W19", "--now", "2024-05-09T10:00+07:00"], cwd=store,
                                capture_output=True, text=True, check=False)
    problems = (check.stdout + report.stderr).splitlines()
    lines = report.stdout.splitlines()
    if not lines or not lines[0].endswith("<br>\\*\\*\\* | **ĐOÀN TNCS HỒ CHÍ MINH** |"):
        problems.append(f"the letterhead of the examples prints {lines[:1]}")
    if "## 3. Kiến nghị, đề xuất ban đầu" not in lines:
        problems.append("the outline of the examples was not taken")
    return problems


def main(source, nammo):
    path = os.path.join(source, "man", "nammo-templates.5")
    lines = mdoc.lines_of(path)
    problems = mdoc.lint(path)
    names, places = names_in_table(source)
    if len(names) < 50 or "figure_tables.rows.cells" not in places:
        problems.append(f"the table of names cannot be read: {len(names)} names, places {sorted(places)}")
    said, put = mdoc.words_under(lines, "Ic"), names_put(source)
    for what, these, there, where in (("the name", names, said, "nammo-templates.5"), ("the name", said, names, "the table"),
                                      ("what is put,", put, names, "the table"),
                                      ("the name", names, put, "what documents put")):
        problems += [f"{what} {name!r} is not in {where}" for name in sorted(these - there)]
    page = "\n".join(lines)
    for template in glob.glob(os.path.join(source, "src", "render", "templates", "*.mustache")):
        stem = re.sub(r"(\.vi|\.en)?\.mustache$", "", os.path.basename(template))
        if stem not in page:
            problems.append(f"nammo-templates.5 does not name {stem}")
    problems += wrong_examples(source, os.path.abspath(nammo), page)
    mdoc.finish(problems)


if __name__ == "__main__":
    main(*sys.argv[1:3])
