"""The calendar of the example store: its bytes, and what khal makes of it.

usage: calendar.py NAMMO SOURCE_DIR

Expected hours are reckoned here from the hours of examples/thuan-thanh/reporting.yaml, which stand below in words of
this file: the week of 2024-W19 (Wednesday 8 May, Thursday 9 May), the month 2024-05 (15 May), and the Wednesday of
2024-W20, which is 15 May too; all are working days.
"""
import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta

HAMLETS = [f"Chi hội CCB Khu phố {n}" for n in range(1, 6)]
COMMUNE, TOWN, BDV = "Hội CCB phường Hồ", "Hội CCB thị xã Thuận Thành", "Ban Dân vận Thị ủy Thuận Thành"
WEEK, NEXT_WEEK, MONTH = "Báo cáo nhanh, tuần 19/2024", "Báo cáo nhanh, tuần 20/2024", "Báo cáo tháng, tháng 5/2024"
DAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
RUNGS = [timedelta(hours=-24), timedelta(hours=-2), timedelta(0)]  # remind, but for the supervisor's
FORMAT = "{start-date-long} {start-time}|{title}"

# title, unit, due, rungs
DUES = [(WEEK, unit, datetime(2024, 5, 8, 17), RUNGS) for unit in HAMLETS]
DUES += [(WEEK, COMMUNE, datetime(2024, 5, 9, 9), RUNGS), (WEEK, TOWN, datetime(2024, 5, 9, 13, 30), RUNGS),
         (WEEK, BDV, datetime(2024, 5, 9, 16), RUNGS)]
DUES += [("Tin gửi kèm báo cáo nhanh, tuần 19/2024", TOWN, datetime(2024, 5, 9, 14), [timedelta(0)])]
DUES += [(MONTH, unit, datetime(2024, 5, 15, 8), RUNGS) for unit in HAMLETS]
DUES += [(MONTH, COMMUNE, datetime(2024, 5, 15, 11), RUNGS), (MONTH, TOWN, datetime(2024, 5, 15, 16, 30), RUNGS)]
DUES += [(NEXT_WEEK, unit, datetime(2024, 5, 15, 17), RUNGS) for unit in HAMLETS]


def expected():
    """(start in Hanoi, title) of every entry."""
    for title, unit, due, rungs in DUES:
        words = f"{due:%Hh%M} {DAYS[due.weekday()]}, {due.day:02}/{due.month}/{due.year}"
        for rung in rungs:
            yield f"{due + rung:%Y-%m-%d %H:%M}", f"{title} – {unit}: hạn {words}"


class Failures:
    def __init__(self):
        self.count = 0

    def expect(self, holds, what):
        print(("ok: " if holds else "FAILED: ") + what)
        self.count += not holds

    def same(self, found, wanted, what):
        found, wanted = sorted(found), sorted(wanted)
        self.expect(found == wanted, what)
        for one in sorted(set(wanted) - set(found)):
            print(f"  missing: {one}")
        for one in sorted(set(found) - set(wanted)):
            print(f"  not expected: {one}")


def events_in(text):
    """The VEVENTs, each as a list of unfolded lines."""
    content = text.replace("\r\n ", "").split("\r\n")
    events, current = [], None
    for line in content:
        if line == "BEGIN:VEVENT":
            current = []
        elif line == "END:VEVENT":
            events.append(current)
        elif current is not None:
            current.append(line)
    return events


def value(event, name):
    return next((line[len(name) + 1:] for line in event if line.startswith(name + ":")), None)


def judge_bytes(data, t, what):
    t.expect(data.endswith(b"END:VCALENDAR\r\n"), f"{what}: ends as a calendar does")
    lines = data.split(b"\r\n")
    t.expect(not any(b"\r" in line or b"\n" in line for line in lines), f"{what}: every line ends with CRLF")
    t.expect(max(map(len, lines)) <= 75, f"{what}: no line is longer than 75 octets")
    t.expect(any(line.startswith(b" ") for line in lines), f"{what}: some line is folded")

    def is_utf8(line):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True
    t.expect(all(map(is_utf8, lines)), f"{what}: no line is cut inside a character")
    events = events_in(data.decode("utf-8"))
    uids = [value(event, "UID") for event in events]
    t.expect(len(set(uids)) == len(uids) > 0, f"{what}: {len(uids)} entries, each with its own UID")
    rings = [event.count("BEGIN:VALARM") for event in events]
    wanted = [value(event, "STATUS") != "CANCELLED" for event in events]
    t.expect(rings == [int(one) for one in wanted], f"{what}: one alarm an entry, none where it is cancelled")
    return {value(event, "UID"): event for event in events}


