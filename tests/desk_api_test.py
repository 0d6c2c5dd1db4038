#!/usr/bin/env python3
"""The OpenAPI document of hearsay serve is held against the server by schemathesis, which makes requests of what the document says,
and of what it does not say, and looks whether each is answered as documented. Where it is missing the test is skipped, and says so.
"""
import pathlib
import subprocess
import sys
import unittest

import consumers
import invented_stream
from arguments import parse
from desk_server import Server
from scratch import ScratchTest

consumers.need_packages("schemathesis")

ARGUMENTS = None
REQUESTS = 30  # of each operation, besides those of every border case


class Api(ScratchTest):
    def test_the_server_does_what_its_document_says(self):
        store, stream = self.path("desk.db"), self.path("stream.jsonl")
        invented_stream.write(stream, invented_stream.articles(10))
        subprocess.run([ARGUMENTS.program, "ingest", "--store", store, stream], check=True, capture_output=True)
        with Server(ARGUMENTS.program, store) as server:
            home = f"http://127.0.0.1:{server.port}"
            # A well-formed word may still name nothing (an "after" that is no story): whether it is refused then is not looked at.
            config = self.file("schemathesis.toml", "[checks.positive_data_acceptance]\nenabled = false\n")
            done = subprocess.run([sys.executable, "-m", "schemathesis.cli", "--config-file", config, "run", home + "/api/openapi.json", "--url", home, "--seed", "1",
                                   "--max-examples", str(REQUESTS), "--no-color"], capture_output=True, text=True, cwd=self.folder.name)
            self.assertEqual(done.returncode, 0, done.stdout[-20000:] + done.stderr[-2000:])
            self.assertEqual(server.ask("/api/health")[0], 200)


if __name__ == "__main__":
    ARGUMENTS = parse(__doc__)
    ARGUMENTS.source = pathlib.Path(ARGUMENTS.source).resolve()
    unittest.main(argv=sys.argv[:1])
