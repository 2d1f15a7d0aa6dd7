import { expect, test } from 'vitest'

import { arrange, bodies, counts, opened, related as linked, whole, type Material } from '../src/views/organogram/lanes'
import { fits, sentence, steps } from '../src/views/organogram/shown'
import { area, lane, organisation, related } from './network-samples'

const BASES = ['basis/caption', 'basis/article', 'basis/all']

function material(more: Partial<Material>): Material {
  return { organisations: [], lanes: [], parts: [], kinds: ['kind/y', 'kind/x'], area, basis: (iri) => BASES.indexOf(iri), ...more }
}

function part(of: string, iri: string): Record<string, string> {
  return { organisation: of, organisationLabel: `Body ${of}`, part: iri, partLabel: `Body ${iri}`, direct: 'true' }
}

test('a body stands once, in the lane of its main area, and leaves a mark in the others', () => {
  const given = material({ organisations: [organisation('a')], lanes: [lane('a', 'area/research'), lane('a', 'area/teaching', { main: 'false' })] })
  const lanes = arrange([...bodies(given).values()], given, (iri) => iri, 2)
  expect(lanes.map((each) => [each.area, each.count, each.also.map((body) => body.iri)])).toEqual([[1, 1, []], [2, 0, ['a']], [0, 0, []]])
})

test('a body with two bases counts with the first, and has a ring if a caption names it', () => {
  const given = material({ organisations: [organisation('a', { basis: 'basis/all' }), organisation('a', { basis: 'basis/caption', caption: 'true' }), organisation('b')] })
  const found = [...bodies(given).values()]
  expect(found.map((body) => [body.basis, body.ring])).toEqual([[0, true], [2, false]])
  expect(counts(found, 3)).toEqual([1, 1, 2])
})

test('a part stands beneath its whole in the same lane, and says what it is part of in another', () => {
  const given = material({
    organisations: [organisation('a'), organisation('b'), organisation('c')],
    lanes: [lane('a', 'area/research'), lane('b', 'area/research'), lane('c', 'area/teaching')],
    parts: [part('a', 'b'), part('a', 'c'), { ...part('x', 'b'), direct: 'false' }],
  })
  const [research, teaching] = arrange([...bodies(given).values()], given, (iri) => iri, 2)
  expect(research.kinds[0].bodies.map((body) => [body.iri, body.parts.map((each) => each.iri)])).toEqual([['a', ['b']]])
  expect(research.kinds[0].count).toBe(2)
  expect(teaching.kinds[0].bodies[0].partOf).toEqual([{ iri: 'a', label: 'Body a' }])
})

test('parts that are recorded in a circle do not lose anybody', () => {
  const given = material({ organisations: [organisation('a'), organisation('b')], parts: [part('a', 'b'), part('b', 'a')] })
  const lanes = arrange([...bodies(given).values()], given, (iri) => iri, 2)
  const shown = lanes.flatMap((each) => each.kinds.flatMap((kind) => kind.bodies.flatMap((body) => [...whole(body)])))
  expect(shown.map((body) => body.iri).sort()).toEqual(['a', 'b'])
})

test('kinds keep their order, and ringed bodies come first', () => {
  const given = material({ organisations: [organisation('a'), organisation('b', { caption: 'true' }), organisation('c', { kind: 'kind/y' })] })
  const apart = arrange([...bodies(given).values()], given, (iri) => iri, 2)[2]
  expect(apart.kinds.map((kind) => [kind.iri, kind.bodies.map((body) => body.iri)])).toEqual([['kind/y', ['c']], ['kind/x', ['b', 'a']]])
})

test('a kind shows its first few, and those that must be seen', () => {
  const given = material({ organisations: Array.from({ length: 12 }, (_, at) => organisation(`o${String(at).padStart(2, '0')}`)) })
  const kind = arrange([...bodies(given).values()], given, (iri) => iri, 2)[2].kinds[0]
  expect(opened(kind, false, 6, () => false)).toHaveLength(6)
  expect(opened(kind, false, 6, (body) => body.iri === 'o11').at(-1)?.iri).toBe('o11')
  expect(opened(kind, true, 6, () => false)).toHaveLength(12)
  expect(opened({ ...kind, bodies: kind.bodies.slice(0, 7) }, false, 6, () => false)).toHaveLength(7)
})

test('a link reads from the body in hand and from the other; what does not hold is not one', () => {
  const rows = [...related('a', 'b', 'funds', 'funded by'), ...related('a', 'c', 'hosts', 'hosted by', { current: 'false' })]
  expect([...linked(rows, 'a')]).toEqual([['b', { label: 'Body b', words: ['funds'], back: ['funded by'], relationship: 'rel/a-b' }]])
  expect([...linked(rows, 'b').values()][0]).toMatchObject({ words: ['funded by'], back: ['funds'] })
})

test('filters and the sentence that tells what is shown', () => {
  const [body] = bodies(material({ organisations: [organisation('a', { organisationLabel: 'Société', abbreviation: 'SX' })] })).values()
  expect(fits(body, { kind: '', find: 'societe', holders: undefined })).toBe(true)
  expect(fits(body, { kind: '', find: 'sx', holders: new Set(['b']) })).toBe(false)
  const bases = ['Named in the caption', 'Named in the article', 'Added'].map((label, at) => ({ iri: BASES[at], name: String(at), label, definition: '', scheme: '', broader: '', symbol: '' }))
  expect(sentence(3, 9, bases, 1, false)).toBe('Three organisations named in the caption or named in the article, each in the area of most of its roles. 9 are recorded for this day in all.')
  expect(steps(bases, [1, 2, 3]).map((step) => step.label)).toEqual(['Named in the caption', '+ named in the article', '+ added'])
})
