"""A Thursday's document on a real disk: published, published again, changed, annexed, tampered with, posted.

usage: publish.py NAMMO SOURCE_DIR

On a copy of the example. Hashes are compared with hashlib's, the figures of the annex were added by hand: members
154 + 121 + 98 + 87 = 460 of four khu phố, and 100 more of the one that came late.
"""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

OWN = "areas/thuan-thanh/reports/ccb/2024-W19.yaml"
LATE = "areas/thuan-thanh/ho/khu-pho-4/reports/ccb/2024-W19.yaml"
BASE = "published/ccb/thuan-thanh/2024-W19"
problems = []


def must_be(what, found, wanted):
    if found != wanted:
        problems.append(f"{what}\n--- wanted\n{wanted}\n--- found\n{found}")


def must_say(what, text, *parts):
    problems.extend(f"{what}: nobody said {part!r}\n{text}" for part in parts if part not in text)


class Store:
    def __init__(self, nammo, source, folder):
        self.nammo, self.root = nammo, pathlib.Path(folder)
        shutil.copytree(os.path.join(source, "examples", "thuan-thanh"), folder)

    def run(self, line, at="2024-05-09T13:15", status=0, more=()):
        words = [self.nammo, "--lang", "en", "--now", at + "+07:00", *line.split(), *more]
        done = subprocess.run(words, cwd=self.root, capture_output=True, text=True, timeout=60)
        must_be(f"{line}: its exit status\n{done.stdout}{done.stderr}", done.returncode, status)
        return done.stdout + done.stderr

    def hash(self, path):
        return "sha256:" + hashlib.sha256((self.root / path).read_bytes()).hexdigest()

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def published(self):
        return sorted(str(p.relative_to(self.root)) for p in self.root.glob("published/**/*") if p.is_file())


def refused_while_a_draft(store):
    sent = store.text(OWN)
    store.write(OWN, re.sub(r"submitted: .*\n", "", sent))
    said = store.run("publish thuan-thanh 2024-W19", status=1)
    must_say("a draft", said, "nammo submit thuan-thanh 2024-W19", "--submit")
    must_be("a draft: nothing is written", store.published(), [])
    said = store.run("publish thuan-thanh 2024-W19 --submit --number 12/BC-CCB", at="2024-05-09T13:10", more=["--signed-by", "Bùi Văn K"])
    must_say("with --submit", said, "published", "handed in")
    must_say("with --submit: its own file", store.text(OWN), "submitted: 2024-05-09T13:10:00+07:00\n")
    must_be("with --submit: both in one step", store.published(), [BASE + ".v1.md", BASE + ".v1.yaml"])
    must_say("the text", store.text(BASE + ".v1.md"), "No.: 12/BC-CCB |", "**Bùi Văn K**")


def all_inputs_are_hashed(store):
    sources = store.text(BASE + ".v1.yaml")
    inputs = dict(re.findall(r"- \{path: ([^,]+), content: (sha256:[0-9a-f]{64})\}", sources))
    for path, content in inputs.items():
        must_be(f"the hash of {path}", content, store.hash(path))
    for path in ["nammo.yaml", "reporting.yaml", "catalog/indicators.yaml", "catalog/codes.yaml", "calendar/2024.yaml", OWN,
                 "areas/thuan-thanh/area.yaml", "areas/thuan-thanh/ho/khu-pho-1/area.yaml",
                 *[f"areas/thuan-thanh/ho/khu-pho-{n}/reports/ccb/2024-W19.yaml" for n in (1, 2, 3, 5)]]:
        if path not in inputs:
            problems.append(f"{path} is no input")
    must_say("the text's hash", sources, "text: " + store.hash(BASE + ".v1.md"))
    must_say("who was missing", sources, "area: thuan-thanh/ho/khu-pho-4, period: \"2024-W19\"")
    must_be("check of the fresh store", store.run("check published"), "")


def again_changes_nothing(store):
    before = {path: store.hash(path) for path in store.published()}
    must_say("again", store.run("publish thuan-thanh 2024-W19", at="2024-05-10T08:00"), "nothing has changed")
    must_say("again with the same words", store.run("publish thuan-thanh 2024-W19 --number 12/BC-CCB"), "nothing has changed")
    must_be("again: nothing is written", {path: store.hash(path) for path in store.published()}, before)
    must_say("report", store.run("report thuan-thanh 2024-W19"), "published as v1 at 2024-05-09T13:10:00+07:00; no source has changed")


