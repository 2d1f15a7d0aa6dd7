"""Engines that others run, started once, with the hand-worked landscape pushed into them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from remit.dataset import graphs_of
from remit.infer import Snapshot
from remit.load import Stated
from remit.push import push
from remit.remote import open_endpoint
from tests.conftest import TODAY
from tests.endpoint.servers import Server, oxigraph, virtuoso

ENGINES = {"oxigraph": oxigraph, "virtuoso": virtuoso}


@pytest.fixture(scope="session", params=ENGINES)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, stated: Stated
) -> Iterator[Server]:
    """A real server of each kind, with the hand-worked landscape in it."""
    with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as started:
        push(graphs_of(stated, TODAY), started.store, user=started.user, password=started.password)
        yield started


@pytest.fixture(scope="session")
def remote(server: Server) -> Snapshot:
    """The snapshot that lies in the server."""
    return open_endpoint(server.query, TODAY)


@pytest.fixture(scope="session")
def another(
    request: pytest.FixtureRequest, server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A second server of the same kind, empty."""
    folder: Path = tmp_path_factory.mktemp(f"{server.name}-2")
    with ENGINES[server.name](folder) as started:
        yield started
