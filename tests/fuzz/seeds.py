"""Inputs to begin with for each target, taken from the scenarios, the examples and the tests of schemas."""

import json
import pathlib
import re

SUITE = pathlib.Path("/usr/share/json-schema-test-suite/tests/draft7")
REPORT = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml"
EDITS = ["set text {} Điện: chập chờn", "new text {} ghi-chu", "append mapping {} x", "remove text {} x", "set list {} a, b",
         "append text {} 12", "set plain {} x", "new mapping {} k2"]


def sections(root):
    """The files and texts that stand in scenarios, by name."""
    for scenario in sorted((root / "tests/scenarios").glob("*.txt")):
        parts = re.split(r"^-- (.+) --\n", scenario.read_text(encoding="utf-8"), flags=re.M)
        yield from zip(parts[1::2], parts[2::2])


def examples(root):
    folder = root / "examples/thuan-thanh"
    for path in sorted(folder.rglob("*.yaml")):
        yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


def files(root):
    for name, text in list(examples(root)) + list(sections(root)):
        name = name.removeprefix("wrote ")
        if name.endswith(".yaml"):
            yield name, text


def kind_of(path):
    kinds = {"nammo.yaml": "settings", "reporting.yaml": "regime", "catalog/codes.yaml": "codes", "catalog/indicators.yaml": "indicators",
             "catalog/rules.yaml": "rules"}
    for end, kind in (("/area.yaml", "area"), (".review.yaml", "review"), ("posted.yaml", "posted")):
        if path.endswith(end):
            return kind
    for start, kind in (("calendar/", "calendar"), ("officers/", "officer"), ("published/", "published"), ("areas/", "report")):
        if path.startswith(start):
            return kind
    return kinds.get(path, "report")


def yaml(root):
    yield from (text for _, text in files(root))
    yield from (text for _, text in documents(root))


def documents(root):
    """The documents that tests/yaml compares readers on."""
    import sys
    sys.path.insert(0, str(root / "tests/yaml"))
    import documents as written
    for one in written.load(root / "tests/yaml/documents.txt"):
        yield one.name, one.bytes


def edit(root):
    for i, text in enumerate(yaml(root)):
        line = EDITS[i % len(EDITS)].format(7 * i % 31).encode()
        yield line + b"\n" + (text if isinstance(text, bytes) else text.encode())


def schema(root):
    for path, text in files(root):
        yield kind_of(path) + "\n" + text
    for path in sorted((root / "tests/schema/valid").glob("*.json")):
        yield re.split(r"[-.]", path.name)[0] + "\n" + json.dumps(json.loads(path.read_text()), ensure_ascii=False)
    for path in sorted(SUITE.glob("*.json")):
        for group in json.loads(path.read_text()):
            for test in group["tests"]:
                yield json.dumps(group["schema"]) + "\n" + json.dumps(test["data"])


def period(root):
    words = {"2024-W19", "2024-05", "2024-Q2", "2024-H1", "2024", "2024-05-20.1", "summary", "W19", "Q2", "5/2024", "tháng 5", "tuần 19/2024",
             "quý II", "9/5/2024", "this", "last", "kỳ này", "tháng 5 năm 2024", "2020-W53", "2024-05-09", "H2 2024", "IV/2024"}
    for scenario in sorted((root / "tests/scenarios").glob("*.txt")):
        for command in re.findall(r"^\$ nammo (.*)$", scenario.read_text(encoding="utf-8"), flags=re.M):
            words.update(re.findall(r"'[^']*'|\"[^\"]*\"|\S+", command))
    yield from sorted(word.strip("'\"") for word in words)


def form(root):
    texts = [text[text.index("Mã báo cáo:"):] for _, text in sections(root) if "Mã báo cáo:" in text]
    source = (root / "tests/unit/render_form_test.cpp").read_text(encoding="utf-8")
    filled = re.search(r"kFilled =\s*(.*?);\n", source, flags=re.S)
    texts.append("Mã báo cáo: weekly ccb thuan-thanh/ho/khu-pho-1 2024-W19\nCán bộ: Nguyễn Văn A\n" + strings(filled[1]))
    for text in texts:
        head, *parts = re.split(r"^(?=[0-9]+\. )", text, flags=re.M)
        yield text
        yield from (head + part for part in parts)


def strings(source):
    """What the string literals of C++ in a text say, one behind the other."""
    literals = re.findall(r'"((?:[^"\\\n]|\\.)*)"', source)
    return "".join(one.replace("\\n", "\n").replace('\\"', '"') for one in literals)


def paste(root):
    yield from (text for name, text in sections(root) if name.endswith(".txt") or name == "stdin")
    for test in ("intake_split_test.cpp", "intake_message_test.cpp"):
        for line in (root / "tests/unit" / test).read_text(encoding="utf-8").splitlines():
            text = strings(line)
            if re.search(r"KP|hu ph", text):
                yield text


def check(root):
    for path, text in files(root):
        if kind_of(path) == "report":
            yield REPORT + "\n" + re.sub(r"^(area|period): .*$", lambda m: f"{m[1]}: " + ("2024-W19" if m[1] == "period" else "thuan-thanh/ho/khu-pho-1"), text, flags=re.M)
        elif kind_of(path) == "review":
            yield REPORT.replace(".yaml", ".review.yaml") + "\n" + text
        elif kind_of(path) == "area":
            yield "areas/thuan-thanh/ho/area.yaml\n" + text
        else:
            yield {"calendar": "calendar/2024.yaml", "officer": "officers/nguyen-van-a.yaml"}.get(kind_of(path), path) + "\n" + text


def lines(root):
    """Texts of one line: values of files, and those that tests of escaping have."""
    for _, text in files(root):
        yield from (line.strip() for line in text.splitlines())
    for path in sorted((root / "tests/unit").glob("render_*.cpp")):
        yield from (strings(line) for line in path.read_text(encoding="utf-8").splitlines() if '"' in line)


markdown = lines
document = lines


def html(root):
    yield from lines(root)
    yield from (text for name, text in sections(root) if name == "stdout")


def csv(root):
    for line in lines(root):
        yield line
        yield ";" + line.replace(" ", "|", 2).replace(",", "\n", 1)


def ics(root):
    for line in lines(root):
        yield line.replace(" ", "\n", 1)


def seeds(target, root, most):
    """At most `most` of them, all different, spread over the whole."""
    found = {text if isinstance(text, bytes) else text.encode() for text in globals()[target](root)}
    chosen = sorted(found, key=lambda text: (len(text), text))
    step = max(1, -(-len(chosen) // most))
    return chosen[::step]
