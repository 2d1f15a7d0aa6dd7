import { expect, test } from 'vitest'

import { overlaps, relations, work } from '../src/views/network/drawings'
import { matching } from '../src/views/network/filter'
import { links, ranked, shorten } from '../src/views/network/model'
import { sentence } from '../src/views/network/sentence'
import { table } from '../src/views/network/table'
import { bodies, organisation, placesOf, related } from './network-samples'

const places = placesOf('a', 'b', 'c', 'd')
const three = bodies(organisation('a'), organisation('b'), organisation('c', { caption: 'true' }))

test('a relationship is one line, and reads from either end', () => {
  const graph = relations(places, three, [...related('a', 'b', 'funds', 'funded by'), ...related('a', 'b', 'hosts', 'hosted by', { relationship: 'rel/other' })])
  expect(graph.lines).toEqual([{ a: 0, b: 1, broken: false }])
  expect(graph.nodes[0].said.map((said) => [said.words, said.arrow])).toEqual([['funds', 'to'], ['hosts', 'to']])
  expect(graph.nodes[1].said.map((said) => [said.words, said.arrow])).toEqual([['funded by', 'from'], ['hosted by', 'from']])
})

test('what reads alike from both ends has no direction', () => {
  const graph = relations(places, three, related('a', 'b', 'works with', 'works with'))
  expect(graph.nodes.flatMap((node) => node.said.map((said) => said.arrow))).toEqual(['', ''])
})

test('a relationship with two notes is said once, one that does not hold is not', () => {
  const twice = related('a', 'b', 'funds', 'funded by')
  const graph = relations(places, three, [...twice, ...twice, ...related('b', 'c', 'funds', 'funded by', { current: 'false' })])
  expect(graph.nodes.map((node) => node.said.length)).toEqual([1, 1, 0])
  expect(graph.lines).toHaveLength(1)
})

test('what does not exist on the day is not in the picture, and nothing else moves', () => {
  const later = relations(places, bodies(organisation('a'), organisation('b', { current: 'false' }), organisation('c')), related('a', 'b', 'funds', 'funded by'))
  expect(later.nodes.map((node) => [node.iri, node.x])).toEqual([['a', 0], ['c', 200]])
  expect(later.lines).toEqual([])
})

test('a pair that shares cells has a whole line only where a link is recorded', () => {
  const shared = (one: string, other: string, cell: string, linked: string) => ({ organisation: one, other, cell, question: `Who ${cell}?`, linked })
  const graph = overlaps(places, three, [shared('a', 'b', 'x', 'false'), shared('a', 'b', 'y', 'false'), shared('b', 'c', 'x', 'true')])
  expect(graph.lines.map((line) => line.broken)).toEqual([true, false])
  expect(graph.nodes[0].said[0]).toMatchObject({ words: 'two shared questions', detail: 'no link recorded' })
  expect(graph.nodes[0].said[0].cards.map((card) => card.iri)).toEqual(['x', 'y'])
  expect(sentence('overlaps', graph)).toContain('two pairs, 1 without a recorded link')
})

test('who works on nothing that holds is left out of what they work on', () => {
  const role = (organisation: string, activity: string, current = 'true') => ({ organisation, role: `role/${organisation}-${activity}`, activity, activityLabel: `do ${activity}`, topic: 't', topicLabel: 'topic', placeLabel: 'here', levelLabel: 'lead', current })
  const graph = work(placesOf('a', 'b', 'c', 'x'), three, [role('a', 'x'), role('b', 'x'), role('c', 'x', 'false')], 'activity')
  expect(graph.nodes.map((node) => [node.iri, node.hub])).toEqual([['x', true], ['a', false], ['b', false]])
  expect(links(graph.nodes[0])).toBe(2)
})

test('the best connected comes first, what is worked on before all', () => {
  const graph = relations(places, three, [...related('b', 'a', 'funds', 'funded by'), ...related('b', 'c', 'funds', 'funded by')])
  expect(ranked(graph).map((at) => graph.nodes[at].iri)).toEqual(['b', 'a', 'c'])
})

test('filters name bodies by kind, by name and by what they do; without one there is no filter', () => {
  const graph = relations(places, bodies(organisation('a', { kind: 'kind/y' }), organisation('b', { organisationLabel: 'Zürich Council' })), [])
  const none = { kind: '', find: '', roles: undefined }
  expect(matching(graph, none)).toBeUndefined()
  expect([...(matching(graph, { ...none, find: 'zurich' }) ?? [])]).toEqual([1])
  expect([...(matching(graph, { ...none, kind: 'kind/y' }) ?? [])]).toEqual([0])
  expect([...(matching(graph, { ...none, roles: [{ organisation: 'b', activity: 'x', topic: 't' }] }) ?? [])]).toEqual([1])
  expect(matching(graph, { ...none, find: 'nobody' })?.size).toBe(0)
})

test('the table says each relationship once, as it reads along its direction', () => {
  const graph = relations(places, three, [...related('b', 'a', 'funds', 'funded by'), ...related('a', 'c', 'works with', 'works with')])
  const { rows } = table(graph, undefined)
  expect(rows.map((row) => [row.one, row.words, row.other])).toEqual([['Body a', 'works with', 'Body c'], ['Body b', 'funds', 'Body a']])
  expect(table(graph, new Set([0, 2])).rows).toHaveLength(1)
})

test('a long name is cut at a word', () => {
  expect(shorten('Short')).toBe('Short')
  expect(shorten('National Committee for the Study of Everything')).toBe('National Committee for the…')
})