class Khal:
    """khal with a home of its own and one empty calendar."""

    def __init__(self, home):
        self.env = {"HOME": home, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "Asia/Ho_Chi_Minh"}
        self.folder = os.path.join(home, "cal")
        os.makedirs(self.folder)
        os.makedirs(os.path.join(home, ".config", "khal"))
        with open(os.path.join(home, ".config", "khal", "config"), "w", encoding="utf-8") as file:
            file.write(f"[calendars]\n[[han-nop]]\npath = {self.folder}\n[locale]\nlocal_timezone = Asia/Ho_Chi_Minh\n"
                       "default_timezone = Asia/Ho_Chi_Minh\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
                       "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
                       "longdatetimeformat = %Y-%m-%d %H:%M\n[default]\ndefault_calendar = han-nop\n")

    def run(self, *arguments):
        done = subprocess.run(["khal", *arguments], env=self.env, capture_output=True, text=True, check=False)
        if done.returncode != 0 or "rror" in done.stderr or "critical" in done.stderr:
            raise SystemExit(f"FAILED: khal {arguments}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def entries(self, *arguments):
        rows = [line.split("|", 1) for line in self.run(*arguments).splitlines() if "|" in line]
        return [(start, title) for start, title in rows]

    def files(self):
        found = {}
        for name in os.listdir(self.folder):
            with open(os.path.join(self.folder, name), encoding="utf-8", newline="") as file:
                found[name] = file.read()
        return found


def main(nammo, source):
    t = Failures()
    with tempfile.TemporaryDirectory() as work:
        def calendar(now, name, *more, **env):
            path = os.path.join(work, name)
            subprocess.run([nammo, "-C", os.path.join(source, "examples", "thuan-thanh"), "--now", now, "due",
                            "--from", "2024-05-06", "--to", "2024-05-15", "-o", path, *more],
                           check=True, env={**os.environ, **env})
            with open(path, "rb") as file:
                return path, file.read()

        monday, first = calendar("2024-05-06T07:00+07:00", "monday.ics")
        _, later = calendar("2024-05-07T09:00+07:00", "tuesday.ics", TZ="America/New_York", LC_ALL="C")
        thursday, sent = calendar("2024-05-09T10:00+07:00", "thursday.ics")
        before, after = judge_bytes(first, t, "Monday"), judge_bytes(sent, t, "Thursday")
        stamp = re.compile(rb"DTSTAMP:20240506T000000Z")
        t.expect(stamp.sub(b"DTSTAMP:20240507T020000Z", first) == later, "a day later, only DTSTAMP is another")
        t.same(after, before, "after some reports came, the UIDs are the same")

        met = {uid for uid, event in after.items() if value(event, "STATUS") == "CANCELLED"}
        # Of 2024-W19, Khu phố 4 and Ban Dân vận have sent nothing on Thursday at 10:00; the others have.
        wanted = {f"weekly_ccb_thuan-thanh.ho.khu-pho-{n}_2024-W19_{rung}@nammo"
                  for n in (1, 2, 3, 5) for rung in ("-24h", "-2h", "+0h")}
        wanted |= {f"weekly_ccb_{area}_2024-W19_{rung}@nammo"
                   for area in ("thuan-thanh", "thuan-thanh.ho") for rung in ("-24h", "-2h", "+0h")}
        t.same(met, wanted, "entries of reports that came are cancelled")
        t.expect(all(value(after[uid], "SEQUENCE") == "1" for uid in met), "with a higher SEQUENCE")

        khal = Khal(os.path.join(work, "home"))
        khal.run("import", "--batch", monday)
        t.same(khal.entries("list", "--format", FORMAT, "--day-format", "", "2024-05-06", "10d"), expected(),
               "khal lists every entry at its hour in Hanoi")
        t.same(khal.entries("printics", "--format", FORMAT, monday), expected(), "khal reads the same from the file")
        held = khal.files()
        khal.run("import", "--batch", thursday)
        now_held = khal.files()
        t.same(now_held, held, "a second import makes no second entry")
        quiet = {name for name, text in now_held.items() if "STATUS:CANCELLED" in text and "VALARM" not in text}
        t.expect(len(quiet) == len(met), "and those of reports that came stop ringing")
    return 1 if t.count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
