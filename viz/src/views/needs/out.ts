// The needs as a picture and as a table that leave the page.
import type { Concept } from '../../data/vocabulary'
import { clip, colour, element, text, wrap, type Drawing } from '../../out/svg'
import type { TableOut } from '../../out/table'
import { words, type Need, type State } from './model'

const LABEL = 460
const COLUMN = 142

/** One row for each need and place that it asks about, and one for all places together. */
export function table(needs: Need[], places: Concept[]): TableOut {
  const row = (need: Need, place: string, state: State) => ({
    need: need.label, kind: need.kindLabel, horizon: need.horizonLabel, progress: need.progressLabel, place,
    cells: String(state.cells), recorded: String(state.recorded), recordedFor: state.recordedFor, short: String(state.short),
    raisedBy: need.raisedBy.map((body) => body.label).join('; '), iri: need.iri,
  })
  return {
    columns: [
      ['need', 'Need'], ['kind', 'Kind'], ['horizon', 'Horizon'], ['progress', 'Progress when published'], ['place', 'Place'],
      ['cells', 'Questions asked'], ['recorded', 'With a body recorded'], ['recordedFor', 'Recorded for'], ['short', 'Said to fall short'],
      ['raisedBy', 'Raised by'], ['iri', 'Identifier'],
    ],
    rows: needs.flatMap((need) => [
      ...(places.length > 1 ? [row(need, 'All places', need.overall)] : []),
      ...places.flatMap((place) => {
        const state = need.places.get(place.iri)
        return state ? [row(need, place.label, state)] : []
      }),
    ]),
  }
}

function meter(state: State | undefined, x: number, y: number): string {
  if (!state?.cells) return text(x, y + 16, 'not asked', { size: 12, fill: '--ink-quiet' })
  const width = 100
  return (
    element('rect', { x, y: y + 0.5, width, height: 8, fill: colour('--ground'), stroke: colour('--line-strong') }) +
    element('rect', { x, y: y + 0.5, width: (width * state.recorded) / state.cells, height: 8, fill: colour('--accent') }) +
    text(x, y + 23, words(state), { size: 12 }) +
    (state.short ? text(x + width, y + 23, `▾ ${String(state.short)}`, { size: 12, fill: '--falls-short', weight: 600, anchor: 'end' }) : '')
  )
}

/** The needs that are shown, kind by kind, with a meter for each place. */
export function drawing(kinds: { label: string; needs: Need[] }[], places: Concept[], together: boolean): Drawing {
  const all = together && places.length > 1
  const width = LABEL + COLUMN * (places.length + (all ? 1 : 0))
  let y = 0
  let body = ''
  ;[...(all ? ['All places'] : []), ...places.map((place) => place.label)].forEach((label, n) => {
    body += text(LABEL + n * COLUMN, 14, clip(label, COLUMN - 10, 13, 650), { size: 13, weight: 650 })
  })
  y = 22
  for (const kind of kinds) {
    y += 26
    body += text(0, y, kind.label, { size: 15, weight: 650 })
    y += 8
    for (const need of kind.needs) {
      const lines = wrap(need.label, LABEL - 16, 13)
      const height = Math.max(34, lines.length * 17 + 8)
      body += element('path', { d: `M0 ${String(y)}H${String(width)}`, stroke: colour('--line'), fill: 'none' })
      lines.forEach((line, n) => (body += text(0, y + 18 + n * 17, line, { size: 13 })))
      const states = [...(all ? [need.overall] : []), ...places.map((place) => need.places.get(place.iri))]
      states.forEach((state, n) => (body += meter(state, LABEL + n * COLUMN, y + 6)))
      y += height
    }
  }
  return { width, height: y + 8, body, legend: [{ sign: '▬', label: 'for how many of its questions a body is recorded' }, { sign: '▾', label: 'for how many a source says that there is too little' }] }
}
