import { expect, test } from 'vitest'

import { place } from '../src/views/network/labels'
import type { Node } from '../src/views/network/model'
import { bounds, fit, grown, Near, thin } from '../src/views/network/zoom'

function node(iri: string, x: number, y: number, r = 10): Node {
  return { iri, label: iri, short: iri, kind: '', kindIri: '', area: 1, areas: [1], hub: false, ring: false, x, y, r, said: [] }
}

const width = (text: string): number => text.length * 7
const ROOM = { left: -1e4, top: -1e4, right: 1e4, bottom: 1e4 }

function boxes(nodes: Node[], labels: ReturnType<typeof place>): [number, number, number, number][] {
  return labels.map(({ at, x, y, anchor }) => {
    const wide = width(nodes[at].short)
    const left = anchor === 'middle' ? x - wide / 2 : anchor === 'start' ? x : x - wide
    return [left, y - 7.5, left + wide, y + 7.5]
  })
}

test('names never lie upon each other, whatever the zoom, and more are there on approach', () => {
  // a crowd without order, the same each time
  const nodes = Array.from({ length: 300 }, (_, at) => node(`Body number ${String(at)}`, (at * 7919) % 1500, (at * 104729) % 900, 4 + (at % 5)))
  const order = nodes.map((_, at) => at)
  let before = 0
  for (const k of [0.4, 0.8, 1.6, 3.2]) {
    const labels = place({ nodes, order, k, grown: grown(k), box: bounds(nodes), width })
    const taken = boxes(nodes, labels)
    const upon = taken.flatMap((a, i) => taken.slice(i + 1).filter((b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]))
    expect(upon, `at a zoom of ${String(k)}`).toEqual([])
    expect(labels.length).toBeGreaterThan(before)
    before = labels.length
  }
})

test('the first in rank has its name where two want the same room', () => {
  const nodes = [node('the one with a long name', 0, 0), node('the other with a long name', 4, 2)]
  const box = { left: -60, top: -30, right: 60, bottom: 30 }
  expect(place({ nodes, order: [1, 0], k: 2, grown: 1, box, width }).map((label) => label.at)[0]).toBe(1)
})

test('a name stays inside the picture', () => {
  const nodes = [node('a name that is rather long', 0, 0)]
  const [[left]] = boxes(nodes, place({ nodes, order: [0], k: 1, grown: 1, box: { left: -20, top: -40, right: 400, bottom: 40 }, width }))
  expect(left).toBeGreaterThanOrEqual(-20)
})

test('the one in hand has a name though there is no room', () => {
  const crowd = Array.from({ length: 40 }, (_, at) => node('x', (at % 8) * 12 - 48, Math.floor(at / 8) * 12 - 30, 12))
  const nodes = [...crowd, node('in hand', 0, 0)]
  const order = [40]
  expect(place({ nodes, order, k: 1, grown: 1, box: ROOM, width, always: 40 })).toHaveLength(1)
})

test('the whole picture is in the middle of its frame and no larger', () => {
  const box = bounds([node('a', 0, 0), node('b', 1000, 400)])
  const view = fit(box, 800, 600)
  expect(box.left * view.k + view.x).toBeGreaterThanOrEqual(-0.01)
  expect(box.right * view.k + view.x).toBeLessThanOrEqual(800.01)
  expect((500 * view.k + view.x)).toBeCloseTo(400)
  expect(fit(bounds([node('a', 0, 0)]), 800, 600).k).toBeLessThanOrEqual(1.5)
})

test('on approach marks and lines grow less than distances', () => {
  expect(grown(4)).toBeLessThan(grown(1))
  expect(grown(4) * 4).toBeGreaterThan(grown(1))
  expect(thin(4) * 4).toBeLessThan(thin(1) * 2)
})

test('the nearest body is found within reach, none beyond it', () => {
  const near = new Near({ nodes: [node('a', 0, 0), node('b', 50, 0)], lines: [], apart: undefined })
  expect(near.find(40, 3, 12)).toBe(1)
  expect(near.find(18, 0, 12)).toBe(0)
  expect(near.find(0, 200, 12)).toBeUndefined()
})
