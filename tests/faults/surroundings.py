"""Streams that are closed or full, limits, the environment, zones, disks: what a machine may do to a run.
  surroundings.py NAMMO SOURCE_DIR"""

import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import unittest

import fault_store
from fault_store import NOBODY, READERS, REPORTS, WEEK, WRITERS, FaultStore

FaultStore.nammo_path, FaultStore.source = sys.argv[1:3]
REPORT = f"report thuan-thanh {WEEK}"
IS_ROOT = os.geteuid() == 0


def mounts():
    """Whether a namespace with mounts of its own can be had."""
    return IS_ROOT and subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False).returncode == 0


MOUNTS = mounts()
if not MOUNTS:
    print("not tried, since no file system may be mounted here: zones that are missing or damaged, full and read-only disks")


def limited(what, most):
    return {"preexec_fn": lambda: resource.setrlimit(what, (most, most))}


class Streams(FaultStore):
    def test_closed(self):
        """No file of the store becomes the stream that the caller closed."""
        for closed in ("<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"):
            for command in (*READERS.values(), *WRITERS.values()):
                whole = self.nammo(command)
                after = fault_store.files_below(self.store)
                self.reset()
                done = self.nammo(command, ("sh", "-c", f'exec "$@" {closed}', "sh"))
                with self.subTest(closed=closed, command=command, stderr=done.stderr):
                    lost = ">&-" in closed.replace("2>&-", "") and whole.stdout
                    self.assertEqual(done.returncode, 4 if lost else whole.returncode)
                    self.assertEqual({**fault_store.files_below(self.store)}, after)
                    if os.path.exists(self.inside(".nammo/lock")):
                        self.assertEqual(os.path.getsize(self.inside(".nammo/lock")), 0)
                self.reset()

    def test_full(self):
        for command in (*READERS.values(), *WRITERS.values()):
            whole = self.nammo(command)
            self.reset()
            with open("/dev/full", "wb") as full:
                done = self.nammo(command, stdout=full)
                self.assertEqual(done.returncode, 4 if whole.stdout else whole.returncode, command)
                if whole.stdout:
                    self.assertIn("không ghi được kết quả".encode(), done.stderr)
                self.reset()
                # Messages that nobody gets change nothing.
                done = self.nammo(command, stderr=full)
                self.assertEqual((done.returncode, done.stdout), (whole.returncode, whole.stdout))
            self.reset()

    def test_nobody_reads(self):
        for command in (*READERS.values(), *WRITERS.values()):
            for stream in ("stdout", "stderr"):
                whole = self.nammo(command)
                after = fault_store.files_below(self.store)
                self.reset()
                read, write = os.pipe()
                os.close(read)
                done = self.nammo(command, restore_signals=True, **{stream: write})
                os.close(write)
                with self.subTest(command=command, stream=stream):
                    said = whole.stdout if stream == "stdout" else whole.stderr
                    self.assertEqual(done.returncode, -signal.SIGPIPE if said else whole.returncode)
                    self.assertIn(fault_store.files_below(self.store), (self.before, after))
                self.reset()

    def test_a_working_folder_that_is_gone(self):
        gone = os.path.join(self.top, "gone")
        for command in (*READERS.values(), *WRITERS.values(), f"-C {self.store} check", "init", "init kho-moi --name X --area 'xã A'"):
            os.mkdir(gone)
            done = self.nammo(command, ("sh", "-c", f'rmdir {gone}; exec "$@"', "sh"), cwd=gone)
            self.assertEqual(done.returncode, 4, done.stderr)
            self.assertIn("thư mục hiện tại".encode(), done.stderr)
        os.mkdir(gone)
        for command in ("version", "help", "help report"):
            self.assertEqual(self.nammo(command, ("sh", "-c", f'rmdir {gone} 2>/dev/null; exec "$@"', "sh"), cwd=gone).returncode, 0)
            os.makedirs(gone, exist_ok=True)


