// Words that several cards share.
import type { Row } from '../engine/messages'
import { vocabulary, type Concept } from '../data/vocabulary'
import { capital, count, period, shortList } from '../words'

/** The rows of an answer, one for each thing: a list on the page names each once. */
export function unique(rows: Row[], column: string): Row[] {
  const seen = new Set<string>()
  return rows.filter((row) => !seen.has(row[column]) && seen.add(row[column]))
}

/** Why a role stands in a cell, in words for people, in the order of the card. */
export const REASONS: [reason: string, words: string][] = [
  ['covering', 'Recorded'],
  ['within', 'Recorded, as part of a body that is recorded too'],
  ['doubtful', 'Recorded, not confirmed as still running'],
  ['general', 'With a general remit'],
  ['announced', 'Announced'],
  ['former', 'Recorded as ended'],
]

const STANDINGS: Record<string, string> = { former: 'ended', announced: 'planned' }

/** Level, period and grade of a role, as far as they are stated. */
export function roleFacts(row: Row): string {
  const when = period(row.start, row.end, STANDINGS[row.reason] ?? row.standingLabel)
  return [row.levelLabel, row.rolePlaceLabel, when].filter(Boolean).join(', ')
}

/** The concept of an evidence grade by what people read for it. */
export function grade(label: string): Concept | undefined {
  return vocabulary.list('grade').find((concept) => concept.label === label)
}

/** What answers a cell's question, in one sentence: "Three recorded: A, B and C." */
export function answer(cell: Row, holders: Row[]): string {
  const names = [...new Set(holders.filter((row) => row.reason === 'covering').map((row) => row.organisationLabel))]
  if (names.length) return `${capital(count(names.length, 'body', 'bodies'))} recorded: ${shortList(names, 7)}.`
  const concept = vocabulary.get(cell.status)
  return concept ? `${capital(concept.label)}.` : ''
}
