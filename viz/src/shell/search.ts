// What can be found by name: organisations (with abbreviations and former names), topics, activities, needs, resources.
import { about } from '../data/page'
import { rows } from '../data/store'
import { vocabulary } from '../data/vocabulary'
import { moment } from '../state/explorer.svelte'
import { capital } from '../words'
import type { Entry } from './ranking'

let entries: Promise<Entry[]> | undefined

/** Everything that has a name, read once. */
export function index(): Promise<Entry[]> {
  entries ??= read()
  return entries
}

async function read(): Promise<Entry[]> {
  const now = moment(about.asOf)
  const [organisations, names, needs, resources, cells] = await Promise.all([
    rows('profile/organisation', now), rows('profile/names', now), rows('needs/overall', now), rows('resources/list', now), rows('coverage/cells', now),
  ])
  const others = new Map<string, string[]>()
  for (const row of names) others.set(row.organisation, [...(others.get(row.organisation) ?? []), row.name])
  const seen = new Set<string>()
  const found: Entry[] = []
  const add = (iri: string, label: string, what: string, more: string[] = [], filter = ''): void => {
    if (seen.has(iri) || !label) return
    seen.add(iri)
    found.push({ iri, label, what, names: more.filter(Boolean), filter })
  }
  for (const use of ['topic', 'activity', 'place']) for (const concept of use === 'place' ? vocabulary.places : vocabulary.list(use)) add(concept.iri, concept.label, capital(use), [], use)
  for (const row of organisations) add(row.organisation, row.organisationLabel, row.kindLabel, [row.abbreviation, ...(others.get(row.organisation) ?? [])])
  for (const row of needs) add(row.need, row.needLabel, 'Need')
  for (const row of resources) add(row.resource, row.resourceLabel, row.kindLabel)
  for (const row of cells) add(row.cell, row.question, 'Question')
  return found
}
