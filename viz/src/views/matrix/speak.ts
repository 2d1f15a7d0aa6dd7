// The matrix in words: for tips, for those who hear it, and for its sentence.
import { vocabulary } from '../../data/vocabulary'
import { about } from '../../data/page'
import { andList, capital, count, date, inSentence, localName, number } from '../../words'
import { isChanged, isShort, tally, type Cell } from './cells'
import type { Line } from './layout'

/** The statuses in their order, as IRIs. */
export function statuses(): string[] {
  return vocabulary.list('status').map((status) => status.iri)
}

/** A cell's status in few words: two or more recorded, 3 bodies, said to fall short. */
export function briefly(cell: Cell): string {
  return [
    vocabulary.label(cell.status),
    cell.holders > 1 ? count(cell.holders, 'body') : '',
    isShort(cell) ? 'said to fall short' : '',
    isChanged(cell) ? 'changed' : '',
  ].filter(Boolean).join(', ')
}

/** What else there is to know, beside the status. */
export function flagged(cell: Cell): string {
  return cell.flags.length ? `${capital(andList(cell.flags.map((flag) => vocabulary.label(flag))))}.` : ''
}

/** What the status was on the day to compare with. */
export function changed(cell: Cell): string {
  if (cell.before === undefined) return ''
  const then = cell.before ? vocabulary.label(cell.before) : 'not asked'
  return isChanged(cell) ? `On ${date(about.baseline)}: ${then}. Now: ${vocabulary.label(cell.status)}.` : `The same on ${date(about.baseline)}.`
}

/** What a square stands for: Research, on the topics of Data. */
export function where(row: Line, column: Line): string {
  return `${row.concept.label} × ${inSentence(column.concept.label)}`
}

/** How many of some cells are recorded; of those that match where something is looked for. */
export function amount(cells: Cell[], matching: Set<Cell>, looking: boolean): string {
  if (looking) return `${number(cells.filter((cell) => matching.has(cell)).length)} of ${number(cells.length)}`
  return `${number(cells.filter((cell) => cell.recorded).length)} of ${number(cells.length)}`
}

/** A square of several activities or topics, as one hears it. */
export function summary(cells: Cell[], matching: Set<Cell>, looking: boolean): string {
  const here = looking ? cells.filter((cell) => matching.has(cell)) : cells
  const short = here.filter(isShort).length
  return [
    `${amount(cells, matching, looking)} ${looking ? 'match' : 'recorded'}`,
    ...tally(here, statuses()).map((each) => `${vocabulary.label(each.status)}: ${number(each.count)}`),
    short ? `said to fall short: ${number(short)}` : '',
  ].filter(Boolean).join('; ')
}

/** What there is to say where nobody was found, by status. */
const NOBODY: [name: string, words: (many: string) => string][] = [
  ['confirmed-gap', (many) => `a source reports none for ${many}`],
  ['searched', (many) => `curators looked in vain for ${many}`],
  ['not-recorded', (many) => `there is no record yet for ${many}`],
]

/** The sentence above the matrix. */
export function sentence(shown: Cell[], matching: Set<Cell>, { looking, comparing, also, place, places }: { looking: boolean; comparing: boolean; also: boolean; place: string; places: number }): string {
  const asked = `${capital(count(shown.length, 'question'))} ${place ? `about ${place}` : `in ${count(places, 'place')}`}`
  const here = [...matching]
  const short = here.filter(isShort).length
  const one = here.length === 1
  if (comparing) return `${asked}, of which ${number(here.length)} ${also ? `${one ? 'matches' : 'match'} what you look for and ` : ''}${one ? 'has' : 'have'} another answer than on ${date(about.baseline)}.`
  if (looking) return `${asked}, of which ${number(here.length)} ${one ? 'matches' : 'match'} what you look for.`
  const found = here.filter((cell) => cell.recorded).length
  const many = new Map(tally(here, statuses()).map((each) => [localName(each.status), each.count]))
  const none = NOBODY.flatMap(([name, words]) => (many.has(name) ? [words(number(many.get(name) ?? 0))] : []))
  return `${asked}: a body is recorded for ${number(found)}; ${number(short)} ${short === 1 ? 'is' : 'are'} said to fall short (▾)${none.length ? `; ${andList(none)}` : ''}.`
}
