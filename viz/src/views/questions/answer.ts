// A shipped question's answer as a table for people: names instead of addresses, which lead to the cards of what they name.
import type { Row } from '../../engine/messages'
import { heading, type Column } from '../../parts/columns'
import { localName } from '../../words'

const DATE = /^-?\d{4,}(-\d\d(-\d\d)?)?$/
/** Columns that tell of a thing whose own column holds no name: what a person reads leads to its card. */
const STANDS_FOR: Record<string, string[]> = { question: ['cell'], cellLabel: ['cell'], what: ['record'], says: ['statement'], activityLabel: ['role'], relationLabel: ['relationship'] }

function kindOf(key: string, values: string[]): Column['kind'] {
  if (values.every((value) => value === 'true' || value === 'false')) return 'yes'
  if (/date|start|end|published|newest|year/i.test(key) && values.every((value) => DATE.test(value))) return 'date'
  if (values.every((value) => /^-?\d+$/.test(value))) return 'number'
  if (values.every((value) => /^(https?:|mailto:)/i.test(value))) return 'address'
  return undefined
}

/**
 * The columns that people read, and the rows for them. What is empty throughout is left out.
 *
 * @param about what each column means, by its name.
 * @param hasCard whether a thing has a card.
 * @param base the beginning of the landscape's own addresses.
 * @param given the blanks that are filled in: a column that only repeats one is left out.
 */
export function answerTable(about: Record<string, string>, rows: Row[], hasCard: (iri: string) => boolean, base: string, given: Record<string, string> = {}): { columns: Column[]; rows: Row[] } {
  const names = Object.keys(about)
  const filled = new Map(names.map((name) => [name, rows.map((row) => row[name] ?? '').filter(Boolean)]))
  const columns: Column[] = []
  const bare: string[] = []
  for (const key of names) {
    const values = filled.get(key) ?? []
    if (values.length === 0 || names.includes(`${key}Label`) || (key === 'symbol' && names.includes('status'))) continue
    const own = key.replace(/Label$/, '')
    if (given[own] && rows.every((row) => row[own] === given[own])) continue
    const stands = (STANDS_FOR[key] ?? []).find((thing) => names.includes(thing))
    if (names.some((name) => (STANDS_FOR[name] ?? []).includes(key) && (filled.get(name)?.length ?? 0) > 0)) continue
    const isThing = values.every((value) => hasCard(value) || value.startsWith(base))
    if (isThing) bare.push(key)
    const means = own !== key && /^its (name|title)$/.test(about[key]) ? about[own] : about[key]
    columns.push({
      key,
      label: heading(key),
      about: means,
      kind: key === 'statusLabel' ? 'status' : isThing ? undefined : kindOf(key, values),
      card: key === 'statusLabel' ? 'status' : isThing ? `${key} iri` : own !== key && (filled.get(own) ?? []).some(hasCard) ? own : (stands ?? undefined),
    })
  }
  if (columns.length > 0 && !columns[0].kind) columns[0].head = true
  const shown = bare.length === 0 ? rows : rows.map((row) => ({ ...row, ...Object.fromEntries(bare.flatMap((key) => [[key, row[key] ? localName(row[key]) : ''], [`${key} iri`, row[key] ?? '']])) }))
  return { columns, rows: shown }
}
