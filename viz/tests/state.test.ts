import { expect, test } from 'vitest'

import { read, write } from '../src/state/address'
import { isDay, yearsLater } from '../src/state/dates'

test('a state comes back from its address', () => {
  const state = { view: 'matrix', params: { place: 'place/x', find: 'a&b=c #?%', card: 'cell/a/b/c' } }
  expect(read(write(state))).toEqual(state)
})

test('addresses are readable, sorted, and leave out what is empty', () => {
  expect(write({ view: 'matrix', params: { status: 'remit:status/single', card: '', 'as-of': '2023-03-20' } })).toBe('#/matrix?as-of=2023-03-20&status=remit:status/single')
})

test('without a fragment it is the start', () => {
  expect(read('')).toEqual({ view: 'start', params: {} })
  expect(read('#/')).toEqual({ view: 'start', params: {} })
})

test('the same day some years later', () => {
  expect(yearsLater('2026-11-24', 1)).toBe('2027-11-24')
  expect(yearsLater('2026-11-24', -3)).toBe('2023-11-24')
  expect(yearsLater('2024-02-29', 1)).toBe('2025-02-28')
  expect(yearsLater('2024-02-29', -4)).toBe('2020-02-29')
})

test('only days of the calendar are days', () => {
  expect(isDay('2024-02-29')).toBe(true)
  for (const none of ['2023-02-29', '2023-13-01', '2023', '20-03-2023', '']) expect(isDay(none)).toBe(false)
})
