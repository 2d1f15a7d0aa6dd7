// What statements rest on: their sources, which are the same on every date.
import type { Row } from '../engine/messages'
import { about } from '../data/page'
import { rows } from '../data/store'
import { moment } from '../state/explorer.svelte'
import { date } from '../words'

export interface Source {
  iri: string
  title: string
  publisher: string
  /** An address to open, "" where what is stated is none. */
  url: string
  /** When it was published, in words; "undated" is said. */
  published: string
  secondary: boolean
}

interface Known {
  sources: Map<string, Source>
  citations: Map<string, string[]>
}

let known: Promise<Known> | undefined

function source(row: Row): Source {
  return {
    iri: row.source,
    title: row.title,
    publisher: row.publisher,
    url: safe(row.url),
    published: date(row.published) || 'undated',
    secondary: row.secondary === 'true',
  }
}

async function read(): Promise<Known> {
  const now = moment(about.asOf)
  const [sources, citations] = await Promise.all([rows('quality/sources', now), rows('quality/citations', now)])
  const cited = new Map<string, string[]>()
  for (const row of citations) {
    const already = cited.get(row.statement)
    if (already) already.push(row.source)
    else cited.set(row.statement, [row.source])
  }
  return { sources: new Map(sources.map((row) => [row.source, source(row)])), citations: cited }
}

/** The sources of some statements, each once, in the order in which they are first cited. */
export async function sourcesOf(statements: string[]): Promise<Source[]> {
  known ??= read()
  const { sources, citations } = await known
  const found = new Set(statements.flatMap((statement) => citations.get(statement) ?? []))
  return [...found].flatMap((iri) => sources.get(iri) ?? [])
}

/** An address that may be followed: http, https or mail; "" for anything else. */
export function safe(address: string): string {
  try {
    const { protocol, href } = new URL(address)
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : ''
  } catch {
    return ''
  }
}
