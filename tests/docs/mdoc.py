"""What the drift tests read from a man page in mdoc."""
import re
import shlex
import subprocess
import sys

# Macros that end the words of another one on the same line.
MACROS = {"Ic", "Cm", "Pa", "Ql", "Em", "Ar", "Fl", "Ev", "Xr", "Sx", "Nm", "No", "Ns", "Pq", "Po", "Pc", "Bq",
          "Dq", "Op", "Ta"}


def lines_of(path):
    with open(path, encoding="utf-8") as page:
        return page.read().split("\n")


def split(line):
    """The words of a macro line, without their quotes."""
    try:
        return shlex.split(line[1:], posix=True)
    except ValueError:
        return line[1:].split()


def words_under(lines, macro):
    """Every word that is marked with `macro`, such as the keys under Ic."""
    found = set()
    for line in lines:
        if not line.startswith(".") or line.startswith('.\\"'):
            continue
        under = False
        for word in split(line):
            if word in MACROS:
                under = word == macro
            elif under and re.search(r"\w", word):
                found.update(re.findall(r"[\w$][\w$-]*", word))
    return found


def headings(lines):
    """The titles of sections and subsections as a reader sees them."""
    return {" ".join(w for w in split(line)[1:] if w not in MACROS)
            for line in lines if line.startswith((".Sh ", ".Ss "))}


def section(lines, title_start):
    """The lines under the section or subsection whose title begins so, up to the next one."""
    inside = []
    taking = False
    for line in lines:
        if line.startswith((".Sh ", ".Ss ")):
            taking = line[4:].startswith(title_start)
        elif taking:
            inside.append(line)
    return inside


def lint(path):
    """What mandoc has against the page."""
    try:
        ran = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", path], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ["mandoc is not there: apt-get install mandoc"]
    return (ran.stdout + ran.stderr).splitlines()


def finish(problems):
    """Says what is wrong and ends the test."""
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)
