"""One week of reminders as cron makes them: the real program, a real sendmail (msmtp), a real SMTP connection.

usage: remind_week.py NAMMO SOURCE_DIR

Runs the reminder line of examples/cron/crontab, its mail command pointed at the test, at each half hour of a week of the example store, and compares what
arrives with a table that was reckoned by hand from reporting.yaml (hamlets Wednesday 17:00, the ward Thursday 09:00,
the town 13:30, Ban Dân vận 16:00; told 24 and 2 hours before, at the due, and 24 hours after it to the area above;
nothing from 20:00 to 07:00) and the times at which the example's reports of 2024-W19 came in. Mail that should not
go out, and mail that goes out twice, fails like mail that is missing.
"""
import datetime
import email
import email.policy
import os
import pathlib
import re
import shutil
import socketserver
import subprocess
import sys
import tempfile
import threading

EXPECTED = """
05-07 17:00 hoàng: do-xuan-truong nguyen-dang-quyet nguyen-huu-khiem tran-quang-dao vuong-van-huan
05-08 09:00 phường: nguyen-van-thinh
05-08 13:30 thị xã: pham-quoc-viet
05-08 15:00 Khu phố 5 đã nộp: do-xuan-truong nguyen-dang-quyet tran-quang-dao vuong-van-huan
05-08 16:00 Ban Dân vận: le-van-chien
05-08 17:00 Khu phố 3, 4: do-xuan-truong tran-quang-dao
05-09 07:00 phường, hết giờ nghỉ: nguyen-van-thinh
05-09 14:00 Ban Dân vận: le-van-chien
05-09 17:00 Khu phố 4, báo cấp trên: nguyen-van-thinh
"""
NO_ADDRESS = "do-xuan-truong"  # is told by text that cron sends to the clerk
FIRST = datetime.datetime(2024, 5, 6)
DAYS = 6


class Inbox(socketserver.StreamRequestHandler):
    """As much of RFC 5321 as a client needs that delivers one message."""
    messages = []
    refuse = False

    def handle(self):
        self.say("220 inbox")
        while line := self.rfile.readline().decode("ascii").strip():
            word = line.upper().split(" ")[0]
            if word == "DATA":
                self.take_data()
            elif word == "RCPT" and Inbox.refuse:
                self.say("550 no such mailbox")
            elif word == "QUIT":
                return self.say("221 bye")
            else:
                self.say("250 ok")
        return None

    def take_data(self):
        self.say("354 go on")
        data = b""
        while not data.endswith(b"\r\n.\r\n"):
            data += self.rfile.readline()
        Inbox.messages.append(email.message_from_bytes(data[:-3], policy=email.policy.default))
        self.say("250 taken")

    def say(self, line):
        self.wfile.write((line + "\r\n").encode("ascii"))


def prepare(source, work):
    store = work / "store"
    shutil.copytree(source / "examples" / "thuan-thanh", store, symlinks=False)
    for path in (store / "officers").glob("*.yaml"):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("email:")]
        if path.stem != NO_ADDRESS:
            lines.append(f"email: {path.stem}@example.org")
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return store


def configure_msmtp(work, port):
    config = work / "msmtprc"
    config.write_text(f"account default\nhost 127.0.0.1\nport {port}\nfrom cron@example.org\nauto_from off\n", encoding="ascii")
    config.chmod(0o600)
    return config


def cron_line(source):
    """What cron hands to the shell each half hour."""
    lines = (pathlib.Path(source) / "examples" / "cron" / "crontab").read_text(encoding="utf-8").splitlines()
    line = [line for line in lines if line.startswith("*/30 ") and " remind " in line][0]
    return line.split(None, 5)[5].replace("\\%", "%")


class Week:
    def __init__(self, nammo, source, store, config):
        self.nammo, self.store = nammo, store
        self.line = cron_line(source).replace("sendmail -t -i", f"msmtp -C {config} -t -i")
        self.problems = []

    def remind(self, moment):
        env = dict(os.environ, NAMMO_NOW=moment.strftime("%Y-%m-%dT%H:%M+07:00"), LC_ALL="C.UTF-8", STORE=str(self.store),
                   PATH=os.path.dirname(os.path.abspath(self.nammo)) + ":" + os.environ["PATH"])
        return subprocess.run(["sh", "-c", self.line], env=env, capture_output=True, text=True, encoding="utf-8", check=False)

    def told_at(self, moment):
        """Who is told by the run at `moment`: by mail, and by the text that cron sends on."""
        del Inbox.messages[:]
        result = self.remind(moment)
        if result.returncode != 0 or result.stderr:
            self.problems.append(f"{moment}: exit {result.returncode}: {result.stderr}")
        told = [str(message["To"]).split("<")[-1].split("@")[0] for message in Inbox.messages]
        return sorted(told + [NO_ADDRESS] * result.stdout.count("Đỗ Xuân Trường,"))

    def run(self, expected):
        for step in range(DAYS * 48):
            moment = FIRST + datetime.timedelta(minutes=30 * step)
            wanted = expected.get(moment.strftime("%m-%d %H:%M"), [])
            for attempt in ("first", "second"):
                told = self.told_at(moment)
                if told != (wanted if attempt == "first" else []):
                    self.problems.append(f"{moment}, {attempt} run: told {told}, expected {wanted if attempt == 'first' else []}")

    def judge_failure(self):
        """A mail server that refuses is exit 4, and the next run sends what was not taken."""
        (self.store / ".nammo" / "sent.log").unlink()
        moment = datetime.datetime(2024, 5, 8, 9, 0)
        Inbox.refuse = True
        result = self.remind(moment)
        Inbox.refuse = False
        if result.returncode != 4 or "Nguyễn Văn Thịnh" not in result.stderr:
            self.problems.append(f"refused mail: exit {result.returncode}: {result.stderr}")
        if "nguyen-van-thinh" not in self.told_at(moment):
            self.problems.append("what was refused was not sent again")

    def judge_message(self):
        (self.store / ".nammo" / "sent.log").unlink()
        moment = datetime.datetime(2024, 5, 8, 9, 0)
        ids = []
        for _ in range(2):
            self.told_at(moment)
            message = [m for m in Inbox.messages if "nguyen-van-thinh" in str(m["To"])][0]
            ids.append(str(message["Message-ID"]))
            (self.store / ".nammo" / "sent.log").unlink()
        body = message.get_content()
        for part in ("Nguyễn Văn Thịnh", "Báo cáo nhanh", "tuần 19/2024", "09h00 thứ Năm, 09/5/2024"):
            if part not in body:
                self.problems.append(f"the message does not say {part!r}:\n{body}")
        if ids[0] != ids[1] or not re.fullmatch(r"<[0-9a-f]+@[a-z.]+>", ids[0]):
            self.problems.append(f"Message-IDs: {ids}")
        if message.defects or str(message["Date"]) != "Wed, 08 May 2024 09:00:00 +0700":
            self.problems.append(f"defects {message.defects}, date {message['Date']}")


def main(nammo, source):
    expected = {line[:11]: line.split(": ")[1].split() for line in EXPECTED.strip().splitlines()}
    with tempfile.TemporaryDirectory() as folder, socketserver.ThreadingTCPServer(("127.0.0.1", 0), Inbox) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        work = pathlib.Path(folder)
        week = Week(nammo, source, prepare(pathlib.Path(source), work), configure_msmtp(work, server.server_address[1]))
        week.run(expected)
        week.judge_failure()
        week.judge_message()
        server.shutdown()
    print("\n".join(week.problems) or f"{DAYS * 48} half hours of reminders, each told once and to whom it concerns")
    return 1 if week.problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
