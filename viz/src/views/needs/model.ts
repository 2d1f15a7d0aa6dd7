// The needs as the view shows them: rows of several questions side by side, filtered and grouped; nothing is decided here.
import type { Row } from '../../engine/messages'
import { andList, capital, fullStop, inSentence, number, plural } from '../../words'

/** How far a need is recorded, in a place or in all. */
export interface State {
  cells: number
  recorded: number
  short: number
  /** all, some, none, or "no cells", as the question says. */
  recordedFor: string
}

export interface Need {
  iri: string
  label: string
  kind: string
  kindLabel: string
  horizon: string
  horizonLabel: string
  progress: string
  progressLabel: string
  description: string
  section: string
  raisedBy: { iri: string; label: string }[]
  overall: State
  /** By place. */
  places: Map<string, State>
}

/** What a need asks: one activity on one topic, and its cell in each place. */
export interface Asking {
  key: string
  /** The plain question, of no place in particular where several are asked about. */
  question: string
  cells: Row[]
}

export interface Filter {
  place: string
  horizon: string
  progress: string
  recorded: string
  /** Only needs of which something is said to fall short. */
  short: boolean
  find: string
}

function state(row: Row): State {
  return { cells: Number(row.cells), recorded: Number(row.recorded), short: Number(row.saidToFallShort), recordedFor: row.recordedFor }
}

/** The needs of the landscape, in the order of the answer. */
export function join(overall: Row[], byPlace: Row[], raised: Row[]): Need[] {
  const places = new Map<string, Map<string, State>>()
  for (const row of byPlace) {
    const there = places.get(row.need) ?? new Map<string, State>()
    places.set(row.need, there.set(row.place, state(row)))
  }
  const said = new Map<string, Row[]>()
  for (const row of raised) said.set(row.need, [...(said.get(row.need) ?? []), row])
  return overall.map((row) => {
    const telling = said.get(row.need) ?? []
    const bodies = new Map(telling.map((each) => [each.organisation, each.organisationLabel]))
    return {
      iri: row.need,
      label: row.needLabel,
      kind: row.kind,
      kindLabel: row.kindLabel,
      horizon: row.horizon,
      horizonLabel: row.horizonLabel,
      progress: row.progress,
      progressLabel: row.progressLabel,
      description: telling[0]?.description ?? '',
      section: telling[0]?.section ?? '',
      raisedBy: [...bodies].map(([iri, label]) => ({ iri, label })),
      overall: state(row),
      places: places.get(row.need) ?? new Map<string, State>(),
    }
  })
}

/** How a need stands in the place that is chosen, or in all; undefined where it asks nothing there. */
export function stateOf(need: Need, place: string): State | undefined {
  return place ? need.places.get(place) : need.overall
}

/** The needs that answer to the filters; horizon "-" means that none is stated. */
export function filtered(needs: Need[], filter: Filter): Need[] {
  const wanted = filter.find.toLowerCase().split(/\s+/).filter(Boolean)
  return needs.filter((need) => {
    const here = stateOf(need, filter.place)
    const text = [need.label, need.description, ...need.raisedBy.map((body) => body.label)].join(' ').toLowerCase()
    return (
      here !== undefined &&
      (!filter.horizon || (filter.horizon === '-' ? !need.horizon : need.horizon === filter.horizon)) &&
      (!filter.progress || need.progress === filter.progress) &&
      (!filter.recorded || here.recordedFor === filter.recorded) &&
      (!filter.short || here.short > 0) &&
      wanted.every((word) => text.includes(word))
    )
  })
}

/** The needs by what the publication calls them, in the order of first appearance of a list of kinds. */
export function byKind(needs: Need[], order: string[]): { kind: string; label: string; needs: Need[] }[] {
  const groups = new Map<string, Need[]>()
  for (const need of needs) groups.set(need.kind, [...(groups.get(need.kind) ?? []), need])
  const place = (kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length)
  return [...groups].sort(([a], [b]) => place(a) - place(b)).map(([kind, members]) => ({ kind, label: members[0]?.kindLabel || 'Other', needs: members }))
}

/** What a need asks, pair by pair, in the order of the answer; of one place where one is chosen. */
export function asking(cells: Row[], need: string, place: string, phrases: Map<string, string>): Asking[] {
  const found = new Map<string, Asking>()
  for (const row of cells) {
    if (row.need !== need || (place && row.place !== place)) continue
    const key = `${row.activity} ${row.topic}`
    const there = found.get(key) ?? { key, question: row.question, cells: [] }
    there.cells.push(row)
    found.set(key, there)
  }
  return [...found.values()].map((ask) => (ask.cells.length > 1 ? { ...ask, question: ofNoPlace(ask.question, phrases.get(ask.cells[0]?.place ?? '') ?? '') } : ask))
}

function ofNoPlace(question: string, phrase: string): string {
  return phrase && question.endsWith(` ${phrase}?`) ? `${question.slice(0, -phrase.length - 2)}?` : question
}

/** In words: all 4, 3 of 4, none of 4. */
export function words({ cells, recorded, recordedFor }: State): string {
  if (!cells) return 'asks nothing here'
  if (recordedFor === 'all') return cells === 1 ? 'recorded' : `all ${number(cells)}`
  if (recordedFor === 'none') return cells === 1 ? 'not recorded' : `none of ${number(cells)}`
  return `${number(recorded)} of ${number(cells)}`
}

/** What the publication says of a need beside what it is: how far it had come, how soon it is wanted, where it says so. */
export function telling({ progressLabel, horizonLabel, section }: { progressLabel: string; horizonLabel: string; section: string }): string {
  return [
    progressLabel && `When published: ${progressLabel}`,
    horizonLabel && `Wanted in the ${inSentence(horizonLabel)}`,
    section && `Stated in: ${section}`,
  ].filter(Boolean).map((part) => fullStop(part)).join(' ')
}

/** The sentence above the needs. */
export function sentence(needs: Need[], shown: Need[], place: { iri: string; label: string } | undefined): string {
  const where = place ? ` in ${place.label}` : ''
  const all = needs.filter((need) => stateOf(need, place?.iri ?? ''))
  const many = (wanted: string): string => number(shown.filter((need) => stateOf(need, place?.iri ?? '')?.recordedFor === wanted).length)
  const short = shown.filter((need) => (stateOf(need, place?.iri ?? '')?.short ?? 0) > 0).length
  const which = shown.length === all.length
    ? `${capital(number(all.length))} ${plural(all.length, 'need')} ${all.length === 1 ? 'asks' : 'ask'} something of this landscape${where}`
    : `${number(shown.length)} of ${number(all.length)} needs${where} ${shown.length === 1 ? 'answers' : 'answer'} to what you look for.`
  if (shown.length < all.length) return which
  if (!shown.length) return `${which}.`
  const parts = [`all of it (${many('all')})`, `part of it (${many('some')})`, `none of it (${many('none')})`]
  return `${which}: bodies are recorded for ${andList(parts, 'or')}; of ${number(short)} a source says that what is recorded falls short somewhere.`
}
