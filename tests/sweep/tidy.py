"""clang-tidy over many sources in a few runs.

usage: tidy.py SOURCE_DIR BUILD_DIR [--all] [FILE…]     (BUILD_DIR has compile_commands.json)

Sources with the same flags are put together where they can be (lots.py), and each lot is read once. Where a lot does not
compile, its sources are read one by one. --all: the tests too; else what is in src/.
"""
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

import lots

LOT = 24  # sources; more takes memory and leaves a core idle at the end
HEADERS = r"/(include/nammo|src|tests)/[^/]"


def flags_of(command):
    """What says how a source is read: folders, macros, the standard."""
    words, kept = shlex.split(command), []
    for word, following in zip(words, words[1:] + [""]):
        if re.match(r"-(I|D|std=|f)", word):
            kept.append(word)
        elif word == "-isystem":
            kept += [word, following]
    return tuple(kept)


def lots_with_flags(entries, headers):
    """The lots of what is read alike, as (flags, paths)."""
    alike = {}
    for entry in entries:
        alike.setdefault(flags_of(entry["command"]), []).append(lots.Source(entry["file"], headers))
    return [(flags, [one.path for one in lot.sources]) for flags, sources in alike.items() for lot in lots.lots_of(sources, LOT)]


def run_tidy(source, path, flags, checks):
    words = ["clang-tidy", "--quiet", f"--config-file={source}/.clang-tidy", f"--header-filter={source}{HEADERS}", *checks, path, "--", *flags]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def put_together(paths, whole_path):
    """Writes the sources into one file; gives the source and line of each line there."""
    places = [None]
    with open(whole_path, "w", encoding="utf-8") as whole:
        for path in paths:
            with open(path, encoding="utf-8") as file:
                lines = file.read().splitlines()
            whole.write("\n".join(lines) + "\n")
            places += [(path, number + 1) for number in range(len(lines))]
    return places


def sweep(paths, flags, source, folder, checks):
    """What clang-tidy says of a lot, at the lines of its sources."""
    whole = os.path.join(folder, os.path.basename(paths[0]))
    places = put_together(paths, whole)
    said = run_tidy(source, whole, flags, checks)
    if "[clang-diagnostic-error]" in said and len(paths) > 1:
        print("one by one:", *map(os.path.basename, paths), file=sys.stderr, flush=True)
        print("\n".join([line for line in said.splitlines() if "diagnostic-error" in line][:3]), file=sys.stderr, flush=True)
        return "".join(run_tidy(source, path, flags, checks) for path in paths)

    def place(match):
        file, line = places[int(match.group(1))]
        return f"{file}:{line}:"
    return re.sub(rf"^{re.escape(whole)}:(\d+):", place, said, flags=re.M)


def main(source, build, *words):
    all_of_it = "--all" in words
    checks = [word for word in words if word.startswith("--checks")]
    only = [os.path.abspath(word) for word in words if not word.startswith("--")]
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    kept = tuple([os.path.join(source, "src", "")] + [os.path.join(source, "tests", "")] * all_of_it)
    entries = [entry for entry in entries if entry["file"].startswith(kept) and (not only or entry["file"] in only)]
    largest_first = sorted(lots_with_flags(entries, lots.Headers(source)), key=lambda lot: -len(lot[1]))
    print(f"{len(entries)} sources in {len(largest_first)} lots", flush=True)
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        folders = [tempfile.mkdtemp(dir=folder) for _ in largest_first]
        said = list(pool.map(lambda lot, own: sweep(lot[1], lot[0], source, own, checks), largest_first, folders))
    found = list(dict.fromkeys(re.findall(r"^/.*?: (?:warning|error): .*\n(?:(?!/.*: (?:warning|error): ).*\n)*", "".join(said), re.M)))
    print("".join(found), end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2]), *sys.argv[3:]))
