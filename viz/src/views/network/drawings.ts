// The three drawings: who is related to whom, who shares questions with whom, and who works on what.
import type { Row } from '../../engine/messages'
import { capital, count, inSentence, period } from '../../words'
import { addOrganisations, Making, type Bodies, type Graph, type Places } from './model'

/** Organisations and the relationships between them that hold on the date. Every relationship has a row from either end. */
export function relations(places: Places, bodies: Bodies, relationships: Row[]): Graph {
  const making = new Making(places)
  addOrganisations(making, bodies)
  const current = relationships.filter((row) => row.current === 'true')
  const words = new Map<string, Set<string>>()
  for (const row of current) words.set(row.relationship, (words.get(row.relationship) ?? new Set<string>()).add(row.relationLabel))
  const seen = new Set<string>()
  for (const row of current) {
    // one with two notes has two rows from each end
    const key = `${row.relationship} ${row.outgoing}`
    if (seen.has(key)) continue
    seen.add(key)
    // what reads alike from both ends has no direction
    const alike = words.get(row.relationship)?.size === 1
    making.say(row.organisation, row.other, {
      words: row.relationLabel,
      cards: [{ iri: row.relationship, label: 'Evidence' }],
      detail: [period(row.start, row.end), row.gradeLabel].filter(Boolean).join(', '),
      arrow: alike ? '' : row.outgoing === 'true' ? 'to' : 'from',
    })
    making.line(row.organisation, row.other)
  }
  return making.done()
}

/** Organisations that are recorded for the same cells; the line has gaps where no link between them is recorded. */
export function overlaps(places: Places, bodies: Bodies, shared: Row[]): Graph {
  const pairs = new Map<string, Row[]>()
  for (const row of shared) {
    const key = `${row.organisation} ${row.other}`
    pairs.set(key, [...(pairs.get(key) ?? []), row])
  }
  const making = new Making(places)
  const within = new Set(shared.flatMap((row) => [row.organisation, row.other]))
  addOrganisations(making, bodies, (iri) => within.has(iri))
  for (const rows of pairs.values()) {
    const [first] = rows
    const linked = first.linked === 'true'
    const said = {
      words: count(rows.length, 'shared question'),
      cards: rows.map((row) => ({ iri: row.cell, label: row.question })),
      detail: linked ? 'a link is recorded' : 'no link recorded',
      arrow: '' as const,
    }
    making.say(first.organisation, first.other, said)
    making.say(first.other, first.organisation, said)
    making.line(first.organisation, first.other, !linked)
  }
  return making.done()
}

/** Organisations and what they work on: activities, or topics. */
export function work(places: Places, bodies: Bodies, roles: Row[], what: 'activity' | 'topic'): Graph {
  const making = new Making(places)
  const current = roles.filter((row) => row.current === 'true')
  const holders = new Set(current.map((row) => row.organisation))
  for (const row of current) {
    const area = what === 'activity' ? bodies.area(row.activity) : 0
    making.node({ iri: row[what], label: capital(row[`${what}Label`]), kind: capital(what), kindIri: '', area, areas: area ? [area] : [], hub: true, ring: false })
  }
  addOrganisations(making, bodies, (iri) => holders.has(iri))
  const pairs = new Map<string, Map<string, Row>>()
  for (const row of current) {
    const key = `${row.organisation} ${row[what]}`
    pairs.set(key, (pairs.get(key) ?? new Map<string, Row>()).set(row.role, row))
  }
  const other = what === 'activity' ? 'topic' : 'activity'
  for (const held of pairs.values()) {
    const rows = [...held.values()]
    const [first] = rows
    const cards = rows.map((row) => ({ iri: row.role, label: `${capital(row[`${other}Label`])}, ${row.placeLabel}` }))
    const words = count(rows.length, 'role')
    const leads = rows.filter((row) => row.levelLabel === first.levelLabel).length === rows.length ? inSentence(first.levelLabel) : ''
    making.say(first.organisation, first[what], { words: 'works on', cards, detail: [words, leads].filter(Boolean).join(', '), arrow: '' })
    making.say(first[what], first.organisation, { words: 'worked on by', cards, detail: [words, leads].filter(Boolean).join(', '), arrow: '' })
    making.line(first.organisation, first[what])
  }
  return making.done()
}
