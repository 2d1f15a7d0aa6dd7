// Which names stand in the picture at a zoom, and where: the first in rank first, none upon another or upon a large mark.
import type { Node } from './model'

export interface Label {
  at: number
  /** The middle of the name's line, in px on the screen from the picture's origin. */
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export const SIZE = 12
const HIGH = 15
const GAP = 3

/** Boxes that are taken, each with what it costs to lie upon it. */
class Taken {
  private readonly squares = new Map<number, [Box, number][]>()

  private *keys({ left, top, right, bottom }: Box): Generator<number> {
    for (let i = Math.floor(left / 64); i <= Math.floor(right / 64); i++) for (let j = Math.floor(top / 64); j <= Math.floor(bottom / 64); j++) yield i * 100003 + j
  }

  /** What lying here costs; no more than `most` is reckoned. */
  cost(box: Box, most: number): number {
    let sum = 0
    for (const key of this.keys(box)) {
      for (const [other, cost] of this.squares.get(key) ?? []) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) sum += cost
        if (sum > most) return sum
      }
    }
    return sum
  }

  take(box: Box, cost: number): void {
    for (const key of this.keys(box)) {
      const known = this.squares.get(key)
      if (known) known.push([box, cost])
      else this.squares.set(key, [[box, cost]])
    }
  }
}

interface Placing {
  nodes: Node[]
  /** The nodes that may have a name, the first in rank first. */
  order: number[]
  /** Marks that names keep off; all of them where it is left out. */
  marks?: number[]
  /** Screen px for a px of the picture, and by how much more marks are drawn. */
  k: number
  grown: number
  /** Names stay inside this, in px of the picture. */
  box: Box
  /** A name's width in px. */
  width: (text: string) => number
  /** Drawn whether or not there is room: the one in hand. */
  always?: number
}

/** So many of the first in rank may lie upon a few marks: who is well connected stands in a crowd. */
const FIRST = 14
const NEXT = 36
const SMALL = 6

/** Places names around their marks, where it is freest; a name that finds no room waits for a closer look. */
export function place({ nodes, order, marks, k, grown, box, width, always }: Placing): Label[] {
  const taken = new Taken()
  const radius = (node: Node): number => node.r * grown * k * 1.1 + (node.ring ? 4 * k : 0)
  const next = new Set(order.slice(0, NEXT))
  const first = new Set(order.filter((at, rank) => rank < FIRST || nodes[at].ring || nodes[at].hub))
  for (const at of marks ?? nodes.keys()) {
    const { x, y } = nodes[at]
    const r = radius(nodes[at])
    const cost = nodes[at].hub ? 100 : first.has(at) || r > SMALL ? 20 : 1
    taken.take({ left: x * k - r, top: y * k - r, right: x * k + r, bottom: y * k + r }, cost)
  }
  const edge = { left: box.left * k, top: box.top * k, right: box.right * k, bottom: box.bottom * k }
  const labels: Label[] = []
  for (const at of order) {
    const node = nodes[at]
    const most = at === always || node.hub ? 999 : first.has(at) ? 60 : next.has(at) ? 4 : 0
    let best: { label: Label; box: Box; cost: number } | undefined
    for (const [label, room] of around(at, node.x * k, node.y * k, radius(node) + 1, width(node.short))) {
      if (room.left < edge.left || room.right > edge.right || room.top < edge.top || room.bottom > edge.bottom) continue
      const cost = taken.cost(room, most)
      if (cost <= most && (!best || cost < best.cost)) best = { label, box: room, cost }
      if (cost === 0) break
    }
    if (!best) continue
    labels.push(best.label)
    taken.take({ ...best.box, left: best.box.left - GAP, right: best.box.right + GAP }, 1000)
  }
  return labels
}

/** The places around a mark, the best first: below, above, right, left, and the corners. */
function* around(at: number, x: number, y: number, r: number, wide: number): Generator<[Label, Box]> {
  for (const side of [1, -1]) {
    const middle = y + side * (r + HIGH / 2)
    yield [{ at, x, y: middle, anchor: 'middle' }, { left: x - wide / 2, right: x + wide / 2, top: middle - HIGH / 2, bottom: middle + HIGH / 2 }]
  }
  for (const down of [0, 0.75, -0.75]) {
    const middle = y + down * (r + HIGH / 2)
    const off = down ? r * 0.7 : r + GAP
    yield [{ at, x: x + off, y: middle, anchor: 'start' }, { left: x + off, right: x + off + wide, top: middle - HIGH / 2, bottom: middle + HIGH / 2 }]
    yield [{ at, x: x - off, y: middle, anchor: 'end' }, { left: x - off - wide, right: x - off, top: middle - HIGH / 2, bottom: middle + HIGH / 2 }]
  }
}
