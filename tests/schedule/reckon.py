#!/usr/bin/env python3
"""Reckons dues and windows from 2024 to 2027 apart from nammo, for tests/schedule/dues.txt.

Its own little algorithm: the working days stand in one sorted list, and a day is moved by looking it up there.
    python3 reckon.py            prints the table
    python3 reckon.py FILE       fails when FILE is not that table
"""
import bisect
import sys
from datetime import date, timedelta

# Days off, each as (month, day) or ((month, day), (month, day)), and weekend days that are worked.
# 2027 is not announced yet; these days are what the rules of the Labour Code give.
OFF = {
    2024: [(1, 1), ((2, 8), (2, 14)), (4, 18), (4, 29), (4, 30), (5, 1), ((8, 31), (9, 3))],
    2025: [(1, 1), ((1, 25), (2, 2)), (4, 7), ((4, 30), (5, 4)), ((8, 30), (9, 2))],
    2026: [(1, 1), (1, 2), ((2, 14), (2, 22)), (4, 27), ((4, 30), (5, 3)), ((8, 29), (9, 2))],
    2027: [(1, 1), ((2, 4), (2, 10)), (4, 16), ((4, 30), (5, 3)), ((9, 2), (9, 3))],
}
WORKED = [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
DAY = timedelta(days=1)


def days_off():
    off = set()
    for year, entries in OFF.items():
        for entry in entries:
            first, last = entry if isinstance(entry[0], tuple) else (entry, entry)
            day = date(year, *first)
            while day <= date(year, *last):
                off.add(day)
                day += DAY
    return off


def working_days():
    off = days_off()
    days = [date(2023, 10, 1) + i * DAY for i in range(366 * 5)]
    return [d for d in days if (d.weekday() < 5 and d not in off) or d in WORKED]


WORKING = working_days()


def on_or_before(day):
    return WORKING[bisect.bisect_right(WORKING, day) - 1]


def on_or_after(day):
    return WORKING[bisect.bisect_left(WORKING, day)]


def limited(day, limit):
    """The next working day, unless it is more than `limit` days away."""
    after = on_or_after(day)
    return after if (after - day).days <= limit else on_or_before(day)


def within_three_days(day):
    return limited(day, 3)


def week_line(thursday, rule):
    moved = rule(thursday)
    start = rule(thursday - 7 * DAY)  # the close of the week before
    hamlet = on_or_before(moved - DAY)
    year, week, _ = thursday.isocalendar()
    return f"{year}-W{week:02} {start} {moved} {hamlet} {moved}"


def table():
    thursday = date(2024, 1, 4)
    while thursday.year <= 2027:
        yield "week-previous " + week_line(thursday, on_or_before)
        yield "week-next " + week_line(thursday, on_or_after)
        yield "week-limit " + week_line(thursday, within_three_days)
        thursday += 7 * DAY
    for month in range(48):
        day = date(2024 + month // 12, month % 12 + 1, 15)
        name = f"{day.year}-{day.month:02}"
        yield f"month-limit {name} {day} {within_three_days(day)}"
        yield f"month-next {name} {day} {on_or_after(day)}"
        yield f"month-previous {name} {day} {on_or_before(day)}"


def main():
    text = "".join(line + "\n" for line in sorted(table()))
    if len(sys.argv) == 1:
        sys.stdout.write(text)
        return 0
    with open(sys.argv[1], encoding="utf-8") as file:
        same = file.read() == text
    if not same:
        print(f"{sys.argv[1]} is not what reckon.py reckons", file=sys.stderr)
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
