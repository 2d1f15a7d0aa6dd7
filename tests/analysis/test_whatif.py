"""What if a body closed, against the hand-worked cells without it."""

from __future__ import annotations

import pytest

from remit.analysis.whatif import WhatIf, what_if
from remit.infer import Snapshot
from tests.analysis.shared import BASE, body, cells

WITHOUT = "2025-06-30-without-bee-institute"


@pytest.fixture(scope="module")
def closed(snapshot: Snapshot) -> WhatIf:
    return what_if(snapshot, body("bee-institute"))


def test_which_cells_change(closed: WhatIf) -> None:
    before, after = cells("2025-06-30"), cells(WITHOUT)
    want = {
        name: (row["status"], after[name]["status"])
        for name, row in before.items()
        if row["status"] != after[name]["status"]
    }
    got = {
        change.cell.iri.removeprefix(f"{BASE}cell/").replace("/", "."): (change.before, change.after)
        for change in closed.cells
    }
    assert want
    assert got == want


def test_what_is_emptied_and_what_has_fewer(closed: WhatIf) -> None:
    before, after = cells("2025-06-30"), cells(WITHOUT)
    changed = {name for name, row in before.items() if row["status"] != after[name]["status"]}
    held = {name: (int(row["holderCount"]), int(after[name]["holderCount"])) for name, row in before.items()}
    assert closed.emptied == sum(1 for name in changed if held[name][0] and not held[name][1])
    assert closed.fewer == sum(1 for name in before.keys() - changed if held[name][1] < held[name][0])


def test_its_parts_at_any_depth_go_with_it(closed: WhatIf) -> None:
    # the Hive Data Trust was a part until 2024, the Royal Society of Bees will be one in 2026
    assert set(closed.parts) == {"Mite Laboratory", "Mite Genetics Unit (MGU)", "Nectar Station", "Pollen Laboratory"}


def test_in_words(closed: WhatIf) -> None:
    assert closed.sentence.startswith(
        "Without Bee Institute of Threelands (BIT) and its four recorded parts, 10 questions would have another answer"
    )
    assert "who could step in" in closed.sentence


def test_a_body_on_which_nothing_rests(snapshot: Snapshot) -> None:
    nothing = what_if(snapshot, body("world-bee-union"))
    assert nothing.cells == () and not nothing.fewer
    assert nothing.sentence.startswith("Without World Bee Union (WBU) no question would have another answer")
