import { expect, test } from 'vitest'

import { isChanged, isShort, join, SHORT, tally } from '../src/views/matrix/cells'
import { isLooking, isShown, matches, type Filter } from '../src/views/matrix/filter'
import { cell, row, STATUS } from './matrix-samples'

const NOTHING: Filter = { place: '', area: '', activity: '', topic: '', status: '', flag: '', need: '', find: '', changed: false }

test('puts the rows of several questions about a cell side by side', () => {
  const [joined] = join({
    cells: [row({ cell: 'c', status: STATUS.single, holderCount: '1', connectedPairs: '0' })],
    grades: [row({ cell: 'c', recorded: 'true', roles: '3', corroborated: '2', newest: '2025' })],
    flags: [row({ cell: 'c', flag: SHORT }), row({ cell: 'other', flag: SHORT })],
    needs: [row({ cell: 'c', need: 'n1' }), row({ cell: 'c', need: 'n2' })],
  })
  expect(joined).toMatchObject({ holders: 1, recorded: true, roles: 3, corroborated: 2, newest: '2025', flags: [SHORT], needs: ['n1', 'n2'], before: undefined })
  expect(isShort(cell({ flags: [SHORT] }))).toBe(true)
  expect(isShort(cell())).toBe(false)
})

test('a cell is changed only where a day to compare with gave another status, or was not asked', () => {
  const cells = [row({ cell: 'a', status: STATUS.single }), row({ cell: 'b', status: STATUS.single }), row({ cell: 'c', status: STATUS.single })]
  const before = [row({ cell: 'a', status: STATUS.single }), row({ cell: 'b', status: STATUS.covered })]
  const joined = join({ cells, grades: [], flags: [], needs: [], before })
  expect(joined.map(isChanged)).toEqual([false, true, true])
  expect(joined[2]?.before).toBe('')
  expect(join({ cells, grades: [], flags: [], needs: [] }).map(isChanged)).toEqual([false, false, false])
})

test('counts statuses in the order given and leaves out what has no cell', () => {
  const cells = [cell({ status: STATUS.single }), cell({ status: STATUS.covered }), cell({ status: STATUS.single })]
  expect(tally(cells, [STATUS.covered, STATUS.searched, STATUS.single])).toEqual([{ status: STATUS.covered, count: 1 }, { status: STATUS.single, count: 2 }])
})

test('area, activity and topic decide what is shown, and take what lies beneath along', () => {
  const within = (iri: string, wider: string): boolean => iri === wider || (iri === 'activity/a' && wider === 'area/x')
  const shown = (filter: Partial<Filter>, place = true): boolean => isShown(cell(), { ...NOTHING, ...filter }, within, () => place)
  expect(shown({})).toBe(true)
  expect(shown({ area: 'area/x' })).toBe(true)
  expect(shown({ area: 'area/y' })).toBe(false)
  expect(shown({ activity: 'activity/b' })).toBe(false)
  expect(shown({ topic: 'topic/t' })).toBe(true)
  expect(shown({}, false)).toBe(false)
})

test('status, flag, need, change and words decide what matches', () => {
  const here = cell({ status: STATUS.single, flags: [SHORT], needs: ['n'], before: STATUS.covered })
  const matching = (filter: Partial<Filter>): boolean => matches(here, { ...NOTHING, ...filter }, () => 'Who studies mites? Université de Bee')
  expect(matching({})).toBe(true)
  expect(matching({ status: STATUS.single, flag: SHORT, need: 'n', changed: true, find: 'universite MITES' })).toBe(true)
  expect(matching({ status: STATUS.covered })).toBe(false)
  expect(matching({ flag: 'no-lead' })).toBe(false)
  expect(matching({ need: 'other' })).toBe(false)
  expect(matching({ find: 'mites wasps' })).toBe(false)
  expect(isLooking(NOTHING)).toBe(false)
  expect(isLooking({ ...NOTHING, area: 'x' })).toBe(false)
  expect(isLooking({ ...NOTHING, changed: true })).toBe(true)
})