class Outputs(FaultStore):
    def setUp(self):
        super().setUp()
        self.report = self.nammo(REPORT).stdout

    def test_a_pipe_gets_the_bytes_and_stays(self):
        pipe = os.path.join(self.top, "pipe")
        os.mkfifo(pipe)
        got = []

        def read():
            with open(pipe, "rb") as file:
                got.append(file.read())
        for _ in range(2):
            reader = threading.Thread(target=read)
            reader.start()
            self.assertEqual(self.nammo(f"{REPORT} --format md -o {pipe}", timeout=20).returncode, 0)
            reader.join(20)
        self.assertEqual(got, [self.report, self.report])

    def test_devices_stay_what_they_are(self):
        for device, status in (("/dev/null", 0), ("/dev/full", 4)):
            before = os.stat(device)
            done = self.nammo(f"{REPORT} --format md -o {device}")
            self.assertEqual(done.returncode, status, done.stderr)
            self.assertEqual((os.stat(device).st_mode, os.stat(device).st_rdev), (before.st_mode, before.st_rdev))
        self.assertFalse([name for name in os.listdir("/dev") if name.startswith(".nammo")])
        done = self.nammo(f"{REPORT} --format md -o /dev/stdout")
        self.assertEqual((done.returncode, done.stdout), (0, self.report))
        done = self.nammo(f"{REPORT} --format md -o /dev/stderr")
        self.assertEqual((done.returncode, done.stderr), (0, self.report))

    def test_a_link_stays_and_its_file_is_written(self):
        link, target = os.path.join(self.top, "link.md"), os.path.join(self.top, "data.md")
        with open(target, "wb") as file:
            file.write(b"old")
        os.symlink("data.md", link)
        self.assertEqual(self.nammo(f"{REPORT} -o {link}").returncode, 0)
        self.assertTrue(os.path.islink(link))
        with open(target, "rb") as file:
            self.assertEqual(file.read(), self.report)

    def test_what_can_be_no_output(self):
        loop = os.path.join(self.top, "loop.md")
        os.symlink("loop.md", loop)
        os.mkdir(os.path.join(self.top, "folder.md"))
        before = sorted(os.listdir(self.top))
        for name in ("loop.md", "folder.md", "zalo.txt/x.md", "nowhere/x.md", "x" * 256 + ".md"):
            done = self.nammo(f"{REPORT} -o ../{name}")
            self.assertEqual(done.returncode, 4, name)
            self.assertIn("không ghi được tệp".encode(), done.stderr)
        self.assertEqual(sorted(os.listdir(self.top)), before)

    def test_a_file_may_not_grow(self):
        target = os.path.join(self.top, "x.md")
        for size in (0, 512):
            done = self.nammo(f"{REPORT} -o {target}", **limited(resource.RLIMIT_FSIZE, size))
            self.assertEqual(done.returncode, 4, done.stderr)
            self.assertFalse(os.path.exists(target))
            for command in WRITERS.values():
                self.assertEqual(self.nammo(command, **limited(resource.RLIMIT_FSIZE, 0)).returncode, 4, command)
            self.is_untouched()
        self.assertFalse([name for name in os.listdir(self.top) if name.startswith(".nammo")])

    def test_a_new_store_in_odd_places(self):
        fifo = os.path.join(self.top, "fifo")
        os.mkfifo(fifo)
        os.symlink("self", os.path.join(self.top, "self"))
        for place in ("/dev/null", "/dev/null/x", fifo, os.path.join(self.top, "self"), os.path.join(self.top, "zalo.txt"), "/proc/x", "/sys/x"):
            done = self.nammo(["init", place, "--name", "Hội", "--area", "xã A"])
            with self.subTest(place=place):
                self.ends_well(done)
                self.assertNotEqual(done.returncode, 0)
        self.assertEqual(sorted(os.listdir(self.top)), ["fifo", "kho", "self", "zalo.txt"])

    def test_an_export_that_is_broken_off_has_no_description(self):
        command = "export data ../data ho --from 2024-05-06 --to 2024-05-10"
        self.assertEqual(self.nammo(command).returncode, 0)
        self.assertIn("datapackage.json", os.listdir(self.data))
        done = self.nammo(command, **limited(resource.RLIMIT_FSIZE, 0))
        self.assertEqual(done.returncode, 4)
        self.assertNotIn("datapackage.json", os.listdir(self.data))
        self.assertEqual(self.nammo(command).returncode, 0)
        self.assertIn("datapackage.json", os.listdir(self.data))


