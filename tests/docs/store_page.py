"""man/nammo-store.5 against schemas/ and the findings of src/: neither may say what the other does not.

usage: store_page.py SOURCE_DIR
"""
import glob
import json
import os
import re
import sys

import mdoc

# Keys of the machine formats, which no schema describes.
MACHINE_KEYS = {"severity", "code", "file", "line", "column", "message", "help", "texts", "returned", "drafts",
                "unreadable", "returned_due", "because"}
# Findings of the commands that edit, which check never makes.
EDIT_CODES = {"edit-path", "edit-unsafe", "intake-ahead", "intake-area", "intake-day", "intake-field", "intake-head", "intake-nil",
              "intake-nothing", "intake-officer", "intake-other", "intake-submitted", "intake-unexpected"}
# Values that stand beside their key in the list of windows.
WINDOW_VALUES = {"thursday", "00", "15", "true"}


def walk(schema, properties, values, keywords):
    """Collects what a schema names, going into every schema inside it."""
    keywords.update(schema)
    properties.update(schema.get("properties", {}))
    values.update(v for v in schema.get("enum", []) + [schema.get("const")] if isinstance(v, str))
    inner = [schema.get(k) for k in ("items", "additionalProperties", "propertyNames", "contains", "not", "if", "then",
                                     "else")]
    for keyword in ("allOf", "anyOf", "oneOf"):
        inner += schema.get(keyword, [])
    for keyword in ("properties", "patternProperties", "definitions", "$defs"):
        inner += schema.get(keyword, {}).values()
    for part in inner:
        if isinstance(part, dict):
            walk(part, properties, values, keywords)


def schemas_say(source):
    properties, values, keywords, names = set(), set(), set(), set()
    for path in sorted(glob.glob(os.path.join(source, "schemas", "*.schema.json"))):
        names.add(os.path.basename(path).removesuffix(".schema.json"))
        with open(path, encoding="utf-8") as file:
            walk(json.load(file), properties, values, keywords)
    return properties, values, keywords, names


def listed_codes(lines):
    """The finding codes with an entry of their own, below the heading of the findings and of privacy."""
    codes = set()
    for title in ("MÃ LỖI", "Tệp và", "Lược đồ", "Tên và", "Chế độ", "Nội dung báo cáo", "Dữ liệu cá nhân", "DỮ LIỆU",
                  "Lệnh sửa"):
        for line in mdoc.section(lines, title):
            codes.update(re.findall(r"^\.It Ic ([a-z]+(?:-[a-z]+)+)$", line))
    return codes


def codes_in_source(source, prefixes):
    """Quoted codes in src/: of a known family, or handed to a function that makes a finding."""
    family = re.compile(r'"((?:%s)-[a-z]+(?:-[a-z]+)*)"' % "|".join(sorted(prefixes)))
    made = re.compile(r'\b(?:error|warning|error_once|clash|refuse)\(\s*"([a-z]+(?:-[a-z]+)+)"')
    codes = set()
    for path in glob.glob(os.path.join(source, "src", "**", "*.[ch]*"), recursive=True):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        codes.update(family.findall(text))
        codes.update(made.findall(text))
    return codes


def documented_severities(lines):
    """Whether the page calls a finding an error (Lỗi) or a warning (Cảnh báo)."""
    entries = zip(lines, lines[1:])
    said = {line[7:]: text.startswith("Lỗi:") for line, text in entries
            if line.startswith(".It Ic ") and text.startswith(("Lỗi:", "Cảnh báo:"))}
    text = "\n".join(mdoc.section(lines, "Dữ liệu cá nhân"))
    for kind, is_error in ((r"\.Ic ([^;]*?)\nlà lỗi", True), (r";\n\.Ic ([^;]*?)\nlà cảnh báo", False)):
        found = re.search(kind, text)
        said.update(dict.fromkeys(re.findall(r"[a-z]+(?:-[a-z]+)+", found.group(1) if found else ""), is_error))
    return said


def rule_table(source):
    """The codes of check's table of rules: True for an error."""
    path = os.path.join(source, "src", "rules", "table.cpp")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return {code: kind == "kError" for code, kind in re.findall(r'Rule\{"([a-z-]+)", (kError|kWarning)', file.read())}


def keyword_table(source):
    """The keywords of JSON Schema that the validator takes."""
    with open(os.path.join(source, "src", "schema", "compile.cpp"), encoding="utf-8") as file:
        return set(re.findall(r'^\s+\{"([$\w]+)", (?:nullptr|&Compiler::)', file.read(), re.MULTILINE))


def missing(what, wanted, there, where):
    return [f"{what} {name!r} is not in {where}" for name in sorted(wanted - there)]


def main(source):
    path = os.path.join(source, "man", "nammo-store.5")
    lines = mdoc.lines_of(path)
    keys, values = mdoc.words_under(lines, "Ic"), mdoc.words_under(lines, "Cm")
    properties, enums, used, names = schemas_say(source)
    problems = mdoc.lint(path)
    problems += missing("the key", properties, keys | values, "nammo-store.5")
    problems += missing("the value", enums, values | keys, "nammo-store.5")

    codes = listed_codes(lines)
    in_source = codes_in_source(source, {code.split("-")[0] for code in codes})
    in_source -= properties | enums | {name for name in in_source if name in mdoc.words_under(lines, "Pa")}
    problems += missing("the finding", in_source, codes, "nammo-store.5")

    said, table = documented_severities(lines), rule_table(source)
    if table:  # before that, not every finding can be made
        problems += missing("the documented finding", codes - EDIT_CODES, in_source & set(table), "check's table of rules")
    problems += [f"nammo-store.5 has another severity for {code}" for code in sorted(said.keys() & table.keys())
                 if said[code] != table[code]]
    problems += missing("the severity of", set(table), set(said), "nammo-store.5")

    entries = {word for line in lines if line.startswith(".It Ic ") for word in mdoc.words_under([line], "Ic")}
    known = properties | codes | MACHINE_KEYS | keyword_table(source)
    problems += missing("the documented key", entries, known | WINDOW_VALUES, "schemas/")

    keywords = keyword_table(source)
    stated = set()
    for line in mdoc.section(lines, "LƯỢC ĐỒ JSON"):
        stated |= mdoc.words_under([line], "Ic")
    problems += missing("the keyword", keywords | used, stated, "the section on JSON Schema of nammo-store.5")
    problems += missing("the schema", names, mdoc.words_under(mdoc.section(lines, "LƯỢC ĐỒ JSON"), "Pa"), "nammo-store.5")

    titles = mdoc.headings(lines)
    for line in lines:
        for title in re.findall(r"(?:^\.| )Sx (.+?)(?: (?:[.,;)]|Pc).*)?$", line):
            if title not in titles:
                problems.append(f"nammo-store.5 refers to a section {title!r} that is not there")
    mdoc.finish(problems)


if __name__ == "__main__":
    main(sys.argv[1])
