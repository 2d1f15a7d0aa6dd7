// Roles in groups: by who holds them, by what they do, or by what they are about.
import type { Row } from '../../engine/messages'
import { isDated } from './bars'
import { stretch } from './time'

export const GROUPINGS = ['organisation', 'activity', 'topic'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface Group {
  iri: string
  label: string
  roles: Row[]
  /** How many of its roles state no date at all, and so have no bar. */
  undated: number
  /** Recorded changes of the organisation: mergers, renamings, closures. */
  events: { iri: string; label: string; date: string }[]
  /** When the organisation itself began and ended, as far as stated. */
  start: string
  end: string
}

const compare = new Intl.Collator('en-GB', { sensitivity: 'base' }).compare

/** Each change once for each organisation that it came out of or went into. */
export function eventsOf(changes: Row[]): Map<string, Group['events']> {
  const found = new Map<string, Group['events']>()
  for (const row of changes) {
    for (const organisation of [row.organisation, row.successor]) {
      const events = found.get(organisation) ?? []
      if (organisation && !events.some(({ iri }) => iri === row.event)) found.set(organisation, [...events, { iri: row.event, label: row.eventLabel, date: row.date }])
    }
  }
  return found
}

/**
 * The groups, each with its roles.
 *
 * @param organisations rows about organisations, for their own dates.
 * @param now the moment shown, in years: what ends next after it comes first in the order "soon".
 */
export function groups(roles: Row[], by: Grouping, organisations: Row[], changes: Row[], order: 'soon' | 'name', now: number): Group[] {
  const own = new Map(organisations.map((row) => [row.organisation, row]))
  const events = eventsOf(changes)
  const made = new Map<string, Group>()
  for (const role of roles) {
    const iri = role[by]
    const about = by === 'organisation' ? own.get(iri) : undefined
    const group = made.get(iri) ?? { iri, label: role[`${by}Label`], roles: [], undated: 0, events: (by === 'organisation' && events.get(iri)) || [], start: about?.start ?? '', end: about?.end ?? '' }
    group.roles.push(role)
    if (!isDated(role)) group.undated += 1
    made.set(iri, group)
  }
  const list = [...made.values()]
  const name = (a: Group, b: Group): number => compare(a.label, b.label)
  if (order === 'name') return list.sort(name)
  const next = new Map(list.map((group) => [group, nextEnd(group, now)]))
  return list.sort((a, b) => (next.get(a) ?? Infinity) - (next.get(b) ?? Infinity) || Number(b.roles.length > b.undated) - Number(a.roles.length > a.undated) || name(a, b))
}

/** The nearest stated end after a moment, of the group's roles or of the organisation itself; Infinity where none is stated. */
function nextEnd({ roles, end }: Group, now: number): number {
  const ends = [end, ...roles.filter(({ current }) => current === 'true').map(({ endDate }) => endDate)].flatMap((date) => stretch(date)?.last ?? [])
  return Math.min(Infinity, ...ends.filter((date) => date >= now))
}

/** The groups in pages of so many, or fewer where they hold many roles: a page is drawn in one go. */
export function paged(list: Group[], most = 30, mostRoles = 240): Group[][] {
  const pages: Group[][] = []
  let roles = Infinity
  for (const group of list) {
    const dated = group.roles.length - group.undated
    if (roles + dated > mostRoles || (pages.at(-1)?.length ?? most) >= most) {
      pages.push([])
      roles = 0
    }
    pages[pages.length - 1].push(group)
    roles += dated
  }
  return pages
}