class Inputs(FaultStore):
    def test_what_is_taken_in(self):
        cases = {"/dev/null": 2, "/dev/zero": (1, 2, 4), "/dev/full": (1, 2, 4), self.top: (1, 2, 4), self.top + "/nowhere": (1, 2, 4), "/proc/self/mem": (1, 2, 4)}
        for name, wanted in cases.items():
            done = self.nammo(f"intake --dry-run {name}")
            with self.subTest(file=name, stderr=done.stderr):
                self.ends_well(done)
                self.assertNotEqual(done.returncode, 0)
        for name in ("/dev/null", "/dev/zero", self.top):
            with self.subTest(stdin=name), open(os.open(name, os.O_RDONLY), "rb", closefd=True) if not os.path.isdir(name) else \
                    os.fdopen(os.open("/dev/null", os.O_RDONLY), "rb") as stdin:
                done = self.nammo("intake --dry-run -", stdin=stdin)
                self.ends_well(done)
                self.assertNotEqual(done.returncode, 0)
        done = self.nammo("intake --dry-run -", ("sh", "-c", f'exec "$@" <{self.top}', "sh"))
        self.ends_well(done)
        self.assertNotEqual(done.returncode, 0)
        self.is_untouched()

    def test_a_pipe(self):
        pipe = os.path.join(self.top, "pipe")
        os.mkfifo(pipe)

        def write():
            with open(pipe, "w", encoding="utf-8") as file:
                file.write(fault_store.ZALO)
        writer = threading.Thread(target=write)
        writer.start()
        self.assertEqual(self.nammo(f"intake --dry-run {pipe}", timeout=20).returncode, 0)
        writer.join(20)


class Limits(FaultStore):
    weeks = ()

    def test_few_descriptors(self):
        for command in READERS.values():
            whole = self.nammo(command)
            for most in range(3, 12):
                shutil.rmtree(self.data, ignore_errors=True)
                done = self.nammo(command, **limited(resource.RLIMIT_NOFILE, most))
                with self.subTest(command=command, descriptors=most, stderr=done.stderr[-500:]):
                    if done.returncode == 127:
                        continue  # the loader had too few
                    self.ends_well(done)
                    if done.returncode == whole.returncode == 0:
                        self.assertEqual(done.stdout, whole.stdout)
            shutil.rmtree(self.data, ignore_errors=True)

    @unittest.skipIf(not IS_ROOT, "needs root, to run as somebody without other processes")
    def test_no_threads(self):
        lonely = ("setpriv", "--reuid=64321", "--regid=64321", "--clear-groups")
        for command in ("check", "status thuan-thanh 2024-W15..2024-W30", "today thuan-thanh", "remind --dry-run", "report thuan-thanh 2024"):
            whole = self.nammo(command)
            done = self.nammo(command, (*lonely, "prlimit", "--nproc=1"))
            self.assertEqual((done.returncode, done.stdout), (whole.returncode, whole.stdout), done.stderr)

    def test_a_small_stack(self):
        for command in READERS.values():
            done = self.nammo(command, **limited(resource.RLIMIT_STACK, 256 << 10))
            self.assertEqual(done.returncode, 0, command)
            shutil.rmtree(self.data, ignore_errors=True)


