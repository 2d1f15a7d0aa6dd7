// What a meeting asks first, in this order: each a shipped question, put as a person reads it.

export interface First {
  question: string
  title: string
  /** What the lines are, and what they are not. */
  says: string
  /** Where all of them are shown. */
  view: string
  params: Record<string, string>
  /** What the link to all of them adds. */
  all?: string
}

export const FIRST: First[] = [
  { question: 'gaps/recorded-yet-said-to-fall-short', title: 'Recorded, yet said to fall short', says: 'Somebody is recorded, and a source says that it is not enough.', view: 'questions', params: { 'o-q': 'gaps/recorded-yet-said-to-fall-short' }, all: 'with what is said, and by whom' },
  { question: 'gaps/confirmed-gap', title: 'A source reports none', says: 'Nobody is recorded, and somebody has said so.', view: 'matrix', params: { status: 'remit:status/confirmed-gap' } },
  { question: 'gaps/single', title: 'Rests on one body', says: 'One body is recorded; there may be others that are not.', view: 'matrix', params: { status: 'remit:status/single' } },
  { question: 'gaps/searched', title: 'Looked for, none found', says: 'Curators searched in named places and found nobody.', view: 'matrix', params: { status: 'remit:status/searched' } },
  { question: 'gaps/not-recorded', title: 'No record yet', says: 'The landscape does not know. This is a list of work, not of what is missing.', view: 'matrix', params: { status: 'remit:status/not-recorded' } },
]

export interface Line {
  cell: string
  question: string
  needs: number
  /** The same activity and topic in other places, in the order of the answer. */
  also: { cell: string; place: string }[]
}

/** The cells of an answer, one line for each activity and topic, those that most needs ask for first. */
export function foremost(rows: Record<string, string>[], needs: Map<string, number>): Line[] {
  const lines = new Map<string, Line>()
  const seen = new Set<string>()
  for (const row of rows) {
    if (seen.has(row.cell)) continue
    seen.add(row.cell)
    const key = `${row.activity} ${row.topic}`
    const line = lines.get(key)
    if (line) line.also.push({ cell: row.cell, place: row.placeLabel })
    else lines.set(key, { cell: row.cell, question: row.question, needs: needs.get(row.cell) ?? 0, also: [] })
  }
  return [...lines.values()].sort((a, b) => b.needs - a.needs)
}

/** How many cells some lines stand for. */
export function cellsOf(lines: Line[]): number {
  return lines.reduce((sum, line) => sum + 1 + line.also.length, 0)
}
