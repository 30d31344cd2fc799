"""man/nammo-templates.5 and the code against the one table of names that documents give to templates.

usage: templates_page.py SOURCE_DIR
"""
import glob
import os
import re
import sys

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
        if os.path.basename(path).startswith(("texts_json", "trend_json")):
            continue
        text = read(path)
        put.update(re.findall(r'\bput\([\w\[\]]+, "(\w+)"', text))
        if os.path.basename(path) == "outlook.cpp":
            put.update(re.findall(r'\badd\("(\w+)"', text))
    return put


def main(source):
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
    mdoc.finish(problems)


if __name__ == "__main__":
    main(sys.argv[1])
