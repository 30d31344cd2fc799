#!/usr/bin/python3
"""The Thursday of the README can be done as it stands there, on the example store, and ends with nothing wrong.

    thursday.py SOURCE_DIR NAMMO
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

# What the editor does: the writer takes the marks off the general judgement and fills it in.
EDITOR = "printf 'overview: Tình hình ổn định; nổi lên là việc cấp điện ở khu phố 1.\\n' >>\"$1\""


def main(source, nammo):
    text = open(os.path.join(source, "README.md"), encoding="utf-8").read()
    section = text.split("tám lệnh\n", 1)[1].split("\n## ", 1)[0]
    message = re.search(r"```text\n(.*?)```", section, re.S).group(1)
    commands = re.search(r"```sh\n(.*?)```", section, re.S).group(1).splitlines()
    problems = [] if len(commands) == 8 else [f"{len(commands)} commands, not 8"]
    with tempfile.TemporaryDirectory() as work:
        store = shutil.copytree(os.path.join(source, "examples", "thuan-thanh"), os.path.join(work, "thuan-thanh"))
        with open(os.path.join(store, "zalo.txt"), "w", encoding="utf-8") as file:
            file.write(message)
        editor = os.path.join(work, "editor")
        with open(editor, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + EDITOR + "\n")
        os.chmod(editor, 0o755)
        environment = {**os.environ, "NAMMO_NOW": "2024-08-01T08:00+07:00", "VISUAL": editor, "HOME": work}
        said = ""
        for line in commands:
            words = shlex.split(line, comments=True)
            done = subprocess.run([nammo, *words[1:]], cwd=store, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, check=False)
            said += done.stdout.decode("utf-8")
            if done.returncode != 0:
                problems.append(f"{line}: exit {done.returncode}\n{done.stdout.decode('utf-8')}")
        for part in ("nhận vào 3: đã ghi 3, đã có 0, từ chối 0", "published/ccb/thuan-thanh/2024-W31.v1.posted.yaml"):
            if part not in said:
                problems.append(f"nobody said {part!r}")
        if problems:
            print("\n\n".join(problems))
            return 1
        published = open(os.path.join(store, "published/ccb/thuan-thanh/2024-W31.v1.md"), encoding="utf-8").read()
        for part in ("Tình hình ổn định; nổi lên là việc cấp điện ở khu phố 1.", "Số: 31", "Phạm Quốc Việt"):
            if part not in published:
                problems.append(f"not published: {part!r}\n{published}")
        with open(os.path.join(store, "bao-cao.docx"), "rb") as file:
            if file.read(2) != b"PK":
                problems.append("bao-cao.docx is no Word document")
        os.remove(os.path.join(store, "bao-cao.docx"))
        os.remove(os.path.join(store, "zalo.txt"))
        checked = subprocess.run([nammo, "check"], cwd=store, env=environment, capture_output=True, text=True, check=False)
        if checked.returncode != 0 or "lỗi" in checked.stdout:
            problems.append("check: " + checked.stdout)
    print("\n\n".join(problems) if problems else "eight commands, as they stand in the README")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], os.path.abspath(sys.argv[2])))
