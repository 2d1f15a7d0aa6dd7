// The five lists of the table: which questions they are made of, their columns, and one row for each thing.
import type { Row } from '../../engine/messages'
import type { Column } from '../../parts/columns'

export type Answers = Record<string, Row[]>

export interface List {
  name: string
  label: string
  /** One of them, and several. */
  noun: string
  nouns: string
  asks: string[]
  columns: Column[]
  rows: (answers: Answers) => Row[]
}

/** Values of a column by a key, each once, in the order of the rows. */
export function gathered(rows: Row[], key: string, value: string): Map<string, string> {
  const found = new Map<string, Set<string>>()
  for (const row of rows) found.set(row[key], (found.get(row[key]) ?? new Set()).add(row[value]))
  return new Map([...found].map(([thing, values]) => [thing, [...values].filter(Boolean).join('; ')]))
}

/** The first row of each thing: a question gives one for each of several remarks or reasons. */
export function once(rows: Row[], key: string): Row[] {
  const seen = new Set<string>()
  return rows.filter((row) => !seen.has(row[key]) && seen.add(row[key]))
}

const PERIOD: Column[] = [
  { key: 'start', label: 'Since', kind: 'date', about: 'when it began, as far as stated' },
  { key: 'end', label: 'Until', kind: 'date', about: 'when it ended or ends, as far as stated' },
]
const EVIDENCE: Column = { key: 'gradeLabel', label: 'Evidence', about: 'how well it is backed by sources' }
const NOTE: Column = { key: 'note', label: 'Remark' }

export const lists: List[] = [
  {
    name: 'organisations', label: 'Organisations', noun: 'organisation', nouns: 'organisations',
    asks: ['profile/organisation', 'profile/places', 'profile/roles'],
    columns: [
      { key: 'organisationLabel', label: 'Organisation', card: 'organisation', head: true },
      { key: 'abbreviation', label: 'Short' },
      { key: 'kindLabel', label: 'Kind' },
      { key: 'places', label: 'Works in' },
      { key: 'roles', label: 'Roles', kind: 'number', about: 'roles that hold on the date' },
      ...PERIOD,
      { key: 'current', label: 'Exists', kind: 'yes', about: 'whether it exists on the date' },
      { key: 'basisLabel', label: 'Why it is here' },
      { key: 'homepage', label: 'Homepage', kind: 'address' },
    ],
    rows: (answers) => {
      const places = gathered(answers['profile/places'] ?? [], 'organisation', 'placeLabel')
      const bases = gathered(answers['profile/organisation'] ?? [], 'organisation', 'basisLabel')
      const roles = new Map<string, number>()
      for (const { organisation, current } of once(answers['profile/roles'] ?? [], 'role')) if (current === 'true') roles.set(organisation, (roles.get(organisation) ?? 0) + 1)
      return once(answers['profile/organisation'] ?? [], 'organisation').map((row) => ({
        ...row,
        places: places.get(row.organisation) ?? '',
        basisLabel: bases.get(row.organisation) ?? '',
        roles: String(roles.get(row.organisation) ?? 0),
      }))
    },
  },
  {
    name: 'roles', label: 'Roles', noun: 'role', nouns: 'roles',
    asks: ['profile/roles', 'profile/organisation'],
    columns: [
      { key: 'organisationLabel', label: 'Organisation', card: 'organisation', head: true },
      { key: 'activityLabel', label: 'Does', card: 'role', about: 'the activity; it leads to the role and its sources' },
      { key: 'topicLabel', label: 'Topic' },
      { key: 'placeLabel', label: 'Place' },
      { key: 'levelLabel', label: 'Level' },
      { key: 'standingLabel', label: 'Standing', about: 'what the sources show about whether it runs' },
      { key: 'current', label: 'Holds', kind: 'yes', about: 'whether it holds on the date' },
      ...PERIOD,
      { key: 'fieldSpecific', label: 'Of the field', kind: 'yes', about: 'whether it is about the field itself, or about something wider' },
      EVIDENCE,
      NOTE,
    ],
    rows: (answers) => {
      const kinds = new Map((answers['profile/organisation'] ?? []).map((row) => [row.organisation, row.kind]))
      return once(answers['profile/roles'] ?? [], 'role').map((row) => ({ ...row, kind: kinds.get(row.organisation) ?? '' }))
    },
  },
  {
    name: 'relationships', label: 'Relationships', noun: 'relationship', nouns: 'relationships',
    asks: ['profile/relationships', 'profile/organisation'],
    columns: [
      { key: 'organisationLabel', label: 'Organisation', card: 'organisation', head: true },
      { key: 'relationLabel', label: 'Relation', card: 'relationship', about: 'it leads to the relationship and its sources' },
      { key: 'otherLabel', label: 'To', card: 'other' },
      { key: 'current', label: 'Holds', kind: 'yes', about: 'whether it holds on the date' },
      ...PERIOD,
      EVIDENCE,
      NOTE,
    ],
    rows: (answers) => {
      const kinds = new Map((answers['profile/organisation'] ?? []).map((row) => [row.organisation, row.kind]))
      const leading = (answers['profile/relationships'] ?? []).filter((row) => row.outgoing === 'true')
      return once(leading, 'relationship').map((row) => ({ ...row, kind: kinds.get(row.organisation) ?? '', otherKind: kinds.get(row.other) ?? '' }))
    },
  },
  {
    name: 'resources', label: 'Resources', noun: 'resource', nouns: 'resources',
    asks: ['resources/list', 'profile/resources', 'resources/modalities'],
    columns: [
      { key: 'resourceLabel', label: 'Resource', card: 'resource', head: true },
      { key: 'kindLabel', label: 'Kind' },
      { key: 'providers', label: 'Provided by' },
      { key: 'accessLabel', label: 'Access' },
      { key: 'modalities', label: 'Modalities' },
      { key: 'subject', label: 'About' },
      { key: 'sizeNote', label: 'Size' },
      { key: 'current', label: 'Exists', kind: 'yes', about: 'whether it exists on the date' },
      ...PERIOD,
      { key: 'page', label: 'Page', kind: 'address' },
      EVIDENCE,
    ],
    rows: (answers) => {
      const providers = gathered(answers['profile/resources'] ?? [], 'resource', 'organisationLabel')
      const modalities = gathered(answers['resources/modalities'] ?? [], 'resource', 'modalityLabel')
      const has = gathered(answers['resources/modalities'] ?? [], 'resource', 'modality')
      return once(answers['resources/list'] ?? [], 'resource').map((row) => ({
        ...row,
        resourceKind: row.kind,
        providers: providers.get(row.resource) ?? '',
        modalities: modalities.get(row.resource) ?? '',
        modality: has.get(row.resource) ?? '',
      }))
    },
  },
  {
    name: 'sources', label: 'Sources', noun: 'source', nouns: 'sources',
    asks: ['quality/sources'],
    columns: [
      { key: 'title', label: 'Title', head: true },
      { key: 'publisher', label: 'Published by' },
      { key: 'published', label: 'Published', kind: 'date' },
      { key: 'statements', label: 'Statements', kind: 'number', about: 'statements that cite it' },
      { key: 'secondary', label: 'Second-hand', kind: 'yes', about: 'whether it repeats what another published' },
      { key: 'url', label: 'Address', kind: 'address' },
    ],
    rows: (answers) => answers['quality/sources'] ?? [],
  },
]
