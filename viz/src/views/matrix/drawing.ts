// The matrix as a picture: the rows and columns that are open, with their marks and bars.
import { vocabulary, type Concept } from '../../data/vocabulary'
import { clip, colour as colourOf, element, text, widthOf, wrap, type Drawing } from '../../out/svg'
import { capital } from '../../words'
import { isChanged, isShort, tally, type Cell } from './cells'
import { byPlace, type Line } from './layout'
import type { Matrix } from './matrix.svelte'
import { amount, statuses } from './speak'

const MARK = { width: 30, height: 22, gap: 1 }
const ROLLED = { width: 112, height: 40 }
const HEAD = 236
/** Narrower columns have upright heads, and bars without figures. */
const NARROW = 90

interface Box {
  x: number
  y: number
  width: number
  height: number
}

function mark(cell: Cell, faint: boolean, { x, y, width, height }: Box): string {
  const status = vocabulary.get(cell.status)
  const name = status?.name ?? ''
  const ink = faint ? '--ink-quiet' : `--${name}-text`
  const words = `${status?.symbol ?? ''}${cell.holders ? ` ${String(cell.holders)}` : ''}`
  const dashed = name === 'unconfirmed' ? '4 2' : name === 'general-only' ? '1 2' : undefined
  const edged = faint || dashed !== undefined || name === 'not-recorded'
  let body = element('rect', { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: 3, fill: colourOf(faint ? '--ground' : `--${name}`), stroke: isChanged(cell) ? colourOf('--ink') : edged ? colourOf('--line-strong') : undefined, 'stroke-width': isChanged(cell) ? 2 : undefined, 'stroke-dasharray': isChanged(cell) ? undefined : dashed })
  if (name === 'not-recorded') body += element('path', { d: [0, 5, 10].map((n) => `M${String(x + 2 + n)} ${String(y + height - 3)}l${String(height - 6)} -${String(height - 6)}`).join(''), stroke: colourOf('--hatch'), fill: 'none' })
  body += text(x + width / 2, y + height / 2 + 4.5, words, { size: 12, fill: ink, anchor: 'middle' })
  if (cell.corroborated && !faint) body += element('rect', { x: x + 3, y: y + height - 4, width: ((width - 6) * cell.corroborated) / cell.roles, height: 2, fill: colourOf(ink) })
  if (isShort(cell)) body += element('path', { d: `M${String(x + width - 8)} ${String(y - 1)}h8l-4 7z`, fill: colourOf('--falls-short'), stroke: colourOf('--ground'), 'stroke-width': 1 })
  return body
}


function rolled(cells: Cell[], matrix: Matrix, { x, y, width, height }: Box): string {
  const here = matrix.looking ? cells.filter((cell) => matrix.matching.has(cell)) : cells
  const unit = (width - 8) / cells.length
  const slim = width < NARROW
  const top = slim ? y + (height - 14) / 2 : y + 5
  let at = x + 4
  let body = element('rect', { x: at, y: top, width: width - 8, height: 14, fill: colourOf('--ground'), stroke: colourOf('--line') })
  for (const { status, count } of tally(here, statuses())) {
    const concept = vocabulary.get(status)
    const wide = unit * count
    const name = concept?.name ?? ''
    body += element('rect', { x: at, y: top, width: wide, height: 14, fill: colourOf(`--${name}`), stroke: colourOf(/^(unconfirmed|general-only|not-recorded)$/.test(name) ? '--line-strong' : '--ground'), 'stroke-width': 0.75 })
    if (wide > 14) body += text(at + wide / 2, top + 11, concept?.symbol ?? '', { size: 11, fill: `--${name}-text`, anchor: 'middle' })
    at += wide
  }
  if (slim) return body
  const short = here.filter(isShort).length
  body += text(x + 4, y + 33, amount(cells, matrix.matching, matrix.looking), { size: 12 })
  if (short) body += text(x + width - 4, y + 33, `▾ ${String(short)}`, { size: 12, fill: '--falls-short', anchor: 'end' })
  return body
}

/** A label that stands upright, read from below, in one line or two. */
function upright(words: string, x: number, y: number, room: number): string {
  const lines = wrap(words, room, 12).slice(0, 2)
  return lines.map((line, n) => {
    const at = x + (n - (lines.length - 1) / 2) * 14 + 4
    return element('g', { transform: `translate(${at.toFixed(1)} ${y.toFixed(1)}) rotate(-90)` }, text(0, 0, clip(line, room, 12), { size: 12 }))
  }).join('')
}

