"""Measure `remit serve` beside `oxigraph serve-read-only` and `rdflib-endpoint`, in one run; writes RESULTS-serve.md.

    python benchmarks/serve.py [--seconds 8] [--rounds 3] [--as-of DATE]

All three hold the same snapshot as their default graph, and are asked the same shipped questions by the same client,
which runs on the same machine. Light questions are asked about one organisation; the heavy ones are those over the
whole landscape that take longest. Some answers are compared before anything is timed. Each server is asked in turn, in
several rounds, and the median of the rounds is shown.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
from pyoxigraph import Quad, RdfFormat, Store, serialize

from remit.ask import fill
from remit.catalogue import find
from remit.engine import OxigraphEngine
from remit.infer import infer
from remit.load import load
from remit.remote import open_endpoint

HERE = Path(__file__).parent
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
def server(name: str, command: list[str], address: str) -> Iterator[str]:
    """A server that answers at an address."""
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
        yield address
    finally:
        process.terminate()
        process.wait(30)


def questions(engine: OxigraphEngine) -> tuple[list[str], list[str]]:
    """Light questions and heavy ones, as text."""
    bodies = [
        row[0]
        for row in engine.select(
            "SELECT ?o { ?o a <https://w3id.org/remit/ontology#Organisation> } ORDER BY ?o"
        ).texts()
    ]
    step = max(1, len(bodies) // 40)
    light = [
        fill(engine, find(name), {"organisation": body})
        for body in bodies[::step]
        for name in ("profile/names", "profile/resources", "profile/assessments-about", "profile/identifiers")
    ]
    heavy = [find(name).text for name in ("profile/sources", "coverage/cell-evidence", "profile/roles")]
    return light, heavy


async def load_test(address: str, texts: list[str], clients: int, seconds: float) -> dict[str, Any]:
    """Ask the texts in turn from so many clients: answers a second, and the times that they took."""
    times: list[float] = []
    failed = 0
    end = time.perf_counter() + seconds
    head = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/sparql-results+json"}
    host, _, path = address.removeprefix("http://").partition("/")
    name, _, number = host.partition(":")
    bodies = [urlencode({"query": text}).encode() for text in texts]

    async def client(start: int) -> None:
        nonlocal failed
        reader, writer = await asyncio.open_connection(name, int(number), limit=2**26)
        place = start
        while time.perf_counter() < end:
            body = bodies[place % len(bodies)]
            place += clients
            begun = time.perf_counter()
            lines = [f"POST /{path} HTTP/1.1", f"Host: {host}", f"Content-Length: {len(body)}"]
            lines += [f"{key}: {value}" for key, value in head.items()]
            writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
            answer = await reader.readuntil(b"\r\n\r\n")
            lowered = answer.lower()
            if b"transfer-encoding: chunked" in lowered:
                while size := int((await reader.readline()).split(b";")[0], 16):
                    await reader.readexactly(size + 2)
                await reader.readline()
            else:
                length = int(lowered.split(b"content-length:")[1].split(b"\r\n")[0])
                await reader.readexactly(length)
            failed += b" 200 " not in answer[:20]
            times.append(time.perf_counter() - begun)
        writer.close()

    begun = time.perf_counter()
    await asyncio.gather(*(client(number * 7) for number in range(clients)))
    spent = time.perf_counter() - begun
    times.sort()
    return {
        "rate": len(times) / spent,
        "median": statistics.median(times),
        "p99": times[min(len(times) - 1, int(len(times) * 0.99))],
        "failed": failed,
    }


async def mixed(address: str, light: list[str], heavy: list[str], seconds: float) -> dict[str, Any]:
    """Eight clients that ask heavy questions, and one whose light ones are timed."""
    asked = asyncio.gather(load_test(address, light, 1, seconds), load_test(address, heavy, 8, seconds))
    told: dict[str, Any] = (await asked)[0]
    return told


def ms(value: float) -> str:
    """A time as people read it."""
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.1f} s"


def main() -> None:
    """Start all, ask all, write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--as-of", default="2026-11-24")
    options = parser.parse_args()
    snapshot = infer(load(), options.as_of)
    assert isinstance(snapshot.engine, OxigraphEngine)
    triples = list(snapshot.engine.triples())
    light, heavy = questions(snapshot.engine)
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
        ours = [
            sys.executable,
            "-c",
            "from remit.cli import main; main()",
            "serve",
            "--as-of",
            options.as_of,
            "--site",
            work,
            "--port",
        ]
        oxigraph = str(Path(sysconfig.get_path("scripts")) / "oxigraph")
        commands = {
            "remit": ([*ours, str(ports["remit"])], "/sparql"),
            "remit, nothing kept": ([*ours, str(ports["remit, nothing kept"]), "--cache", "0"], "/sparql"),
            "oxigraph": (
                [oxigraph, "serve-read-only", "-l", str(folder / "store"), "-b", base["oxigraph"][7:]],
                "/query",
            ),
            "rdflib-endpoint": (
                [sys.executable, "-c", RDFLIB, str(folder / "snapshot.nt"), str(ports["rdflib-endpoint"])],
                "/",
            ),
        }
        addresses = {
            name: stack.enter_context(server(name, command, base[name] + path))
            for name, (command, path) in commands.items()
        }
        for name in ("remit", "oxigraph"):
            engine = open_endpoint(addresses[name]).engine
            for text in light[:8]:
                assert engine.select(text).texts() == snapshot.engine.select(text).texts(), name
        results: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for number in range(options.rounds):
            for name, address in addresses.items():
                for what, clients in (("light, 1 client", 1), ("light, 8 clients", 8)):
                    print(f"round {number + 1}: {name}, {what} …", file=sys.stderr)
                    told = asyncio.run(load_test(address, light, clients, options.seconds))
                    results.setdefault((what, name), []).append(told)
                if name != "rdflib-endpoint":
                    told = asyncio.run(mixed(address, light, heavy, options.seconds))
                    results.setdefault(("light, beside 8 clients with heavy questions", name), []).append(told)
    lines = [
        "# Benchmark: the endpoint beside others",
        "",
        "Written by `make bench-serve`. Clients and servers share one machine: trust the ratios.",
        "",
        f"- {time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        + ", ".join(
            f"{name} {version(name)}" for name in ("oxigraph", "rdflib-endpoint", "rdflib", "uvicorn", "starlette")
        ),
        f"- {len(triples):,} triples; {len(light)} light questions, {len(heavy)} heavy ones; "
        f"median of {options.rounds} rounds of {options.seconds:g} s",
        "- “nothing kept” is `remit serve --cache 0`: every answer is computed. With answers kept, a question "
        "that was asked before is answered from memory, since the snapshot does not change.",
        "",
    ]
    for what in dict.fromkeys(key[0] for key in results):
        lines += [
            f"## {what[0].upper()}{what[1:]}",
            "",
            "| server | answers a second | median | 99 of 100 within | refused | Remit, nothing kept, is |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
        ]
        mine = statistics.median(one["rate"] for one in results[(what, "remit, nothing kept")])
        for name in NAMES:
            if (what, name) not in results:
                continue
            rounds = results[(what, name)]
            rate, middle, tail = (statistics.median(one[key] for one in rounds) for key in ("rate", "median", "p99"))
            beside = f"{mine / rate:.2f} ×" if not name.startswith("remit") else ""
            failed = sum(one["failed"] for one in rounds)
            lines.append(f"| {name} | {rate:,.1f} | {ms(middle)} | {ms(tail)} | {failed} | {beside} |")
        lines.append("")
    (HERE / "RESULTS-serve.md").write_text("\n".join(lines), encoding="utf-8")
    print(
        json.dumps(
            {f"{what} / {name}": [round(one["rate"], 1) for one in told] for (what, name), told in results.items()}
        )
    )
    print("\n".join(lines))


if __name__ == "__main__":
    main()
