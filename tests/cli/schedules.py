"""The examples for cron and systemd: what they run, when, and whom it reaches.

usage: schedules.py NAMMO SOURCE_DIR

Hours are reckoned by hand: 14:05 in Hanoi is 07:05 UTC, all year round; 9 May 2024 and 31 December 2026 are Thursdays.
"""
import email
import email.policy
import fcntl
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta

SUMMARY = [("2024-05-08 00:00:00", "2024-05-09 07:05:00"), ("2024-05-09 07:04:59", "2024-05-09 07:05:00"),
           ("2024-05-09 07:05:00", "2024-05-16 07:05:00"), ("2026-12-31 07:06:00", "2027-01-07 07:05:00")]
REMIND = [("2024-05-09 06:59:59", "2024-05-09 07:00:00"), ("2024-05-09 07:00:00", "2024-05-09 07:30:00"),
          ("2024-12-31 23:45:00", "2025-01-01 00:00:00")]
CLOCK = '#!/bin/sh\nexec /usr/bin/date -d "$FAKE_NOW" "$@"\n'
MAILER = '#!/bin/sh\n[ "$*" = "-t -i" ] || exit 64\n[ -z "${FAIL:-}" ] || exit 75\ncat >"$(mktemp "$MAILBOX/XXXXXX")"\n'

failed = 0


