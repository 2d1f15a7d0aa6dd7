"""A small good landscape, block by block, and a table of single mistakes with what a curator is told.

A mistake is a copy of one block under a new address with one text replaced; where no text is named, the new text is
added after the block's class. One graph with all copies is checked at once.
"""

from __future__ import annotations

__all__ = ["GOOD", "MISTAKES", "PREFIXES", "copies"]

BASE = "https://example.org/land/"
OWN = ("activity", "topic", "place", "kind", "modality", "basis", "id", "source", "copy")
CLOSED = ("level", "standing", "result", "relation", "concern", "progress", "horizon", "access", "status", "verdict")
PREFIXES = "".join(
    f"@prefix {prefix}: <{namespace}> .\n"
    for prefix, namespace in {
        **{name: f"{BASE}{name}/" for name in OWN},
        **{name: f"https://w3id.org/remit/{name}/" for name in CLOSED},
        "remit": "https://w3id.org/remit/ontology#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": "http://purl.org/dc/terms/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "org": "http://www.w3.org/ns/org#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "schema": "http://schema.org/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }.items()
)

BLOCKS = {
    "organisation": """id:college a remit:Organisation ;
  skos:prefLabel "A College" ; skos:altLabel "The College" ; remit:abbreviation "AC" ; org:classification kind:body ;
  remit:place place:north ; remit:basis basis:curated ; dcterms:description "Trains and examines." ;
  foaf:homepage <https://example.org/college> ; skos:exactMatch <https://example.org/ids/1> ;
  schema:startDate "1999"^^xsd:gYear ; schema:endDate "2030-06"^^xsd:gYearMonth ; skos:note "Small." ;
  dcterms:source source:report ; remit:recorded "2024-02-29"^^xsd:date .""",
    "change": """<https://example.org/land/change/renamed> a org:ChangeEvent ;
  skos:prefLabel "The college was renamed" ; org:originalOrganization id:college ;
  org:resultingOrganization id:trust ; dcterms:date "2020"^^xsd:gYear ; dcterms:source source:report .""",
    "role": """<https://example.org/land/role/one> a remit:Role ;
  remit:holder id:college ; remit:activity activity:train ; remit:topic topic:general ; remit:place place:land ;
  remit:level level:lead ; remit:standing standing:confirmed ; remit:fieldSpecific true ;
  schema:startDate "2019-04"^^xsd:gYearMonth ; skos:note "Since its charter." ; dcterms:source source:report ;
  remit:recorded "2024-05-02"^^xsd:date .""",
    "relationship": """<https://example.org/land/relationship/one> a remit:Relationship ;
  remit:from id:trust ; remit:to id:college ; remit:relation relation:funds ; schema:startDate "2019"^^xsd:gYear ;
  dcterms:source source:report .""",
    "resource": """<https://example.org/land/resource/one> a remit:Resource ;
  skos:prefLabel "A Register" ; skos:altLabel "The Register" ; dcterms:type kind:register ; remit:provider id:trust ;
  dcat:landingPage <https://example.org/register> ; dcterms:accessRights access:open ; remit:modality modality:text ;
  dcterms:subject "everything" ; remit:sizeNote "Large." ; dcterms:source source:report .""",
    "need": """<https://example.org/land/need/one> a remit:Need ;
  skos:prefLabel "More training" ; dcterms:description "There should be more." ; remit:raisedBy id:trust ;
  remit:concerns concern:landscape ; remit:horizon horizon:short ; remit:progress progress:open ;
  remit:needKind kind:goal ; remit:section "Introduction" ; remit:answeredBy <https://example.org/land/pair/one> ;
  dcterms:source source:report .""",
    "pair": """<https://example.org/land/pair/one> a remit:Pair ;
  remit:activity activity:train ; remit:topic topic:general ; remit:place place:land ;
  skos:definition "Who trains anybody?"@en .""",
    "assessment": """<https://example.org/land/assessment/one> a remit:Assessment ;
  remit:result result:none ; remit:activity activity:train ; remit:topic topic:general ; remit:place place:north ;
  remit:about id:college ; dcterms:date "2021"^^xsd:gYear ; dcterms:source source:report .""",
    "search": """<https://example.org/land/assessment/two> a remit:Assessment ;
  remit:result result:searched ; remit:topic topic:general ; dcterms:date "2024-05-02"^^xsd:date ;
  remit:searchedIn "The register of charities, “training”" .""",
    "judgement": """<https://example.org/land/judgement/one> a remit:Judgement ;
  remit:judges <https://example.org/land/finding/one> ; remit:verdict verdict:accepted ; remit:decidedBy id:trust ;
  dcterms:date "2024-05-02"^^xsd:date ; skos:note "Agreed." .""",
    "source": """source:report a remit:Source ;
  dcterms:title "Annual report" ; dcterms:publisher "Example Trust" ; schema:url <https://example.org/report> ;
  schema:datePublished "2022-11"^^xsd:gYearMonth ; remit:secondary false .""",
    "landscape": """<https://example.org/land/> a remit:Landscape ;
  dcterms:title "A land" ; dcterms:description "All of it." ; remit:base <https://example.org/land/> ;
  remit:baseline "2020-01-01"^^xsd:date ; remit:cellPlace place:north ; remit:generalTopic topic:general ;
  dcterms:license <https://example.org/licence> ; dcterms:creator "Somebody" ;
  dcterms:issued "2024-05-02"^^xsd:date .""",
    "scheme": """<https://example.org/land/place> a skos:ConceptScheme ;
  skos:prefLabel "Places"@en ; skos:definition "Where."@en ; skos:hasTopConcept place:land .""",
    "concept": """place:north a skos:Concept ;
  skos:prefLabel "Northland"@en ; skos:altLabel "The North"@en ; skos:definition "The north of the land."@en ;
  skos:inScheme <https://example.org/land/place> ; skos:broader place:land ; remit:order 2 ;
  remit:questionPhrase "in Northland"@en .""",
}


def _plain(name: str, label: str, scheme: str, order: int, more: str = "") -> str:
    return (
        f'{name} a skos:Concept ; skos:prefLabel "{label}"@en ; skos:definition "{label}."@en ;\n'
        f"  skos:inScheme <{BASE}{scheme}> ; remit:order {order}{more} ."
    )


def _scheme(name: str) -> str:
    return f'<{BASE}{name}> a skos:ConceptScheme ; skos:prefLabel "{name}"@en ; skos:definition "Some {name}."@en .'


GOOD = "\n\n".join(
    [
        PREFIXES,
        *BLOCKS.values(),
        BLOCKS["organisation"].replace("id:college", "id:trust").replace("College", "Trust").replace('"AC"', '"ET"')
        .replace("foaf:homepage <https://example.org/college> ; skos:exactMatch <https://example.org/ids/1> ;",
                 'remit:unverifiedHomepage "https://example.org/trust"^^xsd:anyURI ;'),
        *map(_scheme, ("activity", "topic", "kind", "resource-kind", "need-kind", "modality", "basis")),
        _plain("place:land", "The land", "place", 1, f" ; skos:topConceptOf <{BASE}place>"),
        _plain("activity:train", "Train", "activity", 1, ' ; remit:questionStem "Who trains"@en'),
        _plain("topic:general", "The whole", "topic", 1),
        _plain("kind:body", "Body", "kind", 1),
        _plain("kind:register", "Register", "resource-kind", 1),
        _plain("kind:goal", "Goal", "need-kind", 1),
        _plain("modality:text", "Text", "modality", 1),
        _plain("basis:curated", "Curated", "basis", 1, " ; remit:caption false"),
    ]
)  # fmt: skip

YEAR, DAY = '"2020"^^xsd:gYear', '"2020-01-01"^^xsd:date'
UNKNOWN_ORGANISATION = "must name an organisation that the landscape describes"
UNKNOWN_CONCEPT = "must name a concept of the landscape's"

# block, text, new text, what the message says
MISTAKES: list[tuple[str, str, str, str]] = [
    # what several classes share
    ("organisation", 'skos:prefLabel "A College" ;', "", "Exactly one name is needed."),
    ("need", "", 'skos:prefLabel "Another name"', "Exactly one name is needed."),
    ("organisation", '"A College"', '"A College"@en', "A name is plain text"),
    ("resource", '"A Register"', '"A Register "', "A name is plain text"),
    ("role", "", f"schema:startDate {YEAR}", "Two starts are stated."),
    ("role", '"2019-04"^^xsd:gYearMonth', '"2019-13"^^xsd:gYearMonth', "The start is not a date of the calendar."),
    ("role", '"2019-04"^^xsd:gYearMonth', '"2019"', "The start is not a date of the calendar."),
    ("role", '"2019-04"^^xsd:gYearMonth', '"2019-04"^^xsd:gYear', "The start is not a date of the calendar."),
    ("relationship", '"2019"^^xsd:gYear', '"2023-02-30"^^xsd:date', "The start is not a date of the calendar."),
    ("organisation", "", f"schema:endDate {YEAR}", "Two ends are stated."),
    ("organisation", '"2030-06"^^xsd:gYearMonth', '"2023-02-29"^^xsd:date', "The end is not a date of the calendar."),
    ("organisation", '"2030-06"^^xsd:gYearMonth', '"203x"^^xsd:gYear', "The end is not a date of the calendar."),
    ("judgement", "", f"dcterms:date {YEAR}", "Two dates are stated."),
    ("assessment", '"2021"^^xsd:gYear', '"May 2021"', "This is not a date of the calendar."),
    ("role", '"2024-05-02"^^xsd:date', '"2024-05"^^xsd:gYearMonth', "remit:recorded is a whole day"),
    ("role", "", f"remit:recorded {DAY}", "Two days of recording are stated."),
    ("role", '"Since its charter."', '" "', "A note is plain text"),
    ("role", "source:report", "source:rapport", "dcterms:source must name a source"),
    ("relationship", " ;\n  dcterms:source source:report", "", "No source is cited. Add"),
    # organisations and changes
    ("organisation", "", "remit:holder id:trust", "An organisation has no such property."),
    ("organisation", '"The College"', '""', "Another name is plain text"),
    ("organisation", '"AC"', '"AC "', "An abbreviation is plain text"),
    ("organisation", "", 'remit:abbreviation "ACX"', "Two abbreviations are stated."),
    ("organisation", "org:classification kind:body ;", "", "An organisation needs exactly one kind."),
    ("organisation", "kind:body", "kind:boddy", f"org:classification {UNKNOWN_CONCEPT} kinds"),
    ("organisation", "remit:place place:north ;", "", "An organisation needs a place."),
    ("organisation", "place:north", "place:norht", f"remit:place {UNKNOWN_CONCEPT} places"),
    ("organisation", "remit:basis basis:curated ;", "", "An organisation needs a basis"),
    ("organisation", "basis:curated", "level:lead", f"remit:basis {UNKNOWN_CONCEPT} bases"),
    ("organisation", "<https://example.org/college>", "<ftp://example.org/college>", "A homepage is an address"),
    ("organisation", "<https://example.org/college>", '"https://example.org/college"', "A homepage is an address"),
    ("organisation", "", "foaf:homepage <https://example.org/other>", "Two homepages are stated."),
    ("organisation", "", 'remit:unverifiedHomepage "www.example.org"^^xsd:anyURI', "An unverified homepage is one"),
    ("organisation", '"Trains and examines."', '"Lehrt."@de', "The description is plain text"),
    ("organisation", "", 'dcterms:description "Another."', "Two descriptions are stated."),
    ("organisation", "<https://example.org/ids/1>", '"1"', "An outside identifier is an address"),
    ("change", "", "remit:from id:college", "A change has no such property."),
    ("change", "org:originalOrganization id:college ;", "", "A change needs the organisation that it happened to."),
    ("change", "id:college", "id:colledge", f"org:originalOrganization {UNKNOWN_ORGANISATION}"),
    ("change", "id:trust", "place:north", f"org:resultingOrganization {UNKNOWN_ORGANISATION}"),
    # roles
    ("role", "", "remit:holdr id:college", "A role has no such property."),
    ("role", "", "remit:status status:covered", "A role has no such property."),
    ("role", "remit:holder id:college ;", "", "A role needs exactly one holder."),
    ("role", "", "remit:holder id:trust", "A role needs exactly one holder."),
    ("role", "id:college", "id:colledge", f"remit:holder {UNKNOWN_ORGANISATION}"),
    ("role", "id:college", "source:report", f"remit:holder {UNKNOWN_ORGANISATION}"),
    ("role", "remit:activity activity:train ;", "", "A role needs exactly one activity."),
    ("role", "activity:train", "activity:trian", f"remit:activity {UNKNOWN_CONCEPT} activities"),
    ("role", "remit:topic topic:general ;", "", "A role needs exactly one topic."),
    ("role", "topic:general", "id:college", f"remit:topic {UNKNOWN_CONCEPT} topics"),
    ("role", "", "remit:place place:north", "A role needs exactly one place."),
    ("role", "place:land", '"Northland"', f"remit:place {UNKNOWN_CONCEPT} places"),
    ("role", "remit:level level:lead ;", "", "A role needs exactly one level."),
    ("role", "level:lead", "level:leader", "This is not a level."),
    ("role", "remit:standing standing:confirmed ;", "", "A role needs exactly one standing."),
    ("role", "standing:confirmed", "level:lead", "This is not a standing."),
    ("role", " ; remit:fieldSpecific true", "", "A role must say once whether it is about the field itself."),
    ("role", "remit:fieldSpecific true", 'remit:fieldSpecific "yes"', "remit:fieldSpecific is true or false"),
    # relationships
    ("relationship", "", "remit:form id:trust", "A relationship has no such property."),
    ("relationship", "remit:from id:trust ;", "", "A relationship needs exactly one organisation that it starts from."),
    ("relationship", "id:trust", "id:turst", f"remit:from {UNKNOWN_ORGANISATION}"),
    ("relationship", "remit:to id:college ;", "", "A relationship needs exactly one organisation that it leads to."),
    ("relationship", "id:college", "id:colledge", f"remit:to {UNKNOWN_ORGANISATION}"),
    ("relationship", "", "remit:relation relation:hosts", "A relationship needs exactly one relation."),
    ("relationship", "relation:funds", "relation:pays", "This is not a relation."),
    # resources
    ("resource", "", "foaf:homepage <https://example.org/register>", "A resource has no such property."),
    ("resource", '"The Register"', '"Das Register"@de', "Another name is plain text"),
    ("resource", "dcterms:type kind:register ;", "", "A resource needs exactly one kind."),
    ("resource", "kind:register", "kind:regster", f"dcterms:type {UNKNOWN_CONCEPT} kinds of resource"),
    ("resource", "id:trust", "id:turst", f"remit:provider {UNKNOWN_ORGANISATION}"),
    ("resource", "<https://example.org/register>", "<mailto:a@example.org>", "A page is an address"),
    ("resource", "", "dcat:landingPage <https://example.org/other>", "Two pages are stated."),
    ("resource", "", 'remit:unverifiedPage "https://example.org/x"', "An unverified page is one address"),
    ("resource", "dcterms:accessRights access:open ;", "", "A resource needs exactly one access."),
    ("resource", "access:open", "access:free", "This is not an access."),
    ("resource", "modality:text", "modality:texts", f"remit:modality {UNKNOWN_CONCEPT} modalities"),
    ("resource", '"everything"', "topic:general", "The subject of a resource is plain text"),
    ("resource", '"Large."', '""', "The note on size is plain text"),
    # needs and pairs
    ("need", "", "remit:topic topic:general", "A need has no such property."),
    ("need", 'dcterms:description "There should be more." ;', "", "A need must be told in exactly one text."),
    ("need", '"There should be more."', '""', "The description is plain text"),
    ("need", "remit:raisedBy id:trust ;", "", "A need must say who raised it."),
    ("need", "id:trust", "id:turst", f"remit:raisedBy {UNKNOWN_ORGANISATION}"),
    ("need", "remit:concerns concern:landscape ;", "", "A need must say once what it concerns."),
    ("need", "concern:landscape", "concern:all", "This is not a concern."),
    ("need", "", "remit:horizon horizon:long", "Two horizons are stated."),
    ("need", "horizon:short", "horizon:soon", "This is not a horizon."),
    ("need", "", "remit:progress progress:planned", "Two states of progress are stated."),
    ("need", "progress:open", "access:open", "This is not a progress."),
    ("need", "", "remit:needKind kind:body", "Two kinds of need are stated."),
    ("need", "kind:goal", "kind:gaol", f"remit:needKind {UNKNOWN_CONCEPT} kinds of need"),
    ("need", '"Introduction"', '""', "The section is plain text"),
    ("need", "<https://example.org/land/pair/one>", "activity:train", "remit:answeredBy must name a pair"),
    ("pair", "", 'skos:note "Why?"', "A pair has no such property."),
    ("pair", "remit:activity activity:train ;", "", "A pair needs exactly one activity."),
    ("pair", "activity:train", "activity:trian", f"remit:activity {UNKNOWN_CONCEPT} activities"),
    ("pair", "remit:topic topic:general ;", "", "A pair needs exactly one topic."),
    ("pair", "topic:general", "topic:genral", f"remit:topic {UNKNOWN_CONCEPT} topics"),
    ("pair", "remit:place place:land ;", "", "A pair needs a place."),
    ("pair", "place:land", "place:lant", f"remit:place {UNKNOWN_CONCEPT} places"),
    ("pair", ' ;\n  skos:definition "Who trains anybody?"@en', "", "A pair needs exactly one plain question."),
    ("pair", "anybody?", "anybody", "The question of a pair ends with a question mark."),
    # assessments and judgements
    ("assessment", "", "remit:status status:covered", "An assessment has no such property."),
    ("assessment", "remit:result result:none ;", "", "An assessment needs exactly one result."),
    ("assessment", "result:none", "result:nothing", "This is not a result."),
    ("assessment", "remit:topic topic:general ;", "", "An assessment needs exactly one topic."),
    ("assessment", "topic:general", "topic:genral", f"remit:topic {UNKNOWN_CONCEPT} topics"),
    ("assessment", "", "remit:activity topic:general", "Two activities are stated."),
    ("assessment", "activity:train", "activity:trian", f"remit:activity {UNKNOWN_CONCEPT} activities"),
    ("assessment", "", "remit:place place:land", "Two places are stated."),
    ("assessment", "place:north", "place:norht", f"remit:place {UNKNOWN_CONCEPT} places"),
    ("assessment", "", "remit:about id:trust", "Two organisations are stated."),
    ("assessment", "id:college", "id:colledge", f"remit:about {UNKNOWN_ORGANISATION}"),
    ("assessment", " ; dcterms:source source:report", "", "No source is cited for what is said to be missing"),
    (
        "search",
        ' ;\n  remit:searchedIn "The register of charities, “training”"',
        "",
        "searched for, but not said where.",
    ),
    ("search", 'dcterms:date "2024-05-02"^^xsd:date ;', "", "searched for, but not said when."),
    ("search", "", 'remit:searchedIn ""', "Where was searched is plain text"),
    ("judgement", "", "remit:about id:trust", "A judgement has no such property."),
    ("judgement", 'dcterms:date "2024-05-02"^^xsd:date ;', "", "A judgement needs a date."),
    (
        "judgement",
        "<https://example.org/land/finding/one>",
        '"the overlap"',
        "A judgement is about exactly one finding.",
    ),
    ("judgement", "remit:verdict verdict:accepted ;", "", "A judgement needs exactly one verdict."),
    ("judgement", "verdict:accepted", "verdict:fine", "This is not a verdict."),
    ("judgement", "remit:decidedBy id:trust ;", "", "A judgement must say who decided."),
    ("judgement", "id:trust", '"the committee"', f"remit:decidedBy {UNKNOWN_ORGANISATION}"),
    # sources
    ("source", "", "foaf:homepage <https://example.org/>", "A source has no such property."),
    ("source", 'dcterms:title "Annual report" ;', "", "A source needs exactly one title."),
    ("source", '"Annual report"', '"Jahresbericht"@de', "A title is plain text"),
    ("source", "", 'dcterms:publisher "Another"', "A source needs exactly one publisher"),
    ("source", '"Example Trust"', "id:trust", "A publisher is a name in plain text"),
    ("source", "schema:url <https://example.org/report> ;", "", "A source needs exactly one address."),
    ("source", "<https://example.org/report>", "<javascript:alert(1)>", "The address of a source begins with http"),
    ("source", "<https://example.org/report>", '"https://example.org/report"', "The address of a source begins with"),
    ("source", "", f"schema:datePublished {YEAR}", "Two dates of publication are stated."),
    ("source", '"2022-11"^^xsd:gYearMonth', '"2022-00"^^xsd:gYearMonth', "The date of publication is not a date"),
    ("source", "false", '"no"', "remit:secondary is true or false"),
    # the landscape's description
    ("landscape", 'dcterms:title "A land" ;', "", "A landscape needs exactly one title."),
    ("landscape", 'dcterms:description "All of it." ;', "", "A landscape must say once what is in and what is out."),
    ("landscape", '"A land"', '""', "The title of a landscape is not empty."),
    ("landscape", '"All of it."', '" "', "The description of a landscape is not empty."),
    ("landscape", "", "remit:base <https://example.org/other/>", "A landscape needs exactly one base."),
    ("landscape", "<https://example.org/land/> ;", "<https://example.org/land> ;", "The base is an address"),
    ("landscape", f"remit:baseline {DAY} ;", "", "A landscape needs exactly one day to compare with."),
    ("landscape", DAY, YEAR, "remit:baseline is a whole day"),
    ("landscape", "remit:cellPlace place:north ;", "", "A landscape needs at least one place that cells are made for."),
    ("landscape", "place:north", "place:norht", f"remit:cellPlace {UNKNOWN_CONCEPT} places"),
    (
        "landscape",
        "remit:cellPlace place:north ;",
        "remit:cellPlace place:north ; remit:featuredKind kind:colege ;",
        "remit:featuredKind must name a kind",
    ),
    ("landscape", "remit:generalTopic topic:general ;", "", "A landscape needs exactly one topic that means the field"),
    ("landscape", "topic:general", "topic:genral", f"remit:generalTopic {UNKNOWN_CONCEPT} topics"),
    ("landscape", "<https://example.org/licence>", '"free"', "A landscape needs exactly one licence."),
    ("landscape", 'dcterms:creator "Somebody" ;', "", "A landscape must say who made it."),
    ("landscape", ' ;\n  dcterms:issued "2024-05-02"^^xsd:date', "", "A landscape must say once when it was issued."),
    ("landscape", '"2024-05-02"^^xsd:date', '"May"', "dcterms:issued is a whole day"),
    # vocabularies
    ("scheme", "", "skos:broader place:land", "A concept scheme has no such property."),
    ("scheme", "place:land", "place:lant", "skos:hasTopConcept must name a concept"),
    ("scheme", "", "rdfs:isDefinedBy <https://example.org/land/>", "Only the ontology's own lists say what defines"),
    ("concept", "", "remit:oder 2", "A concept has no such property."),
    ("concept", '"Northland"@en', '"Northland"', "The name of a concept is text with a language tag"),
    ("concept", '"The north of the land."@en', '"The north."', "The definition of a concept is one text"),
    ("concept", 'skos:definition "The north of the land."@en ;', "", "The concept has no definition."),
    ("concept", '"The North"@en', '"The North"', "Another name of a concept is text with a language tag."),
    ("concept", "", "skos:inScheme <https://example.org/land/topic>", "A concept stands in exactly one scheme."),
    ("concept", "<https://example.org/land/place>", "<https://example.org/land/palce>", "skos:inScheme must name a"),
    ("concept", "", "skos:topConceptOf place:land", "skos:topConceptOf must name a concept scheme"),
    ("concept", "", "skos:broader topic:general", "Two broader concepts are stated."),
    ("concept", "place:land", "place:lant", "skos:broader must name a concept"),
    ("concept", "", "skos:narrower place:far", "skos:narrower must name a concept"),
    ("concept", "", "skos:related place:far", "skos:related must name a concept"),
    ("concept", "", 'skos:notation "N"@en', "A notation is one plain text"),
    ("concept", "remit:order 2", 'remit:order "second"', "The order of a concept in its scheme is one whole number"),
    ("concept", "remit:order 2", "remit:order 0", "The order of a concept in its scheme is one whole number"),
    ("concept", "remit:order 2 ;", "", "The concept has no place in its scheme."),
    ("concept", "", 'remit:questionStem ""@en', "The stem of a question is one text"),
    ("concept", '"in Northland"@en', '""@en', "The phrase of a question is one text"),
    ("concept", "", "remit:function level:lead", "This is not a function."),
    ("concept", "", 'remit:caption "yes"', "remit:caption is true or false"),
    ("concept", "", 'remit:symbol ""', "A symbol is one character."),
    ("concept", "", 'remit:directProperty "remit:funds"', "A direct property is one property."),
    ("concept", "", 'remit:inverseLabel "funded by"', "An inverse label is one text with a language tag"),
    (
        "concept",
        "<https://example.org/land/place>",
        "<https://w3id.org/remit/level>",
        "The lists of the ontology are closed",
    ),
]


def copies() -> tuple[str, list[str]]:
    """All mistaken copies as one Turtle text, and the address of each."""
    texts, addresses = [], []
    for number, (kind, old, new, _) in enumerate(MISTAKES):
        subject, rest = BLOCKS[kind].split(" a ", 1)
        if old:
            assert old in rest, (kind, old)
            rest = rest.replace(old, new, 1)
        else:
            first, rest = rest.split(" ;", 1)
            rest = f"{first} ; {new} ;{rest}"
        assert subject not in rest or kind == "landscape", (kind, subject)
        texts.append(f"copy:{number} a {rest}")
        addresses.append(f"{BASE}copy/{number}")
    return "\n\n".join(texts), addresses
