"""Reads documents.txt: YAML documents with what the text of YAML 1.1 and 1.2 makes of them."""

import dataclasses
import re

REFUSED = "not"


@dataclasses.dataclass
class Document:
    name: str
    bytes: bytes
    # "1.1", "1.2": a line for each document of the stream, or REFUSED; "types": the values by the types of 1.1.
    expected: dict = dataclasses.field(default_factory=dict)
    # By reader: (reason, what it makes of it instead, None where only the reason is given)
    differs: dict = dataclasses.field(default_factory=dict)


MARKS = {"tab": "\t", "cr": "\r", "end": ""}


def unmarked(text):
    """⟨tab⟩, ⟨cr⟩, ⟨2028⟩ (a code point), ⟨byte ff⟩, ⟨x*300⟩; a line that ends with ⟨end⟩ has no line end."""
    def mark(found):
        word = found[1]
        if word in MARKS:
            return MARKS[word].encode()
        if word.startswith("byte "):
            return bytes.fromhex(word[5:])
        if "*" in word:
            return word[0].encode() * int(word[2:])
        return chr(int(word, 16)).encode()

    text = text.replace("⟨end⟩\n", "⟨end⟩")
    return b"".join(part.encode() if i % 2 == 0 else mark((None, part)) for i, part in enumerate(re.split("⟨(.*?)⟩", text)))


def lines_of(text):
    return REFUSED if text.startswith(REFUSED) else [unmarked(line).decode() for line in text.splitlines()]


def parsed(block):
    name, _, rest = block.partition("\n")
    source, *sections = re.split(r"^-- ", rest, flags=re.M)
    document = Document(name, unmarked(source))
    for section in sections:
        head, _, text = section.partition("\n")
        if head in ("is", "is not"):
            value = lines_of(text) if head == "is" else REFUSED
            document.expected.update({"1.1": value, "1.2": value})
        elif head in ("1.1", "1.2", "types"):
            document.expected[head] = lines_of(text)
        else:
            readers, _, reason = head.removeprefix("but ").partition(": ")
            for reader in readers.split(" and "):
                document.differs[reader] = (reason, lines_of(text))
    return document


def load(path):
    blocks = re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.M)
    return [parsed(block.rstrip("\n") + "\n") for block in blocks[1:]]


def reasons(path):
    head = re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.M)[0]
    return dict(re.findall(r"^([a-z0-9-]+): (.+)$", head, flags=re.M))
