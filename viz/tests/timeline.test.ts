import { describe, expect, it } from 'vitest'

import { isDated, lay, pieces, type Axis } from '../src/views/timeline/bars'
import { groups, paged, type Group } from '../src/views/timeline/groups'
import { dayOf, moment, monthOf, range, stretch, ticks } from '../src/views/timeline/time'

const axis: Axis = { from: 2010, to: 2030, width: 2000, now: moment('2026-07-01') }
const role = (startDate: string, endDate: string, more = {}) => ({ role: `r:${startDate}:${endDate}`, startDate, endDate, current: 'false', ...more })
const sure = (startDate: string, endDate: string, more = {}) => pieces(role(startDate, endDate, more), axis).map(({ x, width, sure }) => [Math.round(x), Math.round(x + width), sure])

describe('partial dates', () => {
  it('are all that they may mean', () => {
    expect(stretch('2023')).toEqual({ first: 2023, last: 2024 })
    expect(stretch('2023-12')?.last).toBeCloseTo(2024)
    expect(stretch('2024-02-29')?.last).toBeCloseTo(2024 + 2 / 12)
    expect(stretch('')).toBeUndefined()
  })
  it('are months to a slider, with the days that matter on their own day', () => {
    expect(dayOf(monthOf('2023-03-20'), ['2026-11-24', '2023-03-20'])).toBe('2023-03-20')
    expect(dayOf(monthOf('2023-03-20') + 10, ['2023-03-20'])).toBe('2024-01-01')
    expect(dayOf(monthOf('2024-12-31'), [''])).toBe('2024-12-01')
  })
  it('give an axis that holds the baseline and two years to come, without the odd early start', () => {
    const starts = ['1518', ...Array.from({ length: 40 }, (_, at) => String(2010 + (at % 12)))]
    expect(range(starts, '2026-11-24', '2023-03-20')).toEqual({ from: 2010, to: 2029 })
    expect(range([], '2026-11-24', '2003-03-20').from).toBe(2001)
  })
  it('write no more years than there is room for', () => {
    expect(ticks(2010, 2015, 1000)).toEqual([2010, 2011, 2012, 2013, 2014])
    expect(ticks(2008, 2029, 250)).toEqual([2010, 2015, 2020, 2025])
  })
})

describe('a bar', () => {
  it('is solid where it is certain, and pale where a year may mean any of its days', () => expect(sure('2020', '2024')).toEqual([[1000, 1100, 0.5], [1100, 1400, 1], [1400, 1500, 0.5]]))
  it('is all pale where start and end lie in one year', () => expect(sure('2020', '2020-06')).toEqual([[1000, 1100, 0.5]]))
  it('goes on to the present where it holds and no end is stated, and fades there', () => {
    const found = sure('2020-01-01', '', { current: 'true' })
    expect(found[1]).toEqual([1000, 1650, 1])
    expect(found.slice(2).map(([, , how]) => how)).toEqual([0.6, 0.4, 0.2])
  })
  it('fades in before what is known where no start is stated, and claims no more', () => {
    expect(sure('', '2024')).toEqual([[1200, 1267, 0.2], [1267, 1333, 0.4], [1333, 1400, 0.6], [1400, 1500, 0.5]])
    expect(sure('', '2028', { current: 'true' })).toEqual([[1450, 1517, 0.2], [1517, 1583, 0.4], [1583, 1650, 0.6], [1650, 1800, 1], [1800, 1900, 0.5]])
  })
  it('does not go on where it ended at an unknown time', () => expect(sure('2020', '').map(([from, to]) => to - from)).toEqual([100, 7, 7, 7]))
  it('stays a mark where it lies before the axis', () => expect(sure('1990', '1995')).toEqual([[0, 4, 1]]))
  it('is none without any date', () => expect([isDated(role('', '')), isDated(role('', '2024'))]).toEqual([false, true]))
  it('shares a lane only with what it does not touch', () => {
    const bars = lay([role('2011-01-01', '2012-01-01'), role('2011-06-01', '2013-01-01'), role('2020-01-01', '2021-01-01')], axis, new Set(['r:2020-01-01:2021-01-01']), () => 'name', () => 40)
    expect(bars.map(({ lane }) => lane)).toEqual([0, 1, 0])
    expect(bars.map(({ soon }) => soon)).toEqual([false, false, true])
  })
})

describe('groups', () => {
  const roles = [
    { ...role('2020', '2028'), organisation: 'x:b', organisationLabel: 'Beta', activity: 'x:act', activityLabel: 'Train', current: 'true' },
    { ...role('2020', '2027'), organisation: 'x:c', organisationLabel: 'Gamma', activity: 'x:act', activityLabel: 'Train', current: 'true' },
    { ...role('', ''), organisation: 'x:a', organisationLabel: 'alpha', activity: 'x:act', activityLabel: 'Train', current: 'true' },
  ]
  const changes = [{ event: 'x:e', eventLabel: 'Merger', date: '2024', organisation: 'x:c', successor: 'x:b' }, { event: 'x:e', eventLabel: 'Merger', date: '2024', organisation: 'x:c', successor: 'x:b' }]
  it('have what ends next on top, or the order of names', () => {
    expect(groups(roles, 'organisation', [], [], 'soon', 2026.5).map(({ label }) => label)).toEqual(['Gamma', 'Beta', 'alpha'])
    expect(groups(roles, 'organisation', [], [], 'name', 2026.5).map(({ label }) => label)).toEqual(['alpha', 'Beta', 'Gamma'])
  })
  it('know changes, on either side once, and count what has no date', () => {
    const made = groups(roles, 'organisation', [{ organisation: 'x:b', start: '1990', end: '' }], changes, 'name', 2026.5)
    expect(made.map(({ events }) => events.length)).toEqual([0, 1, 1])
    expect(made.map(({ undated }) => undated)).toEqual([1, 0, 0])
    expect(made[1].start).toBe('1990')
  })
  it('are one where all do the same', () => expect(groups(roles, 'activity', [], changes, 'soon', 2026).map(({ label, roles: held, events }) => [label, held.length, events.length])).toEqual([['Train', 3, 0]]))
})

it('pages hold some groups, or fewer where these hold many roles', () => {
  const group = (roles: number): Group => ({ iri: '', label: '', roles: Array.from({ length: roles }, () => ({})), undated: 0, events: [], start: '', end: '' })
  expect(paged([group(1), group(1), group(1), group(9), group(20), group(1)], 2, 10).map((page) => page.length)).toEqual([2, 2, 1, 1])
  expect(paged([])).toEqual([])
})
