"""The figures of a report, reckoned a second time: sections 5 and 6 of the design, read literally, and nothing of nammo.

Brute force over the raw files: every file of the store is read, every period of the types is tried, every cell is
summed anew. Written without a look at src/tally.
"""
import datetime
import hashlib
import pathlib
import re
from decimal import ROUND_HALF_UP, Decimal

import yaml

DAY = datetime.timedelta(days=1)
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Quoted(str):
    """A scalar in quotes: only text."""


class Loader(yaml.CBaseLoader):
    """All scalars stay text; those in quotes say so."""

    def construct_scalar(self, node):
        text = super().construct_scalar(node)
        return Quoted(text) if node.style in ("'", '"') else text


def read(path):
    return yaml.load(path.read_bytes(), Loader)


def day(text):
    return datetime.date.fromisoformat(text)


# Periods: a kind's names with their windows, as days; an hour of closing never decides where a figure goes.

def month_start(year, month, window):
    """The first day of a month's window."""
    year, month = (year, month) if "calendar" in window else (year, month - 1)
    return datetime.date(year + (month - 1) // 12, (month - 1) % 12 + 1, int(window.get("from_day", "1")))


LENGTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def name_of(kind, year, index):
    return {"month": f"{year}-{index + 1:02}", "quarter": f"{year}-Q{index + 1}",
            "half": f"{year}-H{index + 1}", "year": str(year)}[kind]


class Period:
    """A name, the window [start, end) and the days on which each step is due by the letter of the regime."""

    def __init__(self, type_name, regime, name, start, end, due):
        self.type, self.name, self.start, self.end = type_name, name, start, end
        self.dues = [due(step["due"]) for step in regime["steps"]]


def weeks(type_name, regime, years):
    closes = WEEKDAYS.index(regime["window"]["closes"].split()[0]) + 1
    for year in years:
        for week in range(1, datetime.date(year, 12, 28).isocalendar()[1] + 1):
            end = datetime.date.fromisocalendar(year, week, closes)
            yield Period(type_name, regime, f"{year}-W{week:02}", end - 7 * DAY, end,
                         lambda due, y=year, w=week: datetime.date.fromisocalendar(y, w, WEEKDAYS.index(due.split()[0]) + 1))


def months(type_name, regime, years):
    window, length = regime["window"], LENGTHS[regime["period"]]
    for year in years:
        for index in range(12 // length):
            start = month_start(year, index * length + 1, window)
            end = month_start(year, index * length + 1 + length, window)
            last = end if "calendar" in window else datetime.date(year, (index + 1) * length, 1)
            yield Period(type_name, regime, name_of(regime["period"], year, index), start, end,
                         lambda due, m=last: m.replace(day=int(due.split()[1])))


def periods(type_name, regime, years=range(2022, 2028)):
    if regime["period"] == "week":
        return list(weeks(type_name, regime, years))
    if regime["period"] == "once":
        window = regime["window"]
        return [Period(type_name, regime, type_name, day(window["from"]), day(window["to"]) + DAY, lambda due: day(due.split()[0]))]
    return list(months(type_name, regime, years))


def belongs(part, whole, part_regime):
    """A week to the window in which its nominal due falls; all else to the window in which its own ends."""
    if part_regime["period"] == "week":
        return whole.start <= part.dues[-1] < whole.end
    return whole.start < part.end <= whole.end


# Areas and who owes what.

def covers(pattern, area):
    parts = {"*": "[^/]+", "**": ".+"}
    return re.fullmatch("/".join(parts.get(p, re.escape(p)) for p in pattern.split("/")), area) is not None


def within(area, top):
    return area == top or area.startswith(top + "/")


def holds(span, when):
    return span.get("since", "0000") <= when.isoformat() <= span.get("until", "9999")


class Store:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.settings = read(self.root / "nammo.yaml")
        self.regimes = read(self.root / "reporting.yaml")
        self.codes = read(self.root / "catalog/codes.yaml")
        self.indicators = read(self.root / "catalog/indicators.yaml")
        base = self.root / "areas"
        self.areas = {str(p.parent.relative_to(base)): read(p) for p in base.rglob("area.yaml")}
        self.levels = [level["id"] for level in self.settings["levels"]]
        self.files = {}

    def in_scope(self, regime, area, when):
        scope = regime.get("areas")
        if scope is None:
            return True
        if scope == "pilot":
            pilot = self.areas[area].get("pilot")
            return pilot is not None and holds(pilot, when)
        return any(covers(pattern, area) for pattern in scope)

    def owing(self, period, org):
        """The areas with an obligation of this organisation for this period."""
        regime = self.regimes[period.type]
        found = set()
        for step, when in zip(regime["steps"], period.dues):
            for area, facts in self.areas.items():
                if (step["org"] == org and facts["level"] == step["level"] and holds(facts, when) and holds(regime, when)
                        and self.in_scope(regime, area, when)):
                    found.add(area)
        return found

    def report(self, org, area, period, now):
        """The report as it counts in figures at `now`, or None."""
        key = (org, area, period.name, now)
        if key not in self.files:
            path = self.root / "areas" / area / "reports" / org / f"{period.name}.yaml"
            self.files[key] = counted(path, org, area, period, now) if path.exists() else None
        return self.files[key]


def instant(text):
    return datetime.datetime.fromisoformat(text)


def readable(data, path, org, area, period):
    if b"\n<<<<<<< " in data or b"\n=======\n" in data:
        return None
    try:
        report = yaml.load(data, Loader)
    except yaml.YAMLError:
        return None
    same = (report.get("report"), report.get("org"), report.get("area"), report.get("period")) == (period.type, org, area, period.name)
    return report if same else None


def counted(path, org, area, period, now):
    data = path.read_bytes()
    report = readable(data, path, org, area, period)
    if report is None or "submitted" not in report:
        return None
    submitted = instant(report["submitted"])
    counts = instant(report["received"]["at"]) if "received" in report else submitted
    if counts > now:
        return None
    review = path.with_name(f"{period.name}.review.yaml")
    return None if review.exists() and sent_back(read(review), data, submitted, counts, now) else report


def sent_back(review, data, submitted, counts, now):
    """Returned, and not yet submitted again."""
    at = instant(review["at"])
    if at > now or review["state"] != "returned":
        return False
    if review["content"] == "sha256:" + hashlib.sha256(data).hexdigest():
        return True
    again = counts if counts > at else submitted
    return not at < again <= now


# What one report gives.

def number(text, decimals):
    """A plain decimal number, or None: what is not one is a finding, and missing."""
    places = rf"(\.[0-9]{{1,{decimals}}})?" if decimals else ""
    ok = isinstance(text, str) and not isinstance(text, Quoted) and re.fullmatch(rf"-?(0|[1-9][0-9]*){places}", text)
    return Decimal(text) if ok else None


def of_activities(report, source):
    entries = [a for a in report.get("activities", []) if a["kind"] == source["activities"]]
    by = source.get("sum", "entries")
    if by == "entries":
        return Decimal(len(entries))
    return sum((Decimal(a.get(by, "1" if by == "count" else "0")) for a in entries), Decimal(0))


def given(report, type_name, name, indicator, codes):
    """What a report gives for an indicator, for each of `codes` (or for "" where it has none)."""
    if report is None or type_name not in indicator.get("reports", [type_name]):
        return {}
    if "from" in indicator:
        return {"": of_activities(report, indicator["from"])}
    figures = report.get("figures", {})
    if name not in figures:
        zero = report.get("nil") == "true" and indicator.get("when_nil") == "zero"
        return {code: Decimal(0) for code in codes} if zero else {}
    raw = figures[name]
    raw = raw if isinstance(raw, dict) else {"": raw}
    values = {code: number(raw.get(code), int(indicator.get("decimals", "0"))) for code in codes}
    return {code: value for code, value in values.items() if value is not None}


# Totals.

class Cell:
    def __init__(self, value, reported, expected, as_of=""):
        self.value, self.reported, self.expected, self.as_of = value, reported, expected, as_of


class Range:
    """All that one organisation owes below one asked area in the periods that a report rests on."""

    def __init__(self, store, asked, org, source, parts, now):
        self.store, self.org, self.source, self.now = store, org, source, now
        owing = {part: store.owing(part, org) for part in parts}
        self.pairs = {(part, area) for part, areas in owing.items() for area in areas if within(area, asked)}
        self.lowest = {(part, area) for part, area in self.pairs
                       if not any(other != area and within(other, area) for other in owing[part])}
        self.last = max((part for part, _ in self.pairs), key=lambda p: p.end, default=None)

    def codes(self, indicator):
        return list(self.store.codes[indicator["by"]]) if "by" in indicator else [""]

    def shown(self, indicator, row):
        """The codes that a row of this area may show and count."""
        settings, levels = self.store.settings, self.store.levels
        border = settings.get("privacy", {}).get("confidential_from")
        below = border is not None and levels.index(self.store.areas[row]["level"]) > levels.index(border)
        listed = self.store.codes.get(indicator.get("by"), {})
        return [c for c in self.codes(indicator)
                if not (below and isinstance(listed.get(c), dict) and listed[c].get("confidential") == "true")]

    def values(self, name, pair, codes):
        part, area = pair
        indicator = self.store.indicators[name]
        report = self.store.report(self.org, area, part, self.now)
        values = given(report, part.type, name, indicator, self.codes(indicator))
        return {code: value for code, value in values.items() if code in codes}

    def cell(self, row, name, codes):
        """The cell of `row` for the codes together."""
        indicator = self.store.indicators[name]
        if indicator["kind"] == "ratio":
            return self.ratio(row, indicator)
        if not self.asked_for(indicator):
            return Cell(None, 0, 0)
        pairs = self.pairs if indicator["areas"] == "add" else self.lowest
        pairs = sorted((p for p in pairs if within(p[1], row)), key=lambda p: p[0].end)
        return self.flow(pairs, name, codes) if indicator["kind"] == "flow" else self.stock(pairs, name, codes)

    def asked_for(self, indicator):
        """Whether the reports that figures come from have it at all; nobody is expected to give what they leave out."""
        return self.source in indicator.get("reports", [self.source])

    def flow(self, pairs, name, codes):
        gave = [v for v in (self.values(name, pair, codes) for pair in pairs) if v]
        return Cell(sum(sum(v.values()) for v in gave) if gave else None, len(gave), len(pairs))

    def stock(self, pairs, name, codes):
        areas = {area for part, area in pairs if part is self.last}
        last = {}
        for part, area in pairs:
            for code, value in self.values(name, (part, area), codes).items():
                if area in areas:
                    last[area, code] = (part, value)
        oldest = min((part for part, _ in last.values()), key=lambda p: p.end, default=self.last)
        return Cell(sum(v for _, v in last.values()) if last else None, len({area for area, _ in last}), len(areas),
                    "" if oldest is self.last else oldest.name)

    def ratio(self, row, indicator):
        parts = [self.store.indicators[indicator[key]] for key in ("numerator", "denominator")]
        above, below = [self.cell(row, indicator[key], self.shown(part, row))
                        for key, part in zip(("numerator", "denominator"), parts)]
        value = None
        if above.value is not None and below.value:
            value = above.value / below.value * (100 if indicator["unit"] == "%" else 1)
            value = value.quantize(Decimal("0.000001"), ROUND_HALF_UP)
        return Cell(value, above.reported, above.expected, min((c.as_of for c in (above, below) if c.as_of), default=""))


def plain(value):
    if value is None:
        return ""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def type_of(store, period_name):
    for name, regime in store.regimes.items():
        for period in periods(name, regime):
            if period.name == period_name:
                return name, period
    raise KeyError(period_name)


def rows(store, asked, period_name, org, now):
    """The rows of `nammo report ASKED PERIOD --org ORG --format csv`, without its header."""
    type_name, whole = type_of(store, period_name)
    regime = store.regimes[type_name]
    source = regime.get("figures_from", type_name)
    parts = [whole] if source == type_name else [
        p for p in periods(source, store.regimes[source]) if belongs(p, whole, store.regimes[source])]
    table = []
    for each in [org] + gathered(store, asked, whole, org):
        reach = Range(store, asked, each, source, parts, now)
        if each != org or reach.pairs or any(within(area, asked) for area in store.owing(whole, each)):
            table += rows_of(store, asked, reach, type_name, period_name)
    return sorted(table, key=lambda row: [row[i].encode() for i in (3, 6, 7)])


def gathered(store, asked, whole, org):
    """Whom the reports of this organisation gather that are owed below the asked area."""
    if not any(within(area, asked) for area in store.owing(whole, org)):
        return []
    return [o for step in store.regimes[whole.type]["steps"] if step["org"] == org for o in step.get("gathers", [])]


def rows_of(store, asked, reach, type_name, period_name):
    children = [a for a in store.areas if a.rpartition("/")[0] == asked
                and any(within(area, a) for _, area in reach.pairs)]
    table = []
    for row in [asked] + children:
        for name, indicator in store.indicators.items():
            if type_name not in indicator.get("reports", [type_name]):
                continue
            shown = reach.shown(indicator, row)
            for code in [""] + [c for c in shown if c]:
                cell = reach.cell(row, name, [code] if code else shown)
                area = store.areas[row]
                table.append([type_name, period_name, reach.org, row, area["name"], area["level"], name, code, indicator["unit"],
                              indicator["kind"], plain(cell.value), str(cell.reported), str(cell.expected), cell.as_of])
    return table
