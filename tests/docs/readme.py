#!/usr/bin/python3
"""The README's tour shows what this build prints.

    readme.py SOURCE_DIR NAMMO

Each fenced block that begins with "$ nammo" is run in one copy of the example store,
one after the other, and its output, stdout and stderr together, compared line by line;
a line "…" stands for any lines that were left out. "$ sh" and "$ cd" blocks are for
reading only.
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile


def matches(shown, printed):
    """True when `printed` is `shown`, with "…" for any run of lines."""
    if not shown:
        return not printed
    if shown[0] == "…":
        return any(matches(shown[1:], printed[i:]) for i in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and matches(shown[1:], printed[1:])


def run(nammo, command, folder):
    words = shlex.split(command)
    assert words[0] == "nammo", command
    environment = {**os.environ, "NAMMO_NOW": "2024-05-09T10:00+07:00"}
    done = subprocess.run([nammo, *words[1:]], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.decode("utf-8")


def main(source, nammo):
    text = open(os.path.join(source, "README.md"), encoding="utf-8").read()
    blocks = re.findall(r"```console\n(.*?)```", text, re.S)
    tours = [block for block in blocks if block.startswith("$ nammo")]
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        folder = shutil.copytree(os.path.join(source, "examples", "thuan-thanh"), os.path.join(work, "thuan-thanh"))
        for block in tours:
            command, _, shown = block.partition("\n")
            printed = run(nammo, command[2:], folder)
            if not matches(shown.splitlines(), printed.splitlines()):
                failed += 1
                print(f"README: {command}\n--- shown\n{shown}--- printed\n{printed}")
    print(f"{len(tours)} commands of the tour, {failed} of them print something else")
    return 1 if failed or len(tours) < 5 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], os.path.abspath(sys.argv[2])))
