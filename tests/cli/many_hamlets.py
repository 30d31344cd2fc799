"""More khu phố for a copy of the example store, each with what the first one reported."""
WARD = "areas/thuan-thanh/ho"
FIRST = "khu-pho-1"
AREA = ("name: Khu {0}\nlevel: hamlet\nsince: 2023-04-10\npilot: {{since: 2024-05-06}}\n"
        "officers: [{{officer: nguyen-dang-quyet, org: ccb, role: lead, since: 2024-05-01}}]\n")


def report_path(name, period):
    return f"{WARD}/{name}/reports/ccb/{period}.yaml"


def add_hamlet(root, name, periods, change=lambda text: text):
    """`change` is made to the text of each of its reports."""
    (root / WARD / name / "reports/ccb").mkdir(parents=True)
    (root / WARD / name / "area.yaml").write_text(AREA.format(name), encoding="utf-8")
    for period in periods:
        text = change((root / report_path(FIRST, period)).read_text(encoding="utf-8"))
        (root / report_path(name, period)).write_text(text.replace(f"thuan-thanh/ho/{FIRST}", f"thuan-thanh/ho/{name}"), encoding="utf-8")
