// Measures of the picture at a zoom: how it fits a frame, how large marks and lines are then.
import type { Graph, Node } from './model'

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Where the picture stands in its frame: screen = picture × k + x, y. */
export interface View {
  k: number
  x: number
  y: number
}

/** The room for names around the outermost bodies, in px of the picture. */
const MARGIN = 40

export function bounds(nodes: Node[]): Box {
  if (!nodes.length) return { left: 0, top: 0, right: 1, bottom: 1 }
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y, r } of nodes) {
    box.left = Math.min(box.left, x - r)
    box.top = Math.min(box.top, y - r)
    box.right = Math.max(box.right, x + r)
    box.bottom = Math.max(box.bottom, y + r)
  }
  return { left: box.left - MARGIN, top: box.top - MARGIN, right: box.right + MARGIN, bottom: box.bottom + MARGIN }
}

/** The view that shows a box whole, in the middle of a frame, no larger than `most`. */
export function fit({ left, top, right, bottom }: Box, width: number, height: number, most = 1.5): View {
  const k = Math.min(width / (right - left), height / (bottom - top), most)
  return { k, x: width / 2 - ((left + right) / 2) * k, y: height / 2 - ((top + bottom) / 2) * k }
}

/** By how much marks are drawn larger than the picture itself: they grow more slowly than distances, so that near ones come apart. */
export function grown(k: number): number {
  return Math.min(1.25, Math.pow(k, -0.45))
}

/** How wide a line is, in px of the picture, to be thin on the screen. */
export function thin(k: number): number {
  return 0.9 * Math.pow(k, -0.75)
}

/** Zoom stays between the whole picture (and a little less) and a close look. */
export function extent(whole: number): [least: number, most: number] {
  return [whole * 0.7, Math.max(4, whole * 8)]
}

/** Whether every body of a graph stands in a part of the frame. */
export function within(node: Node, { k, x, y }: View, width: number, height: number, edge = 24): boolean {
  const at = node.x * k + x
  const down = node.y * k + y
  return at >= edge && at <= width - edge && down >= edge && down <= height - edge
}

/** Finds the body nearest to a point. */
export class Near {
  private readonly squares = new Map<string, number[]>()
  private readonly nodes: Node[]

  constructor(graph: Graph, private readonly side = 60) {
    this.nodes = graph.nodes
    graph.nodes.forEach((node, at) => {
      const key = this.key(node.x, node.y)
      const known = this.squares.get(key)
      if (known) known.push(at)
      else this.squares.set(key, [at])
    })
  }

  private key(x: number, y: number): string {
    return `${String(Math.floor(x / this.side))} ${String(Math.floor(y / this.side))}`
  }

  /** The node whose mark is nearest, no farther than `reach` from its edge; undefined where there is none. Px of the picture. */
  find(x: number, y: number, reach: number): number | undefined {
    const far = Math.ceil((reach + 30) / this.side)
    let best: { at: number; gap: number } | undefined
    for (let i = -far; i <= far; i++) {
      for (let j = -far; j <= far; j++) {
        for (const at of this.squares.get(this.key(x + i * this.side, y + j * this.side)) ?? []) {
          const node = this.nodes[at]
          const gap = Math.hypot(node.x - x, node.y - y) - node.r
          if (gap <= reach && (!best || gap < best.gap)) best = { at, gap }
        }
      }
    }
    return best?.at
  }
}
