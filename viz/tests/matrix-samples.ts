// Cells, rows and concepts to test with.
import type { Concept } from '../src/data/vocabulary'
import type { Row } from '../src/engine/messages'
import type { Cell } from '../src/views/matrix/cells'

const BASE = 'https://w3id.org/remit/status/'
export const STATUS = {
  single: `${BASE}single`, covered: `${BASE}covered`, crowded: `${BASE}crowded`, contested: `${BASE}contested`, searched: `${BASE}searched`,
  none: `${BASE}confirmed-gap`, unknown: `${BASE}not-recorded`, general: `${BASE}general-only`,
}

/** A row whose other columns are empty. */
export function row(values: Record<string, string>): Row {
  return new Proxy(values, { get: (target, name) => target[String(name)] ?? '' })
}

export function cell(values: Partial<Cell> = {}): Cell {
  return {
    iri: 'cell', activity: 'activity/a', topic: 'topic/t', place: 'place/p', question: 'Who does a on t?', status: STATUS.single,
    holders: 1, linked: 0, recorded: true, roles: 1, corroborated: 0, newest: '', flags: [], needs: [], ...values,
  }
}

export function concept(iri: string, broader = ''): Concept {
  return { iri, name: iri, label: iri, definition: '', scheme: '', broader, symbol: '' }
}