/** The matrix as it is shown, in its own units. */
export function drawing(matrix: Matrix): Drawing {
  const across = Math.ceil(Math.sqrt(matrix.places.length))
  const down = Math.ceil(matrix.places.length / across)
  const inner = { width: across * (MARK.width + MARK.gap) + 5, height: down * (MARK.height + MARK.gap) + 5 }
  const wide = (column: Line): number => (column.single && matrix.rows.some((row) => row.single) ? inner.width : ROLLED.width)
  const high = (row: Line): number => (matrix.columns.every((column) => wide(column) < NARROW) ? (row.single ? inner.height : MARK.height + 6) : Math.max(ROLLED.height, row.single ? inner.height : 0))
  const isUpright = matrix.columns.some((column) => wide(column) < NARROW)
  const top = isUpright ? 28 + Math.min(170, Math.max(...matrix.columns.map((column) => widthOf(column.concept.label, 12))) + 12) : 44
  const lefts: number[] = []
  let width = HEAD
  for (const column of matrix.columns) {
    lefts.push(width)
    width += wide(column)
  }
  let body = heads(matrix, lefts, wide, top)
  let y = top
  for (const row of matrix.rows) {
    const height = high(row)
    const isArea = !row.single || row.concept === row.top
    body += text(isArea ? 0 : 14, y + height / 2 + 4.5, clip(row.concept.label, HEAD - (isArea ? 8 : 22), 13, isArea ? 650 : 400), { size: 13, weight: isArea ? 650 : 400 })
    matrix.columns.forEach((column, n) => {
      const square = matrix.squares.at(row, column)
      const box = { x: lefts[n] ?? 0, y, width: wide(column), height }
      if (!square.cells.length) return
      body += square.rolled ? rolled(square.cells, matrix, box) : quad(square.cells, matrix.places, across, box, (cell) => matrix.faint(cell))
    })
    y += height
    body += element('path', { d: `M0 ${y.toFixed(1)}H${width.toFixed(1)}`, stroke: colourOf('--line'), fill: 'none' })
  }
  const legend = vocabulary.list('status').map((status) => ({ sign: status.symbol, label: capital(status.label), ground: `--${status.name}`, ink: `--${status.name}-text` }))
  const quads = matrix.places.length > 1 && matrix.rows.some((row) => row.single) && matrix.columns.some((column) => column.single)
  const places = quads ? [{ sign: '▦', label: `in each square: ${matrix.places.map((place) => place.label).join(', ')}` }] : []
  return { width, height: y + 8, body, legend: [...legend, { sign: '▾', label: 'Said to fall short', ink: '--falls-short' }, ...places] }
}

function quad(cells: Cell[], places: Concept[], across: number, box: Box, faint: (cell: Cell) => boolean): string {
  const down = Math.ceil(places.length / across)
  const left = box.x + (box.width - across * (MARK.width + MARK.gap)) / 2
  const top = box.y + (box.height - down * (MARK.height + MARK.gap)) / 2
  return byPlace(cells, places).map((cell, n) => {
    if (!cell) return ''
    const at = { x: left + (n % across) * (MARK.width + MARK.gap), y: top + Math.floor(n / across) * (MARK.height + MARK.gap), width: MARK.width, height: MARK.height }
    return mark(cell, faint(cell), at)
  }).join('')
}

function heads(matrix: Matrix, lefts: number[], wide: (column: Line) => number, top: number): string {
  let body = element('path', { d: `M0 ${top.toFixed(1)}H${String((lefts.at(-1) ?? 0) + wide(matrix.columns.at(-1) as Line))}`, stroke: colourOf('--line-strong'), 'stroke-width': 2, fill: 'none' })
  matrix.columns.forEach((column, n) => {
    const left = lefts[n] ?? 0
    const own = wide(column)
    if (own < NARROW) body += upright(column.concept.label, left + own / 2, top - 6, top - 36)
    else wrap(column.concept.label, own - 8, 13, 650).slice(0, 2).reverse().forEach((line, up) => (body += text(left + 4, top - 8 - up * 16, clip(line, own - 8, 13, 650), { size: 13, weight: 650 })))
    const begins = matrix.columns[n - 1]?.top !== column.top
    if (begins && column.concept !== column.top) {
      const span = matrix.columns.filter((each) => each.top === column.top).reduce((sum, each) => sum + wide(each), 0)
      body += text(left + 4, 16, clip(column.top.label, span - 8, 13, 650), { size: 13, weight: 650 })
    }
    if (begins) body += element('path', { d: `M${left.toFixed(1)} 0V${top.toFixed(1)}`, stroke: colourOf('--line-strong'), fill: 'none' })
  })
  return body
}
