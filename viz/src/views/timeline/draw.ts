// The timeline as SVG for what leaves the page.
import { clip, colour, element, text, type Drawing } from '../../out/svg'
import { LANE } from './bars'
import type { Group, Grouping } from './groups'
import { row, type Look } from './look'
import { ticks } from './time'

const NAMES = 230

/** The groups as they are drawn, on an axis of a given width, with the moment that is shown. */
export function draw(groups: Group[], look: Look, shown: number, width = 900): Drawing {
  const axis = { ...look.axis, width }
  const at = (year: number): number => NAMES + ((year - axis.from) / (axis.to - axis.from)) * width
  const years = ticks(axis.from, axis.to, width)
  let y = 26
  let rows = ''
  for (const group of groups) {
    const drawn = row(group, { ...look, axis })
    rows += text(0, y + 16, clip(group.label, NAMES - 12, 13), { size: 13 })
    if (drawn.life) rows += element('line', { x1: NAMES + drawn.life.from, x2: NAMES + drawn.life.to, y1: y + 4, y2: y + 4, stroke: colour('--line-strong'), 'stroke-width': 3 })
    for (const bar of drawn.bars) {
      const top = y + drawn.top + bar.lane * LANE
      const current = bar.role.current === 'true'
      const fill = look.planned(bar.role) ? '--announced' : current ? '--accent' : '--lapsed'
      for (const piece of bar.pieces) rows += element('rect', { x: NAMES + piece.x, y: top + 2, width: piece.width, height: LANE - 5, fill: colour(fill), opacity: piece.sure === 1 ? undefined : piece.sure })
      if (bar.soon) rows += element('rect', { x: NAMES + bar.right - 3, y: top, width: 4, height: LANE - 1, fill: colour('--ink') })
      rows += text(NAMES + bar.name.x, top + 14, clip(look.nameOf(bar.role), bar.name.room, 12), { size: 12, anchor: bar.name.anchor, fill: bar.name.inside && current ? '--ground' : '--ink' })
    }
    for (const event of drawn.events) rows += element('path', { d: `M${String(NAMES + event.x)} ${String(y + drawn.height - 11)}l5 5l-5 5l-5 -5z`, fill: colour('--ink') })
    y += drawn.height
    rows += element('line', { x1: 0, x2: NAMES + width, y1: y, y2: y, stroke: colour('--line') })
  }
  const grid = years.map((year) => element('line', { x1: at(year), x2: at(year), y1: 20, y2: y, stroke: colour('--line') }) + text(at(year) + 3, 14, String(year), { size: 12, fill: '--ink-quiet' }))
  const now = element('line', { x1: at(shown), x2: at(shown), y1: 20, y2: y, stroke: colour('--focus'), 'stroke-width': 2 })
  return { width: NAMES + width, height: y + 4, body: grid.join('') + rows + now, legend: legend(look.by).map(({ sign, label }) => ({ sign, label })) }
}

/** What the signs mean, on the page and in the picture. */
const LEGEND = [
  { sign: '■', look: 'current', label: 'holds on the date' },
  { sign: '■', look: 'over', label: 'does not hold on it' },
  { sign: '▤', look: 'pale', label: 'pale: the source names the year or month only; fading: no date stated' },
  { sign: '▐', look: 'soon', label: 'ends by the date asked about' },
  { sign: '◆', look: 'event', label: 'merger, renaming or closure' },
  { sign: '━', look: 'life', label: 'the organisation itself' },
]

/** The signs that a grouping uses: an organisation's own life and changes stand only with organisations. */
export function legend(by: Grouping): typeof LEGEND {
  return by === 'organisation' ? LEGEND : LEGEND.filter(({ look }) => look !== 'event' && look !== 'life')
}