def expect(holds, what, more=""):
    global failed
    print(("ok: " if holds else "FAILED: ") + what + (f"\n{more}" if more and not holds else ""))
    failed += not holds


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def write(path, text, mode=0o644):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def run(words, env):
    done = subprocess.run(words, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    return done.returncode, done.stdout, done.stderr


# ---- systemd -------------------------------------------------------------------------------

def check_calendar(folder, unit, cases):
    for spec in re.findall(r"^OnCalendar=(.*)$", read(folder, unit), re.M):
        for base, wanted in cases:
            code, out, err = run(["systemd-analyze", "calendar", f"--base-time={base} UTC", spec], {**os.environ, "TZ": "UTC"})
            found = re.search(r"Next elapse: \w+ (.*) UTC", out)
            expect(code == 0 and found and found.group(1) == wanted, f"{unit}: after {base} UTC comes {wanted}", out + err)


def check_units(folder, nammo, source, work):
    units = os.path.join(work, "units")
    os.makedirs(units)
    names = sorted(name for name in os.listdir(folder) if name.endswith((".service", ".timer")))
    for name in names:
        text = read(folder, name).replace("/usr/local/lib/nammo", folder).replace("/usr/local/bin/nammo", nammo)
        write(os.path.join(units, name), text)
    code, out, err = run(["systemd-analyze", "verify", "--man=no", *(os.path.join(units, name) for name in names)], os.environ)
    expect(code == 0 and not out and not err, f"systemd-analyze verify has nothing to say of {', '.join(names)}", out + err)
    for name in names:
        if name.endswith(".timer"):
            expect(name.replace(".timer", ".service") in names, f"{name} has its service")
    check_calendar(folder, "nammo-summary.timer", SUMMARY)
    check_calendar(folder, "nammo-remind.timer", REMIND)
    return units


def start_of(unit, store):
    """The words of ExecStart= and the environment that the unit gives, for a store of its own."""
    text = unit.replace("\\\n", " ").replace("/srv/nammo/thuan-thanh", store)
    env = dict(pair.split("=", 1) for line in re.findall(r"^Environment=(.*)$", text, re.M) for pair in shlex.split(line))
    line = re.search(r"^ExecStart=(.*)$", text, re.M).group(1)
    return [re.sub(r"\$\{(\w+)\}", lambda m: env[m.group(1)], word) for word in shlex.split(line)], env


def letters(mailbox):
    """What was mailed since the last look."""
    found = []
    for name in os.listdir(mailbox):
        with open(os.path.join(mailbox, name), "rb") as file:
            found.append(email.message_from_binary_file(file, policy=email.policy.default))
        os.remove(os.path.join(mailbox, name))
    return sorted(found, key=lambda message: message["To"])


def check_mail_output(script, env, mailbox):
    code, out, _ = run([script, "a@example.org", "Nhắc", "true"], env)
    expect((code, out, letters(mailbox)) == (0, "", []), "mail-output: nothing printed, nothing mailed")
    code, out, _ = run([script, "a@example.org", "Báo cáo tuần", "sh", "-c", "echo Khu phố; echo lỗi >&2; exit 1"], env)
    mails = letters(mailbox)
    expect(code == 1 and out == "" and len(mails) == 1, "mail-output: one mail, and the status of the command")
    expect(mails[0]["Subject"] == "Báo cáo tuần" and mails[0]["To"] == "a@example.org", "mail-output: subject and address")
    expect(mails[0].get_content() == "Khu phố\nlỗi\n", "mail-output: the text, what went to stderr too")
    code, _, _ = run([script, "a@example.org", "x", "echo", "x"], {**env, "FAIL": "1"})
    expect(code == 4, "mail-output: a mail that cannot be handed over is exit 4")


# ---- reminders ----------------------------------------------------------------------------

def only_address(store, officer):
    """One officer has a mail address, nobody else."""
    folder = os.path.join(store, "officers")
    for name in os.listdir(folder):
        lines = [line for line in read(folder, name).splitlines() if not line.startswith("email:")]
        write(os.path.join(folder, name), "\n".join(lines + [f"email: {officer}@example.org"] * (name == officer + ".yaml")) + "\n")


def check_reminders(what, store, start, mailbox):
    """On Wednesday at 17:00 Khu phố 3 and 4 owe their report of 2024-W19: one is told by mail, one through the office."""
    shutil.rmtree(os.path.join(store, ".nammo"), ignore_errors=True)
    start("2024-05-08T16:30+07:00")  # tells what was to be told until then
    letters(mailbox)
    held = os.open(store, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    code, office, err = start("2024-05-08T17:00+07:00")
    expect((code, office, err, letters(mailbox)) == (0, "", "", []), f"{what}: says nothing while another run goes on", office + err)
    os.close(held)
    code, office, err = start("2024-05-08T17:00+07:00")
    mails = letters(mailbox)
    expect(code == 0 and not err and [m["To"].addresses[0].addr_spec for m in mails] == ["tran-quang-dao@example.org"],
           f"{what}: Khu phố 3 is told by mail", err + str([m["To"] for m in mails]))
    expect(office.count("Kính gửi") == 1 and "Đỗ Xuân Trường" in office and "Khu phố 4" in office,
           f"{what}: the office has the words for Khu phố 4", office)
    code, office, err = start("2024-05-08T17:30+07:00")
    expect((code, office, err, letters(mailbox)) == (0, "", "", []), f"{what}: nothing twice, and no mail about nothing", office + err)


# ---- cron ---------------------------------------------------------------------------------

def parse_crontab(text):
    """The settings, and the jobs as (five fields, command) with cron's \\% undone."""
    settings, jobs = {}, []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        setting = re.fullmatch(r'(\w+)="?([^"]*)"?', line)
        if setting:
            settings[setting.group(1)] = setting.group(2)
            continue
        job = re.fullmatch(r"((?:[\d*/,-]+ ){5})(.*)", line)
        expect(job and not re.search(r"(?<!\\)%", job.group(2)), f"crontab: {line}")
        if job:
            jobs.append((job.group(1).strip(), job.group(2).replace("\\%", "%")))
    return settings, jobs


def check_summary_job(job, env, wanted):
    """Every hour of a week at five past: cron of a machine in UTC runs the line, and it speaks once."""
    fields, command = job
    expect(fields == "5 * * * *", "crontab: the summary's line runs at five past every hour")
    spoke, start = {}, datetime(2024, 5, 6, 0, 5)  # UTC
    for hour in range(7 * 24):
        moment = f"{start + timedelta(hours=hour):%Y-%m-%dT%H:%M}Z"
        code, out, err = run(["/bin/sh", "-c", command], {**env, "FAKE_NOW": moment, "NAMMO_NOW": moment})
        if code != 0 or out or err:
            spoke[moment] = (code, out, err)
    expect(list(spoke) == ["2024-05-09T07:05Z"], "crontab: it speaks on Thursday at 14:05 in Hanoi and at no other hour", str(spoke))
    expect(spoke.get("2024-05-09T07:05Z") == (0, wanted, ""), "crontab: it says what status says of the week that was due")


def main(nammo, source):
    examples = os.path.join(source, "examples")
    with tempfile.TemporaryDirectory() as work:
        store, tools, mailbox, letterbox = (os.path.join(work, name) for name in ("store", "tools", "mailbox", "letterbox"))
        shutil.copytree(os.path.join(examples, "thuan-thanh"), store)
        for folder in (tools, mailbox, letterbox):
            os.makedirs(folder)
        write(os.path.join(tools, "date"), CLOCK, 0o755)
        write(os.path.join(tools, "sendmail"), MAILER, 0o755)
        os.symlink(nammo, os.path.join(tools, "nammo"))
        at = "2024-05-09T14:05+07:00"
        status = run([nammo, "-C", store, "--now", at, "status"], os.environ)[1]
        expect("tuần 19/2024" in status, "status on Thursday at 14:05 is about the week that was due", status)

        folder = os.path.join(examples, "systemd")
        units = check_units(folder, nammo, source, work)
        env = {"PATH": f"{tools}:/usr/bin:/bin", "MAILBOX": mailbox}
        script = os.path.join(folder, "mail-output")
        check_mail_output(script, env, mailbox)
        words, given = start_of(read(units, "nammo-summary.service"), store)
        code, _, err = run(words, {**env, **given, "NAMMO_NOW": at})
        mails = letters(mailbox)
        expect(code == 0 and [m["To"] for m in mails] == ["van-phong@example.org"], "nammo-summary.service: one mail to the office", err)
        expect(mails and mails[0].get_content() == status, "nammo-summary.service: it is what status prints")

        only_address(store, "tran-quang-dao")

        def service(moment):
            words, given = start_of(read(units, "nammo-remind.service"), store)
            code, out, err = run(words, {**env, **given, "MAILBOX": letterbox, "NAMMO_NOW": moment})
            mails = letters(letterbox)
            for message in mails:
                if message["To"] == "van-phong@example.org":
                    out += message.get_content()
                else:
                    write(os.path.join(mailbox, message["To"].addresses[0].username), message.as_string())
            return code, out, err
        check_reminders("nammo-remind.service", store, service, mailbox)

        settings, jobs = parse_crontab(read(examples, "cron", "crontab"))
        expect((settings.get("TZ"), settings.get("LC_ALL")) == ("Asia/Ho_Chi_Minh", "C.UTF-8"), "crontab: zone and locale")
        expect(len(jobs) == 2 and jobs[0][0] == "*/30 * * * *", "crontab: reminders every half hour, and a summary")
        cron = {**settings, "STORE": store, "PATH": f"{tools}:{settings['PATH']}", "HOME": work, "MAILBOX": mailbox}
        check_summary_job(jobs[1], cron, status)
        check_reminders("crontab", store, lambda moment: run(["/bin/sh", "-c", jobs[0][1]], {**cron, "NAMMO_NOW": moment}), mailbox)

        for name, text in [(script, read(script))] + [(fields, command) for fields, command in jobs]:
            done = subprocess.run(["shellcheck", "-s", "sh", "-"], input=text, capture_output=True, text=True, check=False)
            expect(done.returncode == 0, f"shellcheck: {os.path.relpath(name, examples) if name == script else name}", done.stdout)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))
