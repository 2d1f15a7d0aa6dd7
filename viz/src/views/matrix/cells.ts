// A cell as the matrix shows it: its rows from several questions put side by side. Nothing is decided here.
import type { Row } from '../../engine/messages'

export const SHORT = 'https://w3id.org/remit/flag/said-to-fall-short'

export interface Cell {
  iri: string
  activity: string
  topic: string
  place: string
  question: string
  /** The status, as an IRI. */
  status: string
  /** How many organisations are recorded. */
  holders: number
  /** How many pairs of them have a recorded link. */
  linked: number
  /** Whether one or more is recorded, as the question says. */
  recorded: boolean
  /** Roles behind it, how many of them two publishers back, and the newest date of their sources. */
  roles: number
  corroborated: number
  newest: string
  flags: string[]
  needs: string[]
  /** The status on the day to compare with; "" where it was not asked then, undefined where nothing is compared. */
  before?: string
}

export interface Answers {
  cells: Row[]
  grades: Row[]
  flags: Row[]
  needs: Row[]
  /** The cells on the day to compare with. */
  before?: Row[]
}

/** Rows by the value of a column. */
export function by(rows: Row[], column: string): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const there = found.get(row[column])
    if (there) there.push(row)
    else found.set(row[column], [row])
  }
  return found
}

/** The cells, in the order of the answer. */
export function join({ cells, grades, flags, needs, before }: Answers): Cell[] {
  const grade = new Map(grades.map((row) => [row.cell, row]))
  const flagged = by(flags, 'cell')
  const asking = by(needs, 'cell')
  const then = before && new Map(before.map((row) => [row.cell, row.status]))
  return cells.map((row) => {
    const backed = grade.get(row.cell)
    return {
      iri: row.cell,
      activity: row.activity,
      topic: row.topic,
      place: row.place,
      question: row.question,
      status: row.status,
      holders: Number(row.holderCount),
      linked: Number(row.connectedPairs),
      recorded: backed?.recorded === 'true',
      roles: Number(backed?.roles ?? 0),
      corroborated: Number(backed?.corroborated ?? 0),
      newest: backed?.newest ?? '',
      flags: (flagged.get(row.cell) ?? []).map((each) => each.flag),
      needs: (asking.get(row.cell) ?? []).map((each) => each.need),
      before: then && (then.get(row.cell) ?? ''),
    }
  })
}

/** Whether a source says that there is too little of it. */
export function isShort(cell: Cell): boolean {
  return cell.flags.includes(SHORT)
}

/** Whether the status is another than on the day to compare with. */
export function isChanged(cell: Cell): boolean {
  return cell.before !== undefined && cell.before !== cell.status
}

/** How many of some cells have each status, in the order given; a status without a cell is left out. */
export function tally(cells: Cell[], statuses: string[]): { status: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const cell of cells) counts.set(cell.status, (counts.get(cell.status) ?? 0) + 1)
  return statuses.flatMap((status) => (counts.has(status) ? [{ status, count: counts.get(status) ?? 0 }] : []))
}
