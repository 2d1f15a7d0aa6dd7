// A drawing as a picture that can stand alone: with title, date, legend and source line, as SVG or PNG, also slide-sized.
import { about } from '../data/page'
import { explorer } from '../state/explorer.svelte'
import { date } from '../words'
import { colour, element, FONT, text, widthOf, wrap, type Drawing, type LegendEntry } from './svg'

const EDGE = 24

export const SLIDE = { width: 1920, height: 1080 }

/** The whole picture as SVG. With a slide's size, the drawing is made as large as fits in it. */
export function picture(title: string, drawing: Drawing, slide?: { width: number; height: number }): string {
  const unit = slide ? 1.6 : 1
  const inner = slide ? slide.width - 2 * EDGE * unit : Math.max(drawing.width, 480)
  const edge = EDGE * unit
  let y = edge
  let body = ''
  for (const line of wrap(title, inner, 22 * unit, 650)) {
    y += 26 * unit
    body += text(edge, y - 6 * unit, line, { size: 22 * unit, weight: 650 })
  }
  y += 20 * unit
  body += text(edge, y - 4 * unit, `As of ${date(explorer.asOf)}`, { size: 14 * unit, fill: '--ink-quiet' })
  y += 12 * unit
  const legend = legendLines(drawing.legend ?? [], inner, unit)
  const source = wrap(`Source: ${about.source}. Records are a sample, not a census.`, inner, 12 * unit)
  const below = legend.length * 22 * unit + source.length * 16 * unit + 12 * unit
  const room = slide ? slide.height - y - below - edge : drawing.height
  const scale = slide ? Math.min(inner / drawing.width, room / drawing.height) : 1
  const left = slide ? edge + (inner - drawing.width * scale) / 2 : edge
  body += element('g', { transform: `translate(${left.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(4)})` }, drawing.body)
  y += slide ? room : drawing.height
  for (const line of legend) {
    y += 22 * unit
    body += line(edge, y)
  }
  y += 12 * unit
  for (const line of source) {
    y += 16 * unit
    body += text(edge, y - 4 * unit, line, { size: 12 * unit, fill: '--ink-quiet' })
  }
  const width = Math.round(slide?.width ?? inner + 2 * edge)
  const height = Math.round(slide?.height ?? y + edge)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" font-family='${FONT}' role="img">${element('title', {}, text(0, 0, title).replace(/<\/?text[^>]*>/g, ''))}${element('rect', { width, height, fill: colour('#ffffff') })}${body}</svg>`
}

/** The legend's entries in as many lines as they need; each line is drawn when its place is known. */
function legendLines(entries: LegendEntry[], width: number, unit: number): ((x: number, y: number) => string)[] {
  const lines: (LegendEntry & { at: number })[][] = []
  let at = Infinity
  for (const entry of entries) {
    const wide = widthOf(entry.label, 13 * unit) + 48 * unit
    if (at + wide > width) {
      lines.push([])
      at = 0
    }
    lines[lines.length - 1].push({ ...entry, at })
    at += wide
  }
  return lines.map((line) => (x, y) => line.map((entry) => {
    const left = x + entry.at
    const ground = entry.ground ? element('rect', { x: left, y: y - 20 * unit, width: 20 * unit, height: 18 * unit, rx: 3 * unit, fill: colour(entry.ground), stroke: colour('--line-strong'), 'stroke-width': 0.75 }) : ''
    const sign = text(left + 10 * unit, y - 6 * unit, entry.sign, { size: 13 * unit, anchor: 'middle', fill: entry.ink ?? '--ink' })
    return ground + sign + text(left + 26 * unit, y - 6 * unit, entry.label, { size: 13 * unit })
  }).join(''))
}

/** An SVG picture as PNG, twice as fine as the screen. */
export async function png(svg: string, fine = 2): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  // browsers draw no canvas of any size: beyond this one side comes out less fine
  const most = Math.min(fine, 16000 / Math.max(image.width, image.height))
  canvas.width = Math.round(image.width * most)
  canvas.height = Math.round(image.height * most)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot draw pictures.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png'))
}
