// The organogram's content: every body once, in the lane of its main area, by kind, its parts beneath it.
import type { Row } from '../../engine/messages'

export interface Body {
  iri: string
  label: string
  abbreviation: string
  kind: string
  /** Its place in the order of the bases: 0 for what a published figure's caption names. */
  basis: number
  /** Whether the caption names it. */
  ring: boolean
  current: boolean
  start: string
  end: string
  /** The number of its main area, 0 for none; and of the other areas in which it has roles. */
  area: number
  others: number[]
  roles: number
  /** Parts that stand beneath it. */
  parts: Body[]
  /** What it is part of, where that stands elsewhere or is not shown. */
  partOf: { iri: string; label: string }[]
}

export interface Kind {
  iri: string
  label: string
  /** What stands here directly; parts are beneath. */
  bodies: Body[]
  /** With parts. */
  count: number
}

export interface Lane {
  /** The area's number; 0 for the bodies without a role that holds. */
  area: number
  kinds: Kind[]
  count: number
  /** Bodies of other lanes that have roles here too. */
  also: Body[]
}

export interface Material {
  organisations: Row[]
  lanes: Row[]
  parts: Row[]
  /** The number of an area or basis in the vocabulary: areas from 1, bases from 0. */
  area: (iri: string) => number
  basis: (iri: string) => number
  /** The kinds in their order. */
  kinds: string[]
}

/** All bodies, each with its areas; parts are not yet beneath their wholes. */
export function bodies({ organisations, lanes, area, basis }: Material): Map<string, Body> {
  const found = new Map<string, Body>()
  for (const row of organisations) {
    const known = found.get(row.organisation)
    if (known) {
      // one with two bases has two rows
      known.basis = Math.min(known.basis, basis(row.basis))
      known.ring ||= row.caption === 'true'
      continue
    }
    found.set(row.organisation, {
      iri: row.organisation, label: row.organisationLabel, abbreviation: row.abbreviation, kind: row.kind,
      basis: basis(row.basis), ring: row.caption === 'true', current: row.current === 'true', start: row.start, end: row.end,
      area: 0, others: [], roles: 0, parts: [], partOf: [],
    })
  }
  const seen = new Set<string>()
  for (const row of lanes) {
    const body = found.get(row.organisation)
    const key = `${row.organisation} ${row.area}`
    if (!body || !row.area || seen.has(key)) continue
    seen.add(key)
    body.roles += Number(row.roles)
    if (row.main === 'true') body.area = area(row.area)
    else body.others.push(area(row.area))
  }
  return found
}

/** How many bodies each basis shows, those before it included. */
export function counts(all: Iterable<Body>, bases: number): number[] {
  const many = Array.from({ length: bases }, () => 0)
  for (const body of all) for (let at = body.basis; at < bases; at++) many[at] = (many[at] ?? 0) + 1
  return many
}

/** Puts bodies into lanes: what the caption names first, then by the number of roles. */
export function arrange(shown: Body[], { parts, kinds }: Material, kindLabel: (iri: string) => string, areas: number): Lane[] {
  const inside = new Map(shown.map((body) => [body.iri, { ...body, parts: [] as Body[], partOf: [] as Body['partOf'] }]))
  const beneath = new Set<string>()
  for (const row of parts) {
    const part = inside.get(row.part)
    if (row.direct !== 'true' || !part) continue
    const whole = inside.get(row.organisation)
    if (whole && whole.area === part.area && !beneath.has(part.iri) && !under(part, whole)) {
      whole.parts.push(part)
      beneath.add(part.iri)
    } else part.partOf.push({ iri: row.organisation, label: row.organisationLabel })
  }
  const all = [...inside.values()]
  for (const body of all) body.parts.sort(first)
  const order = new Map(kinds.map((kind, at) => [kind, at]))
  return [...Array.from({ length: areas }, (_, at) => at + 1), 0].map((area) => {
    const byKind = new Map<string, Body[]>()
    const here = all.filter((body) => body.area === area)
    for (const body of here) if (!beneath.has(body.iri)) byKind.set(body.kind, [...(byKind.get(body.kind) ?? []), body])
    const sorted = [...byKind].sort(([a], [b]) => (order.get(a) ?? 999) - (order.get(b) ?? 999))
    return {
      area,
      count: here.length,
      kinds: sorted.map(([iri, list]) => ({ iri, label: kindLabel(iri), bodies: list.sort(first), count: list.reduce((sum, body) => sum + size(body), 0) })),
      also: area ? all.filter((body) => body.others.includes(area)).sort(first) : [],
    }
  })
}

/** Whether a body stands beneath another already (records may run in circles). */
function under(above: Body, body: Body): boolean {
  return above === body || above.parts.some((part) => under(part, body))
}

/** A body with all its parts. */
export function size(body: Body): number {
  return body.parts.reduce((sum, part) => sum + size(part), 1)
}

function first(a: Body, b: Body): number {
  return Number(b.ring) - Number(a.ring) || a.basis - b.basis || b.roles - a.roles || a.label.localeCompare(b.label)
}

/** A body and all beneath it. */
export function* whole(body: Body): Generator<Body> {
  yield body
  for (const part of body.parts) yield* whole(part)
}

/** The bodies of a kind that are shown: all, or the first few and those that must be seen. */
export function opened(kind: Kind, open: boolean, most: number, needed: (body: Body) => boolean): Body[] {
  // one more than few is shown rather than hidden behind a button of the same size
  if (open || kind.bodies.length <= most + 1) return kind.bodies
  return kind.bodies.filter((body, at) => at < most || [...whole(body)].some(needed))
}

/** What links a body to another: the words as they read from the body in hand, and as they read from the other. */
export interface Link {
  label: string
  words: string[]
  back: string[]
  relationship: string
}

/** What links a body to others on the date, by the other's IRI. Every relationship has a row from either end. */
export function related(relationships: Row[], held: string): Map<string, Link> {
  const found = new Map<string, Link>()
  const link = (iri: string, label: string, relationship: string): Link => {
    const known = found.get(iri) ?? { label, words: [], back: [], relationship }
    found.set(iri, known)
    return known
  }
  for (const row of relationships) {
    if (row.current !== 'true' || row.organisation === row.other) continue
    if (row.organisation === held) add(link(row.other, row.otherLabel, row.relationship).words, row.relationLabel)
    else if (row.other === held) add(link(row.organisation, row.organisationLabel, row.relationship).back, row.relationLabel)
  }
  return found
}

function add(list: string[], word: string): void {
  if (!list.includes(word)) list.push(word)
}
