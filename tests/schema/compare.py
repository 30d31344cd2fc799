"""Compares nammo's validator with python3-jsonschema on mutations of valid files.

    compare.py <nammo_verdicts> <folder of schemas> <folder of valid files>

Each file of the folder "valid" is named <kind>[-<variant>].json. Together they
use every key of every schema. Every mutation is judged twice by nammo: as JSON,
and as YAML where each scalar has the same one reading (a number in the place of a
text would be text there). Fails on any disagreement and on fewer than 2,000.
"""

import collections
import copy
import datetime
import json
import pathlib
import random
import re
import subprocess
import sys

import jsonschema

WANTED = 2750
ENOUGH = 2000
SEED = 20241124

formats = jsonschema.FormatChecker(formats=())


@formats.checks("date")
def is_date(value):
    if not isinstance(value, str):
        return True
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        return datetime.date(*map(int, value.split("-"))).year >= 1900
    except ValueError:
        return False


@formats.checks("instant")
def is_instant(value):
    if not isinstance(value, str):
        return True
    parts = re.fullmatch(r"(.{10})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:Z|[+-]([0-9]{2}):([0-9]{2}))", value)
    if not parts or not is_date(parts[1]):
        return False
    limits = (23, 59, 59, 18, 59)
    return all(int(part or 0) <= limit for part, limit in zip(parts.groups()[1:], limits))


