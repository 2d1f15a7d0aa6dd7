// Which picture an answer is: things and the lines between them, bars of counts, or none.
import type { Row } from '../../engine/messages'
import { localName } from '../../words'
import type { Triple, Value } from './results'

export interface Graph {
  nodes: { id: string; label: string }[]
  edges: { from: string; to: string; label: string }[]
}

export interface Bars {
  /** What is counted, as the column says. */
  what: string
  bars: { label: string; value: number }[]
}

/** More than this is no picture any more but a thicket; the table tells it better. */
export const MOST_NODES = 150
export const MOST_BARS = 40

/** The two columns that hold organisations, where an answer relates one to another. */
function ends(columns: string[], rows: Row[], isOrganisation: (iri: string) => boolean): [string, string] | undefined {
  const found = columns.filter((column) => columns.includes(`${column}Label`) && rows.some((row) => isOrganisation(row[column])))
  return found.length >= 2 ? [found[0], found[1]] : undefined
}

/** The organisations of an answer that relates them, each once, and the lines between them; undefined where it does not. */
export function relations(columns: string[], rows: Row[], isOrganisation: (iri: string) => boolean): Graph | undefined {
  const pair = ends(columns, rows, isOrganisation)
  if (!pair) return undefined
  const [from, to] = pair
  const nodes = new Map<string, string>()
  const edges = new Map<string, Graph['edges'][number]>()
  for (const row of rows) {
    if (!row[from] || !row[to]) continue
    nodes.set(row[from], row[`${from}Label`])
    nodes.set(row[to], row[`${to}Label`])
    // a relation that is told from both sides is one line
    const [a, b] = row.outgoing === 'false' ? [row[to], row[from]] : [row[from], row[to]]
    const key = row.relationship || [a, b].sort().join(' ')
    if (!edges.has(key)) edges.set(key, { from: a, to: b, label: row.relationLabel ?? '' })
  }
  return edges.size ? { nodes: [...nodes].map(([id, label]) => ({ id, label })), edges: [...edges.values()] } : undefined
}

const NAMES = ['http://www.w3.org/2004/02/skos/core#prefLabel', 'http://www.w3.org/2000/01/rdf-schema#label', 'http://purl.org/dc/terms/title']

/** A graph of triples: things and the properties between them; a name that the graph itself gives is used. */
export function drawn(triples: Triple[], nameOf: (iri: string) => string = localName): Graph | undefined {
  const key = ({ type, value }: Value): string => (type === 'bnode' ? `_:${value}` : value)
  const names = new Map<string, string>()
  for (const { subject, predicate, object } of triples) if (NAMES.includes(predicate.value) && object.type === 'literal') names.set(key(subject), object.value)
  const nodes = new Map<string, string>()
  const edges: Graph['edges'] = []
  for (const { subject, predicate, object } of triples) {
    if (object.type === 'literal') continue
    for (const end of [subject, object]) nodes.set(key(end), names.get(key(end)) ?? (end.type === 'bnode' ? '' : nameOf(end.value)))
    edges.push({ from: key(subject), to: key(object), label: localName(predicate.value) })
  }
  return edges.length ? { nodes: [...nodes].map(([id, label]) => ({ id, label })), edges } : undefined
}

/** The counts of an answer whose rows are each one thing with a number; undefined where they are not. */
export function counts(columns: string[], rows: Row[]): Bars | undefined {
  if (rows.length < 2 || rows.length > MOST_BARS) return undefined
  const filled = columns.filter((column) => rows.some((row) => row[column]))
  const numbers = filled.filter((column) => rows.every((row) => /^\d+$/.test(row[column] ?? '')) && !/^(order|year)$/.test(column))
  const name = filled.find((column) => column.endsWith('Label')) ?? filled.find((column) => !numbers.includes(column))
  const value = numbers.at(0)
  if (!name || !value || new Set(rows.map((row) => row[name])).size !== rows.length) return undefined
  return { what: value, bars: rows.map((row) => ({ label: row[name], value: Number(row[value]) })) }
}
