"""Random small stores for the second reckoning; a seed makes always the same one."""
import datetime
import hashlib
import pathlib
import random

import reckon

LEVELS = ["district", "commune", "hamlet"]
ORGS = ["ccb", "mttq", "bdv"]
ZONE = "+07:00"
WORDS = ["an", "binh", "cau", "dong", "hoa", "lam", "ngo", "phu", "son", "tam"]


def flow_text(value):
    """A value as flow YAML; a str subclass of `Raw` stands as it is."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {flow_text(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    return f'"{value}"' if isinstance(value, str) and any(c in value for c in "%*,{}") else str(value).replace("True", "true")


def text_of(mapping):
    return "".join(f"{key}: {flow_text(value)}\n" for key, value in mapping.items())


class Maker:
    def __init__(self, seed, root):
        self.r, self.root = random.Random(seed), pathlib.Path(root)
        self.year, self.quarter = self.r.choice([2024, 2025, 2026]), self.r.randint(1, 4)
        first = datetime.date(self.year, self.quarter * 3 - 2, 1)
        self.from_, self.to = first - datetime.timedelta(days=20), first + datetime.timedelta(days=100)
        when = first + datetime.timedelta(days=self.r.randint(90, 190))
        self.now = datetime.datetime.fromisoformat(f"{when}T{self.r.randint(0, 23):02}:30{ZONE}")

    def chance(self, share):
        return self.r.random() < share

    def some_day(self):
        return self.from_ + datetime.timedelta(days=self.r.randint(0, (self.to - self.from_).days))

    def write(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())

    # Settings

    def settings(self):
        privacy = {"privacy": {"confidential_from": self.r.choice(LEVELS)}} if self.chance(0.8) else {}
        self.write("nammo.yaml", text_of({
            "nammo": 1, "name": "Hội", "timezone": "Asia/Ho_Chi_Minh", **privacy,
            "levels": [{"id": level, "label": level} for level in LEVELS],
            "organisations": [{"id": org, "label": org} for org in ORGS]}))
        for org in ORGS:
            self.write(f"officers/{org}-a.yaml", text_of({"name": "Nguyễn Văn A", "org": org}))
        for year in range(self.year - 2, self.year + 3):
            free = datetime.date(year, self.r.randint(1, 12), self.r.randint(1, 25))
            self.write(f"calendar/{year}.yaml", text_of(
                {"confirmed": True, "days_off": [{"from": free, "to": free + datetime.timedelta(days=self.r.randint(0, 6)), "name": "nghỉ"}]}))

    def steps(self, due, levels):
        steps = [{"level": level, "org": "ccb", "due": due(i)} for i, level in enumerate(levels)]
        if self.chance(0.5):
            steps += [{"level": level, "org": "mttq", "due": due(i)} for i, level in enumerate(levels[-2:])]
        if self.chance(0.5):
            steps.append({"level": "district", "org": "bdv", "gathers": self.r.sample(["ccb", "mttq"], self.r.randint(1, 2)), "due": due(3)})
        return steps

    def some_levels(self):
        return self.r.choice([LEVELS[::-1], LEVELS[::-1], ["hamlet", "commune"], ["hamlet", "district"], ["hamlet"], ["commune", "district"]])

    def scope(self):
        areas = self.r.choice([None, None, "pilot", ["t", "t/*", "t/**"], ["t/**"], [self.r.choice(list(self.areas)), "t/*"]])
        spans = {k: self.some_day() for k in ("since", "until") if self.chance(0.12)}
        return {**({"areas": areas} if areas else {}), **(spans if len(spans) < 2 or spans["since"] < spans["until"] else {}),
                "on_holiday": self.r.choice(["keep", "previous", "next"])}

    def month_window(self):
        return self.r.choice([{"calendar": True}, {"from_day": 15}, {"from_day": self.r.randint(2, 28)}])

    def regime(self):
        week_days = sorted(self.r.sample(range(7), 4))
        days, hours = sorted(self.r.sample(range(1, 29), 4)), ["08:00", "11:00", "14:00", "16:30"]
        window = self.month_window()
        types = {"weekly": {"label": "tuần", "period": "week", **self.scope(),
                            "window": {"closes": f"{self.r.choice(reckon.WEEKDAYS)} {self.r.choice(['00:00', '14:00'])}"},
                            "steps": self.steps(lambda i: f"{reckon.WEEKDAYS[week_days[i]]} {hours[i]}", self.some_levels())},
                 "monthly": {"label": "tháng", "period": "month", **self.scope(), "window": window,
                             "steps": self.steps(lambda i: f"day {days[i]} {hours[i]}", self.some_levels())}}
        for name, kind in (("quarterly", "quarter"), ("half-yearly", "half"), ("yearly", "year")):
            source = self.r.choice(["monthly", "weekly", "monthly", "weekly", None])
            levels = self.some_levels() if source is None or self.chance(0.3) else ["district"]
            types[name] = {"label": name, "period": kind, **self.scope(), "window": window if self.chance(0.8) else self.month_window(),
                           "steps": self.steps(lambda i: f"day {days[i]} {hours[i]}", levels)}
            if source:
                types[name]["figures_from"] = source
        begin, end = self.some_day(), self.to + datetime.timedelta(days=self.r.randint(0, 30))
        types["summary"] = {"label": "tổng kết", "period": "once", "window": {"from": begin, "to": end},
                            "steps": self.steps(lambda i: f"{end} {hours[i]}", self.some_levels())}
        source = self.r.choice(["monthly", "weekly", None])
        if source:
            types["summary"]["figures_from"] = source
        if self.chance(0.3) and "figures_from" not in types["monthly"]:
            types["monthly"]["figures_from"] = "weekly"
            for kind in types.values():
                kind["figures_from"] = "weekly" if kind.get("figures_from") == "monthly" else kind.get("figures_from")
        self.types = {name: {k: v for k, v in kind.items() if v is not None} for name, kind in types.items()}
        self.write("reporting.yaml", text_of(self.types))

    def codes(self):
        self.lists = {"petition-kinds": ["complaint", "denunciation", "feedback"], "sexes": ["men", "women"]}
        labelled = {"complaint": "Khiếu nại", "denunciation": {"label": "Tố cáo", "confidential": True}, "feedback": "Phản ánh"}
        self.write("catalog/codes.yaml", text_of({
            "fields": {"society": "Đời sống"}, "activity-kinds": {"patrol": "Tuần tra", "propaganda": "Tuyên truyền"},
            "petition-kinds": labelled, "sexes": {"men": "Nam", "women": "Nữ"}}))

    def indicator(self):
        made = {"label": "chỉ tiêu", "unit": self.r.choice(["đơn", "hội viên", "nghìn đồng"]), "kind": self.r.choice(["flow", "flow", "stock", "stock", "ytd"]),
                "areas": self.r.choice(["add", "add", "lowest", "reconcile"])}
        if self.chance(0.15):
            source = {"activities": self.r.choice(["patrol", "propaganda"])}
            return {**made, "from": {**source, **self.r.choice([{}, {"sum": "people"}, {"sum": "count"}, {"sum": "entries"}])}}
        if self.chance(0.4):
            made["by"] = self.r.choice(list(self.lists))
        if self.chance(0.4):
            made["when_nil"] = "zero"
        if self.chance(0.3):
            made["decimals"] = self.r.randint(1, 4)
        return made

    def catalogue(self):
        self.indicators = {}
        for index in range(self.r.randint(3, 5)):
            self.indicators[f"{self.r.choice('abcxyz')}-{index}"] = self.indicator()
        first, second = self.r.sample(list(self.indicators), 2)
        self.indicators["rate"] = {"label": "tỷ lệ", "unit": self.r.choice(["%", "lần"]), "kind": "ratio", "numerator": first, "denominator": second}
        for made in self.indicators.values():
            if self.chance(0.2):
                made["reports"] = [name for name in self.types if self.chance(0.75)]
        self.write("catalog/indicators.yaml", text_of(self.indicators))

    # Areas

    def make_areas(self):
        self.areas = {"t": "district"}
        for commune in self.r.sample(WORDS, self.r.randint(1, 3)):
            self.areas[f"t/{commune}"] = "commune"
            for hamlet in self.r.sample(WORDS, self.r.randint(0, 3)):
                self.areas[f"t/{commune}/{hamlet}"] = "hamlet"

    def area_files(self):
        for area, level in self.areas.items():
            facts = {"name": "Khu " + area.rpartition("/")[2], "level": level, "since": "2020-01-01"}
            if level != "district":
                if self.chance(0.15):
                    facts["since"] = self.some_day()
                elif self.chance(0.15):
                    facts["until"] = self.some_day()
            if self.chance(0.85):
                facts["pilot"] = {"since": self.some_day() if self.chance(0.2) else "2020-01-01"}
                if self.chance(0.1):
                    facts["pilot"] = {"since": "2020-01-01", "until": self.some_day()}
            self.write(f"areas/{area}/area.yaml", text_of(facts))

    # Reports

    def number(self, decimals):
        kind = self.r.random()
        if kind < 0.04:
            return self.r.choice(['"12"', "1e3", "07", "1.23456", "0x10", "12:30"])
        whole = 0 if kind < 0.15 else self.r.randint(0, 400) if kind < 0.95 else self.r.choice([-3, 99999999, 12345678])
        return f"{whole}.{self.r.randint(0, 10 ** decimals - 1):0{decimals}}" if decimals and self.chance(0.6) else str(whole)

    def figures(self):
        given = {}
        for name, made in self.indicators.items():
            if made["kind"] == "ratio" or self.chance(0.25) or ("from" in made and self.chance(0.9)):
                continue
            decimals = made.get("decimals", 0)
            if "by" in made:
                codes = [code for code in self.lists[made["by"]] if self.chance(0.7)]
                if codes:
                    given[name] = {code: self.number(decimals) for code in codes}
            else:
                given[name] = self.number(decimals)
        return given

    def activities(self):
        made = [{"kind": self.r.choice(["patrol", "propaganda"]), "title": "một việc",
                 **{key: self.r.randint(0, 60) for key in ("count", "people") if self.chance(0.6)}} for _ in range(self.r.randint(0, 3))]
        return {"activities": made} if made else {}

    def stamp(self, day, days):
        when = datetime.datetime.combine(day, datetime.time(8)) + datetime.timedelta(hours=self.r.randint(-30, 24 * days))
        return when.strftime("%Y-%m-%dT%H:%M") + ZONE

    def report(self, org, area, period, day):
        nil = self.chance(0.2)
        figures = self.figures() if not nil or self.chance(0.3) else {}
        made = {"report": period.type, "org": org, "area": area, "period": period.name, "officer": f"{org}-a"}
        if self.chance(0.93):
            made["submitted"] = self.stamp(day, 4)
            if self.chance(0.2):
                made["received"] = {"at": self.stamp(day, 6), "via": "zalo", "by": f"{org}-a"}
        made.update({"nil": True} if nil else {})
        made.update(self.activities())
        made.update({"figures": figures} if figures else {})
        if self.chance(0.02):
            made["area"] = "t/" + self.r.choice(WORDS) + "x"
        broken = self.r.choice(["<<<<<<< HEAD\n=======\n>>>>>>> x\n", "\tnil: true\n", "a: [1\n"]) if self.chance(0.03) else ""
        text = text_of(made) + broken
        path = f"areas/{area}/reports/{org}/{period.name}"
        self.write(path + ".yaml", text)
        if self.chance(0.35):
            self.review(path, org, day, text)

    def review(self, path, org, day, text):
        state = self.r.choice(["accepted", "returned", "returned"])
        reviewed = text if self.chance(0.6) else text + "# sửa\n"       # edited since, or not
        self.write(path + ".review.yaml", text_of({
            "state": state, "by": f"{org}-a", "at": self.stamp(day, 5), "content": "sha256:" + hashlib.sha256(reviewed.encode()).hexdigest(),
            **({"because": "thiếu số"} if state == "returned" else {})}))

    def reports(self):
        """Where something may stand; whether it is owed is for others to say."""
        store = reckon.Store(self.root)
        kept = {kind: self.r.choice([0.5, 0.8, 0.95]) for kind in self.types}
        for name, regime in store.regimes.items():
            for period in reckon.periods(name, regime, range(self.year - 1, self.year + 2)):
                if period.end <= self.from_ or period.start >= self.to or (name == "weekly" and self.chance(self.sparse)):
                    continue
                for step, day in zip(regime["steps"], period.dues):
                    for area, level in self.areas.items():
                        if level == step["level"] and self.chance(kept[name] if "figures_from" not in regime else 0.2):
                            self.report(step["org"], area, period, day)

    def make(self):
        self.sparse = self.r.choice([0.3, 0.6])
        self.settings()
        self.make_areas()
        self.regime()
        self.codes()
        self.catalogue()
        self.area_files()
        self.reports()
        return self

    def questions(self, count):
        """(area, period, organisation) to ask about: each kind of period in turn."""
        store = reckon.Store(self.root)
        asked = []
        while len(asked) < count:
            name = list(store.regimes)[len(asked) % len(store.regimes)] if self.chance(0.8) else self.r.choice(["quarterly", "yearly"])
            regime = store.regimes[name]
            near = [p for p in reckon.periods(name, regime, range(self.year - 1, self.year + 2)) if p.end > self.from_ and p.start < self.to]
            org = self.r.choice([step["org"] for step in regime["steps"]])
            area = "t" if self.chance(0.5) or org == "bdv" else self.r.choice(list(self.areas))
            asked.append((area, self.r.choice(near or [reckon.periods(name, regime)[-1]]).name, org))
        return asked
