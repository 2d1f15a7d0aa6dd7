// Places for the things of a small graph: d3-force, from the same start each time, in pieces that leave the page free.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force'

import type { Graph } from './picture'

export interface Spot extends SimulationNodeDatum {
  id: string
  label: string
  /** How many lines end at it. */
  degree: number
  x: number
  y: number
}

export interface Arranged {
  width: number
  height: number
  spots: Spot[]
  lines: { from: Spot; to: Spot; label: string }[]
  /** The ids whose names are written: those that find room, the well connected first. */
  named: Set<string>
}

const TICKS = 260
const EDGE = 30

/** @param widthOf how wide a name is, in pixels. */
export async function arrange(graph: Graph, width: number, widthOf: (words: string) => number, pause: () => Promise<void>): Promise<Arranged> {
  const degree = new Map<string, number>()
  for (const { from, to } of graph.edges) for (const end of [from, to]) degree.set(end, (degree.get(end) ?? 0) + 1)
  const spots: Spot[] = graph.nodes.map((node) => ({ ...node, degree: degree.get(node.id) ?? 0, x: NaN, y: NaN }))
  for (const spot of spots) {
    // d3-force finds a first place itself where none is given
    delete (spot as Partial<Spot>).x
    delete (spot as Partial<Spot>).y
  }
  const links = graph.edges.map(({ from, to }) => ({ source: from, target: to }))
  const simulation = forceSimulation(spots)
    .force('charge', forceManyBody().strength(-180))
    .force('link', forceLink<Spot, { source: string | Spot; target: string | Spot }>(links).id(({ id }) => id).distance(70))
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.09))
    .force('collide', forceCollide(16))
    .stop()
  for (let tick = 0; tick < TICKS; tick += 1) {
    simulation.tick()
    if (tick % 20 === 19) await pause()
  }
  return place(graph, spots, width, widthOf)
}

/** Fits the places into a width, and finds which names have room. */
function place(graph: Graph, spots: Spot[], width: number, widthOf: (words: string) => number): Arranged {
  const [left, right] = [Math.min(...spots.map(({ x }) => x)), Math.max(...spots.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...spots.map(({ y }) => y)), Math.max(...spots.map(({ y }) => y))]
  const scale = Math.min(1.4, (width - 2 * EDGE) / Math.max(1, right - left))
  const height = Math.max(120, Math.round((bottom - top) * scale + 2 * EDGE + 16))
  const shift = (width - (right - left) * scale) / 2
  for (const spot of spots) {
    spot.x = (spot.x - left) * scale + shift
    spot.y = (spot.y - top) * scale + EDGE
  }
  const byId = new Map(spots.map((spot) => [spot.id, spot]))
  const lines = graph.edges.flatMap(({ from, to, label }) => {
    const [a, b] = [byId.get(from), byId.get(to)]
    return a && b ? [{ from: a, to: b, label }] : []
  })
  const named = new Set<string>()
  const taken: [number, number, number, number][] = spots.map(({ x, y }) => [x - 5, y - 5, x + 5, y + 5])
  for (const spot of spots.toSorted((a, b) => b.degree - a.degree)) {
    if (!spot.label) continue
    const half = Math.min(widthOf(spot.label), 180) / 2 + 2
    const box: [number, number, number, number] = [spot.x - half, spot.y + 7, spot.x + half, spot.y + 23]
    const free = box[0] >= 0 && box[2] <= width && taken.every(([x0, y0, x1, y1]) => box[2] < x0 || box[0] > x1 || box[3] < y0 || box[1] > y1)
    if (!free) continue
    named.add(spot.id)
    taken.push(box)
  }
  return { width, height, spots, lines, named }
}
