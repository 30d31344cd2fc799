"""Compares what nammo, libyaml and PyYAML make of YAML with what its text says.

    compare.py <nammo_yaml_verdicts> <source tree>

The documents are those of documents.txt; libyaml is read through PyYAML's C loader. Then
the three read every input of the fuzz targets for YAML: what nammo reads, the others read alike.
"""

import datetime
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import yaml

import documents

HERE = pathlib.Path(__file__).parent
ENOUGH = 150


def scalar(value):
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def written(value):
    """A value by the types of YAML 1.1."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(written, value)) + "]" if isinstance(value, list) else scalar(value)


DEFAULTS = {yaml.ScalarNode: "str", yaml.SequenceNode: "seq", yaml.MappingNode: "map"}


def shown(node, above=()):
    """A tree of nodes, each scalar as its text."""
    if node in above:
        return "*"
    inside = above + (node,)
    # A lone surrogate, which only PyYAML lets in, has no UTF-8.
    tag = "" if node.tag == "tag:yaml.org,2002:" + DEFAULTS[type(node)] else f"!<{node.tag}> "
    if isinstance(node, yaml.ScalarNode):
        return tag + json.dumps(node.value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
    if isinstance(node, yaml.SequenceNode):
        return tag + "[" + ", ".join(shown(one, inside) for one in node.value) + "]"
    return tag + "{" + ", ".join(f"{shown(key, inside)}: {shown(one, inside)}" for key, one in node.value) + "}"


def read(source, loader):
    """A line for each document; REFUSED."""
    try:
        return [shown(node) for node in yaml.compose_all(source, loader)]
    except (yaml.YAMLError, UnicodeError, ValueError, OverflowError, RecursionError):
        return documents.REFUSED


def typed(source, loader):
    return [written(value) for value in yaml.load_all(source, loader)]


def nammo(program, sources):
    lines = "".join(source.hex() + "\n" for source in sources)
    return subprocess.run([program], input=lines, capture_output=True, text=True, check=True).stdout.split("\n")[:-1]


def expected(document, reader):
    """By the text of 1.1, unless the document says that this reader differs."""
    return document.differs[reader][1] if reader in document.differs else document.expected["1.1"]


def same(found, wanted):
    return (found == documents.REFUSED) == (wanted == documents.REFUSED) if documents.REFUSED in (found, wanted) else found == wanted


def compare_document(document, answer, known, wrong):
    def check(reader, found, wanted):
        if not same(found, wanted):
            wrong.append(f"{document.name}: {reader} makes of it {found}, not {wanted}")

    for reader, (reason, _) in document.differs.items():
        if reason not in known:
            wrong.append(f"{document.name}: there is no reason {reason!r}")
        if reader in ("libyaml", "pyyaml") and same(expected(document, reader), document.expected["1.1"]):
            wrong.append(f"{document.name}: {reader} does not differ")
    check("libyaml", read(document.bytes, yaml.CBaseLoader), expected(document, "libyaml"))
    check("pyyaml", read(document.bytes, yaml.BaseLoader), expected(document, "pyyaml"))
    # nammo reads with libyaml: where nothing is said of nammo, it makes the same of it.
    wanted = expected(document, "nammo" if "nammo" in document.differs else "libyaml")
    refused = answer.startswith("refused") and wanted == documents.REFUSED
    check("nammo", wanted if refused else [answer], wanted)
    if "types" in document.expected:
        wanted = document.differs["types"][1] if "types" in document.differs else document.expected["types"]
        for loader in (yaml.CSafeLoader, yaml.SafeLoader):
            check(loader.__name__, typed(document.bytes, loader), wanted)


def inputs(root):
    """Those of the fuzz targets whose whole input is YAML."""
    sys.path.insert(0, str(root / "tests/fuzz"))
    import seeds
    yield from seeds.seeds("yaml", root, 100000)
    for path in sorted((root / "tests/fuzz/corpus/yaml").glob("*")):
        yield path.read_bytes()


# What nammo refuses on purpose, with the codes of man/nammo-store.5; of yaml-syntax only keys that are no words.
PURPOSES = {"yaml-alias", "yaml-tag", "yaml-documents", "yaml-duplicate-key", "yaml-depth", "text-encoding", "git-conflict"}
# Where PyYAML is known to go its own way: tabs, line ends of YAML 1.1, marks of byte order, what it cannot print.
OWN_WAY = re.compile("[\\t\x85\u2028\u2029\ufeff\ufffe\uffff]")


def compare_input(source, answer, wrong):
    """What nammo reads, the others read alike; what it refuses and libyaml reads, it refuses on purpose."""
    fast, slow = read(source, yaml.CBaseLoader), read(source, yaml.BaseLoader)
    if answer.startswith("refused"):
        complex_key = fast != documents.REFUSED and any(re.search(r"[\]}]: ", line) for line in fast)
        if fast != documents.REFUSED and not complex_key and not PURPOSES & set(answer.split()):
            wrong.append(f"{source!r}: nammo says {answer}, libyaml reads {fast}")
        return
    for name, found in (("libyaml", fast), ("pyyaml", slow)):
        nothing = found in ([], ['""'], ['"~"'], ['"null"']) and answer == "{}"
        own = name == "pyyaml" and OWN_WAY.search(source.decode())
        if not own and not nothing and (found == documents.REFUSED or [unicodedata.normalize("NFC", line) for line in found] != [answer]):
            wrong.append(f"{source!r}: nammo reads {answer}, {name} {found}")


def main(program, root):
    written_ones = documents.load(HERE / "documents.txt")
    known = documents.reasons(HERE / "documents.txt")
    wrong = []
    for document, answer in zip(written_ones, nammo(program, [one.bytes for one in written_ones]), strict=True):
        compare_document(document, answer, known, wrong)
    both = [one.name for one in written_ones if "1.2" not in one.expected or "1.1" not in one.expected]
    wrong += [f"{name}: what do both versions make of it?" for name in both]
    used = {reason for one in written_ones for reason, _ in one.differs.values()}
    wrong += [f"the reason {reason} is never used" for reason in known if reason not in used]
    others = sorted(set(inputs(root)) - {one.bytes for one in written_ones})
    for source, answer in zip(others, nammo(program, others), strict=True):
        compare_input(source, answer, wrong)
    print("\n".join(wrong))
    print(f"{len(written_ones)} documents, {len(others)} inputs of the fuzz targets, {len(wrong)} not as expected")
    sys.exit(1 if wrong or len(written_ones) < ENOUGH else 0)


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