def a_late_change_makes_v2(store):
    v1 = {part: store.hash(BASE + part) for part in (".v1.md", ".v1.yaml")}
    store.write(LATE, "report: weekly\norg: ccb\narea: thuan-thanh/ho/khu-pho-4\nperiod: 2024-W19\nofficer: do-xuan-truong\n"
                      "submitted: 2024-05-09T15:00+07:00\nnil: true\nfigures:\n  members: 100\n")
    third = "areas/thuan-thanh/ho/khu-pho-3/reports/ccb/2024-W19.yaml"
    store.write(third, store.text(third) + "# sửa dấu\n")
    said = store.run("report thuan-thanh 2024-W19", at="2024-05-09T15:30")
    must_say("report after it", said, "2 sources have changed since", LATE, third, "for v2")
    must_be("check after it: what was sent is as it was", store.run("check"), "")
    said = store.run("publish thuan-thanh 2024-W19", at="2024-05-09T15:40")
    # Five figures of the report type, of the town and of phường Hồ, each with one more of those that should give it.
    must_say("v2", said, "1 reports came, 0 no longer count, 1 other files changed, 10 figures changed")
    must_be("v1 is as it was", {part: store.hash(BASE + part) for part in v1}, v1)
    annex = store.text(BASE + ".v2.md").split("### ANNEX. Changes since the last version\n", 1)
    must_be("v2 has one annex of changes", len(annex), 2)
    must_say("the annex", annex[-1], "Compared with v1, published at 13:10 on Thursday, 9 May 2024",
             "- **Came after it:** Chi hội CCB Khu phố 4, sent 15:00 on Thursday, 9 May 2024\n",
             "- **Edited:** Chi hội CCB Khu phố 3, sent ", "| 460 (4/5) | 560 (5/5) |")
    must_be("the total of phường Hồ and of the town", annex[-1].count("| Hội viên | 460 (4/5) | 560 (5/5) |"), 2)
    must_be("check after v2", store.run("check published"), "")
    must_say("v2 again", store.run("publish thuan-thanh 2024-W19", at="2024-05-09T15:45"), "v2: published, and nothing has changed")


def edited_text_stays(store):
    path = os.path.join(store.root, "sua.md")
    for name, text in (("trong.md", "  \n"), ("word.md", "PK\x03\x04..."), ("la.md", "a\x00b")):
        store.write(name, text)
        must_say(f"publish --text {name}", store.run(f"publish thuan-thanh 2024-W20 --text {name}", status=1, at="2024-05-17T08:00"), name, "nothing was written")
        os.remove(store.root / name)
    store.write("sua.md", "# Báo cáo\n\nLời sửa tay.\n")
    store.run("publish thuan-thanh 2024-W20 --text sua.md", at="2024-05-17T08:00")
    base = "published/ccb/thuan-thanh/2024-W20"
    must_say("the edited text", store.text(base + ".v1.md"), "Lời sửa tay.")
    must_say("publish without it", store.run("publish thuan-thanh 2024-W20 --number 9", status=1, at="2024-05-17T08:00"), "v1 was edited by hand", "--drop-edits")
    must_be("nothing was written", os.path.exists(store.root / (base + ".v2.md")), False)
    store.run("publish thuan-thanh 2024-W20 --number 9 --drop-edits", at="2024-05-17T08:00")
    must_be("the edits are dropped when that was said", "Lời sửa tay." in store.text(base + ".v2.md"), False)
    os.remove(path)


def tampering_is_found(store):
    for version in (1, 2):
        path = f"{BASE}.v{version}.md"
        whole = store.text(path)
        store.write(path, whole + " ")
        for asked in ("", "published", path):
            must_say(f"check {asked} of v{version} changed", store.run(f"check {asked}", status=1), path + ": error[published-changed]")
        os.remove(store.root / path)
        must_say(f"check of v{version} gone", store.run("check published", status=1), "published-changed", path + " is gone")
        store.write(path, whole)
    must_be("check of what was put back", store.run("check published"), "")


