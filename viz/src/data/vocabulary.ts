// The words of the landscape: activities, topics, places, kinds and the closed lists, each in its order.
import type { Row } from '../engine/messages'
import { moment } from '../state/explorer.svelte'
import { localName } from '../words'
import { about } from './page'
import { rows } from './store'

export interface Concept {
  iri: string
  /** The last part of the IRI, for style classes and addresses. */
  name: string
  label: string
  definition: string
  scheme: string
  broader: string
  symbol: string
}

const REMIT = 'https://w3id.org/remit/'

class Vocabulary {
  private readonly concepts = new Map<string, Concept>()
  private readonly narrower = new Map<string, Concept[]>()
  private readonly schemeByUse = new Map<string, string>()
  /** The places that are asked about, in their order. */
  places: Concept[] = []

  /** Reads the words that came with the page; they are the same on every date. */
  async load(): Promise<void> {
    const now = moment(about.asOf)
    const [words, cells, organisations, resources] = await Promise.all(
      ['coverage/vocabulary', 'coverage/cells', 'profile/organisation', 'resources/list'].map((name) => rows(name, now)),
    )
    for (const row of words ?? []) this.add(row)
    this.places = (words ?? []).filter((row) => row.cellPlace === 'true').flatMap((row) => this.get(row.concept) ?? [])
    const used = { activity: cells?.[0]?.activity, topic: cells?.[0]?.topic, place: cells?.[0]?.place, kind: organisations?.[0]?.kind, basis: organisations?.[0]?.basis, 'resource-kind': resources?.[0]?.kind }
    for (const [use, iri] of Object.entries(used)) {
      const scheme = this.get(iri ?? '')?.scheme
      if (scheme) this.schemeByUse.set(use, scheme)
    }
  }

  private add(row: Row): void {
    const iri = row.concept
    if (this.concepts.has(iri)) return
    const concept = {
      iri,
      name: localName(iri),
      label: row.conceptLabel,
      definition: row.definition,
      scheme: row.scheme,
      broader: row.broader,
      symbol: row.symbol,
    }
    this.concepts.set(iri, concept)
    this.narrower.set(concept.broader, [...(this.narrower.get(concept.broader) ?? []), concept])
  }

  get(iri: string): Concept | undefined {
    return this.concepts.get(iri)
  }

  /** What people read for a concept; its last part where it is not known. */
  label(iri: string): string {
    return this.get(iri)?.label ?? localName(iri)
  }

  /** The concepts of a list, in their order: of a use (activity, topic, place, kind, basis, resource-kind) or a closed list (status, flag, level …). */
  list(use: string): Concept[] {
    return this.ofScheme(this.schemeByUse.get(use) ?? REMIT + use)
  }

  /** The concepts of a list, in their order, by the list's IRI. */
  ofScheme(scheme: string): Concept[] {
    return [...this.concepts.values()].filter((concept) => concept.scheme === scheme)
  }

  /** The top concepts of a list of two levels: areas of activities, groups of topics. */
  tops(use: string): Concept[] {
    return this.list(use).filter((concept) => !concept.broader)
  }

  /** What is directly beneath a concept, in order. */
  under(iri: string): Concept[] {
    return this.narrower.get(iri) ?? []
  }

  /** The topmost concept above one: an activity's area, a topic's group; itself where nothing is above. */
  top(iri: string): Concept | undefined {
    let concept = this.get(iri)
    for (let above = concept; above; above = this.get(above.broader)) concept = above
    return concept
  }

  /** Whether a concept is another or lies beneath it. */
  within(iri: string, wider: string): boolean {
    for (let concept = this.get(iri); concept; concept = this.get(concept.broader)) if (concept.iri === wider) return true
    return iri === wider
  }
}

export const vocabulary = new Vocabulary()
