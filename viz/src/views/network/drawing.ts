// The network as a picture that leaves the page: whole, with the names that have room, and what is in hand dark.
import { colour, element, text, widthOf, type Drawing } from '../../out/svg'
import { sign, tint } from '../../parts/areas'
import { place, SIZE } from './labels'
import { ranked, type Graph, type Node } from './model'
import { arrows, linesPath, markPath } from './paint'
import { bounds } from './zoom'

interface Drawn {
  graph: Graph
  lit: ReadonlySet<number> | undefined
  held: number | undefined
  /** The names of the areas in their order. */
  areas: string[]
  /** What stands for a ring, a line with gaps; "" where there is none. */
  ring: string
  broken: string
}

/** Wide enough for names in a picture of a page or slide. */
const WIDTH = 1400

export function drawing({ graph, lit, held, areas, ring, broken }: Drawn): Drawing {
  const box = bounds(graph.nodes)
  const k = WIDTH / Math.max(box.right - box.left, 600)
  const strong = held === undefined ? lit : new Set([held, ...graph.nodes[held].said.map((said) => said.other)])
  const isStrong = (at: number): boolean => !strong || strong.has(at)
  const near = (line: Graph['lines'][number]): boolean => (held === undefined ? isStrong(line.a) && isStrong(line.b) : line.a === held || line.b === held)
  const lines = (chosen: boolean, gaps: boolean): string => {
    const d = linesPath(graph, (line) => near(line) === chosen && line.broken === gaps)
    if (!d) return ''
    const stroke = colour(chosen && held !== undefined ? '--ink' : '--line-strong')
    return element('path', { d, fill: 'none', stroke, 'stroke-width': 1 / k, opacity: chosen ? 0.7 : 0.15, 'stroke-dasharray': gaps ? `${String(4 / k)} ${String(3 / k)}` : undefined })
  }
  const marks = (chosen: boolean): string => graph.nodes.map((node, at) => (isStrong(at) === chosen ? mark(node, k) : '')).join('')
  const heads = held === undefined ? '' : element('path', { d: arrows(graph, graph.nodes[held], 1), fill: colour('--ink') })
  const faint = strong ? element('g', { opacity: 0.25 }, marks(false)) : ''
  const picture = lines(false, false) + lines(false, true) + faint + lines(true, false) + lines(true, true) + heads + marks(true)
  const order = ranked(graph).filter(isStrong)
  if (held !== undefined) order.unshift(...order.splice(order.indexOf(held), 1))
  const labels = place({ nodes: graph.nodes, order, marks: strong ? [...strong] : undefined, k, grown: 1, box, width: (words) => widthOf(words, SIZE, 500), always: held })
  const halo = { 'paint-order': 'stroke', stroke: colour('--ground'), 'stroke-width': 3, 'stroke-linejoin': 'round' }
  const names = labels.map(({ at, x, y, anchor }) => text(x, y + SIZE * 0.35, graph.nodes[at].short, { size: SIZE, weight: graph.nodes[at].hub || at === held ? 650 : 500, anchor, ...halo })).join('')
  const shift = `translate(${(-box.left * k).toFixed(1)} ${(-box.top * k).toFixed(1)})`
  return {
    width: Math.round((box.right - box.left) * k),
    height: Math.round((box.bottom - box.top) * k),
    body: element('g', { transform: `${shift} scale(${k.toFixed(4)})` }, picture) + element('g', { transform: shift }, names),
    legend: legend(graph, areas, ring, broken),
  }
}

function mark(node: Node, k: number): string {
  const area = node.area ? colour(`--area-${String(tint(node.area))}`) : ''
  const hollow = node.hub || !area
  const shape = element('path', {
    d: markPath(node, 1), fill: hollow ? colour('--ground') : area,
    stroke: hollow ? area || colour(node.hub ? '--ink' : '--area-0') : colour('--ground'), 'stroke-width': (hollow ? 1.8 : 1) / k,
  })
  return node.ring ? shape + element('circle', { cx: node.x, cy: node.y, r: node.r + 3.5, fill: 'none', stroke: colour('--ink'), 'stroke-width': 1.6 / k }) : shape
}

/** The signs that the picture uses. */
export function legend(graph: Graph, areas: string[], ring: string, broken: string): { sign: string; label: string }[] {
  const used = new Set(graph.nodes.filter((node) => !node.hub).map((node) => node.area))
  const entries = areas.flatMap((label, at) => (used.has(at + 1) ? [{ sign: sign(at + 1), label }] : []))
  if (used.has(0)) entries.push({ sign: sign(0), label: 'No current role recorded' })
  if (ring && graph.nodes.some((node) => node.ring)) entries.push({ sign: '◎', label: ring })
  if (broken && graph.lines.some((line) => line.broken)) entries.push({ sign: '╌', label: broken })
  return entries
}
