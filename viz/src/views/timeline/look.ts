// How a group's row is drawn, on the page and in the picture that leaves it.
import type { Row } from '../../engine/messages'
import { inSentence, localName, period } from '../../words'
import { lay, LANE, type Axis, type Bar } from './bars'
import type { Group, Grouping } from './groups'
import { stretch } from './time'

export interface Look {
  axis: Axis
  by: Grouping
  /** The roles that end by the day that is asked about. */
  soon: Set<string>
  nameOf: (role: Row) => string
  planned: (role: Row) => boolean
  widthOf: (words: string) => number
}

export interface DrawnRow {
  height: number
  /** Where the first lane begins. */
  top: number
  bars: Bar[]
  life: { from: number; to: number; ended: boolean } | undefined
  events: { iri: string; label: string; date: string; x: number }[]
}

/** What a bar is called: what the group does not say already; `holder` is the organisation's name, or its short one. */
export function nameOf(role: Row, by: Grouping, holder = role.organisationLabel): string {
  if (by === 'organisation') return `${role.activityLabel} · ${role.topicLabel}`
  return by === 'activity' ? `${holder} · ${role.topicLabel}` : `${holder} · ${role.activityLabel}`
}

/** A role in words: what, where and when; with how it is known for a tip. */
export function title(role: Row, by: Grouping, whole = false): string {
  const when = period(role.startDate, role.endDate, localName(role.standing)) || 'no date stated'
  const more = whole ? `, ${inSentence(role.levelLabel)}, ${inSentence(role.standingLabel)}` : ''
  return `${nameOf(role, by)}, ${role.placeLabel}: ${when}${more}`
}

export function isPlanned(role: Row): boolean {
  return localName(role.standing) === 'planned'
}

/** The row of a group: its bars in lanes, the organisation's own life above them, its changes beneath. */
export function row(group: Group, look: Look): DrawnRow {
  const { axis } = look
  const at = (year: number): number => ((Math.min(axis.to, Math.max(axis.from, year)) - axis.from) / (axis.to - axis.from)) * axis.width
  const bars = lay(group.roles, axis, look.soon, look.nameOf, look.widthOf)
  const [start, end] = [stretch(group.start), stretch(group.end)]
  const life = start || end ? { from: at(start?.first ?? axis.from), to: at(end?.last ?? axis.now), ended: end !== undefined && end.last <= axis.to } : undefined
  const events = group.events.flatMap(({ iri, label, date }) => {
    const when = stretch(date)
    return when ? [{ iri, label, date, x: Math.max(6, at((when.first + when.last) / 2)) }] : []
  })
  const top = life ? 9 : 2
  const lanes = bars.reduce((most, { lane }) => Math.max(most, lane + 1), 0)
  return { height: Math.max(26, top + lanes * LANE + (events.length ? 14 : 2)), top, bars, life, events }
}
