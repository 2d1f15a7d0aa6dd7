// Puts a network into SVG elements: once for the whole, and anew for what is in hand, so that nothing is touched one by one.
import { HUB, shape, tint } from '../../parts/areas'
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

/** The outline of a mark: of an activity or topic, or the shape of an organisation's area. */
export function outline(node: Node): string {
  return node.hub ? HUB : shape(node.area)
}

function mark(node: Node): SVGElement {
  const path = make('path', { class: look(node), d: outline(node) })
  path.style.translate = `${String(node.x)}px ${String(node.y)}px`
  path.style.setProperty('--r', String(node.r))
  return path
}

function ring(node: Node): SVGElement {
  const circle = make('circle', { class: 'ring', r: '1' })
  circle.style.translate = `${String(node.x)}px ${String(node.y)}px`
  circle.style.setProperty('--r', String(node.r + 3.5))
  return circle
}

function layer(graph: Graph, name: string, nodes: number[], lines: (line: Graph['lines'][number]) => boolean): SVGElement {
  const group = make('g', { class: name })
  const whole = linesPath(graph, (line) => !line.broken && lines(line))
  const broken = linesPath(graph, (line) => line.broken && lines(line))
  if (whole) group.append(make('path', { class: 'l', d: whole }))
  if (broken) group.append(make('path', { class: 'l broken', d: broken }))
  const rings: SVGElement[] = []
  for (const at of nodes) {
    const node = graph.nodes[at]
    if (node.ring) rings.push(ring(node))
    group.append(mark(node))
  }
  group.append(...rings)
  return group
}

/** Draws the whole network; what a filter leaves out stands behind, faded. */
export function paint(into: Element, graph: Graph, lit: ReadonlySet<number> | undefined): void {
  const all = [...graph.nodes.keys()]
  const parts = document.createDocumentFragment()
  if (lit) {
    const inside = (line: Graph['lines'][number]): boolean => lit.has(line.a) && lit.has(line.b)
    parts.append(layer(graph, 'out', all.filter((at) => !lit.has(at)), (line) => !inside(line)), layer(graph, 'in', all.filter((at) => lit.has(at)), inside))
  } else parts.append(layer(graph, 'in', all, () => true))
  into.replaceChildren(parts)
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
  for (const at of [...around, held]) {
    if (graph.nodes[at].ring) parts.append(ring(graph.nodes[at]))
    parts.append(mark(graph.nodes[at]))
  }
  const last = parts.lastElementChild
  last?.classList.add('held')
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