class Environment(FaultStore):
    def test_nothing_of_it_changes_what_is_said(self):
        whole = {command: self.nammo(command, env={}) for command in READERS.values() if not command.startswith("export")}
        settings = [{"TZ": zone} for zone in ("", "UTC", "America/New_York", "UTC+25", ":/etc/passwd", "nowhere", "\x1b[31m", "X" * 5000)]
        settings += [{"LC_ALL": name} for name in ("C", "POSIX", "vi_VN", "vi_VN.UTF-8", "vi_VN.TCVN", "tr_TR.UTF-8", "C.UTF-8", "xx_YY", "\x1b[31m", "X" * 5000)]
        settings += [{"LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "LANGUAGE": "en:vi", "LC_TIME": "ja_JP"}, {"TERM": "\x1b"}, {"HOME": "/nowhere"},
                     {"PATH": ""}, {"TMPDIR": "/nowhere"}, {"COLUMNS": "-1"}, {"ICU_DATA": "/nowhere"}, {"TZDIR": "/nowhere"}, {"PWD": "/nowhere"},
                     {"GIT_DIR": "/nowhere"}, {"EDITOR": "\n"}]
        for setting in settings:
            for command, usual in whole.items():
                done = self.nammo(command, env=setting)
                with self.subTest(setting=setting, command=command):
                    self.assertEqual((done.returncode, done.stdout, done.stderr), (usual.returncode, usual.stdout, usual.stderr))

    def test_any_moment(self):
        for moment in ("1900-01-01T00:00+07:00", "1969-12-31T23:59:59Z", "2038-01-19T03:14:08Z", "2024-02-29T00:00-18:00", "9999-12-31T23:59:59+07:00",
                       "0000-01-01T00:00Z", "2024-02-30T10:00+07:00", "2024-05-09", "", "\x1b", "99999999999999999999"):
            for command in (*READERS.values(), *WRITERS.values()):
                done = self.nammo(command, now=moment)
                with self.subTest(moment=moment, command=command):
                    self.ends_well(done)
                self.reset()

    def test_a_clock_that_went_back(self):
        """What was written later than now is refused in words, or goes on; never with a moment before the one that stands there."""
        day, day_before = "2024-05-09T10:00+07:00", "2024-05-08T10:00+07:00"
        self.assertEqual(self.nammo(WRITERS["submit"]).returncode, 0)
        for command in WRITERS.values():
            self.ends_well(self.nammo(command, now=day_before))
        self.assertNotEqual(self.nammo("remind", now=day).stdout, b"")
        self.assertEqual(self.nammo("remind", now=day).stdout, b"", "nobody is told twice")
        self.ends_well(self.nammo("remind", now=day_before))
        self.assertEqual(self.nammo("remind", now=day).stdout, b"")


@unittest.skipIf(not MOUNTS, "no file system may be mounted here")
class Disks(FaultStore):
    def mounted(self, script, command, **how):
        """`script` in a namespace of mounts of its own, then the command."""
        return self.nammo(command, ("unshare", "-m", "sh", "-ec", f'{script}; exec "$@"', "sh"), **how)

    def test_no_zone_database(self):
        hidden = "mount -t tmpfs none /usr/share/zoneinfo"
        for command in (*READERS.values(), *WRITERS.values()):
            done = self.mounted(hidden, command)
            with self.subTest(command=command):
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn("tzdata".encode(), done.stdout + done.stderr)
        self.is_untouched()
        for command in ("version", "help", "help report", "completion bash"):
            self.assertEqual(self.mounted(hidden, command).returncode, 0)
        done = self.mounted(hidden, ["init", os.path.join(self.top, "moi"), "--name", "Hội", "--area", "xã A"])
        self.ends_well(done)
        self.assertNotEqual(done.returncode, 0)
        self.assertFalse(os.path.exists(os.path.join(self.top, "moi")))

    def test_a_damaged_zone(self):
        with open("/usr/share/zoneinfo/Asia/Ho_Chi_Minh", "rb") as file:
            whole = file.read()
        damaged = os.path.join(self.top, "zone")
        texts = [b"", b"T", b"TZif", os.urandom(200), b"TZif2" + os.urandom(300), b"\0" * 5000]
        texts += [whole[:length] for length in range(0, len(whole), 7)]
        texts += [whole[:at] + b"\xff\xff\xff\xff" + whole[at + 4:] for at in range(0, min(60, len(whole)), 4)]
        for text in texts:
            with open(damaged, "wb") as file:
                file.write(text)
            done = self.mounted(f"mount --bind {damaged} $(readlink -f /usr/share/zoneinfo/Asia/Ho_Chi_Minh); ulimit -v 4000000", REPORT)
            with self.subTest(zone=text[:60], length=len(text)):
                self.ends_well(done)

    def test_full(self):
        """A file system without room: nothing of the store changes, and no half file is left."""
        for room in ("size=4k", "nr_inodes=1"):
            script = f"""mount -t tmpfs none /mnt; cp -R {self.store} /mnt/kho; cp {self.top}/zalo.txt /mnt/
                mkdir /mnt/kho/.nammo; printf '*\\n' >/mnt/kho/.nammo/.gitignore
                mount -o remount,{room.replace('4k', "$(du -sk /mnt | cut -f1)k").replace('=1', "=$(find /mnt | wc -l)")} /mnt; cd /mnt/kho
                find . -type f ! -path './.nammo/*' -exec sha256sum {{}} + | sort >/tmp/nammo-before.$$
                "$@" && status=0 || status=$?
                find . -type f ! -path './.nammo/*' -exec sha256sum {{}} + | sort | cmp -s - /tmp/nammo-before.$$ || status=changed
                rm /tmp/nammo-before.$$
                echo "status $status" >&2; exit 0"""
            for command in (*WRITERS.values(), f"{REPORT} -o x.md", "export data ra ho --from 2024-05-06 --to 2024-05-10",
                            f"{REPORT} --format html --charts hinh -o x.html"):
                done = self.mounted(script, command)
                with self.subTest(room=room, command=command):
                    self.assertTrue(done.stderr.rstrip().endswith(b"status 4"), done.stderr)

    def test_read_only(self):
        script = f"mount --bind {self.top} /mnt; mount -o remount,ro,bind /mnt; cd /mnt/kho"
        for command in READERS.values():
            done = self.mounted(script, command.replace("../data", os.path.join(self.top, "data")))
            self.assertEqual(done.returncode, 0, done.stderr)
        for command in (*WRITERS.values(), f"{REPORT} -o x.md"):
            done = self.mounted(script, command)
            self.assertEqual(done.returncode, 4, done.stderr)
        self.is_untouched()


unittest.main(argv=sys.argv[:1])
