"""cmark-gfm's opinion on escaping: whatever is put into a document shows as it is and means nothing.

usage: second_opinion.py ESCAPE_LINES
"""
import html
import random
import re
import subprocess
import sys

PIECES = list("*_`[]()<>!#&;|\\~$:.-+=/\"'{}^ ") + [
    "a", "b", "é", "đ", "1", "2", "0", "Điện", "…", "“", "www.", "www.x.vn", "http://", "https://x.vn", "ftp://",
    "mailto:", "xmpp:", "&lt;", "&#60;", "<b>", "</b>", "<br>", "<!--", "-->", "[x](y)", "![", "](", "[^1]", "**",
    "__", "~~", "```", "---", "1. ", "# ", "> ", "- "]
EXTENSIONS = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]


def some_texts(count):
    chosen = random.Random(20240509)
    while count > 0:
        text = "".join(chosen.choice(PIECES) for _ in range(chosen.randint(1, 9)))
        text = re.sub(" +", " ", text).strip()
        if text:
            yield text
            count -= 1


def document(number, inside, first):
    """The places where a template puts a text."""
    return (f"MARK{number}\n\n- {first}\n\npara {inside}\n\n{first}\n\n"
            f"| h | {inside} |\n|---|---|\n| {inside} | *({inside})*<br>- {inside} |\n\n"
            f"- *{inside} (x):* {inside} *({inside})*./.\n- **{inside}:** y\n")


def expected(text):
    x = html.escape(text, quote=False).replace('"', "&quot;")
    return (f"<ul>\n<li>{x}</li>\n</ul>\n<p>para {x}</p>\n<p>{x}</p>\n"
            f"<table>\n<thead>\n<tr>\n<th>h</th>\n<th>{x}</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>{x}</td>\n"
            f"<td><em>({x})</em><br>- {x}</td>\n</tr>\n</tbody>\n</table>\n"
            f"<ul>\n<li><em>{x} (x):</em> {x} <em>({x})</em>./.</li>\n<li><strong>{x}:</strong> y</li>\n</ul>\n")


def run(command, text):
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def main(escape_lines):
    texts = list(some_texts(4000))
    escaped = run([escape_lines], "\n".join(texts) + "\n").split("\n")
    pages = [document(i, escaped[2 * i], escaped[2 * i + 1]) for i in range(len(texts))]
    command = ["cmark-gfm", "--unsafe"] + [word for name in EXTENSIONS for word in ("-e", name)]
    shown = re.split(r"<p>MARK\d+</p>\n", run(command, "\n".join(pages)))[1:]
    wrong = [i for i, text in enumerate(texts) if i >= len(shown) or shown[i] != expected(text)]
    for i in wrong[:5]:
        print(f"{texts[i]!r} was written {escaped[2 * i]!r} and shows as\n{shown[i] if i < len(shown) else ''}")
    if wrong or len(shown) != len(texts):
        sys.exit(f"{len(wrong)} of {len(texts)} texts do not show as they are")


if __name__ == "__main__":
    main(sys.argv[1])
