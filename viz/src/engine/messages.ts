// What the page and the worker say to each other.

/** A landscape as the worker needs it: what is given (Turtle), the rules in their order, and Oxigraph's module. */
export interface Opening {
  kind: 'open'
  engine: Uint8Array<ArrayBuffer>
  given: string
  rules: [name: string, text: string][]
  base: string
}

/** Which snapshot a question is put to; the dates are days, `without` an organisation's IRI or "". */
export interface Moment {
  asOf: string
  soonUntil: string
  staleBefore: string
  without: string
}

export interface Asking {
  kind: 'ask'
  id: number
  moment: Moment
  sparql: string
  /** rows: text by column, for the views; results: the standard's JSON; graph: N-Triples, of a query that makes a graph. */
  form: 'rows' | 'results' | 'graph'
}

export type Request = Opening | Asking

export type Row = Record<string, string>

export type Answer =
  | { id: number; rows: Row[]; columns: string[] }
  | { id: number; results: string; milliseconds: number }
  | { id: number; error: string }
