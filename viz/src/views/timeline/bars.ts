// Roles as bars on an axis: what is certain is solid, what a partial date leaves open is pale, what is not stated fades.
import type { Row } from '../../engine/messages'
import { stretch } from './time'

export interface Axis {
  from: number
  to: number
  width: number
  /** Now, in years: as far as a role without a stated end is drawn. */
  now: number
}

/** A piece of a bar, in pixels, with how sure it is: 1 certain, less where a date leaves it open or nothing is stated. */
export interface Piece {
  x: number
  width: number
  sure: number
}

export interface Bar {
  role: Row
  lane: number
  pieces: Piece[]
  /** Where the name stands, and how much room it has. */
  name: { x: number; inside: boolean; room: number; anchor: 'start' | 'end' }
  left: number
  right: number
  soon: boolean
}

const OPEN = 0.5
const FADE = [0.6, 0.4, 0.2]
const STEP = 7
const UNSTATED = 2
const NAME = 230

export const LANE = 20

/** Whether a role has a date to draw it by. */
export function isDated(role: Row): boolean {
  return stretch(role.startDate) !== undefined || stretch(role.endDate) !== undefined
}

/** The pieces of a role's bar. */
export function pieces(role: Row, axis: Axis): Piece[] {
  const at = (year: number): number => ((Math.min(axis.to, Math.max(axis.from, year)) - axis.from) / (axis.to - axis.from)) * axis.width
  const [start, end] = [stretch(role.startDate), stretch(role.endDate)]
  const found: Piece[] = []
  const add = (from: number, to: number, sure: number): void => {
    if (to > from) found.push({ x: from, width: to - from, sure })
  }
  // without a start nothing says how long it held: two years before what is known stand for it, fading
  const known = end && role.current !== 'true' ? end.first : Math.min(axis.now, end?.first ?? axis.now)
  const unknown = at(known - UNSTATED)
  const goesOn = role.current === 'true' ? axis.now : (start?.last ?? axis.from)
  const solidFrom = start ? at(start.last) : at(known)
  const solidTo = end ? at(end.first) : Math.max(at(goesOn), solidFrom)
  if (start && end && end.first < start.last) {
    // both within one stretch: nothing of it is certain
    add(at(start.first), at(Math.max(end.last, start.last)), OPEN)
    return widened(found, at(start.first))
  }
  if (start) add(at(start.first), at(start.last), start.last - start.first > 0.02 ? OPEN : 1)
  else {
    const step = (solidFrom - unknown) / FADE.length
    FADE.toReversed().forEach((sure, place) => add(unknown + place * step, unknown + (place + 1) * step, sure))
  }
  add(solidFrom, solidTo, 1)
  if (end) add(at(end.first), at(end.last), end.last - end.first > 0.02 ? OPEN : 1)
  else FADE.forEach((sure, step) => add(solidTo + step * STEP, Math.min(axis.width, solidTo + (step + 1) * STEP), sure))
  return widened(found, start ? at(start.first) : at(end?.last ?? axis.from))
}

/** What is outside the axis, or shorter than can be seen, stays a mark of some pixels. */
function widened(found: Piece[], where: number): Piece[] {
  const width = found.reduce((sum, piece) => sum + piece.width, 0)
  return width >= 4 ? found : [{ x: Math.max(0, where - 4), width: 4, sure: 1 }]
}

/** All bars of a group in as few lanes as they need. */
export function lay(roles: Row[], axis: Axis, soon: Set<string>, nameOf: (role: Row) => string, widthOf: (words: string) => number): Bar[] {
  const ends: number[] = []
  const placed: Bar[] = []
  const begins = (role: Row): number => stretch(role.startDate)?.first ?? -Infinity
  for (const role of roles.filter(isDated).toSorted((a, b) => begins(a) - begins(b))) {
    const made = pieces(role, axis)
    const [left, right] = [made[0].x, made[made.length - 1].x + made[made.length - 1].width]
    const solid = made.filter(({ sure }) => sure === 1).toSorted((a, b) => b.width - a.width).at(0)
    const wanted = Math.min(NAME, widthOf(nameOf(role)))
    let name: Bar['name']
    if (solid && solid.width >= Math.min(wanted, 90) + 10) name = { x: solid.x + 5, inside: true, room: solid.width - 10, anchor: 'start' }
    else if (right + 5 + wanted <= axis.width || left < wanted + 10) name = { x: right + 5, inside: false, room: Math.min(wanted + 1, Math.max(0, axis.width - right - 5)), anchor: 'start' }
    else name = { x: left - 5, inside: false, room: wanted + 1, anchor: 'end' }
    const from = name.anchor === 'end' ? name.x - wanted : left
    const to = name.inside || name.anchor === 'end' ? right : name.x + name.room
    let lane = ends.findIndex((end) => end + 4 <= from)
    if (lane < 0) lane = ends.length
    ends[lane] = to
    placed.push({ role, lane, pieces: made, name, left, right, soon: soon.has(role.role) })
  }
  return placed
}
