"""clang-tidy over many sources in a few runs.

usage: tidy.py SOURCE_DIR BUILD_DIR [--all] [FILE…]     (BUILD_DIR has compile_commands.json)

Reading the headers of a source, and matching the checks against them, takes many times as long as the source itself. So
sources with the same flags are put together, as many as share no name in their unnamed namespaces, and each lot is read once.
Where a lot does not compile, its sources are read one by one. --all: the tests too; else what is in src/.
"""
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

LOT = 24  # sources; more takes memory and leaves a core idle at the end
HEADERS = r"/(include/nammo|src|tests)/[^/]"


class Lot:
    def __init__(self, source):
        self.flags, self.opened, self.sources, self.local, self.seen = source.flags, source.opened, [], set(), set()

    def takes(self, source):
        """Whether the source can be read with the others: no name of its own means something else there."""
        return ((self.flags, self.opened) == (source.flags, source.opened) and len(self.sources) < LOT and
                not source.local & (self.local | self.seen) and not source.seen & self.local)

    def add(self, source):
        self.sources.append(source)
        self.local |= source.local
        self.seen |= source.seen


class Source:
    def __init__(self, path, flags, headers):
        text = headers.read(path)
        self.path, self.flags = path, flags
        # What opens a namespace does it for all that follows.
        self.opened = set(re.findall(r"^using namespace .*", text, re.M))
        bodies = re.findall(r"^namespace \{\n(.*?)^\}  // namespace\n", text, re.M | re.S)
        self.local = set(re.findall(r"^(?:#define |int (?=main\())(\w+)", text, re.M)).union(*map(names_declared, bodies))
        self.seen = headers.names(path, text)


class Headers:
    """The names that the project's headers declare, as a source sees them."""

    def __init__(self, folders):
        self.folders, self.known = folders, {}

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
    for line in re.findall(r"^[A-Za-z].*", text, re.M):
        found = re.match(r".*?(\w+)(?: final)?(?: *[({=;\[]|(?<!:) *:(?!:)| *$)", line)
        if found:
            names.add(found.group(1))
    return names


def flags_of(command):
    """What says how a source is read: folders, macros, the standard."""
    words, kept = shlex.split(command), []
    for word, following in zip(words, words[1:] + [""]):
        if re.match(r"-(I|D|std=|f)", word):
            kept.append(word)
        elif word == "-isystem":
            kept += [word, following]
    return tuple(kept)


def lots_of(sources):
    lots = []
    for source in sources:
        lot = next((lot for lot in lots if lot.takes(source)), None)
        if lot is None:
            lot = Lot(source)
            lots.append(lot)
        lot.add(source)
    return lots


def run_tidy(source, path, flags, checks):
    words = ["clang-tidy", "--quiet", f"--config-file={source}/.clang-tidy", f"--header-filter={source}{HEADERS}", *checks, path, "--", *flags]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def put_together(lot, path):
    """Writes its sources into one file; gives the source and line of each line there."""
    places = [None]
    with open(path, "w", encoding="utf-8") as whole:
        for source in lot.sources:
            with open(source.path, encoding="utf-8") as file:
                lines = file.read().splitlines()
            whole.write("\n".join(lines) + "\n")
            places += [(source.path, number + 1) for number in range(len(lines))]
    return places


def sweep(lot, source, folder, checks):
    """What clang-tidy says of a lot, at the lines of its sources."""
    path = os.path.join(folder, os.path.basename(lot.sources[0].path))
    places = put_together(lot, path)
    said = run_tidy(source, path, lot.flags, checks)
    if "[clang-diagnostic-error]" in said and len(lot.sources) > 1:
        print("one by one:", *(os.path.basename(one.path) for one in lot.sources), file=sys.stderr, flush=True)
        print("\n".join([line for line in said.splitlines() if "diagnostic-error" in line][:3]), file=sys.stderr, flush=True)
        return "".join(run_tidy(source, one.path, lot.flags, checks) for one in lot.sources)

    def place(match):
        file, line = places[int(match.group(1))]
        return f"{file}:{line}:"
    return re.sub(rf"^{re.escape(path)}:(\d+):", place, said, flags=re.M)


def main(source, build, *words):
    whole = "--all" in words
    checks = [word for word in words if word.startswith("--checks")]
    only = [os.path.abspath(word) for word in words if not word.startswith("--")]
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    kept = [os.path.join(source, "src", "")] + [os.path.join(source, "tests", "")] * whole
    headers = Headers([os.path.join(source, name) for name in ("include", "src", "tests")])
    sources = [Source(entry["file"], flags_of(entry["command"]), headers) for entry in entries
               if entry["file"].startswith(tuple(kept)) and (not only or entry["file"] in only)]
    lots = sorted(lots_of(sources), key=lambda lot: -len(lot.sources))
    print(f"{len(sources)} sources in {len(lots)} lots", flush=True)
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for number in range(len(lots)):
            os.mkdir(os.path.join(folder, str(number)))
        said = list(pool.map(lambda pair: sweep(pair[1], source, os.path.join(folder, str(pair[0])), checks), enumerate(lots)))
    found = list(dict.fromkeys(re.findall(r"^/.*?: (?:warning|error): .*\n(?:(?!/.*: (?:warning|error): ).*\n)*", "".join(said), re.M)))
    print("".join(found), end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2]), *sys.argv[3:]))
