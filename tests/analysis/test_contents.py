"""What a finding says: its question, its sentence, its evidence, its confidence, its candidates and its query."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from remit.analysis import KINDS, Finding, Reading
from remit.analysis.findings import findings_of
from remit.ask import ask
from remit.catalogue import find
from remit.infer import Snapshot, infer
from remit.load import Stated
from tests.analysis.shared import BASE, body

# the finding: its question and its sentence, as a person would write them from the data
SENTENCES = {
    "recorded-yet-said-to-fall-short.train-keepers.mites.southland": (
        "Who trains keepers on mites in Southland?",
        "One body recorded: Young Keepers (YK). Said to fall short: Keepers' Association, 15 June 2024.",
    ),
    "confirmed-gap.keep-data.pesticides.westland": (
        "Who keeps data on pesticides in Westland?",
        "No body recorded, and a source reports none: Threelands Gazette, 29 June 2022. As the curators noted it: "
        "The day before staleBefore: old. The report is from before 30 June 2022.",
    ),
    "confirmed-gap.fund-research.general.westland": (
        "Who funds research on bees as a whole in Westland?",
        "No body recorded, and a source reports none: Threelands Gazette, 2024. As the curators noted it: A role that "
        "is not field-specific does not contradict it. A body with a general remit is recorded: Apiary Council (AC).",
    ),
    "single.convene-keepers.forage.southland": (
        "Who convenes keepers on forage in Southland?",
        "One body recorded: Forage Partnership, as lead, since 2021. Its role is for Threelands as a whole.",
    ),
    "single.fund-research.general.southland": (
        "Who funds research on bees as a whole in Southland?",
        "One body recorded: Honey Foundation, as lead, since 2015. The body itself ends in December 2025.",
    ),
    "single.keep-data.forage.northland": (
        "Who keeps data on forage in Northland?",
        "One body recorded: Hive Data Trust (HDT), as lead, since 2020. Its role is not about the field itself.",
    ),
    "contested.study-bees.forage.westland": (
        "Who studies bees on forage in Westland?",
        "A source reports none (Threelands Gazette, undated), yet one body is recorded: Westland College (since "
        "September 2024). As the curators noted it: Undated: old, and overtaken by nothing.",
    ),
    "contested.run-trials.viruses.westland": (
        "Who runs trials on viruses in Westland?",
        "A source reports none (Threelands Gazette, June 2023), "
        "yet one body is recorded, not confirmed as still running: Westland College (since 2024). "
        "As the curators noted it: Said or found so.",
    ),
    "searched.supply-hives.mites.westland": (
        "Who supplies hives on mites in Westland?",
        "Curators looked on 22 May 2025 and found none. Searched: Westland trade list: mites. "
        "Recorded as ended: Swarm Programme.",
    ),
    "unconfirmed.study-bees.nutrition.westland": (
        "Who studies bees on nutrition in Westland?",
        "Recorded, not confirmed as still running: Westland College, as lead, since 2020, without a source.",
    ),
    "unconfirmed.study-bees.nutrition.southland": (
        "Who studies bees on nutrition in Southland?",
        "Recorded, not confirmed as still running: Southland University (SU), as lead, planned from January 2025.",
    ),
    "general-only.fund-research.hive-sensors.southland": (
        "Who funds research on hive sensors in Southland?",
        "Only bodies with a general remit are recorded: Apiary Council (AC) and Honey Foundation.",
    ),
    "announced.supply-hives.mites.northland": (
        "Who supplies hives on mites in Northland?",
        "Announced: Apiary Supplies Ltd, planned from 1 December 2025. Recorded as ended: Swarm Programme.",
    ),
    "lapsed.run-trials.mites.northland": (
        "Who runs trials on mites in Northland?",
        "Recorded as ended: Swarm Programme, from 2018, ended at an unknown time.",
    ),
    "not-recorded.train-keepers.new-keepers.southland": (
        "Who trains keepers for new keepers in Southland?",
        "No record yet: nothing is recorded, no source reports an absence, and no search is recorded.",
    ),
    "not-recorded.train-keepers.mites.westland": (
        "Who trains keepers on mites in Westland?",
        "No record yet: nothing is recorded, no source reports an absence, and no search is recorded. "
        "Said to fall short: Keepers' Association, 15 June 2024.",
    ),
    "crowded.fund-research.mites.northland": (
        "Who funds research on mites in Northland?",
        "Three bodies recorded: Apiary Council (AC), Honey Foundation and Northland University (NU); "
        "one of their three pairs has a recorded link.",
    ),
    "two-leads.fund-research.mites.northland": (
        "Who funds research on mites in Northland?",
        "Two bodies recorded as leading: Apiary Council (AC) and Honey Foundation, beside one contributor.",
    ),
    "cliff-edge.run-trials.viruses.southland": (
        "Who runs trials on viruses in Southland?",
        "All that is recorded ends by 30 June 2026: Swarm Programme itself ended on 30 June 2024.",
    ),
    "cliff-edge.study-bees.new-keepers.southland": (
        "Who studies bees for new keepers in Southland?",
        "All that is recorded ends by 30 June 2026: the role of Southland University (SU) ends in 2026.",
    ),
    "need.forage-meetings": (
        "Who answers “Keepers should meet about forage”?",
        "Somebody is recorded for all of the three questions that it asks.",
    ),
    "need.mite-research": (
        "Who answers “Mites need study”?",
        "Somebody is recorded for both questions that it asks.",
    ),
    "need.trust-and-sensors": (
        "Who answers “Sensors want funds, and keepers want trust”?",
        "Somebody is recorded for one of the three questions that it asks; one of them is said to fall short.",
    ),
    "need.pesticide-questions.southland": (
        "Who answers “Pesticides are nobody's business” in Southland?",
        "Nobody is recorded for either of the two questions that it asks.",
    ),
    "need.new-keepers-trained.westland": (
        "Who answers “New keepers lack training” in Westland?",
        "Nobody is recorded for the one question that it asks.",
    ),
    "broken-pathway.viruses": (
        "Does a recorded way lead from research into use: viruses?",
        "Five bodies recorded in research, none in regulation, one body in implementation.",
    ),
    "place-difference.train-keepers.new-keepers.westland": (
        "Who trains keepers for new keepers in Westland?",
        "Recorded in Northland, not in Westland (looked for, none found).",
    ),
    "overlap.hive-data-trust.pollen-laboratory": (
        "How do Hive Data Trust (HDT) and Pollen Laboratory divide what both are recorded for?",
        "Both are recorded for the same question (Hive Data Trust for 5 in all, Pollen Laboratory for 3), "
        "and no link between them is recorded.",
    ),
    "possible-duplicate.royal-bee-society.royal-society-of-bees": (
        "Are Royal Bee Society (RBS) and Royal Society of Bees one body, recorded twice?",
        "They have the same homepage (example.org/royal) in common; no link between them is recorded.",
    ),
    "broker.keepers-association": (
        "Whom does Keepers' Association (KA) link?",
        "It is linked to four bodies, and lies on 27% of the shortest recorded paths between others. "
        "Without it, eight bodies have no recorded path to the rest.",
    ),
    "orphaned-role.swarm-programme.run-trials.viruses.southland": (
        "Who carries on what Swarm Programme did: Run trials · Viruses · Southland?",
        "The body that holds it ended on 30 June 2024, and the role is recorded as current; no successor is recorded.",
    ),
    "stale.role.bee-institute.study-bees.forage.northland": (
        "Does this still hold: Bee Institute of Threelands (BIT): Study bees · Forage · Northland?",
        "The newest of its sources is dated 1999, before 30 June 2022.",
    ),
    "undated.relationship.apiary-council.oversees.hive-standards-office": (
        "Does this still hold: Apiary Council (AC) oversees Hive Standards Office?",
        "None of its sources bears a date.",
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_reads_as_a_person_would_write_it(found: dict[str, Finding], name: str) -> None:
    assert (found[name].question, found[name].sentence) == SENTENCES[name]


def test_every_kind_has_a_sentence_that_was_written_by_hand() -> None:
    assert {name.partition(".")[0] for name in SENTENCES} == set(KINDS)


def test_wording_is_neutral(found: dict[str, Finding]) -> None:
    for each in found.values():
        told = f"{each.question} {each.sentence} {each.confidence.rule}"
        assert told == told.strip() and "  " not in told and ".." not in told, each.id
        assert each.question.endswith("?") and each.sentence.endswith("."), each.id
        assert not re.search(r"\b(gaps?|weak\w*|fail\w*|only one exists|uncoordinated)\b", told, re.IGNORECASE), each.id
    assert not any(re.search(r"\bgap", kind.title, re.IGNORECASE) for kind in KINDS.values())


def test_evidence_leads_to_statements_and_their_sources(found: dict[str, Finding]) -> None:
    contested = found["contested.run-trials.foulbrood.westland"]
    assert [(each.kind, each.statement) for each in contested.evidence] == [
        ("assessment", f"{BASE}assessment/no-trials-of-foulbrood-in-westland"),
        ("role", f"{BASE}role/westland-college.run-trials.foulbrood.westland"),
    ]
    assert [source.title for source in contested.evidence[0].sources] == ["The year of the bee"]
    assert contested.organisations == (body("westland-college"),)


def test_only_what_nobody_recorded_has_no_evidence(found: dict[str, Finding]) -> None:
    without = {each.kind for each in found.values() if not each.evidence}
    assert without == {"not-recorded"}


def test_a_need_cites_where_it_was_read(found: dict[str, Finding]) -> None:
    (read,) = found["need.mite-research"].evidence
    assert [source.title for source in read.sources] == ["Bees in three nations"]


# by hand from dates and publishers of the sources; recent is since 2022-06-30
CONFIDENCE = {
    # the Bee Institute alone, 2024
    "single.study-bees.forage.northland": "medium",
    # Threelands Gazette in 2022, and its mirror of 2024: two publishers, recent
    "cliff-edge.run-trials.viruses.southland": "high",
    # Apiary Council alone, 2021
    "single.fund-research.general.southland": "low",
    # one publisher; the report is of the day before, but its source is dated 2022, which is not before June 2022
    "confirmed-gap.keep-data.pesticides.westland": "medium",
    "contested.study-bees.mites.westland": "low",
    "searched.train-keepers.new-keepers.westland": "medium",
    "not-recorded.study-bees.hive-sensors.westland": "low",
    # looked for in May 2025
    "general-only.fund-research.pesticides.westland": "medium",
    "general-only.fund-research.hive-sensors.southland": "low",
    "place-difference.train-keepers.new-keepers.westland": "medium",
    "place-difference.train-keepers.new-keepers.southland": "low",
    # one question recorded, two not looked at
    "need.new-keepers-trained": "low",
    "need.mite-research": "medium",
    "orphaned-role.swarm-programme.run-trials.viruses.southland": "high",
    "possible-duplicate.royal-bee-society.royal-society-of-bees": "low",
}


@pytest.mark.parametrize("name", CONFIDENCE)
def test_confidence_follows_its_rule(found: dict[str, Finding], name: str) -> None:
    assert found[name].confidence.level == CONFIDENCE[name], found[name].confidence.rule


def test_every_confidence_tells_its_rule(found: dict[str, Finding]) -> None:
    for each in found.values():
        assert each.confidence.level in ("low", "medium", "high")
        assert each.confidence.rule.endswith(".") and ". " not in each.confidence.rule


def test_one_recorded_body_is_never_relied_on_highly_unless_others_were_looked_for(found: dict[str, Finding]) -> None:
    for each in found.values():
        if each.kind == "single" and each.confidence.level == "high":
            assert each.id == "single.monitor-hives.mites.northland"


def test_candidates_with_their_reasons_the_nearest_first(found: dict[str, Finding]) -> None:
    near = found["lapsed.run-trials.mites.northland"].candidates
    assert [one.organisation for one in near[:1]] == [body("northland-university")]
    assert near[0].reasons == ("is recorded for two neighbouring activities on the same topic",)
    assert found["announced.study-bees.pesticides.westland"].candidates[0].reasons == (
        "has announced it",
        "does the same on one neighbouring topic",
        "is recorded for one neighbouring activity on the same topic",
    )


def test_only_what_is_missing_has_candidates(found: dict[str, Finding]) -> None:
    assert {each.kind for each in found.values() if each.candidates} <= {
        name for name, kind in KINDS.items() if kind.missing
    }


def test_the_query_shows_the_finding(snapshot: Snapshot, found: dict[str, Finding]) -> None:
    """Run as it is given, each query has a row with what the finding is about."""
    for each in found.values():
        rows = ask(snapshot.engine, find(each.query), **dict(each.parameters)).dicts()
        assert any(each.subjects[0] in row.values() for row in rows), each.id


def test_a_cell_finding_names_the_parts_of_its_cell(found: dict[str, Finding]) -> None:
    each = found["single.keep-data.forage.northland"]
    assert (each.activity, each.topic, each.place) == tuple(
        f"{BASE}{part}" for part in ("activity/keep-data", "topic/forage", "place/northland")
    )
    assert found["need.mite-research"].activity == "" and found["need.mite-research"].topic == f"{BASE}topic/mites"


def test_no_hindsight(stated: Stated) -> None:
    """On an earlier date the judgement of 2025 has not been made, and what came later is not known."""
    then = {each.id: each for each in findings_of(Reading(infer(stated, "2023-03-20")))}
    assert then["possible-duplicate.royal-bee-society.royal-society-of-bees"].open
    assert "lapsed.study-bees.public-trust.southland" not in then
    assert "single.study-bees.public-trust.southland" in then


def test_knowledge_of_the_graph_stays_in_the_questions() -> None:
    """No query text in the analysis, and nothing that reaches on to a later step."""
    import remit.analysis as package

    files = list(Path(package.__file__).parent.glob("*.py"))
    assert len(files) > 15
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"\b(SELECT|CONSTRUCT|ASK|PREFIX|WHERE)\b", text), file.name
        assert not re.search(r"^\s*(from|import) remit\.(report|cli|build|draw)\b", text, re.MULTILINE), file.name
