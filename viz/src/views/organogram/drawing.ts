// The organogram as a picture that leaves the page: the lanes side by side, what is shown in each, as it is shown.
import { clip, colour, element, text, widthOf, wrap, type Drawing } from '../../out/svg'
import { outline, sign, tint } from '../../parts/areas'
import { period } from '../../words'
import { opened, type Body, type Lane } from './lanes'

interface Drawn {
  lanes: Lane[]
  areas: string[]
  rest: string
  ring: string
  /** Whether a kind of a lane is opened. */
  open: (lane: Lane, kind: string) => boolean
  needed: (body: Body) => boolean
  most: number
}

const WIDE = 330
const GAP = 24
const LINE = 16
/** Width over height, where there is a choice. */
const ASPECT = 1.7

const HEAD = 40

/** Lines of text under an area's name, in a column, or in several beside each other where one would be too high. */
class Column {
  body = ''
  y = 0
  high = 0
  columns = 1
  private readonly width = WIDE
  constructor(private x: number, private readonly limit: number) {}

  /** Goes on at the top of the next column when this one is full. */
  turn(): void {
    this.high = Math.max(this.high, this.y)
    if (this.y < this.limit) return
    this.x += WIDE + GAP
    this.columns += 1
    this.y = HEAD
  }

  head(area: number, title: string, count: number): void {
    this.body += element('line', { x1: this.x, x2: this.x + this.width, y1: 1, y2: 1, stroke: colour('--line-strong'), 'stroke-width': 2 })
    this.mark(area, this.x + 8, 22, 7)
    this.body += text(this.x + 22, 28, `${title}  ${String(count)}`, { size: 17, weight: 650 })
    this.y = HEAD
  }

  mark(area: number, x: number, y: number, r: number): void {
    const ink = colour(`--area-${String(tint(area))}`)
    this.body += element('path', { d: outline(area, x, y, r), fill: area ? ink : 'none', stroke: area ? undefined : ink, 'stroke-width': area ? undefined : 2 })
  }

  kind(label: string, count: number): void {
    this.turn()
    this.y += 22
    this.body += text(this.x, this.y, `${label}  ${String(count)}`, { size: 12, weight: 600, fill: '--ink-quiet' })
    this.y += 4
  }

  entry(body: Body, depth: number): void {
    this.turn()
    const left = this.x + depth * 14 + (body.ring ? 8 : 0)
    const room = this.width - depth * 14 - 12 - body.others.length * 12
    const lines = wrap(body.label, room, 13, body.ring ? 600 : 400)
    const top = this.y + 4
    if (depth) this.body += element('line', { x1: left - 7, x2: left - 7, y1: top, y2: top + lines.length * LINE, stroke: colour('--line-strong') })
    for (const line of lines) {
      this.y += LINE
      this.body += text(left, this.y, clip(line, room, 13), { size: 13, weight: body.ring ? 600 : 400, fill: body.current ? '--ink' : '--ink-quiet' })
    }
    if (body.ring) {
      const wide = Math.max(...lines.map((line) => widthOf(line, 13, 600)))
      this.body += element('rect', { x: left - 8, y: top - 1, width: wide + 16, height: lines.length * LINE + 4, rx: 10, fill: 'none', stroke: colour('--ink'), 'stroke-width': 1.6 })
      this.y += 7
    }
    const end = left + widthOf(lines[lines.length - 1] ?? '', 13, body.ring ? 600 : 400) + (body.ring ? 18 : 8)
    body.others.forEach((area, at) => this.mark(area, end + at * 12, this.y - (body.ring ? 11 : 4), 4))
    const notes = [body.partOf.length ? `part of ${body.partOf.map((whole) => whole.label).join(' and ')}` : '', body.current ? '' : period(body.start, body.end)].filter(Boolean)
    for (const note of notes) this.quiet(note, left)
    for (const part of body.parts) this.entry(part, depth + 1)
  }

  quiet(words: string, left = this.x): void {
    for (const line of wrap(words, this.width - (left - this.x), 11.5)) {
      this.y += 14
      this.body += text(left, this.y, line, { size: 11.5, fill: '--ink-quiet' })
    }
  }
}

export function drawing(drawn: Drawn): Drawing {
  const plain = columns(drawn, Infinity)
  const total = plain.reduce((sum, column) => sum + column.high, 0)
  const high = Math.max(...plain.map((column) => column.high))
  // what is much higher than wide is read by nobody: then lanes have several columns, so that the whole is as a page or slide
  const limit = Math.max(600, Math.sqrt((total * (WIDE + GAP)) / ASPECT))
  const made = high > 1.2 * plain.length * WIDE ? columns(drawn, limit) : plain
  const many = made.reduce((sum, column) => sum + column.columns, 0)
  return {
    width: many * (WIDE + GAP) - GAP,
    height: Math.max(...made.map((column) => column.high)) + 12,
    body: made.map((column) => column.body).join(''),
    legend: [...drawn.areas.map((label, at) => ({ sign: sign(at + 1), label: `beside a name: also works in ${label}` })), ...(drawn.ring ? [{ sign: '◎', label: drawn.ring }] : [])],
  }
}

function columns({ lanes, areas, rest, open, needed, most }: Drawn, limit: number): Column[] {
  let x = 0
  return lanes.map((lane) => {
    const column = new Column(x, limit)
    column.head(lane.area, lane.area ? (areas[lane.area - 1] ?? '') : rest, lane.count)
    for (const kind of lane.kinds) {
      const bodies = opened(kind, open(lane, kind.iri), most, needed)
      column.kind(kind.label, kind.count)
      for (const body of bodies) column.entry(body, 0)
      const hidden = kind.bodies.length - bodies.length
      if (hidden > 0) column.quiet(`and ${String(hidden)} more`)
    }
    if (lane.also.length) {
      column.turn()
      column.y += 12
      column.quiet(`Also works here: ${lane.also.map((body) => body.abbreviation || body.label).join(', ')}`)
    }
    column.high = Math.max(column.high, column.y)
    x += column.columns * (WIDE + GAP)
    return column
  })
}
