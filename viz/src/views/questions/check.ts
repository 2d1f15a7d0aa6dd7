// Looks at a query before it runs: what it is, whether it may run here, and where it is not SPARQL.
// It reads the parsed query, so that a word in a literal, a comment or an address is only a word.
import { Parser } from '@traqula/parser-sparql-1-1'

export type Form = 'select' | 'ask' | 'construct' | 'describe'

export interface Place {
  line: number
  column: number
}

/** A query that may run, or why it does not, with the place of a fault in its writing. */
export type Checked = { form: Form } | { refused: string; at?: Place }

interface Fault {
  message: string
  token: { startOffset: number; image: string }
}

/** Carries the place of the first fault out of the parser. */
class Wrong extends Error {
  constructor(message: string, readonly offset: number) {
    super(message)
  }
}

let parser: Parser | undefined

/** The parser is large to set up: it is made when it is first needed. */
function parse(text: string): unknown {
  const errorHandler = ([fault]: Fault[]): never => {
    const { startOffset, image } = fault.token
    throw new Wrong(image ? `“${image}” cannot stand here.` : 'The query ends too early.', startOffset)
  }
  // the handler is among the options that the parser hands on, though its types do not name it
  parser ??= new Parser({ lexerConfig: { positionTracking: 'full' }, ...({ errorHandler } as object) })
  return parser.parse(text)
}

const REFUSED = {
  service: 'SERVICE asks another server, and this page reaches no network. Ask for what the landscape holds, without SERVICE.',
  from: 'FROM reads other data, and this page reaches no network. The landscape is what is asked: leave FROM out.',
  update: 'This changes data. The landscape can be asked here, not changed: write SELECT, ASK, CONSTRUCT or DESCRIBE.',
  empty: 'There is no query yet. Begin with SELECT.',
}

/** Checks a query's text; it never throws. */
export function check(text: string): Checked {
  let parsed: unknown
  try {
    parsed = parse(text)
  } catch (error) {
    const offset = where(text, error)
    const at = offset === undefined ? undefined : place(text, offset)
    return { refused: sentence(error), at }
  }
  const query = parsed as { type?: string; subType?: string; updates?: { operation?: unknown }[] }
  if (query.type === 'update') return { refused: query.updates?.some((each) => each.operation) ? REFUSED.update : REFUSED.empty }
  const refused = forbidden(parsed)
  return refused ? { refused: REFUSED[refused] } : { form: query.subType as Form }
}

/** The first thing in a parsed query that does not run here. */
function forbidden(node: unknown): 'service' | 'from' | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const { type, subType, clauses } = node as { type?: string; subType?: string; clauses?: unknown[] }
  if (type === 'pattern' && subType === 'service') return 'service'
  if (type === 'datasetClauses' && clauses?.length) return 'from'
  for (const inner of Object.values(node)) {
    const found = forbidden(inner)
    if (found) return found
  }
  return undefined
}

function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const sign = /^unexpected character: ->(.*?)<-/su.exec(message)?.[1]
  if (sign !== undefined) return `“${sign}” begins nothing that SPARQL knows.`
  const prefix = /^Unknown prefix: (.*)/s.exec(message)?.[1]
  if (prefix !== undefined) return `The prefix “${prefix}:” is not declared. Add PREFIX ${prefix}: <…> on top.`
  const text = message.split('\n')[0].slice(0, 300)
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`
}

function where(text: string, error: unknown): number | undefined {
  if (error instanceof Wrong) return Number.isNaN(error.offset) ? text.trimEnd().length : error.offset
  const message = error instanceof Error ? error.message : ''
  const offset = /at offset: (\d+)/.exec(message)?.[1]
  if (offset !== undefined) return Number(offset)
  const prefix = /^Unknown prefix: (.*)/s.exec(message)?.[1]
  const variable = /[Vv]ariable \??(\w+)/.exec(message)?.[1]
  const at = prefix !== undefined ? text.search(new RegExp(`(?<![\\w<:/])${prefix}:`)) : variable ? text.lastIndexOf(`?${variable}`) : -1
  return at < 0 ? undefined : at
}

/** Line and column of a place in a text, both from 1. */
export function place(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before[before.length - 1]?.length ?? 0) + 1 }
}

/** What the engine says of a query, for people: its list of all that it expected is left out. */
export function fromEngine(message: string): string {
  const read = /^(?:Error: )?error at (\d+):(\d+): (.*)/s.exec(message)
  if (!read) return message
  const [, line, column, says] = read
  const why = /expected one of ([A-Z][a-z][^,[]*)/.exec(says)?.[1]
  return `Line ${line}, column ${column}: ${why ?? 'something else is expected here'}.`
}
