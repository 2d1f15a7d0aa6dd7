"""Measure `remit serve` beside `oxigraph serve-read-only` and `rdflib-endpoint`, in one run; writes RESULTS-serve.md.

    python benchmarks/serve.py [--seconds 8] [--rounds 3] [--as-of DATE]

All hold the same snapshot as their default graph, and are asked the same shipped questions by the same cheap clients,
which run on the same machine. Light questions are asked about one organisation; the heavy ones are those over the
whole landscape that take longest. Answers are compared before anything is timed, and every server has answered each
light question once by then. Each server is asked in turn, in several rounds, and the median of the rounds is shown.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from pathlib import Path

import httpx
from pyoxigraph import Quad, RdfFormat, Store, serialize

from asking import ask_for, processor_time
from remit.ask import fill
from remit.catalogue import find
from remit.engine import OxigraphEngine
from remit.engine.endpoint import EndpointEngine
from remit.infer import infer
from remit.load import load

HERE = Path(__file__).parent
LIGHT = ("organisation", "names", "places", "identifiers", "resources", "assessments-about")
HEAVY = ("profile/sources", "coverage/cell-evidence", "profile/roles")
NAMES = ("remit", "remit, nothing kept", "oxigraph", "rdflib-endpoint")
RDFLIB = """
import sys
import uvicorn
from rdflib import Dataset, Graph
from rdflib_endpoint import SparqlEndpoint
graph = Dataset(default_union=True)
graph.parse(sys.argv[1], format="nt")
uvicorn.run(SparqlEndpoint(graph=graph, cors_enabled=False), host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
"""


def port() -> int:
    """A port that is free."""
    import socket

    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])


@contextmanager
def server(name: str, command: list[str], address: str) -> Iterator[int]:
    """A server that answers at an address; its process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                if httpx.get(address, params={"query": "ASK {}"}, timeout=5).status_code == 200:
                    break
            except httpx.HTTPError:
                pass
            assert process.poll() is None, f"{name} has ended"
            time.sleep(0.2)
        yield process.pid
    finally:
        process.terminate()
        process.wait(30)


def questions(engine: OxigraphEngine) -> dict[str, list[str]]:
    """Light questions as text, by the file that each comes from."""
    bodies = [
        row[0]
        for row in engine.select(
            "SELECT ?o { ?o a <https://w3id.org/remit/ontology#Organisation> } ORDER BY ?o"
        ).texts()
    ]
    asked = bodies[:: max(1, len(bodies) // 30)]
    return {name: [fill(engine, find(f"profile/{name}"), {"organisation": body}) for body in asked] for name in LIGHT}


def measured(
    clients: ProcessPoolExecutor, process: int, asked: list[tuple[str, list[str], int]], seconds: float
) -> dict[str, float]:
    """Have several clients ask at once, and look at the first sort of them.

    Args:
        clients: the processes that ask.
        process: the server's number.
        asked: sorts of clients: the address, the texts, how many clients.
        seconds: how long they ask.

    Returns:
        ``rate`` (answers a second), ``median`` and ``p99`` (seconds), ``refused``; ``cpu``, the server's processor time
        for one answer, which means something only where there is one sort.
    """
    begin, before = time.monotonic() + 0.3, processor_time(process)
    sorts = [
        [clients.submit(ask_for, address, texts, number * 23, begin, seconds) for number in range(many)]
        for address, texts, many in asked
    ]
    told = [[one.result() for one in sort] for sort in sorts]
    used = processor_time(process) - before
    times = sorted(spent for one, _ in told[0] for spent in one)
    return {
        "rate": sum(len(one) / sum(one) for one, _ in told[0]),
        "median": statistics.median(times),
        "p99": times[min(len(times) - 1, int(len(times) * 0.99))],
        "refused": sum(refused for _, refused in told[0]),
        "cpu": used / len(times),
    }


def ms(value: float) -> str:
    """A time as people read it."""
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.1f} s"


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """A table in Markdown, all but its first column figures."""
    return [f"| {' | '.join(row)} |" for row in (head, ["---", *["---:"] * (len(head) - 1)], *rows)] + [""]


def middle(rounds: list[dict[str, float]], what: str) -> float:
    """The median of the rounds."""
    return statistics.median(one[what] for one in rounds)


def section(rounds: dict[str, list[dict[str, float]]], alone: bool) -> list[str]:
    """The table of one way to ask: each server's figures, and how the answers a second compare."""
    rows = []
    for name, told in rounds.items():
        cells = [name, f"{middle(told, 'rate'):,.1f}", ms(middle(told, "median")), ms(middle(told, "p99"))]
        cells += [f"{middle(told, 'cpu') * 1000:.2f} ms"] if alone else []
        for mine in NAMES[:2]:
            cells.append("" if name in NAMES[:2] else f"{middle(rounds[mine], 'rate') / middle(told, 'rate'):.2f} ×")
        rows.append([*cells, f"{sum(one['refused'] for one in told):g}"])
    head = ["server", "answers a second", "median", "99 of 100 within", *(["processor time for one"] if alone else [])]
    return table([*head, "Remit is", "Remit, nothing kept, is", "refused"], rows)


def verdict(results: dict[str, dict[str, list[dict[str, float]]]]) -> list[str]:
    """What was expected, and whether it was reached."""
    lines = ["## What was expected", ""]
    for way, many in (("1", "1 client"), ("8", "8 clients")):
        for beside, wanted in (("oxigraph", 0.7), ("rdflib-endpoint", 20)):
            theirs = middle(results[way][beside], "rate")
            found = {name: middle(results[way][name], "rate") / theirs for name in NAMES[:2]}
            told = ", ".join(
                f"{name} {ratio:.2f} × ({'reached' if ratio >= wanted else 'not reached'})"
                for name, ratio in found.items()
            )
            lines.append(f"- {many}, at least {wanted:g} × {beside}: {told}")
    return lines


def main() -> None:
    """Start all, ask all, write the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--as-of", default="2026-11-24")
    options = parser.parse_args()
    snapshot = infer(load(), options.as_of)
    assert isinstance(snapshot.engine, OxigraphEngine)
    triples = list(snapshot.engine.triples())
    light, heavy = questions(snapshot.engine), [find(name).text for name in HEAVY]
    mixed = [text for texts in zip(*light.values(), strict=True) for text in texts]
    filled = sum(bool(snapshot.engine.select(text).rows) for text in mixed)
    with tempfile.TemporaryDirectory() as work, ExitStack() as stack:
        folder = Path(work)
        (folder / "snapshot.nt").write_bytes(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
        store = Store(str(folder / "store"))
        store.bulk_extend(Quad(*triple) for triple in triples)
        store.flush()
        store.optimize()
        del store
        ports = {name: port() for name in NAMES}
        base = {name: f"http://127.0.0.1:{number}" for name, number in ports.items()}
        ours = [sys.executable, "-c", "from remit.cli import main; main()", "serve"]
        ours += ["--as-of", options.as_of, "--site", work, "--port"]
        oxigraph = [str(Path(sysconfig.get_path("scripts")) / "oxigraph"), "serve-read-only", "-l"]
        rdflib = [sys.executable, "-c", RDFLIB, str(folder / "snapshot.nt"), str(ports["rdflib-endpoint"])]
        commands = {
            "remit": ([*ours, str(ports["remit"])], "/sparql"),
            "remit, nothing kept": ([*ours, str(ports["remit, nothing kept"]), "--cache", "0"], "/sparql"),
            "oxigraph": ([*oxigraph, str(folder / "store"), "-b", base["oxigraph"][7:]], "/query"),
            "rdflib-endpoint": (rdflib, "/"),
        }
        addresses = {name: base[name] + path for name, (_, path) in commands.items()}
        pids = {
            name: stack.enter_context(server(name, command, addresses[name])) for name, (command, _) in commands.items()
        }
        # all hold the same, and understand the questions alike
        for name, address in addresses.items():
            engine = EndpointEngine(address)
            for text in mixed:
                here, there = snapshot.engine.select(text), engine.select(text)
                assert sorted(there.texts()) == sorted(here.texts()), f"{name} answers otherwise: {text}"
            # as they are asked below: an answer that is kept belongs to one form of it
            ask_for(address, mixed, 0, 0, 0)
        clients = stack.enter_context(ProcessPoolExecutor(9, mp_context=multiprocessing.get_context("spawn")))
        results: dict[str, dict[str, list[dict[str, float]]]] = {}
        loads = [os.getloadavg()[0]]
        for number in range(options.rounds):
            for name, address in addresses.items():
                print(f"round {number + 1} of {options.rounds}: {name} …", file=sys.stderr)
                ways = {f"{many}": ([(address, mixed, many)], options.seconds) for many in (1, 8)}
                ways |= {kind: ([(address, texts, 1)], options.seconds / 5) for kind, texts in light.items()}
                if name != "rdflib-endpoint":
                    ways["beside"] = ([(address, mixed, 1), (address, heavy, 8)], options.seconds)
                for way, (asked, seconds) in ways.items():
                    told = measured(clients, pids[name], asked, seconds)
                    results.setdefault(way, {}).setdefault(name, []).append(told)
            loads.append(os.getloadavg()[0])
    versions = ("oxigraph", "rdflib-endpoint", "rdflib", "uvicorn", "starlette")
    lines = [
        "# Benchmark: the endpoint beside others",
        "",
        "Written by `make bench-serve`. Clients and servers share one machine with whatever else runs there: trust the "
        "ratios.",
        "",
        f"- {time.strftime('%Y-%m-%d %H:%M')}, {os.cpu_count()} cores, load average {min(loads):.1f} to "
        f"{max(loads):.1f}, Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in versions),
        f"- {len(triples):,} triples; {len(mixed)} light questions ("
        f"{', '.join(f'`profile/{name}`' for name in LIGHT)}, "
        f"each about {len(mixed) // len(LIGHT)} organisations; {filled} have rows), {len(heavy)} heavy ones; median of "
        f"{options.rounds} rounds of {options.seconds:g} s",
        "- All four gave the same answers to all light questions before they were timed.",
        "- “remit” keeps answers, as it does unless told otherwise: a question that was asked before is answered from "
        "memory, since the snapshot does not change. “nothing kept” is `remit serve --cache 0`: every answer is "
        "computed, in a process that can be killed.",
        "- `rdflib-endpoint` keeps parsed queries by itself, so that a question asked before is only evaluated again.",
        "- Processor time is the server's, with all its processes; other load on the machine blurs it least.",
        "",
        "## Light questions, 1 client",
        "",
        *section(results["1"], True),
        "## Light questions, 8 clients",
        "",
        *section(results["8"], True),
        "## Light questions, 1 client, beside 8 clients with heavy ones",
        "",
        "`rdflib-endpoint` is left out: one of these takes it longer than all that is measured here.",
        "",
        *section(results["beside"], False),
        "## One light question at a time: processor time for an answer",
        "",
        *table(
            ["question", *NAMES],
            [
                [f"`profile/{kind}`", *(f"{middle(results[kind][name], 'cpu') * 1000:.2f} ms" for name in NAMES)]
                for kind in LIGHT
            ],
        ),
        *verdict(results),
    ]
    text = "\n".join(lines) + "\n"
    (HERE / "RESULTS-serve.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
