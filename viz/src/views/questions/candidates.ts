// What may stand in a blank, by its type: things by their names, as the landscape has them on the page's day.
import { about } from '../../data/page'
import { rows } from '../../data/store'
import { vocabulary } from '../../data/vocabulary'
import { moment } from '../../state/explorer.svelte'

export interface Candidate {
  /** The value: an IRI. */
  value: string
  label: string
  /** Other words under which it is found, and a second line. */
  more: string
  /** Whether it stands beneath another in its list. */
  under: boolean
}

/** Types whose things are listed by a question: its name, the columns of IRI, label and further words. */
const LISTED: Record<string, [question: string, iri: string, label: string, more: string]> = {
  organisation: ['profile/organisation', 'organisation', 'organisationLabel', 'abbreviation'],
  need: ['needs/overall', 'need', 'needLabel', 'kindLabel'],
  resource: ['resources/list', 'resource', 'resourceLabel', 'kindLabel'],
  source: ['quality/sources', 'source', 'title', 'publisher'],
  class: ['coverage/acting-as', 'class', 'classLabel', ''],
  cell: ['coverage/cells', 'cell', 'question', 'statusLabel'],
}

/** Types whose words are a list of which a question uses one: its name, and the column. */
const USED: Record<string, [question: string, column: string]> = {
  modality: ['resources/modalities', 'modality'],
  'need-kind': ['needs/overall', 'kind'],
}

const FREE = new Set(['text', 'integer', 'date'])

/** Whether anything may be written: there is no list to choose from. */
export function isFree(type: string): boolean {
  return FREE.has(type)
}

const known = new Map<string, Promise<Candidate[]>>()

/** The candidates for a type, in the order of their list; none for text, numbers and dates. */
export function candidates(type: string): Promise<Candidate[]> {
  const found = known.get(type) ?? read(type)
  known.set(type, found)
  found.catch(() => known.delete(type))
  return found
}

async function read(type: string): Promise<Candidate[]> {
  if (isFree(type)) return []
  const now = moment(about.asOf)
  if (type in LISTED) {
    const [name, iri, label, more] = LISTED[type]
    const seen = new Set<string>()
    return (await rows(name, now)).filter((row) => !seen.has(row[iri]) && seen.add(row[iri])).map((row) => ({ value: row[iri], label: row[label], more: row[more] ?? '', under: false }))
  }
  let list = vocabulary.list(type)
  if (type in USED) {
    const [name, column] = USED[type]
    const scheme = vocabulary.get((await rows(name, now))[0]?.[column] ?? '')?.scheme ?? ''
    list = vocabulary.ofScheme(scheme)
  }
  return list.map((concept) => ({ value: concept.iri, label: concept.label, more: concept.symbol, under: vocabulary.get(concept.broader) !== undefined }))
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The candidates that hold all words that were typed, those that begin with them first. */
export function matching(all: Candidate[], typed: string): Candidate[] {
  const wanted = fold(typed).trim()
  if (!wanted) return all
  const words = wanted.split(/\s+/)
  const hits = all.filter(({ label, more }) => words.every((word) => fold(`${label} ${more}`).includes(word)))
  const rank = ({ label, more }: Candidate): number => (fold(label) === wanted || fold(more) === wanted ? 0 : fold(label).startsWith(wanted) ? 1 : 2)
  return hits.toSorted((a, b) => rank(a) - rank(b))
}
