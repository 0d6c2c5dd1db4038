#!/usr/bin/env python3
"""networkx reads both files of a network, and finds in them what the account says."""
import csv
import io
import json
import pathlib
import sys
import tempfile
import unittest

from arguments import parse
from consumers import need_packages
from export_runs import STORIES, Runs

need_packages("networkx")
import networkx  # noqa: E402

RUNS = None


def read(kind, data):
    reader = networkx.read_gexf if kind == "gexf" else networkx.read_graphml
    return reader(io.BytesIO(data))


class Networks(unittest.TestCase):
    def test_nodes_and_edges_are_the_accounts(self):
        for story in STORIES:
            account = RUNS.account(story)
            by_kind = {}
            for kind in ("gexf", "graphml"):
                graph = read(kind, RUNS.export(kind, story=story))
                self.assertTrue(graph.is_directed())
                nodes = [data["kind"] for _, data in graph.nodes(data=True)]
                self.assertEqual(nodes.count("article"), len(account["articles"]))
                self.assertEqual(nodes.count("point"), len(account["points"]))
                speakers = {f"speaker:{c['origin']}" for c in account["claims"] if c["sources"]}
                self.assertEqual({node for node, data in graph.nodes(data=True) if data["kind"] == "speaker"}, speakers)
                self.assertEqual([node for node in graph if graph.degree(node) == 0], [])
                edges = [(a, b, data["kind"]) for a, b, data in graph.edges(data=True)]
                told = {(f"article:{c['article']}", f"point:{c['point']}", "tells") for c in account["claims"]}
                self.assertEqual({e for e in edges if e[2] == "tells"}, told)
                copies = sorted((f"article:{c['to']}", f"article:{c['from']}", "copies") for c in account["copies"])
                self.assertEqual(sorted(e for e in edges if e[2] == "copies"), copies)
                by_kind[kind] = sorted(edges)
            self.assertEqual(by_kind["gexf"], by_kind["graphml"])

    def test_the_two_tables_are_the_same_network(self):
        with tempfile.TemporaryDirectory() as folder:
            RUNS.export("graph", output=f"{folder}/")
            nodes, edges = (list(csv.DictReader(io.StringIO((pathlib.Path(folder) / f"{name}.csv").read_bytes().decode(),
                                                            newline=""))) for name in ("nodes", "edges"))
        graph = read("graphml", RUNS.export("graphml"))
        self.assertEqual([n["id"] for n in nodes], list(graph.nodes))
        self.assertEqual(sorted((e["source"], e["target"]) for e in edges), sorted((a, b) for a, b in graph.edges()))

    def test_what_xml_cannot_hold(self):
        account = RUNS.account()
        account["story"]["title"] = "<&> \u0007"
        account["articles"][0]["title"] = "\"'<&>\u0001 \ufffe ]]> \n end"
        account["articles"][0]["id"], old = "<a & \"b\">", account["articles"][0]["id"]
        data = json.dumps(account).replace(json.dumps(old), json.dumps(account["articles"][0]["id"])).encode()
        for kind in ("gexf", "graphml"):
            graph = read(kind, RUNS.run("export", "--to", kind, "-", stdin=data).stdout)
            self.assertEqual(graph.nodes["article:<a & \"b\">"]["label"], "\"'<&>\ufffd \ufffd ]]> \n end")


def main():
    global RUNS
    RUNS = Runs(parse(__doc__))
    unittest.main(argv=["export_networks_test"])


if __name__ == "__main__":
    sys.exit(main())
