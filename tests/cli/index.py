"""The index of a store on a real disk: whatever becomes of it, a report of many others prints the same.

usage: index.py NAMMO SOURCE_DIR [STRIKE EVERY]

On a copy of the example with 260 more khu phố, whose months the quarter is summed from. Each change is reported with
what the index then is, and again without it; a figure changed inside the index shows that it is used at all.
"""
import csv
import errno
import hashlib
import itertools
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import time

from many_hamlets import WARD, add_hamlet, report_path

NAMMO, SOURCE = sys.argv[1:3]
STRIKE, EVERY = (sys.argv[3], int(sys.argv[4])) if len(sys.argv) > 3 else (None, 0)
HAMLETS = [f"k-{number:03}" for number in range(260)]
SHELF = ".nammo/index/ccb-2024-05"
FIRST_LINE = b"nammo-index 1\n"
SEAL = len("sha256:") + 64
problems = []


def expect(what, holds, text=""):
    if not holds:
        problems.append(f"{what}\n{text}")


def settle():
    """Until what was changed is older than the coarsest clock of a disk."""
    time.sleep(2.3)


class Store:
    def __init__(self, folder):
        self.root = pathlib.Path(folder)
        shutil.copytree(os.path.join(SOURCE, "examples", "thuan-thanh"), folder)
        # What rises is told, and so read whole: of one of them.
        for name in HAMLETS:
            add_hamlet(self.root, name, ["2024-05"], lambda text, rises=name == "k-005": text if rises else text.replace("    up: true\n", ""))

    def month(self, name):
        return report_path(name, "2024-05")

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def edit(self, path, old, new):
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, (path, old)
        self.write(path, text.replace(old, new))

    def report(self, nammo=NAMMO, before=(), form="md"):
        words = [*before, nammo, "-C", str(self.root), "--now", "2024-07-20T08:00+07:00", "report", "thuan-thanh", "2024-Q2", "--format", form]
        done = subprocess.run(words, capture_output=True, text=True, timeout=300)
        return done.returncode, done.stdout, done.stderr

    def forget(self):
        shutil.rmtree(self.root / ".nammo", ignore_errors=True)

    def same_without(self, what):
        """With the index as it is, and with none."""
        with_index = self.report(), self.report(form="csv")
        self.forget()
        without = self.report(), self.report(form="csv")
        expect(f"{what}: another report than without an index", with_index == without, f"{with_index}\n---\n{without}")
        return without


def members_of_town(text):
    rows = [row for row in csv.DictReader(text.splitlines()) if row["indicator"] == "members"]
    return int(next(row["value"] for row in rows if row["area"] == "thuan-thanh"))


def more_members(shelf):
    """One of the 154 members of the first khu phố there becomes 1.000.154, under a new seal."""
    rest = shelf[len(FIRST_LINE) + SEAL:]
    at = rest.index(struct.pack("<I7s", 7, b"members") + b"\x00" + struct.pack("<q", 154)) + 4 + 7 + 1
    rest = rest[:at] + struct.pack("<q", 1000154) + rest[at + 8:]
    return FIRST_LINE + ("sha256:" + hashlib.sha256(rest).hexdigest()).encode() + rest


