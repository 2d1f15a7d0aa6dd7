"""HermiT: is it consistent, and what belongs to which class?"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterable

from pyoxigraph import RdfFormat, Triple, serialize

from remit.errors import RemitError
from remit.reasoning.java import MEMORY, SECONDS, java, ntriples_file, run
from remit.terms import PREFIXES, REMIT

__all__ = ["classify", "consistent", "ntriples"]


def consistent(triples: Iterable[Triple]) -> bool:
    """Whether all of it can be true at once.

    Raises:
        RemitError: the reasoner failed, for another reason than a contradiction.
    """
    with ntriples_file(ntriples(triples)) as file:
        done = run("hermit", "org.semanticweb.HermiT.cli.CommandLine", "-k", file.as_uri())
    said = done.stdout + done.stderr
    if "owl#Thing is satisfiable" in said:
        return True
    if "owl#Thing is not satisfiable" in said or "InconsistentOntologyException" in said:
        return False
    raise RemitError("HermiT failed.", None, f"It said: {_first(said)}")


def classify(triples: Iterable[Triple]) -> tuple[dict[str, set[str]], list[str]]:
    """The members of each class that the ontology defines by an equivalence, as owlready2 gets them from HermiT.

    Returns:
        The members by class, and the classes that can have none, because their definition contradicts itself.

    Raises:
        RemitError: the reasoner failed, or what it was given is inconsistent.
    """
    import owlready2
    from owlready2 import reasoning

    owlready2.JAVA_EXE = str(java())
    reasoning.JAVA_MEMORY = MEMORY
    # the one place where owlready2 lets its caller say how long Java may run
    reasoning._subprocess_kargs["timeout"] = SECONDS
    world = owlready2.World()
    world.get_ontology(REMIT).load(fileobj=io.BytesIO(ntriples(triples)))
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        raise RemitError("What was to be classified is inconsistent.") from None
    except (owlready2.OwlReadyJavaError, subprocess.SubprocessError, OSError) as error:
        raise RemitError("HermiT failed.", None, f"It said: {_first(str(error))}") from None
    members: dict[str, set[str]] = {}
    for defined in world.classes():
        if defined.iri.startswith(REMIT) and defined.equivalent_to:
            members[defined.iri] = {member.iri for member in defined.instances(world=world)}
    return members, sorted(found.iri for found in world.inconsistent_classes() if found is not owlready2.Nothing)


def ntriples(triples: Iterable[Triple]) -> bytes:
    """Triples as N-Triples, which every reasoner reads."""
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def _first(said: str) -> str:
    lines = [line for line in said.splitlines() if line.strip() and not line.startswith(PREFIXES["owl"])]
    return lines[0][:200] if lines else "nothing"
