import { expect, test } from 'vitest'

import { answer, backing, known, NOTHING } from '../src/views/matrix/answer'
import { cell, row, STATUS } from './matrix-samples'

const holder = (organisationLabel: string, reason = 'covering') => row({ cell: 'cell', reason, organisationLabel })
const told = (status: string, rows = [holder('A'), holder('B'), holder('A')], said = [row({})], holders = 2) =>
  answer(cell({ status, holders }), known(rows, said).get('cell') ?? NOTHING)

test('names who is recorded, each once', () => {
  expect(told(STATUS.covered)).toBe('Two bodies recorded: A and B.')
  expect(told(STATUS.single, [holder('Trust Ltd.')], [], 1)).toBe('One body recorded: Trust Ltd.')
})

test('says how few links are recorded where several are', () => {
  const three = ['A', 'B', 'C'].map((name) => holder(name))
  expect(answer(cell({ status: STATUS.crowded, holders: 3, linked: 1 }), known(three, []).get('cell') ?? NOTHING)).toBe('Three bodies recorded: A, B and C; 1 of their 3 pairs has a recorded link.')
  expect(answer(cell({ status: STATUS.crowded, holders: 3 }), known(three, []).get('cell') ?? NOTHING)).toBe('Three bodies recorded: A, B and C; no link between them is recorded.')
})

test('says who looked where, and when; an undated report as undated', () => {
  const searched = row({ cell: 'cell', assessment: 's', result: 'https://w3id.org/remit/result/searched', stands: 'false', date: '2025-05-21', searchedIn: 'Grants list: mites' })
  expect(told(STATUS.searched, [], [searched, searched])).toBe('Looked for, none found: 21 May 2025, Grants list: mites.')
  const absent = row({ cell: 'cell', assessment: 'n', result: 'https://w3id.org/remit/result/none', stands: 'true' })
  expect(told(STATUS.none, [], [absent])).toBe('A source reports none (undated).')
  expect(told(STATUS.contested, [holder('A')], [absent], 1)).toBe('A source reports none (undated), yet one body recorded: A.')
  expect(told(STATUS.contested, [holder('A', 'doubtful')], [absent], 0)).toBe('A source reports none (undated), yet recorded, not confirmed as still running: A.')
})

test('never calls a missing record a gap, and says nothing of a status that it does not know', () => {
  expect(told(STATUS.unknown, [], [])).toBe('No record yet: nothing is recorded, no source reports an absence, and no search is recorded.')
  expect(told('https://example.org/other')).toBe('')
})

test('shortens a long list, and ends a sentence whose names have not come yet', () => {
  expect(told(STATUS.general, 'ABCDEFG'.split('').map((name) => holder(name, 'general')), [])).toBe('Only bodies with a general remit are recorded: A, B, C, D and three more.')
  expect(told(STATUS.covered, [], [])).toBe('Two bodies recorded.')
})

test('says how well the roles are backed', () => {
  expect(backing(cell({ roles: 3, corroborated: 2, newest: '2025' }))).toBe('2 of 3 roles corroborated, newest source 2025.')
  expect(backing(cell({ roles: 1, corroborated: 0, newest: '' }))).toBe('0 of 1 role corroborated, its sources bear no date.')
  expect(backing(cell({ roles: 0 }))).toBe('')
})