def stays_the_same(store):
    store.forget()
    first = store.report()
    expect("the report of the quarter", first[0] == 0, first[2])
    expect("no shelf was written", (store.root / SHELF).is_file())
    expect("git would see the index", (store.root / ".nammo/.gitignore").read_text() == "*\n")
    good = (store.root / SHELF).read_bytes()
    expect("the second run prints something else", store.report() == first)
    expect("an index that holds all was written again", (store.root / SHELF).read_bytes() == good)

    plain = store.report(form="csv")
    (store.root / SHELF).write_bytes(more_members(good))
    changed = store.report(form="csv")
    expect("the index is not used", members_of_town(changed[1]) == members_of_town(plain[1]) + 1000000, changed[1])

    for what, bytes_there in {
        "cut off": good[: len(good) // 2], "empty": b"", "a byte changed": good[:-9] + bytes([good[-9] ^ 255]) + good[-8:],
        "of another version": good.replace(b"nammo-index 1", b"nammo-index 2", 1), "random": os.urandom(len(good)),
        "longer": good + b"\0" * 100, "a text of YAML": b"kept: []\n",
    }.items():
        (store.root / SHELF).write_bytes(bytes_there)
        expect(f"an index {what}: another report", store.report() == first)
        expect(f"an index {what} was left", (store.root / SHELF).read_bytes() == good)
    os.remove(store.root / SHELF)
    os.mkdir(store.root / SHELF)
    expect("a folder instead: another report", store.report() == first)
    store.forget()
    (store.root / ".nammo").write_text("", encoding="utf-8")
    expect("a file instead of .nammo: another report", store.report() == first)
    os.remove(store.root / ".nammo")


def another_build(store):
    first = store.report()
    shelf = (store.root / SHELF).read_bytes()
    copy = str(store.root.parent / "nammo")
    shutil.copy(NAMMO, copy)
    settle()
    expect("another build: another report", store.report(nammo=copy) == first)
    expect("another build used the index of this one", (store.root / SHELF).read_bytes() != shelf)


def changes_are_seen(store):
    store.report()
    before = store.same_without("nothing changed")
    for wait, old_count, new_count in ((False, 154, 161), (True, 161, 162)):
        store.report()
        old = (store.root / store.month("k-001")).stat()
        store.edit(store.month("k-001"), f"members: {old_count}", f"members: {new_count}")
        os.utime(store.root / store.month("k-001"), ns=(old.st_atime_ns, old.st_mtime_ns))
        if wait:
            settle()
        after = store.same_without("a figure changed, with the size and the time of before")
        expect("a changed figure is not in the report", after != before)
        before = after
    store.report()
    os.remove(store.root / store.month("k-002"))
    after = store.same_without("a report removed")
    expect("a removed report is still told of", after != before)
    store.report()
    content = "sha256:" + hashlib.sha256((store.root / store.month("k-003")).read_bytes()).hexdigest()
    store.write(store.month("k-003").replace(".yaml", ".review.yaml"),
                f"state: returned\nby: le-thi-nham\nat: 2024-05-15T10:00+07:00\ncontent: {content}\nbecause: Thiếu số liệu.\ndue: 2024-05-16T10:00+07:00\n")
    settle()
    before, after = after, store.same_without("a report sent back")
    expect("a report sent back still counts", after != before)
    store.report()
    store.write(f"{WARD}/k-900/area.yaml", (store.root / f"{WARD}/k-004/area.yaml").read_text(encoding="utf-8"))
    before, after = after, store.same_without("a new area")
    expect("the new area is not expected", after != before)
    store.report()
    store.edit("catalog/indicators.yaml", "members:", "members-of-old:")
    before, after = after, store.same_without("another list of indicators")
    expect("what is no indicator any more is told of", after != before)
    store.report()
    os.remove(store.root / "officers/le-thi-nham.yaml")
    before, after = after, store.same_without("an officer's file removed")
    expect("an unknown officer is no finding", "le-thi-nham" in after[0][2], after[0][2])


def nobody_may_write(store):
    if os.geteuid() != 0:
        return
    first = store.report()
    store.forget()
    subprocess.run(["chmod", "-R", "a+rX,go-w", str(store.root)], check=True)
    os.chmod(store.root.parent, 0o755)
    reader = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
    expect("where nobody may write: another report", store.report(before=reader) == first)
    expect("where nobody may write: .nammo", not (store.root / ".nammo").exists())


def two_at_once(store):
    first = store.report()
    store.forget()
    words = [NAMMO, "-C", str(store.root), "--now", "2024-07-20T08:00+07:00", "report", "thuan-thanh", "2024-Q2"]
    runs = [subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    for run in runs:
        out, err = run.communicate(timeout=300)
        expect("several at once: another report", (run.returncode, out, err) == first, err)
    expect("several at once: what they leave prints another report", store.report() == first)
    expect("several at once: files are left", not [name for name in os.listdir(store.root / ".nammo/index") if name.startswith(".")])


def struck(store):
    """The index is written while the program is killed, or while the disk is full."""
    if STRIKE is None:
        return
    first = store.report()
    whole = {path.name: path.read_bytes() for path in (store.root / ".nammo/index").iterdir()}
    for how in ("kill", str(errno.ENOSPC)):
        for number in itertools.count(1, EVERY):
            store.forget()
            code, out, err = store.report(before=(STRIKE, str(number), how))
            told, struck_at = err.rsplit("strike: ", 1)
            if struck_at.startswith("none"):
                break
            ends_well = code == 137 if how == "kill" else code == 4 or (code, told) == (0, first[2])
            expect(f"{how} at call {number}: {code} {told}", ends_well)
            expect(f"{how} at call {number}: another report", code != 0 or out == first[1])
            left = [path for path in (store.root / ".nammo/index").glob("*") if not path.name.startswith(".nammo-")]
            expect(f"{how} at call {number}: half a part of the index", all(path.read_bytes() == whole[path.name] for path in left))
            expect(f"{how} at call {number}: another report afterwards", store.report() == first)
        expect(f"{how}: no call was struck beyond {number - EVERY}", number > 16)


with tempfile.TemporaryDirectory() as top:
    here = Store(os.path.join(top, "kho"))
    settle()
    stays_the_same(here)
    another_build(here)
    two_at_once(here)
    struck(here)
    nobody_may_write(here)
    changes_are_seen(here)
for problem in problems:
    print("FAILED:", problem)
sys.exit(1 if problems else 0)
