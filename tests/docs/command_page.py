"""man/nammo.1 against what the program says of itself: the same commands, options and arguments.

usage: command_page.py SOURCE_DIR NAMMO
"""
import os
import re
import subprocess
import sys

import mdoc


def help_of(nammo, topics):
    """The lines of a help text under each of its headings."""
    run = subprocess.run([nammo, "--lang", "en", "help", *topics], capture_output=True, text=True, check=True)
    parts, heading = {}, None
    for line in run.stdout.splitlines():
        if re.fullmatch(r"[A-Z][\w ]+:", line):
            heading = line.rstrip(":")
        elif line.startswith("  ") and heading:
            parts.setdefault(heading, []).append(line.strip())
    return parts


def options_in(line):
    """-o and --output of "-o, --output FILE   write to this file"."""
    names = re.match(r"--?[A-Za-z][\w-]*(?:, --?[A-Za-z][\w-]*)*", line)
    return set(names.group().split(", ")) if names else set()


def page_options(lines):
    """The options with an entry: `.It Fl o , Fl -output Ar FILE`."""
    found = set()
    for line in lines:
        if line.startswith(".It Fl"):
            found |= {"-" + name for name in re.findall(r"Fl (-?[\w-]+)", line)}
    return found


def commands_of(nammo, topics=()):
    """Every command with its options and arguments, those that only lead to others included."""
    parts = help_of(nammo, topics)
    heading = "Options" if topics else "Options of every command"
    options = set()
    for entry in parts.get(heading, []):
        options |= options_in(entry)
    found = {topics: (options, [line.split()[0] for line in parts.get("Arguments", [])])}
    for line in parts.get("Commands", []):
        found.update(commands_of(nammo, (*topics, line.split()[0])))
    return found


def main(source, nammo):
    path = os.path.join(source, "man", "nammo.1")
    lines = mdoc.lines_of(path)
    problems = mdoc.lint(path)
    commands = commands_of(nammo)
    if len(commands) < 2:
        problems.append("the help names no command")

    said = {}
    for topics, (options, arguments) in commands.items():
        title = topics[0] if topics else "TÙY CHỌN CHUNG"
        said.setdefault(title, [set(), set()])
        said[title][0] |= options
        said[title][1] |= {*topics[1:], *arguments}
    for title, (options, words) in said.items():
        heading = next((h for h in mdoc.headings(lines) if h.split()[0] == title or h == title), "")
        if not heading:
            problems.append(f"nammo.1 has no section on {title}")
            continue
        written = page_options(mdoc.section(lines, title))
        problems += [f"nammo.1: {title}: {option} is not described" for option in sorted(options - written)]
        problems += [f"nammo.1: {title}: the program has no {option}" for option in sorted(written - options)]
        unnamed = sorted(words - set(heading.split()))
        problems += [f"nammo.1: {title}: {word} is not in the heading" for word in unnamed]
    documented = [h.split()[0] for h in mdoc.headings(lines) if re.match(r"[a-z]", h)]
    problems += [f"nammo.1: the program has no command {name}" for name in documented if name not in said]
    mdoc.finish(problems)


if __name__ == "__main__":
    main(*sys.argv[1:3])
