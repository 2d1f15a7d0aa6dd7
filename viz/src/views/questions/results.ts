// Answers to free SPARQL: the standard's JSON as rows, a graph's N-Triples as triples, each value with what it is.
import type { Row } from '../../engine/messages'
import type { Column } from '../../parts/columns'

export interface Value {
  type: 'uri' | 'literal' | 'bnode'
  value: string
  datatype?: string
  'xml:lang'?: string
}

interface Json {
  head: { vars?: string[] }
  boolean?: boolean
  results?: { bindings: Record<string, Value | undefined>[] }
}

export type Result = { yes: boolean } | { columns: string[]; bindings: Record<string, Value | undefined>[] }

/** Reads the answer to SELECT or ASK. */
export function read(json: string): Result {
  const { head, boolean, results } = JSON.parse(json) as Json
  return boolean === undefined ? { columns: head.vars ?? [], bindings: results?.bindings ?? [] } : { yes: boolean }
}

export interface Triple {
  subject: Value
  predicate: Value
  object: Value
}

const LINE = /^(<[^<>]*>|_:\S+) (<[^<>]*>) (.+) \.$/

/** Reads the answer to CONSTRUCT or DESCRIBE: N-Triples as the engine writes it, one triple a line. */
export function triples(text: string): Triple[] {
  return text.split('\n').filter(Boolean).map((line) => {
    const found = LINE.exec(line)
    if (!found) throw new Error(`This is no triple: ${line}`)
    return { subject: node(found[1]), predicate: node(found[2]), object: node(found[3]) }
  })
}

const ESCAPES: Record<string, string> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' }

function node(text: string): Value {
  if (text.startsWith('<')) return { type: 'uri', value: unescape(text.slice(1, -1)) }
  if (text.startsWith('_:')) return { type: 'bnode', value: text.slice(2) }
  const found = /^"(.*)"(?:@([\w-]+)|\^\^<([^<>]*)>)?$/s.exec(text)
  if (!found) throw new Error(`This is no literal: ${text}`)
  const [, value, language, datatype] = found
  return { type: 'literal', value: unescape(value), ...(language ? { 'xml:lang': language } : {}), ...(datatype ? { datatype } : {}) }
}

function unescape(text: string): string {
  return text.replace(/\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/gs, (_, four?: string, eight?: string, sign?: string) => (sign === undefined ? String.fromCodePoint(parseInt(four ?? eight ?? '', 16)) : (ESCAPES[sign] ?? sign)))
}

/** The key under which a row keeps the IRI whose short form it shows. */
const IRI = ' iri'

/**
 * Bindings as a table: things by a short form, which leads to their card where they have one.
 *
 * @param brief how an IRI is written shortly.
 */
export function table(columns: string[], bindings: Record<string, Value | undefined>[], brief: (iri: string) => string): { columns: Column[]; rows: Row[] } {
  const rows = bindings.map((binding) => {
    const row: Row = {}
    for (const column of columns) {
      const value = binding[column]
      row[column] = value === undefined ? '' : value.type === 'uri' ? brief(value.value) : value.type === 'bnode' ? `_:${value.value}` : value.value
      if (value?.type === 'uri') row[column + IRI] = value.value
    }
    return row
  })
  const numeric = (column: string): boolean => {
    const values = bindings.flatMap((binding) => binding[column] ?? [])
    return values.length > 0 && values.every(({ type, value }) => type === 'literal' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value)) && values.some(({ datatype }) => /#(integer|decimal|double|float|int|long)$/.test(datatype ?? ''))
  }
  return { columns: columns.map((key) => ({ key, label: key, card: key + IRI, kind: numeric(key) ? 'number' : undefined })), rows }
}
