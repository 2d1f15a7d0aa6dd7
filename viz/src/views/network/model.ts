// A network as the picture and the list show it: bodies, lines between them, and what each line says from either end.
import type { Row } from '../../engine/messages'

/** What one line says, read from one of its ends. */
export interface Said {
  /** The other end, as an index among the nodes. */
  other: number
  /** The words that stand before the other's name: funds, funded by, for three of the same questions. */
  words: string
  /** Things with a card that say so: a relationship, shared cells, roles. */
  cards: { iri: string; label: string }[]
  /** When it holds and how well it is backed, "" where nothing is to be said. */
  detail: string
  /** Whether an arrow leads to the other end, from it, or neither. */
  arrow: 'to' | 'from' | ''
}

export interface Node {
  iri: string
  label: string
  /** The name in the picture: an abbreviation, or the name, cut where it is long. */
  short: string
  /** What it is: the kind of organisation, an activity, a topic. */
  kind: string
  kindIri: string
  /** The number of its main area in the vocabulary, 0 for none; and of all its areas. */
  area: number
  areas: number[]
  /** Whether it is an activity or topic, which gathers others. */
  hub: boolean
  /** Whether the published figure's caption names it. */
  ring: boolean
  x: number
  y: number
  /** The mark's radius in px at full size. */
  r: number
  said: Said[]
}

export interface Line {
  a: number
  b: number
  /** Drawn with gaps: what it stands for is less than a recorded link. */
  broken: boolean
}

export interface Graph {
  nodes: Node[]
  lines: Line[]
  /** The block of bodies without a line, in the picture's px. */
  apart: [left: number, top: number, right: number, bottom: number] | undefined
}

/** A drawing's places, as the program laid them out. */
export interface Places {
  at: Record<string, [x: number, y: number, radius: number]>
  apart: [number, number, number, number] | null
}

export const LONGEST = 30

/** A name for the picture. */
export function shorten(name: string): string {
  if (name.length <= LONGEST) return name
  const cut = name.slice(0, LONGEST)
  const at = cut.lastIndexOf(' ')
  return `${(at > LONGEST / 2 ? cut.slice(0, at) : cut).replace(/[\s,;:(–-]+$/, '')}…`
}

/** Gathers nodes and lines; a line between two bodies stands once, however much is said of them. */
export class Making {
  private readonly index = new Map<string, number>()
  private readonly pairs = new Map<string, Line>()
  readonly nodes: Node[] = []

  constructor(private readonly places: Places) {}

  /** Takes a node in, at its place; one that has none (it cannot be in the picture then) is left out. */
  node(about: Omit<Node, 'x' | 'y' | 'r' | 'said' | 'short'> & { abbreviation?: string }): void {
    const place = this.places.at[about.iri]
    if (!place || this.index.has(about.iri)) return
    this.index.set(about.iri, this.nodes.length)
    const { abbreviation, ...rest } = about
    this.nodes.push({ ...rest, short: shorten(abbreviation || about.label), x: place[0], y: place[1], r: place[2], said: [] })
  }

  at(iri: string): number | undefined {
    return this.index.get(iri)
  }

  /** Says something of a node's link to another; both must have been taken in. */
  say(from: string, to: string, said: Omit<Said, 'other'>): void {
    const a = this.index.get(from)
    const b = this.index.get(to)
    if (a === undefined || b === undefined || a === b) return
    this.nodes[a]?.said.push({ other: b, ...said })
  }

  line(from: string, to: string, broken = false): void {
    const a = this.index.get(from)
    const b = this.index.get(to)
    if (a === undefined || b === undefined || a === b) return
    const key = a < b ? `${String(a)} ${String(b)}` : `${String(b)} ${String(a)}`
    const known = this.pairs.get(key)
    if (known) known.broken &&= broken
    else this.pairs.set(key, { a: Math.min(a, b), b: Math.max(a, b), broken })
  }

  done(): Graph {
    return { nodes: this.nodes, lines: [...this.pairs.values()], apart: this.places.apart ?? undefined }
  }
}

/** What every drawing needs to know of the organisations. */
export interface Bodies {
  organisations: Row[]
  lanes: Row[]
  /** The number of an area in the vocabulary, from 1. */
  area: (iri: string) => number
}

/** Takes in the organisations that exist on the date, each with its areas. */
export function addOrganisations(making: Making, { organisations, lanes, area }: Bodies, wanted: (iri: string) => boolean = () => true): void {
  const main = new Map<string, number>()
  const all = new Map<string, Set<number>>()
  for (const row of lanes) {
    if (!row.area) continue
    const number = area(row.area)
    if (row.main === 'true') main.set(row.organisation, number)
    all.set(row.organisation, (all.get(row.organisation) ?? new Set<number>()).add(number))
  }
  const ringed = new Set(organisations.filter((row) => row.caption === 'true').map((row) => row.organisation))
  for (const row of organisations) {
    if (row.current !== 'true' || !wanted(row.organisation)) continue
    making.node({
      iri: row.organisation, label: row.organisationLabel, abbreviation: row.abbreviation, kind: row.kindLabel, kindIri: row.kind,
      area: main.get(row.organisation) ?? 0, areas: [...(all.get(row.organisation) ?? [])].sort((a, b) => a - b), hub: false, ring: ringed.has(row.organisation),
    })
  }
}

/** How many others a node is linked to. */
export function links(node: Node): number {
  return new Set(node.said.map((said) => said.other)).size
}

/** The nodes by the number of their links, the best connected first; activities and topics before organisations. */
export function ranked(graph: Graph): number[] {
  const many = graph.nodes.map(links)
  const name = (at: number): string => graph.nodes[at]?.label.toLowerCase() ?? ''
  return graph.nodes.map((_, at) => at).sort((a, b) => Number(graph.nodes[b].hub) - Number(graph.nodes[a].hub) || (many[b] ?? 0) - (many[a] ?? 0) || name(a).localeCompare(name(b)))
}
