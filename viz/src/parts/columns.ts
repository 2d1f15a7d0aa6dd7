// Columns of a table: what stands in a cell, how rows are sorted by it, and the table as it leaves the page.
import type { Row } from '../engine/messages'
import type { TableOut } from '../out/table'
import { capital, date, number } from '../words'

export interface Column {
  key: string
  label: string
  /** How a value is shown and sorted; text where it is left out. */
  kind?: 'number' | 'date' | 'yes' | 'address' | 'status'
  /** What the column means. */
  about?: string
  /** The column that holds the IRI of what this one names: the cell leads to its card. */
  card?: string
  /** The column that names the row. */
  head?: boolean
}

const compare = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' }).compare

/** A value as people read it. */
export function shown(value: string, kind?: Column['kind']): string {
  if (kind === 'date') return date(value)
  if (kind === 'yes') return value === 'true' ? 'yes' : value === 'false' ? 'no' : value
  if (kind === 'number' && /^-?\d+$/.test(value)) return number(value)
  return value
}

/** The rows sorted by a column (`-key` the other way round); what is empty comes last, equals keep their order. */
export function sorted(rows: Row[], sort: string, columns: Column[]): Row[] {
  const down = sort.startsWith('-')
  const column = columns.find((each) => each.key === sort.replace(/^-/, ''))
  if (!column) return rows
  const { key, kind } = column
  return rows.toSorted((a, b) => {
    const [first, second] = [a[key] ?? '', b[key] ?? '']
    if (first === '' || second === '') return Number(first === '') - Number(second === '')
    const order = kind === 'number' ? Number(first) - Number(second) : kind === 'date' ? Number(first > second) - Number(first < second) : compare(first, second)
    return down ? -order : order
  })
}

/** What a click on a column's head sorts by next: up, then down, then as it came. */
export function nextSort(sort: string, key: string): string {
  if (sort === key) return `-${key}`
  return sort === `-${key}` ? '' : key
}

/** The table with what its cells show. */
export function tableOut(columns: Column[], rows: Row[]): TableOut {
  const written = (row: Row, { key, kind }: Column): string => (kind === 'yes' ? shown(row[key] ?? '', kind) : (row[key] ?? ''))
  return {
    columns: columns.map(({ key, label }) => [key, label]),
    rows: rows.map((row) => Object.fromEntries(columns.map((column) => [column.key, written(row, column)]))),
  }
}

/** A column's name as a heading: organisationLabel, holderCount → Organisation, Holder count. */
export function heading(name: string): string {
  const words = name.replace(/Label$/, '').replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/_/g, ' ').toLowerCase()
  return capital(words)
}
