"""A report's way through submit, accept and return on a real disk, watched by git.

usage: review_way.py NAMMO SOURCE_DIR

On a copy of the example under git: each step may touch one line of the report, or the review beside it, and
nothing else; what is in the files is compared with what Python makes of them (hashlib for the content's hash).
Then what several writers do to each other, and what must not be written.
"""
import fcntl
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

KHU_PHO_5 = "areas/thuan-thanh/ho/khu-pho-5/reports/ccb/2024-W30"  # a draft, due on Wednesday 2024-07-24 at 17:00
REPORT, REVIEW = KHU_PHO_5 + ".yaml", KHU_PHO_5 + ".review.yaml"
problems = []


def must_be(what, found, wanted):
    if found != wanted:
        problems.append(f"{what}\n--- wanted\n{wanted}\n--- found\n{found}")


def must_say(what, run, part):
    if part not in run.stdout + run.stderr:
        problems.append(f"{what}: nobody said {part!r}\n{run.stdout}{run.stderr}")


class Store:
    def __init__(self, nammo, source, folder):
        self.nammo, self.folder = nammo, folder
        shutil.copytree(os.path.join(source, "examples", "thuan-thanh"), folder)
        self.git("init", "--quiet")
        self.commit()

    def git(self, *words):
        names = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false"]
        done = subprocess.run(["git", *names, *words], cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout

    def commit(self):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "step")

    def start(self, line, now, *more):
        words = [self.nammo, "--lang", "en", "--now", f"2024-07-{now}+07:00", *line.split(), *more]
        return subprocess.Popen(words, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, line, now, *more, status=0):
        process = self.start(line, now, *more)
        out, err = process.communicate(timeout=60)
        must_be(f"{line}: its exit status\n{out}{err}", process.returncode, status)
        return subprocess.CompletedProcess(line, process.returncode, out, err)

    def text(self, path):
        return pathlib.Path(self.folder, path).read_text(encoding="utf-8")

    def write(self, path, text):
        pathlib.Path(self.folder, path).write_text(text, encoding="utf-8")

    def changes(self):
        """Which files git sees changed, and the lines that went and came."""
        lines = self.git("diff", "--unified=0").splitlines()
        moved = [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
        return self.git("status", "--porcelain", "--untracked-files=all").splitlines(), moved

    def state(self, now):
        rows = self.run("status khu-pho-5 2024-W30 --format csv", now).stdout.splitlines()
        row = dict(zip(rows[0].split(","), rows[1].split(",")))
        return row["state"], row["submitted"], row["returned_due"]


def review(state, by, at, content, *more):
    head = "# yaml-language-server: $schema=../../../../../../schemas/review.schema.json"
    return "\n".join([head, f"state: {state}", f"by: {by}", f"at: 2024-07-{at}+07:00", f"content: {content}", *more, ""])


def hash_of(text):
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def one_report(store):
    before = store.text(REPORT)
    store.run("submit khu-pho-5 2024-W30", "24T16:30")
    must_be("submit adds one line", store.changes(), ([f" M {REPORT}"], ["+submitted: 2024-07-24T16:30:00+07:00"]))
    officer = "officer: nguyen-huu-khiem\n"
    sent = before.replace(officer, officer + "submitted: 2024-07-24T16:30:00+07:00\n")
    must_be("right after the officer", store.text(REPORT), sent)
    store.commit()
    must_say("submit again", store.run("submit khu-pho-5 2024-W30", "24T16:50"), "nothing was changed")
    must_be("submit again", store.changes(), ([], []))

    store.run("accept khu-pho-5 2024-W30 --by nguyen-van-thinh", "24T18:00")
    must_be("accept adds one file", store.changes(), ([f"?? {REVIEW}"], []))
    must_be("the acceptance", store.text(REVIEW), review("accepted", "nguyen-van-thinh", "24T18:00:00", hash_of(sent)))
    must_be("it is accepted", store.state("24T18:01"), ("accepted", "2024-07-24T16:30:00+07:00", ""))
    store.commit()
    must_say("accept again", store.run("accept khu-pho-5 2024-W30 --by tran-dinh-luat", "24T18:10"), "nothing was changed")
    must_be("accept again", store.changes(), ([], []))

    # One byte more, and the acceptance has fallen.
    store.write(REPORT, sent + "\n")
    must_be("it fell", store.state("24T18:20")[0], "submitted")
    must_say("it fell", store.run("submit khu-pho-5 2024-W30", "24T18:20"), "that no longer holds")
    must_be("the edit alone", store.changes(), ([f" M {REPORT}"], ["+"]))
    store.write(REPORT, sent)
    must_be("the very bytes again", store.state("24T18:20")[0], "accepted")
    store.write(REPORT, sent + "# Đã rà lại.\n")
    store.commit()
    store.run("accept khu-pho-5 2024-W30 --by tran-dinh-luat", "24T18:30")
    must_be("accepted as it is now", store.changes()[0], [f" M {REVIEW}"])
    must_be("accepted as it is now", store.text(REVIEW),
            review("accepted", "tran-dinh-luat", "24T18:30:00", hash_of(sent + "# Đã rà lại.\n")))
    store.commit()

    store.run("return khu-pho-5 2024-W30 --by nguyen-van-thinh --due", "24T19:00", "2024-07-25 08:00", "--because", "Thiếu: số lượt người")
    must_be("a return is the review alone", store.changes()[0], [f" M {REVIEW}"])
    must_be("the return", store.text(REVIEW),
            review("returned", "nguyen-van-thinh", "24T19:00:00", hash_of(sent + "# Đã rà lại.\n"),
                   'because: "Thiếu: số lượt người"', "due: 2024-07-25T08:00:00+07:00"))
    must_be("it is sent back", store.state("24T19:01"), ("returned", "2024-07-24T16:30:00+07:00", "2024-07-25T08:00:00+07:00"))
    store.commit()
    store.run("submit khu-pho-5 2024-W30", "24T19:10", status=1)
    must_be("sent again unchanged", store.changes(), ([], []))

    store.write(REPORT, store.text(REPORT).replace("# Đã rà lại.\n", "# Đã bổ sung.\n"))
    store.commit()
    must_be("mended, not sent", store.state("24T19:20")[0], "draft")
    store.run("accept khu-pho-5 2024-W30 --by nguyen-van-thinh", "24T19:20", status=1)
    must_be("mended, not sent", store.changes(), ([], []))
    store.run("submit khu-pho-5 2024-W30", "25T07:30")
    must_be("sent again: one line for another", store.changes(),
            ([f" M {REPORT}"], ["-submitted: 2024-07-24T16:30:00+07:00", "+submitted: 2024-07-25T07:30:00+07:00"]))
    must_be("in time by the return's due", store.state("25T07:31")[0], "submitted")
    store.commit()
    store.run("accept khu-pho-5 2024-W30 --by nguyen-van-thinh", "25T09:00")
    must_be("that due goes on to count", store.text(REVIEW),
            review("accepted", "nguyen-van-thinh", "25T09:00:00", hash_of(store.text(REPORT)), "due: 2024-07-25T08:00:00+07:00"))
    must_be("and what was in time is", store.state("25T09:01")[0], "accepted")
    store.commit()


def several_writers(store):
    lock = os.path.join(store.folder, ".nammo", "lock")
    with open(lock, "r+", encoding="utf-8") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        busy = store.run("return khu-pho-5 2024-W30 --by nguyen-van-thinh --because x", "25T10:00", status=4)
        must_say("another run writes", busy, "another run of nammo is writing to the store")
        waiting = store.start("return khu-pho-5 2024-W30 --by nguyen-van-thinh --because Sau --wait 30", "25T10:01")
        time.sleep(0.5)
        must_be("it waits", waiting.poll(), None)
        must_be("and writes nothing", store.changes(), ([], []))
    out, err = waiting.communicate(timeout=60)
    must_be(f"it got the lock\n{out}{err}", waiting.returncode, 0)
    must_be("it got the lock", store.changes()[0], [f" M {REVIEW}"])
    store.commit()

    # Five at once, each on its own report; and five on the same one, of which one writes.
    drafts = []
    for number in range(1, 6):
        path = f"areas/thuan-thanh/ho/khu-pho-{number}/reports/ccb/2024-W30.yaml"
        text = store.text(path)
        store.write(path, "".join(line for line in text.splitlines(True) if not line.startswith(("submitted:", "received:"))))
        drafts.append(path)
    review_file = pathlib.Path(store.folder, REVIEW)
    review_file.unlink()
    store.commit()
    runs = [store.start(f"submit khu-pho-{number} 2024-W30 --wait 60", "25T11:00") for number in range(1, 6)]
    for run in runs:
        out, err = run.communicate(timeout=120)
        must_be(f"five at once\n{out}{err}", run.returncode, 0)
    must_be("five at once", store.changes(), ([f" M {path}" for path in drafts], ["+submitted: 2024-07-25T11:00:00+07:00"] * 5))
    store.commit()
    runs = [store.start("accept khu-pho-5 2024-W30 --by nguyen-van-thinh --wait 60", "25T12:00") for _ in range(5)]
    said = sorted(run.communicate(timeout=120)[0].rsplit("; ", 1)[1] for run in runs)
    must_be("five of the same", said, ["nothing was changed\n"] * 4 + [f"written to {REVIEW}\n"])
    must_be("five of the same", store.changes()[0], [f"?? {REVIEW}"])
    store.commit()


def nothing_written(store):
    path = pathlib.Path(store.folder, REPORT)
    whole = path.read_text(encoding="utf-8")
    store.write(REPORT, whole + "overview: Lần hai.\n")  # the key stands there already
    store.commit()
    must_say("a report with errors", store.run("accept khu-pho-5 2024-W30 --by tran-dinh-luat", "25T13:00", status=1), "yaml-duplicate-key")
    must_be("a report with errors", store.changes(), ([], []))
    store.write(REPORT, whole + "next: [Gọi 0912 345 678.]\n")
    store.commit()
    must_say("a phone number", store.run("accept khu-pho-5 2024-W30 --by tran-dinh-luat", "25T13:00", status=1), "privacy-phone")
    must_be("a phone number", store.changes(), ([], []))
    path.unlink()
    path.symlink_to("2024-W29.yaml")
    store.commit()
    must_say("a link", store.run("submit khu-pho-5 2024-W30", "25T13:00", status=1), "file-kind")
    must_be("a link", store.changes(), ([], []))
    path.unlink()
    store.write(REPORT, whole)
    store.commit()

    as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    words = [store.nammo, "-C", store.folder, "--now", "2024-07-25T13:00+07:00", "accept", "khu-pho-1", "2024-W30", "--by", "nguyen-van-thinh"]
    denied = subprocess.run([*as_nobody, *words], capture_output=True, text=True, check=False)
    must_be(f"a store that may not be written\n{denied.stderr}", denied.returncode, 4)
    must_be("a store that may not be written", store.changes(), ([], []))
    store.run("check", "25T13:00")


def main(nammo, source):
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        store = Store(nammo, source, os.path.join(folder, "store"))
        for story in (one_report, several_writers, nothing_written):
            story(store)
    for problem in problems:
        print(f"FAILED: {problem}")
    print(f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))
