// A cell's answer in one sentence, and what else its tip says: from what is recorded, in the words of the site.
import type { Row } from '../../engine/messages'
import { andList, capital, count, date, fullStop, localName, plural, shortList } from '../../words'
import type { Cell } from './cells'

/** The names behind a cell by the reason for which they stand there, and what somebody says about it. */
export interface Known {
  names: Map<string, string[]>
  said: { result: string; stands: boolean; date: string; searchedIn: string[] }[]
}

export const NOTHING: Known = { names: new Map(), said: [] }

/** What is known of each cell, from the roles behind cells and the assessments of cells. */
export function known(holders: Row[], assessments: Row[]): Map<string, Known> {
  const found = new Map<string, Known>()
  const at = (cell: string): Known => {
    const there = found.get(cell) ?? { names: new Map<string, string[]>(), said: [] }
    found.set(cell, there)
    return there
  }
  for (const { cell, reason, organisationLabel } of holders) {
    const { names } = at(cell)
    const there = names.get(reason) ?? []
    if (!there.includes(organisationLabel)) names.set(reason, [...there, organisationLabel])
  }
  const seen = new Map<string, Known['said'][number]>()
  for (const row of assessments) {
    const key = `${row.cell} ${row.assessment}`
    let said = seen.get(key)
    if (!said) {
      said = { result: localName(row.result), stands: row.stands === 'true', date: row.date, searchedIn: [] }
      seen.set(key, said)
      at(row.cell).said.push(said)
    }
    if (row.searchedIn && !said.searchedIn.includes(row.searchedIn)) said.searchedIn.push(row.searchedIn)
  }
  return found
}

function names({ names: there }: Known, reason: string): string {
  return shortList(there.get(reason) ?? [], 4)
}

function recorded(cell: Cell, about: Known): string {
  return `${capital(count(cell.holders, 'body'))} recorded: ${names(about, 'covering')}`
}

function crowded(cell: Cell, about: Known): string {
  const pairs = (cell.holders * (cell.holders - 1)) / 2
  const links = cell.linked ? `${String(cell.linked)} of their ${String(pairs)} pairs ${cell.linked === 1 ? 'has' : 'have'} a recorded link` : 'no link between them is recorded'
  return `${recorded(cell, about)}; ${links}`
}

function reported(about: Known): string {
  const dates = about.said.filter((each) => each.stands).map((each) => (each.date ? date(each.date) : 'undated'))
  return `A source reports none${dates.length ? ` (${andList(new Set(dates))})` : ''}`
}

function contested(cell: Cell, about: Known): string {
  if (cell.holders) return `${reported(about)}, yet ${count(cell.holders, 'body')} recorded: ${names(about, 'covering')}`
  return `${reported(about)}, yet recorded, not confirmed as still running: ${names(about, 'doubtful')}`
}

function searched(about: Known): string {
  const looked = about.said.filter((each) => each.result === 'searched')
  const where = looked.map((each) => [date(each.date), ...each.searchedIn].filter(Boolean).join(', ')).filter(Boolean)
  return `Looked for, none found${where.length ? `: ${where.slice(0, 2).join('; ')}` : ''}`
}

const SENTENCES: Record<string, (cell: Cell, about: Known) => string> = {
  contested,
  crowded,
  covered: recorded,
  single: recorded,
  'confirmed-gap': (_, about) => reported(about),
  unconfirmed: (_, about) => `Recorded, not confirmed as still running: ${names(about, 'doubtful')}`,
  'general-only': (_, about) => `Only bodies with a general remit are recorded: ${names(about, 'general')}`,
  announced: (_, about) => `Announced: ${names(about, 'announced')}`,
  searched: (_, about) => searched(about),
  lapsed: (_, about) => `Recorded as ended: ${names(about, 'former')}`,
  'not-recorded': () => 'No record yet: nothing is recorded, no source reports an absence, and no search is recorded',
}

/** The answer to a cell's question. */
export function answer(cell: Cell, about: Known): string {
  const sentence = SENTENCES[localName(cell.status)]
  return sentence ? fullStop(sentence(cell, about).replace(/: $/, '')) : ''
}

/** How well the roles behind a cell are backed; "" where there are none. */
export function backing(cell: Cell): string {
  if (!cell.roles) return ''
  const newest = cell.newest ? `newest source ${date(cell.newest)}` : 'its sources bear no date'
  return `${String(cell.corroborated)} of ${String(cell.roles)} ${plural(cell.roles, 'role')} corroborated, ${newest}.`
}