def posts_are_recorded(store):
    due = "due thuan-thanh --from 2024-05-09 --to 2024-05-09 --format csv"

    def posts(at):
        return [line for line in store.run(due, at=at).splitlines() if ",post," in line]

    must_be("no post yet", posts("2024-05-09T16:00")[0].endswith(",,,"), True)
    must_say("posted", store.run("publish thuan-thanh 2024-W19 --posted", at="2024-05-09T15:50"), BASE + ".v2.posted.yaml")
    must_be("a post makes no version", [p for p in store.published() if ".v3" in p], [])
    must_say("due, late", posts("2024-05-09T16:00")[0], ",late,2024-05-09T15:50:00+07:00,")
    must_be("due before it was made", posts("2024-05-09T15:49")[0].endswith(",,,"), True)
    must_say("due in words", store.run("due thuan-thanh --from 2024-05-09 --to 2024-05-09", at="2024-05-09T16:00"), "posted late 15:50")
    must_say("today", store.run("today thuan-thanh", at="2024-05-09T16:00"), "posted late 15:50")
    must_say("posted again", store.run("publish thuan-thanh 2024-W19 --posted", at="2024-05-09T17:00"), "was recorded before")
    must_say("its hour stays", store.text(BASE + ".v2.posted.yaml"), "at: 2024-05-09T15:50:00+07:00\n")
    must_say("no post for a hamlet", store.run("publish khu-pho-1 2024-W19 --posted", status=1), "asks ccb for no post")
    must_be("check knows the file", store.run("check published"), "")


def texts_and_signed_files(store, outside):
    own = outside / "sua-tay.md"
    own.write_text("# Báo cáo\n\nSửa tay.", encoding="utf-8")
    pdf = outside / "BC 12.pdf"
    pdf.write_bytes(b"%PDF-1.7\n\xff")
    said = store.run("publish ho 2024-W19", at="2024-05-09T16:00", more=["--text", str(own), "--signed", str(pdf)])
    must_say("by hand", said, "published/ccb/thuan-thanh/ho/2024-W19.v1.md")
    must_be("by hand: as it stands", store.text("published/ccb/thuan-thanh/ho/2024-W19.v1.md"), "# Báo cáo\n\nSửa tay.")
    must_say("the signed file", store.text("published/ccb/thuan-thanh/ho/2024-W19.v1.yaml"),
             "signed: {name: BC 12.pdf, content: sha256:" + hashlib.sha256(pdf.read_bytes()).hexdigest() + "}")
    must_say("the same again", store.run("publish ho 2024-W19", at="2024-05-09T16:05", more=["--text", str(own), "--signed", str(pdf)]), "nothing has changed")
    own.write_text("Gọi 0912 345 678", encoding="utf-8")
    must_say("a phone number", store.run("publish ho 2024-W19", at="2024-05-09T16:05", status=1, more=["--text", str(own)]), "privacy-phone")
    must_say("no such file", store.run("publish ho 2024-W19 --text khong-co.md", status=4), "khong-co.md")
    must_be("refused: nothing is written", [p for p in store.published() if "/ho/2024-W19.v2" in p], [])


def unreadable_is_not_frozen(store):
    broken = "areas/thuan-thanh/ho/khu-pho-2/reports/ccb/2024-W20.yaml"
    store.write(broken, "report: [\n")
    must_say("unreadable", store.run("publish thuan-thanh 2024-W20", at="2024-05-17T14:00", status=1), broken, "nothing was written")
    must_be("unreadable: nothing is written", [p for p in store.published() if "W20" in p], [])


def main(nammo, source):
    with tempfile.TemporaryDirectory() as folder:
        store = Store(nammo, source, os.path.join(folder, "store"))
        for step in (refused_while_a_draft, all_inputs_are_hashed, again_changes_nothing, a_late_change_makes_v2, tampering_is_found,
                     posts_are_recorded):
            step(store)
        texts_and_signed_files(store, pathlib.Path(folder))
        unreadable_is_not_frozen(store)
        edited_text_stays(Store(nammo, source, os.path.join(folder, "other")))
    print("\n\n".join(problems))
    sys.exit(1 if problems else 0)


main(*sys.argv[1:3])
