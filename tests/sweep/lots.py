"""Which sources can be read as one: in a lot, no name of one source's own means something else in another.

usage: lots.py SOURCE_DIR MOST FILE…     (prints each lot of at most MOST sources as a line, its files between bars)

Reading the headers of a source takes many times as long as the source itself; a lot reads them once. clang-tidy reads lots
(tidy.py), and a build from nothing compiles them (CMakeLists.txt, NAMMO_FROM_NOTHING).
"""
import os
import re
import sys


class Lot:
    def __init__(self, source, most):
        self.opened, self.most, self.sources, self.local, self.seen, self.used = source.opened, most, [], set(), set(), {}

    def takes(self, source):
        """Whether the source can be read with the others: no name of its own means something else there."""
        return (self.opened == source.opened and len(self.sources) < self.most and
                not source.local & (self.local | self.seen | self.used.keys()) and not self.local & (source.seen | source.used.keys()) and
                all(self.used.get(name, whole) == whole for name, whole in source.used.items()))

    def add(self, source):
        self.sources.append(source)
        self.local |= source.local
        self.seen |= source.seen
        self.used.update(source.used)


class Source:
    def __init__(self, path, headers):
        text = headers.read(path)
        self.path = path
        # What opens a namespace does it for all that follows.
        self.opened = set(re.findall(r"^using namespace .*", text, re.M))
        bodies = re.findall(r"^namespace \{\n(.*?)^\}  // namespace\n", text, re.M | re.S)
        # using a::b; names what others know too: the same twice does no harm.
        self.used = {whole.split("::")[-1]: whole for body in bodies for whole in re.findall(r"^using ([\w:]+::\w+);", body, re.M)}
        self.local = set(re.findall(r"^(?:#define |int (?=main\())(\w+)", text, re.M)).union(*map(names_declared, bodies))
        self.seen = headers.names(path, text)


class Headers:
    """The names that the project's headers declare, as a source sees them."""

    def __init__(self, source):
        self.folders, self.known = [os.path.join(source, name) for name in ("include", "src", "tests")], {}

    def read(self, path):
        with open(path, encoding="utf-8") as file:
            return file.read()

    def names(self, path, text):
        """Everything declared in what `path` includes, and in what that includes."""
        found = set()
        for name in re.findall(r'^#include "(.*)"', text, re.M):
            for folder in self.folders:
                header = os.path.join(folder, name)
                if os.path.isfile(header):
                    found |= self.names_of(header)
                    break
        return found

    def names_of(self, header):
        if header not in self.known:
            self.known[header] = set()
            text = self.read(header)
            self.known[header] = names_declared(text) | self.names(header, text)
        return self.known[header]


def names_declared(text):
    """What is declared at the left margin: the last word before the first bracket, equals sign, colon or semicolon."""
    names = set()
    for line in re.findall(r"^(?!using [\w:]+;)[A-Za-z].*", text, re.M):
        found = re.match(r".*?(\w+)(?: final)?(?: *[({=;\[]|(?<!:) *:(?!:)| *$)", line)
        if found:
            names.add(found.group(1))
    return names


def lots_of(sources, most):
    lots = []
    for source in sources:
        lot = next((lot for lot in lots if lot.takes(source)), None)
        if lot is None:
            lot = Lot(source, most)
            lots.append(lot)
        lot.add(source)
    return lots


if __name__ == "__main__":
    known = Headers(sys.argv[1])
    for lot_of_files in lots_of([Source(path, known) for path in sys.argv[3:]], int(sys.argv[2])):
        print("|".join(source.path for source in lot_of_files.sources))
