import { expect, test } from 'vitest'

import { asking, byKind, filtered, join, sentence, telling, words, type Filter } from '../src/views/needs/model'
import { row } from './matrix-samples'

const ALL: Filter = { place: '', horizon: '', progress: '', recorded: '', short: false, find: '' }
const counts = (cells: string, recorded: string, recordedFor: string, saidToFallShort = '0') => ({ cells, recorded, recordedFor, saidToFallShort })
const needs = join(
  [
    row({ need: 'n1', needLabel: 'Train keepers', kind: 'goal', kindLabel: 'Goal', horizon: 'short', horizonLabel: 'short term', progress: 'open', ...counts('3', '2', 'some', '1') }),
    row({ need: 'n2', needLabel: 'Fund research', kind: 'gap', kindLabel: 'Gap', progress: 'planned', ...counts('1', '1', 'all') }),
    row({ need: 'n3', needLabel: 'Keep data', kind: 'goal', kindLabel: 'Goal', progress: 'open', ...counts('0', '0', 'no cells') }),
  ],
  [row({ need: 'n1', place: 'p', ...counts('1', '0', 'none') }), row({ need: 'n1', place: 'q', ...counts('2', '2', 'all') }), row({ need: 'n2', place: 'q', ...counts('1', '1', 'all') })],
  [row({ need: 'n1', organisation: 'o', organisationLabel: 'Union', description: 'Too few', section: 'Aims' }), row({ need: 'n1', organisation: 'o', organisationLabel: 'Union' })],
)
const names = (filter: Partial<Filter>) => filtered(needs, { ...ALL, ...filter }).map((need) => need.iri)

test('puts places and those who raised it to each need', () => {
  expect(needs[0]).toMatchObject({ description: 'Too few', section: 'Aims', raisedBy: [{ iri: 'o', label: 'Union' }] })
  expect([...(needs[0]?.places.keys() ?? [])]).toEqual(['p', 'q'])
})

test('filters by horizon, progress and what is recorded, in the place that is chosen', () => {
  expect(names({})).toEqual(['n1', 'n2', 'n3'])
  expect(names({ horizon: 'short' })).toEqual(['n1'])
  expect(names({ horizon: '-' })).toEqual(['n2', 'n3'])
  expect(names({ progress: 'open', recorded: 'some' })).toEqual(['n1'])
  expect(names({ recorded: 'none' })).toEqual([])
  expect(names({ recorded: 'none', place: 'p' })).toEqual(['n1'])
  expect(names({ place: 'p' })).toEqual(['n1'])
  expect(names({ short: true })).toEqual(['n1'])
  expect(names({ find: 'UNION keep' })).toEqual(['n1'])
})

test('groups by kind in the order of the list; an unknown kind comes last', () => {
  expect(byKind(needs, ['gap']).map((group) => [group.label, group.needs.length])).toEqual([['Gap', 1], ['Goal', 2]])
})

test('says in words how far a need is recorded', () => {
  expect(needs.map((need) => words(need.overall))).toEqual(['2 of 3', 'recorded', 'asks nothing here'])
  expect(words({ cells: 4, recorded: 0, short: 0, recordedFor: 'none' })).toBe('none of 4')
  expect(words({ cells: 4, recorded: 4, short: 0, recordedFor: 'all' })).toBe('all 4')
})

test('tells what a need asks pair by pair, its question without the place where there are several', () => {
  const cells = ['p', 'q'].map((place) => row({ need: 'n1', place, activity: 'a', topic: 't', question: `Who trains in ${place.toUpperCase()}?` }))
  const phrases = new Map([['p', 'in P'], ['q', 'in Q']])
  expect(asking(cells, 'n1', '', phrases).map((ask) => [ask.question, ask.cells.length])).toEqual([['Who trains?', 2]])
  expect(asking(cells, 'n1', 'q', phrases).map((ask) => ask.question)).toEqual(['Who trains in Q?'])
  expect(asking(cells, 'n2', '', phrases)).toEqual([])
})

test('tells progress, horizon and place in the text only where they are stated', () => {
  expect(telling({ progressLabel: 'open', horizonLabel: 'Short term', section: '' })).toBe('When published: open. Wanted in the short term.')
  expect(telling({ progressLabel: '', horizonLabel: '', section: '' })).toBe('')
})

test('its sentence counts what is shown', () => {
  expect(sentence(needs, needs, undefined)).toBe('3 needs ask something of this landscape: bodies are recorded for all of it (1), part of it (1) or none of it (0); of 1 a source says that what is recorded falls short somewhere.')
  expect(sentence(needs, filtered(needs, { ...ALL, place: 'p' }), { iri: 'p', label: 'P' })).toContain('1 need asks something of this landscape in P: ')
  expect(sentence(needs, needs.slice(0, 1), undefined)).toBe('1 of 3 needs answers to what you look for.')
})
