import { expect, test } from 'vitest'

import { find, type Entry } from '../src/shell/ranking'

const entry = (label: string, ...names: string[]): Entry => ({ iri: label, label, what: '', names, filter: '' })
const among = [entry('The Royal Bee Society', 'RBS', 'Society of Bees'), entry('Bee Institute'), entry('Hive Zoë Trust'), entry('Bee')]

const found = (typed: string): string[] => find(among, typed).map((hit) => hit.label)

test('the whole name comes first, then beginnings, then words within', () => {
  expect(found('bee')).toEqual(['Bee', 'Bee Institute', 'The Royal Bee Society'])
})

test('an abbreviation or former name is found, and said', () => {
  expect(find(among, 'rbs')[0]).toMatchObject({ label: 'The Royal Bee Society', found: 'RBS' })
  expect(find(among, 'society of')[0].found).toBe('Society of Bees')
})

test('case, accents and hyphens make no difference; words may stand apart', () => {
  expect(found('ZOE')).toEqual(['Hive Zoë Trust'])
  expect(found('royal society')).toEqual(['The Royal Bee Society'])
})

test('nothing is found for nothing', () => {
  expect(found('  ')).toEqual([])
  expect(found('wasp')).toEqual([])
})
