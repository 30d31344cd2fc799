"""The message catalogue: every sentence in both languages, with the same placeholders, and said somewhere.

usage: catalogue.py SOURCE_DIR
"""
import glob
import os
import re
import sys
import unicodedata

import mdoc

LITERAL = r'"((?:[^"\\]|\\.)*)"'
ENTRY = re.compile(r"NAMMO_MESSAGE\(\s*(\w+)\s*,\s*((?:%s\s*)+),\s*((?:%s\s*)+)\)" % (LITERAL.replace("(", "(?:", 1),
                                                                                LITERAL.replace("(", "(?:", 1)))
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "'": "'"}


def text_of(literals):
    joined = "".join(re.findall(LITERAL, literals))
    return re.sub(r"\\(.)", lambda match: ESCAPES[match.group(1)], joined)


def placeholders(text):
    """{0}, {1:04X} … as a sorted list; doubled braces are only braces."""
    return sorted(set(re.findall(r"\{[^{}]*\}", text.replace("{{", "").replace("}}", ""))))


def judge(vi, en):
    if not vi.strip() or not en.strip():
        yield "a language is empty"
    if placeholders(vi) != placeholders(en):
        yield f"placeholders differ: {placeholders(vi)} and {placeholders(en)}"
    if any(not re.fullmatch(r"\{\d+(:[^{}]+)?\}", p) for p in placeholders(vi) + placeholders(en)):
        yield "a placeholder has no number"
    for text in (vi, en):
        if unicodedata.normalize("NFC", text) != text:
            yield "not in NFC"


def messages_said(source):
    """The names that the code uses."""
    said = set()
    for path in glob.glob(os.path.join(source, "src", "**", "*.[ch]*"), recursive=True):
        with open(path, encoding="utf-8") as file:
            said.update(re.findall(r"\bmsg::(\w+)", file.read()))
    return said


def main(source):
    problems, seen = [], {}
    for path in sorted(glob.glob(os.path.join(source, "src", "base", "catalogue", "*.def"))):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        entries = ENTRY.findall(text)
        if len(entries) != text.count("NAMMO_MESSAGE("):
            problems.append(f"{path}: {text.count('NAMMO_MESSAGE(') - len(entries)} entries cannot be read")
        for name, vi, en in entries:
            problems += [f"{path}: {name}: {what}" for what in judge(text_of(vi), text_of(en))]
            if name in seen:
                problems.append(f"{path}: {name} stands in {seen[name]} too")
            seen[name] = path
    problems += [f"{seen[name]}: {name} is never said" for name in sorted(seen.keys() - messages_said(source))]
    if not seen:
        problems.append("no catalogue was found")
    mdoc.finish(problems)


if __name__ == "__main__":
    main(sys.argv[1])
