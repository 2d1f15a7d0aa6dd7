import { describe, expect, it } from 'vitest'

import { arrange } from '../src/views/questions/arrange'
import { counts, drawn, relations, type Graph } from '../src/views/questions/picture'

const isOrganisation = (iri: string): boolean => iri.startsWith('id:')

describe('the picture of an answer', () => {
  const columns = ['organisation', 'organisationLabel', 'relationship', 'relationLabel', 'outgoing', 'other', 'otherLabel']
  const row = (organisation: string, other: string, outgoing = 'true', relationship = '') => ({ organisation: `id:${organisation}`, organisationLabel: organisation, other: `id:${other}`, otherLabel: other, outgoing, relationship, relationLabel: 'funds' })

  it('relates organisations, and draws a relation told from both sides once', () => {
    const graph = relations(columns, [row('a', 'b', 'true', 'r1'), row('b', 'a', 'false', 'r1'), row('a', 'c')], isOrganisation)
    expect(graph?.nodes.map(({ label }) => label)).toEqual(['a', 'b', 'c'])
    expect(graph?.edges).toEqual([{ from: 'id:a', to: 'id:b', label: 'funds' }, { from: 'id:a', to: 'id:c', label: 'funds' }])
  })
  it('is none where only one organisation stands in a row', () => expect(relations(['organisation', 'organisationLabel', 'cell', 'cellLabel'], [{ organisation: 'id:a', organisationLabel: 'a', cell: 'cell:x', cellLabel: 'x' }], isOrganisation)).toBeUndefined())
  it('is bars where each row is one thing with a count', () => {
    expect(counts(['status', 'statusLabel', 'count'], [{ status: 's', statusLabel: 'one', count: '3' }, { status: 't', statusLabel: 'two', count: '10' }])).toEqual({ what: 'count', bars: [{ label: 'one', value: 3 }, { label: 'two', value: 10 }] })
  })
  it('is no bars where a name stands twice', () => expect(counts(['aLabel', 'count'], [{ aLabel: 'x', count: '1' }, { aLabel: 'x', count: '2' }])).toBeUndefined())
  it('draws the things of a graph by the names that it gives', () => {
    const uri = (value: string) => ({ type: 'uri' as const, value })
    const graph = drawn([
      { subject: uri('x:a'), predicate: uri('http://www.w3.org/2004/02/skos/core#prefLabel'), object: { type: 'literal', value: 'A <b>' } },
      { subject: uri('x:a'), predicate: uri('x:/p'), object: uri('x:/b') },
    ])
    expect(graph).toEqual({ nodes: [{ id: 'x:a', label: 'A <b>' }, { id: 'x:/b', label: 'b' }], edges: [{ from: 'x:a', to: 'x:/b', label: 'p' }] })
  })
})

describe('places for things', () => {
  const graph: Graph = { nodes: 'abcdef'.split('').map((id) => ({ id, label: `Body ${id}` })), edges: 'bcdef'.split('').map((to) => ({ from: 'a', to, label: '' })) }
  const lay = () => arrange(graph, 700, (words) => words.length * 7, () => Promise.resolve())

  it('are the same each time, and within the picture', async () => {
    const [first, second] = [await lay(), await lay()]
    expect(second.spots.map(({ x, y }) => [x, y])).toEqual(first.spots.map(({ x, y }) => [x, y]))
    for (const { x, y } of first.spots) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(700)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(first.height)
    }
  })
  it('name the best connected', async () => expect((await lay()).named.has('a')).toBe(true))
})