def places(value, path=()):
    """Every place of a document below its root, as a path."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in items:
        yield path + (key,)
        yield from places(child, path + (key,))


def at(document, path):
    for key in path:
        document = document[key]
    return document


def put(document, path, value):
    at(document, path[:-1])[path[-1]] = value


def rename(mapping, old, new):
    items = [(new if key == old else key, value) for key, value in mapping.items() if key != new]
    mapping.clear()
    mapping.update(items)


def misspelt(rng, word):
    i = rng.randrange(len(word)) if word else 0
    return rng.choice([
        word[:i] + word[i + 1:], word[:i] + word[i:i + 1] + word[i:], word + "x", word.upper(), word.capitalize(),
        word[:i] + "-" + word[i:], word[:i] + " " + word[i:], word[:i] + word[i + 1:i + 2] + word[i:i + 1] + word[i + 2:]])


def other_text(rng, word):
    return rng.choice([
        "", " ", "x", "x" * 41, "x" * 40, "a/b", "a/", "-a", "Hội viên", "2024-02-30", "2024-02-29", "2023-02-29", "0001-01-01",
        "2024-5-9", "2024-05-09T10:00", "2024-05-09T10:00+07:00", "2024-05-09T24:00+07:00", "2024-05-09T10:00:61Z",
        "2024-02-30T10:00+07:00", "2024-05-09T10:00:30Z", "2024-05-09T10:00+19:00", "2024-W53", "2024-W54", "2024-13", "2024-H3",
        "2024", "20:00", "24:00", "thursday 25:00", "day 0 08:00", "day 31 08:00", "day 32 08:00", "+0h", "-24h", "24h", "1d",
        "no", "true", "null", "12", "pilot", "**", "a/**", "a@previous", "a@next", "sha256:" + "0" * 64, "sha256:" + "g" * 64,
        misspelt(rng, word), misspelt(rng, word), misspelt(rng, word)])


def other_number(rng, number):
    return rng.choice([0, -1, 1, 2, 4, 5, 28, 29, 366, 367, 1000, 1001, 999999999, 1000000000, 999999999999, 1000000000000,
                       -999999999999, -1000000000000, 0.5, -1.25, number + 1, -number])


# Each mutation changes the document at a path. False: the YAML may have another reading.
def drop(rng, document, path):
    del at(document, path[:-1])[path[-1]]
    return True


def rename_key(rng, document, path):
    holder = at(document, path[:-1])
    if isinstance(holder, dict):
        rename(holder, path[-1], misspelt(rng, path[-1]))
    return True


def add_key(rng, document, path):
    holder = at(document, path[:-1])
    if isinstance(holder, dict):
        name = rng.choice(["ho-ten", "cccd", "note", "text", "label", "vi", "en", "name", "Địa chỉ", misspelt(rng, path[-1])])
        holder[name] = rng.choice(["x", {"vi": "x"}, {}, [], ["x"]])
    return True


def change_value(rng, document, path):
    value = at(document, path)
    if isinstance(value, bool):
        put(document, path, not value)
    elif isinstance(value, str):
        put(document, path, other_text(rng, value))
    elif isinstance(value, (int, float)):
        put(document, path, other_number(rng, value))
    elif isinstance(value, list):
        put(document, path, rng.choice([[], value + value[:1], value[:-1], value + ["x"], value + [{}], value + [[]]]))
    elif isinstance(value, dict):
        put(document, path, rng.choice([{}, {"vi": "x"}, {"vi": "x", "en": "y"}, {"label": "x"}, {"x": "y"}, {**value, "x": {}}]))
    return True


def change_type(rng, document, path):
    value = at(document, path)
    new = rng.choice(["x", "12", str(value), [], [value], {}, {"x": value}, {"vi": "x"}, None, True, False, 0, 7, 2.5, -3])
    put(document, path, new)
    return not isinstance(new, (bool, int, float))


def move(rng, document, path):
    other = rng.choice(list(places(document)))
    value = copy.deepcopy(at(document, other))
    put(document, path, value)
    return not any(isinstance(v, (bool, int, float)) for v in [value] + [at(value, p) for p in places(value)])


def change_root(rng, document, path):
    document.clear()
    return True


MUTATIONS = [drop, drop, rename_key, rename_key, add_key, change_value, change_value, change_value, change_value, change_type,
             change_type, move]


def mutate(rng, document):
    document = copy.deepcopy(document)
    same_reading = True
    for _ in range(rng.choice([1, 1, 1, 1, 2, 3])):
        found = list(places(document))
        if not found:
            break
        mutation = change_root if rng.random() < 0.005 else rng.choice(MUTATIONS)
        same_reading = mutation(rng, document, rng.choice(found)) and same_reading
    return document, same_reading


def mutations(samples):
    """WANTED different documents, as many of each kind: (kind, text, same_reading)."""
    rng = random.Random(SEED)
    kinds = sorted(samples)
    seen = set()
    for kind in kinds:
        made = 0
        while made < WANTED // len(kinds):
            document, same_reading = mutate(rng, rng.choice(samples[kind]))
            text = json.dumps(document, ensure_ascii=False)
            if (kind, text) not in seen:
                seen.add((kind, text))
                made += 1
                yield kind, text, same_reading


def keys_used(schema, root, value, pointer, used):
    """Collects the pointers of the properties that `value` uses."""
    if "$ref" in schema:
        pointer = schema["$ref"]
        schema = at(root, pointer.split("/")[1:])
    for branch in schema.get("anyOf", []):
        keys_used(branch, root, value, pointer, used)
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        for item in value:
            keys_used(schema["items"], root, item, pointer + "/items", used)
    if isinstance(value, dict):
        for key, child in value.items():
            place = pointer + "/properties/" + key
            if key in schema.get("properties", {}):
                used.add(place)
                keys_used(schema["properties"][key], root, child, place, used)
            elif isinstance(schema.get("additionalProperties"), dict):
                keys_used(schema["additionalProperties"], root, child, pointer + "/additionalProperties", used)


def keys_declared(schema, pointer):
    for key, child in schema.items():
        if key == "properties":
            for name, inner in child.items():
                yield pointer + "/properties/" + name
                yield from keys_declared(inner, pointer + "/properties/" + name)
        elif key == "definitions":
            for name, inner in child.items():
                yield from keys_declared(inner, "#/definitions/" + name)
        elif key in ("items", "additionalProperties") and isinstance(child, dict):
            yield from keys_declared(child, pointer + "/" + key)


def unused_keys(kind, schema, documents):
    used = set()
    for document in documents:
        keys_used(schema, schema, document, "#", used)
    return [f"{kind}: no valid file uses {place}" for place in keys_declared(schema, "#") if place not in used]


def judge(driver, lines):
    text = "".join(f"{kind}\t{document}\n" for kind, document in lines)
    done = subprocess.run([driver], input=text, capture_output=True, encoding="utf-8", check=True)
    return [tuple(line.split("\t")) for line in done.stdout.splitlines()]


def main():
    driver, schema_folder, sample_folder = sys.argv[1:]
    samples = collections.defaultdict(list)
    for file in sorted(pathlib.Path(sample_folder).glob("*.json")):
        samples[file.stem.split("-")[0]].append(json.loads(file.read_text(encoding="utf-8")))
    problems = []
    validators = {}
    for file in sorted(pathlib.Path(schema_folder).glob("*.schema.json")):
        kind = file.name.split(".")[0]
        schema = json.loads(file.read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        validators[kind] = jsonschema.Draft7Validator(schema, format_checker=formats)
        problems += unused_keys(kind, schema, samples[kind])

    cases = [(kind, json.dumps(document, ensure_ascii=False), True) for kind in samples for document in samples[kind]]
    originals = len(cases)
    cases += mutations(samples)
    verdicts = judge(driver, [case[:2] for case in cases])
    counts = collections.Counter()
    for (kind, text, same_reading), (as_json, as_yaml) in zip(cases, verdicts, strict=True):
        wanted = "valid" if validators[kind].is_valid(json.loads(text)) else "invalid"
        counts[wanted] += 1
        counts["as YAML"] += same_reading
        if as_json != wanted or (same_reading and as_yaml != wanted):
            problems.append(f"{kind}: jsonschema says {wanted}, nammo {as_json}, as YAML {as_yaml}: {text}")
    for (kind, text, _), verdict in zip(cases[:originals], verdicts):
        if verdict != ("valid", "valid"):
            problems.append(f"{kind}: a file of the folder \"valid\" is not: {text}")
    made = len(cases) - originals
    print(f"{made} mutations of {originals} files of {len(samples)} kinds: {counts['valid']} valid, "
          f"{counts['invalid']} invalid, {counts['as YAML']} of them read as YAML too; {len(problems)} problems")
    if made < ENOUGH or counts["valid"] < made // 10 or counts["invalid"] < made // 4:
        problems.append("too few mutations, or too many of one verdict")
    print("\n".join(problems[:50]))
    return 1 if problems else 0


sys.exit(main())
