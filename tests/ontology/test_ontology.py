"""The ontology is documented, closed where it says so, OWL 2 DL, and in step with shapes, rules and questions."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import owlready2
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from remit.content import content_folder, ontology_files, query_folder, rule_files
from remit.turtle import format_text
from tests.ontology.structure import PROPERTY_KINDS, class_expressions, declared, merged, nodes

ONTOLOGY = content_folder("ontology")
IRI = URIRef("https://w3id.org/remit/ontology")
REMIT = Namespace("https://w3id.org/remit/ontology#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
BUILT_IN = tuple(
    f"http://www.w3.org/{name}#" for name in ("1999/02/22-rdf-syntax-ns", "2000/01/rdf-schema", "2002/07/owl")
)
LISTS = {
    "level": "lead contributor",
    "standing": "confirmed unconfirmed planned ended",
    "result": "none limited searched",
    "relation": "funds part-of hosts member-of collaborates-with represents commissions succeeds regulates oversees "
    "advises",
    "concern": "landscape group",
    "progress": "open planned in-progress achieved",
    "horizon": "short medium long",
    "access": "open controlled closed unknown",
    "grade": "uncited cited corroborated",
    "verdict": "duplicate complementary hand-over coordinated-elsewhere accepted",
    "function": "funding regulation standard-setting direction coordination training data-provision inquiry evaluation "
    "delivery",
    "status": "contested crowded covered single confirmed-gap unconfirmed general-only announced searched lapsed "
    "not-recorded",
    "flag": "said-to-fall-short looked-for no-lead ends-soon something-announced something-ended general-bodies-only "
    "wider-place-only old-absence",
}
WORDS = {
    "contested": ("sources disagree", "⇄"),
    "crowded": ("several recorded, few recorded links", "◉"),
    "covered": ("two or more recorded", "●"),
    "single": ("one recorded", "◐"),
    "confirmed-gap": ("a source reports none", "✕"),
    "unconfirmed": ("recorded, not confirmed as still running", "◌"),
    "general-only": ("general remit only", "○"),
    "announced": ("announced", "▷"),
    "searched": ("looked for, none found", "∅"),
    "lapsed": ("recorded as ended", "◁"),
    "not-recorded": ("no record yet", "?"),
}
DIRECT = {
    "funds": REMIT.funds,
    "part-of": URIRef("http://www.w3.org/ns/org#subOrganizationOf"),
    "hosts": REMIT.hosts,
    "member-of": REMIT.memberOf,
    "collaborates-with": REMIT.collaboratesWith,
    "represents": REMIT.represents,
    "commissions": REMIT.commissions,
    "succeeds": REMIT.succeeds,
    "regulates": REMIT.regulates,
    "oversees": REMIT.oversees,
    "advises": REMIT.advises,
}
# the ontology's own vocabulary for the datatypes that OWL 2 knows; dates are not among them
OWL_DATATYPES = {XSD.string, XSD.boolean, XSD.integer, XSD.anyURI, RDFS.Literal, RDF.langString, XSD.nonNegativeInteger}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return merged(ontology_files())


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return merged(sorted(ONTOLOGY.glob("shapes/*.ttl")))


def own_terms(graph: Graph) -> set[URIRef]:
    return {term for term in nodes(graph.subjects()) if term.startswith(REMIT)}


# ---------------------------------------------------------------- documentation


def test_every_term_says_what_it_means(ontology: Graph) -> None:
    terms = own_terms(ontology)
    assert len(terms) > 100
    for term in terms:
        for predicate in (RDFS.label, SKOS.definition, RDFS.isDefinedBy):
            assert len(list(ontology.objects(term, predicate))) == 1, f"{term} needs one {predicate}"
        assert ontology.value(term, RDFS.isDefinedBy) == IRI, term
        definition = ontology.value(term, SKOS.definition)
        assert isinstance(definition, Literal) and definition.language == "en" and definition.endswith(".")


def test_every_property_has_domain_and_range(ontology: Graph) -> None:
    for term in own_terms(ontology):
        kinds = set(ontology.objects(term, RDF.type))
        if kinds & {OWL.ObjectProperty, OWL.DatatypeProperty}:
            assert (term, RDFS.domain, None) in ontology, f"{term} has no domain"
            assert (term, RDFS.range, None) in ontology, f"{term} has no range"
            assert len(list(ontology.objects(term, RDFS.domain))) == 1, f"two domains of {term} would mean both"


def test_everything_says_what_defines_it(ontology: Graph) -> None:
    """The mark by which checks tell the ontology from a landscape."""
    for subject in nodes(ontology.subjects()):
        assert (subject, RDFS.isDefinedBy, None) in ontology, subject


def test_the_header(ontology: Graph) -> None:
    for predicate in (DCTERMS.title, DCTERMS.description, DCTERMS.license, DCTERMS.creator, OWL.versionInfo):
        assert ontology.value(IRI, predicate), predicate
    assert str(ontology.value(IRI, DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"


def test_editors_find_every_part_beside_the_ontology(ontology: Graph) -> None:
    catalogue = ElementTree.parse(ONTOLOGY / "catalog-v001.xml").getroot()
    places = {entry.attrib["name"]: entry.attrib["uri"] for entry in catalogue}
    parts = {str(part) for part in nodes(ontology.subjects(RDF.type, OWL.Ontology))}
    assert set(places) == parts
    for part, file in places.items():
        graph = Graph().parse(ONTOLOGY / file)
        assert [str(header) for header in graph.subjects(RDF.type, OWL.Ontology)] == [part]
    imported = {str(part) for part in ontology.objects(IRI, OWL.imports)}
    assert imported == parts - {str(IRI), f"{IRI}/alignment"}


@pytest.mark.parametrize("file", sorted(ONTOLOGY.rglob("*.ttl")), ids=lambda file: file.name)
def test_files_are_canonical_and_short(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert format_text(text, file.name) == text
    assert text.count("\n") <= 400


# ---------------------------------------------------------------- closed lists


@pytest.mark.parametrize("name", LISTS)
def test_closed_lists_have_exactly_their_members(ontology: Graph, name: str) -> None:
    scheme = URIRef(f"https://w3id.org/remit/{name}")
    assert (scheme, RDF.type, SKOS.ConceptScheme) in ontology
    members = sorted(
        nodes(ontology.subjects(SKOS.inScheme, scheme)), key=lambda c: int(str(ontology.value(c, REMIT.order)))
    )
    assert [str(member) for member in members] == [f"{scheme}/{member}" for member in LISTS[name].split()]
    for number, member in enumerate(members, 1):
        assert int(str(ontology.value(member, REMIT.order))) == number
        assert str(ontology.value(member, SKOS.notation)) == member.rpartition("/")[2]
        for predicate in (SKOS.prefLabel, SKOS.definition):
            (text,) = ontology.objects(member, predicate)
            assert isinstance(text, Literal) and text.language == "en"


def test_there_are_no_other_lists(ontology: Graph) -> None:
    schemes = {str(scheme).rpartition("/")[2] for scheme in ontology.subjects(RDF.type, SKOS.ConceptScheme)}
    assert schemes == set(LISTS)


def test_statuses_read_as_people_read_them(ontology: Graph) -> None:
    for name, (words, symbol) in WORDS.items():
        status = URIRef(f"https://w3id.org/remit/status/{name}")
        assert (str(ontology.value(status, SKOS.prefLabel)), str(ontology.value(status, REMIT.symbol))) == (
            words,
            symbol,
        )


def test_relations_lead_to_their_properties(ontology: Graph) -> None:
    for name, target in DIRECT.items():
        relation = URIRef(f"https://w3id.org/remit/relation/{name}")
        assert ontology.value(relation, REMIT.directProperty) == target
        assert (target, RDF.type, OWL.ObjectProperty) in ontology
        assert (target, REMIT.isDerived, Literal(True)) in ontology
        assert ontology.value(relation, REMIT.inverseLabel)


# ---------------------------------------------------------------- in step with the rest


def paths(graph: Graph) -> Iterator[Node]:
    for path in graph.objects(None, SH.path):
        yield from [path] if isinstance(path, URIRef) else Collection(graph, path)


def test_shapes_use_declared_terms_only(ontology: Graph, shapes: Graph) -> None:
    kinds = declared(ontology)
    builtin = {RDFS.isDefinedBy}
    assert {path for path in paths(shapes) if path not in builtin and not kinds[path] & PROPERTY_KINDS} == set()
    classes = {*shapes.objects(None, SH["class"]), *shapes.objects(None, SH.targetClass)}
    assert {term for term in classes if OWL.Class not in kinds[term]} == set()


def test_shapes_know_every_stated_property(ontology: Graph, shapes: Graph) -> None:
    stated = {
        term
        for term in own_terms(ontology)
        if set(ontology.objects(term, RDF.type)) & PROPERTY_KINDS and (term, REMIT.isDerived, None) not in ontology
    }
    assert stated - set(paths(shapes)) == {REMIT.isDerived, REMIT.valuesFrom}


def test_shapes_take_values_from_the_lists_that_the_ontology_names(ontology: Graph, shapes: Graph) -> None:
    lists: dict[Node, Node] = {
        shape: next(shapes.objects(constraint, SH.hasValue))
        for shape in nodes(shapes.subjects(RDF.type, SH.NodeShape))
        for constraint in shapes.objects(shape, SH.property)
        if shapes.value(constraint, SH.path) == SKOS.inScheme and (constraint, SH.hasValue, None) in shapes
    }
    assert {str(scheme).rpartition("/")[2] for scheme in lists.values()} == set(LISTS)
    checked = set()
    for constraint, shape in shapes.subject_objects(SH.node):
        if shape in lists:
            path = shapes.value(constraint, SH.path)
            assert ontology.value(path, REMIT.valuesFrom) == lists[shape], path
            message = str(shapes.value(constraint, SH.message))
            name = str(lists[shape]).rpartition("/")[2]
            assert set(re.findall(rf"{name}:([a-z-]+)", message)) == set(LISTS[name].split()), message
            checked.add(path)
    stated = {
        term for term in nodes(ontology.subjects(REMIT.valuesFrom)) if (term, REMIT.isDerived, None) not in ontology
    }
    assert checked == stated


def queries() -> list[Path]:
    return [*rule_files(), *sorted(ONTOLOGY.glob("checks/*.rq")), *sorted(query_folder().rglob("*.rq"))]


def without_comments(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.lstrip().startswith("#"))


def test_rules_checks_and_questions_use_declared_terms_only(ontology: Graph) -> None:
    known = {term.removeprefix(REMIT) for term in own_terms(ontology)}
    members = {name: set(text.split()) for name, text in LISTS.items()}
    used = 0
    for file in queries():
        text = without_comments(file.read_text(encoding="utf-8"))
        for prefix, local in re.findall(r"(?<![\w:/#?])([a-z]+):([A-Za-z][\w-]*)", text):
            if prefix == "remit":
                assert local in known, f"{file.name} uses remit:{local}, which is not declared"
                used += 1
            elif prefix in members:
                assert local in members[prefix], f"{file.name} uses {prefix}:{local}, which is not in the list"
    assert used > 100


def test_shapes_name_declared_terms_in_their_messages(ontology: Graph, shapes: Graph) -> None:
    known = {term.removeprefix(REMIT) for term in own_terms(ontology)}
    for message in shapes.objects(None, SH.message):
        for local in re.findall(r"remit:([A-Za-z]+)", str(message)):
            assert local in known, message


def test_what_rules_construct_is_marked_as_derived(ontology: Graph) -> None:
    """Cells also bear activity, topic and place, which are stated of roles."""
    constructed = set()
    for file in rule_files():
        template = re.search(
            r"CONSTRUCT \{(.*?)\}\s*WHERE", without_comments(file.read_text(encoding="utf-8")), re.DOTALL
        )
        assert template, file.name
        constructed |= {REMIT[local] for local in re.findall(r"\bremit:(\w+)", template[1])}
    derived = set(ontology.subjects(REMIT.isDerived, Literal(True)))
    assert constructed - derived == {REMIT.activity, REMIT.topic, REMIT.place}


# ---------------------------------------------------------------- OWL 2 DL


def test_each_property_is_of_one_kind(ontology: Graph) -> None:
    for term, kinds in declared(ontology).items():
        assert len(kinds & PROPERTY_KINDS) <= 1, f"{term} is declared as several kinds of property"
        assert not (OWL.Class in kinds and RDFS.Datatype in kinds), term
        if kinds & {OWL.FunctionalProperty}:
            assert kinds & {OWL.ObjectProperty, OWL.DatatypeProperty}, term
        if kinds & {OWL.SymmetricProperty, OWL.TransitiveProperty, OWL.IrreflexiveProperty, OWL.AsymmetricProperty}:
            assert OWL.ObjectProperty in kinds, term


def test_transitive_properties_are_used_as_owl_allows(ontology: Graph) -> None:
    for term, kinds in declared(ontology).items():
        if OWL.TransitiveProperty in kinds:
            assert not kinds & {OWL.FunctionalProperty, OWL.IrreflexiveProperty, OWL.AsymmetricProperty}, term
            assert (term, RDFS.subPropertyOf, None) not in ontology, f"{term} would make its superproperty complex"


def test_every_property_in_use_is_declared_and_used_as_its_kind(ontology: Graph) -> None:
    kinds = declared(ontology)
    for _, predicate, value in ontology:
        if str(predicate).startswith(BUILT_IN):
            continue
        kind = kinds[predicate] & PROPERTY_KINDS
        assert len(kind) == 1, f"{predicate} is not declared"
        if kind == {OWL.ObjectProperty}:
            assert not isinstance(value, Literal), (predicate, value)
        if kind == {OWL.DatatypeProperty}:
            assert isinstance(value, Literal), (predicate, value)


def test_superproperties_are_of_the_same_kind(ontology: Graph) -> None:
    kinds = declared(ontology)
    for one, other in ontology.subject_objects(RDFS.subPropertyOf):
        assert kinds[one] & PROPERTY_KINDS == kinds[other] & PROPERTY_KINDS != set(), (one, other)


def test_every_class_and_datatype_in_use_is_declared(ontology: Graph) -> None:
    kinds = declared(ontology)
    for term, where in class_expressions(ontology):
        property_kind = kinds[where] & PROPERTY_KINDS
        if term in OWL_DATATYPES:
            assert property_kind == {OWL.DatatypeProperty}, (term, where)
        else:
            assert term == OWL.Thing or OWL.Class in kinds[term], f"{term}, used by {where}, is not declared"
            assert property_kind != {OWL.DatatypeProperty} or (where, RDFS.range, term) not in ontology
    for restricted in ontology.objects(None, OWL.onProperty):
        named = ontology.value(restricted, OWL.inverseOf) or restricted
        assert OWL.ObjectProperty in kinds[named], restricted
    for literal in ontology.objects():
        if isinstance(literal, Literal) and literal.datatype is not None:
            assert literal.datatype in OWL_DATATYPES, literal


def test_owlready2_loads_the_ontology(ontology: Graph) -> None:
    """It reads no Turtle, and would fetch what is imported: it gets all parts as one."""
    alone = Graph()
    headers = defaultdict(bool, {header: header != IRI for header in ontology.subjects(RDF.type, OWL.Ontology)})
    for triple in ontology:
        if triple[1] != OWL.imports and not headers[triple[0]]:
            alone.add(triple)
    text = alone.serialize(format="nt", encoding="utf-8")
    world = owlready2.World()
    loaded = world.get_ontology(str(IRI)).load(fileobj=io.BytesIO(text))
    seen = {entity.iri for entity in world.classes()}
    assert seen == {str(term) for term in nodes(ontology.subjects(RDF.type, OWL.Class))}
    for kind, entities in (
        (OWL.ObjectProperty, world.object_properties()),
        (OWL.DatatypeProperty, world.data_properties()),
        (OWL.AnnotationProperty, world.annotation_properties()),
    ):
        assert {entity.iri for entity in entities} >= {str(term) for term in ontology.subjects(RDF.type, kind)}
    role = world[str(REMIT.Role)]
    assert world[str(REMIT.holder)].range == [world[str(REMIT.Organisation)]]
    assert any(role in group.entities for group in loaded.disjoint_classes())
    assert world[str(REMIT.Organisation)].is_a == [world["http://www.w3.org/ns/org#Organization"]]
