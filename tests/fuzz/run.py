"""Replays a target's seeds and corpus, then fuzzes it for a fixed number of runs from a fixed seed.

    run.py <fuzz_NAME> <source tree> [--runs N] [--seconds S]

--seconds fuzzes for that long instead, from a new seed each time, and keeps what
reaches new code below build/. An input that breaks the target is named; see CONTRIBUTING.md.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

import seeds

MOST_SEEDS = {"check": 60, "form": 60, "ics": 200, "document": 60}
LONGEST = {"period": 60, "markdown": 200, "ics": 300, "document": 120, "csv": 400, "check": 5000, "form": 6000}


def command(program, name, found):
    return [program, "-timeout=20", "-rss_limit_mb=3000", f"-max_len={LONGEST.get(name, 2500)}", f"-artifact_prefix={found}/",
            "-verbosity=0", "-print_final_stats=0", "-use_value_profile=0"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=0)
    asked = parser.parse_args()
    name = asked.program.name.removeprefix("fuzz_")
    found = asked.program.parent / "found" / name
    found.mkdir(parents=True, exist_ok=True)
    corpus = asked.root / "tests/fuzz/corpus" / name
    with tempfile.TemporaryDirectory() as folder:
        begin = seeds.seeds(name, asked.root, MOST_SEEDS.get(name, 600))
        for i, text in enumerate(begin):
            (pathlib.Path(folder) / f"{i:05}").write_bytes(text)
        grown = asked.program.parent / "grown" / name
        grown.mkdir(parents=True, exist_ok=True)
        inputs = [folder] + [str(corpus)] * corpus.is_dir()
        known = len(begin) + (len(list(corpus.iterdir())) if corpus.is_dir() else 0)
        how = [f"-max_total_time={asked.seconds}"] if asked.seconds else ["-seed=20241130", f"-runs={known + asked.runs}"]
        run = subprocess.run(command(asked.program, name, found) + how + ([str(grown)] if asked.seconds else []) + inputs,
                             stderr=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", errors="replace")
    if run.returncode:
        print(run.stderr[-6000:])
        sys.exit(f"{asked.program.name} broke; the input stands in {found} (CONTRIBUTING.md says what to do with it)")
    print(f"{asked.program.name}: {known} inputs replayed, " + (f"{asked.seconds} seconds" if asked.seconds else f"{asked.runs} runs more"))


if __name__ == "__main__":
    main()
