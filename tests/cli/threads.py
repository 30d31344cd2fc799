"""What nammo does on several processors at once is what it does on one; built with ThreadSanitizer, it must race nowhere.

usage: threads.py NAMMO SOURCE_DIR

On the example with 400 more khu phố, of whose reports many are wrong, each in one of several ways.
"""
import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile

from many_hamlets import WARD, add_hamlet

NAMMO, SOURCE = sys.argv[1:3]
NOW = "2024-07-20T08:00+07:00"
WRONG = (
    lambda text: text.replace("figures:", "figures: {", 1),           # no YAML
    lambda text: text.replace("org: ccb", "org: khong-co", 1),        # another organisation than its file is named for
    lambda text: text + "report: weekly\n",                           # a key twice
    lambda text: text.replace("members: 154", "members: -154", 1),    # a figure that cannot be
    lambda text: text.replace("officer: ", "officer: khong-co-", 1),  # nobody knows that officer
    lambda text: text + "ghi-chu: 0912345678\n",                      # an unknown key, and a telephone number
)
COMMANDS = (
    "check", "check --format json", "check --strict", "report thuan-thanh 2024-Q2", "report thuan-thanh 2024-Q2 --format csv",
    "report thuan-thanh 2024-W19 --format json", "status thuan-thanh 2024-W19", "export data {0}",
)
problems = []


def expect(what, holds, text=""):
    if not holds:
        problems.append(f"{what}\n{text}")


def make_store(folder):
    shutil.copytree(os.path.join(SOURCE, "examples", "thuan-thanh"), folder)
    for number in range(400):
        change = [WRONG[number // 5 % len(WRONG)]] if number % 5 == 0 else []
        add_hamlet(pathlib.Path(folder), f"k-{number:03}", ("2024-W19", "2024-05"), *change)


def files_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in pathlib.Path(folder).rglob("*") if path.is_file()}


def run(store, command, processors, top):
    shutil.rmtree(os.path.join(store, ".nammo"), ignore_errors=True)
    data = os.path.join(top, "data")
    shutil.rmtree(data, ignore_errors=True)
    words = [NAMMO, "-C", store, "--now", NOW, *command.format(data).split()]
    done = subprocess.run(words, capture_output=True, timeout=600, preexec_fn=lambda: os.sched_setaffinity(0, processors))
    return done.returncode, done.stdout, done.stderr, files_of(data)


def run_on_terminal(store):
    """Where progress is drawn by whoever is done with a file."""
    master, terminal = pty.openpty()
    words = [NAMMO, "-C", store, "--now", NOW, "report", "thuan-thanh", "2024-Q2", "--format", "md"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=terminal, stdin=subprocess.DEVNULL)
    os.close(terminal)
    drawn = b""
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:  # how the end of a terminal is told
            break
        if not part:
            break
        drawn += part
    os.close(master)
    return process.wait(timeout=600), drawn


with tempfile.TemporaryDirectory() as top:
    store = os.path.join(top, "kho")
    make_store(store)
    all_of_them = os.sched_getaffinity(0)
    one = {min(all_of_them)}
    for command in COMMANDS:
        alone = run(store, command, one, top)
        expect(f"{command}: exit code {alone[0]}", alone[0] in (0, 1), alone[2].decode())
        for _ in range(3):
            together = run(store, command, all_of_them, top)
            expect(f"{command}: on several processors something else", together == alone, f"{alone[:3]}\n---\n{together[:3]}"[:4000])
    findings = run(store, "check", all_of_them, top)[1].decode()
    expect("what is wrong is not found", all(f"{WARD}/k-{n:03}/" in findings for n in range(0, 400, 5)), findings[:2000])
    status, drawn = run_on_terminal(store)
    expect(f"on a terminal: exit code {status}", status in (0, 1), drawn.decode(errors="replace")[:2000])
for problem in problems:
    print("FAILED:", problem)
sys.exit(1 if problems else 0)
