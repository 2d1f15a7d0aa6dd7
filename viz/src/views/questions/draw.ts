// The pictures of an answer as SVG for what leaves the page.
import { clip, colour, element, text, widthOf, type Drawing } from '../../out/svg'
import { number } from '../../words'
import type { Arranged } from './arrange'
import type { Bars } from './picture'

export const NAME_WIDTH = 180

export function drawGraph({ width, height, spots, lines, named }: Arranged): Drawing {
  const strokes = lines.map(({ from, to, label }) => element('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: colour('--line-strong') }, label ? element('title', {}, text(0, 0, label).replace(/<\/?text[^>]*>/g, '')) : ''))
  const dots = spots.map(({ x, y, degree }) => element('circle', { cx: x, cy: y, r: radius(degree), fill: colour('--accent') }))
  const names = spots.filter(({ id }) => named.has(id)).map(({ x, y, label }) => text(x, y + 19, clip(label, NAME_WIDTH, 12), { size: 12, anchor: 'middle' }))
  return { width, height, body: strokes.join('') + dots.join('') + names.join('') }
}

export function radius(degree: number): number {
  return Math.min(9, 4 + Math.sqrt(degree))
}

export const BAR = { row: 24, names: 260, figures: 56 }

export function drawBars({ bars }: Bars, width = 760): Drawing {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const room = width - BAR.names - BAR.figures
  const body = bars.map(({ label, value }, at) => {
    const y = at * BAR.row
    const long = (value / most) * room
    return text(0, y + 16, clip(label, BAR.names - 12, 13), { size: 13 }) + element('rect', { x: BAR.names, y: y + 4, width: long, height: BAR.row - 8, fill: colour('--accent') }) + text(BAR.names + long + 6, y + 16, number(value), { size: 13 })
  })
  return { width, height: bars.length * BAR.row, body: body.join('') }
}

export function nameWidth(words: string): number {
  return widthOf(words, 12)
}
