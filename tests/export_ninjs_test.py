#!/usr/bin/env python3
"""ninjs conforms to the schema of the IPTC, which is not shipped here: put ninjs-schema_3.1.json, from
https://iptc.org/std/ninjs/, into build/consumers."""
import json
import sys

from arguments import parse
from consumers import SKIPPED, VENV, need_packages
from export_runs import STORIES, Runs

need_packages("jsonschema")
import jsonschema  # noqa: E402


def main():
    schema = VENV / "ninjs-schema_3.1.json"
    if not schema.exists():
        print(f"skipped: the schema is not at {schema}")
        return SKIPPED
    # The schema of coordinates is fetched by its address, and there are none in what is written here.
    text = json.dumps(json.loads(schema.read_text())).replace('"$ref": "https://geojson.org/schema/GeoJSON.json#"', '"type": "object"')
    validator = jsonschema.Draft202012Validator(json.loads(text), format_checker=jsonschema.FormatChecker())
    runs = Runs(parse(__doc__))
    problems = [f"{story}: {error.json_path}: {error.message[:200]}" for story in STORIES
                for error in validator.iter_errors(json.loads(runs.export("ninjs", story=story)))]
    return "\n".join(problems[:20]) if problems else 0


if __name__ == "__main__":
    sys.exit(main())
