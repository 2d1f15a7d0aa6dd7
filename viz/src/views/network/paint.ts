// Puts a network into SVG elements: once for the whole, and anew for what is in hand, so that nothing is touched one by one.
import { hubOutline, outline, tint } from '../../parts/areas'
import type { Label } from './labels'
import type { Graph, Node } from './model'

const SVG = 'http://www.w3.org/2000/svg'

function make(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

/** All lines of a look as one path: a browser moves one element much faster than thousands. */
export function linesPath(graph: Graph, chosen: (line: Graph['lines'][number]) => boolean): string {
  let path = ''
  for (const line of graph.lines) {
    if (!chosen(line)) continue
    const { nodes } = graph
    path += `M${String(nodes[line.a].x)} ${String(nodes[line.a].y)}L${String(nodes[line.b].x)} ${String(nodes[line.b].y)}`
  }
  return path
}

/** The classes of a mark. */
export function look(node: Node): string {
  return `n a-${String(tint(node.area))}${node.hub ? ' hub' : ''}`
}

/** The outline of a mark at its place. */
export function markPath(node: Node, grown: number): string {
  const { x, y } = node
  const r = node.r * grown
  return node.hub ? hubOutline(x, y, r) : outline(node.area, x, y, r)
}

/** A mark and its ring. They stand at their places by their own coordinates: a transform for each would make every frame dear. */
export interface Mark {
  node: Node
  path: SVGElement
  ring: SVGElement | undefined
}

/** By how much marks are drawn larger than the picture (see zoom.ts): changed only when the picture stands still. */
export function grow(marks: Mark[], grown: number): void {
  for (const { node, path, ring } of marks) {
    path.setAttribute('d', markPath(node, grown))
    ring?.setAttribute('r', ((node.r + 3.5) * grown).toFixed(1))
  }
}

function mark(node: Node): Mark {
  return {
    node,
    path: make('path', { class: look(node) }),
    ring: node.ring ? make('circle', { class: 'ring', cx: String(node.x), cy: String(node.y) }) : undefined,
  }
}

function layer(graph: Graph, name: string, marks: Mark[], lines: (line: Graph['lines'][number]) => boolean): SVGElement {
  const group = make('g', { class: name })
  const whole = linesPath(graph, (line) => !line.broken && lines(line))
  const broken = linesPath(graph, (line) => line.broken && lines(line))
  if (whole) group.append(make('path', { class: 'l', d: whole }))
  if (broken) group.append(make('path', { class: 'l broken', d: broken }))
  for (const { path } of marks) group.append(path)
  for (const { ring } of marks) if (ring) group.append(ring)
  return group
}

/** Draws the whole network; what a filter leaves out stands behind, faded. */
export function paint(into: Element, graph: Graph, lit: ReadonlySet<number> | undefined, grown: number): Mark[] {
  const marks = graph.nodes.map(mark)
  grow(marks, grown)
  const parts = document.createDocumentFragment()
  if (lit) {
    const inside = (line: Graph['lines'][number]): boolean => lit.has(line.a) && lit.has(line.b)
    parts.append(layer(graph, 'out', marks.filter((_, at) => !lit.has(at)), (line) => !inside(line)), layer(graph, 'in', marks.filter((_, at) => lit.has(at)), inside))
  } else parts.append(layer(graph, 'in', marks, () => true))
  into.replaceChildren(parts)
  return marks
}

/** Draws what is in hand upon the rest: the body, the lines to its neighbours with their direction, and the neighbours. */
export function paintHeld(into: Element, graph: Graph, held: number | undefined, grown: number): void {
  const node = held === undefined ? undefined : graph.nodes[held]
  if (!node || held === undefined) {
    into.replaceChildren()
    return
  }
  const around = [...new Set(node.said.map((said) => said.other))]
  const parts = document.createDocumentFragment()
  const broken = new Set(graph.lines.filter((line) => line.broken && (line.a === held || line.b === held)).map((line) => line.a + line.b - held))
  for (const gaps of [false, true]) {
    const d = around.filter((at) => broken.has(at) === gaps).map((at) => `M${String(node.x)} ${String(node.y)}L${String(graph.nodes[at].x)} ${String(graph.nodes[at].y)}`).join('')
    if (d) parts.append(make('path', { class: gaps ? 'l broken' : 'l', d }))
  }
  const heads = arrows(graph, node, grown)
  if (heads) parts.append(make('path', { class: 'heads', d: heads }))
  const marks = [...around, held].map((at) => mark(graph.nodes[at]))
  grow(marks, grown)
  for (const { path, ring } of marks) parts.append(...(ring ? [ring, path] : [path]))
  marks[marks.length - 1]?.path.classList.add('held')
  into.replaceChildren(parts)
}

/** Arrow heads where lines of a direction end, as one path. */
export function arrows(graph: Graph, node: Node, grown: number): string {
  let path = ''
  const done = new Set<string>()
  for (const { other, arrow } of node.said) {
    const far = graph.nodes[other]
    if (!arrow || done.has(`${String(other)} ${arrow}`)) continue
    done.add(`${String(other)} ${arrow}`)
    const [from, to] = arrow === 'to' ? [node, far] : [far, node]
    const long = Math.hypot(to.x - from.x, to.y - from.y) || 1
    const [ux, uy] = [(to.x - from.x) / long, (to.y - from.y) / long]
    const tip = (to.r * 1.25 + (to.ring ? 4 : 1)) * grown
    const [x, y, size] = [to.x - ux * tip, to.y - uy * tip, 6.5 * grown]
    const point = (along: number, aside: number): string => `${(x + ux * along - uy * aside).toFixed(1)} ${(y + uy * along + ux * aside).toFixed(1)}`
    path += `M${point(0, 0)}L${point(-size, size * 0.42)}L${point(-size, -size * 0.42)}Z`
  }
  return path
}

/** Writes the names that were placed; near ones only, since what is far outside the frame is not seen. */
export function paintLabels(into: Element, graph: Graph, labels: Label[], strong: (at: number) => boolean): void {
  const parts = document.createDocumentFragment()
  for (const label of labels) {
    const node = graph.nodes[label.at]
    const text = make('text', { x: label.x.toFixed(1), y: label.y.toFixed(1), 'text-anchor': label.anchor, class: `${node.hub ? 'hub ' : ''}${strong(label.at) ? 'strong' : ''}` })
    text.textContent = node.short
    parts.append(text)
  }
  into.replaceChildren(parts)
}
