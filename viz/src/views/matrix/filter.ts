// Which cells answer to the filters. Where nothing is chosen, all do.
import { isChanged, type Cell } from './cells'

export interface Filter {
  place: string
  area: string
  activity: string
  topic: string
  status: string
  flag: string
  need: string
  find: string
  /** Only cells whose status is another than on the day to compare with. */
  changed: boolean
}

/** Whether a concept is another or lies beneath it. */
export type Within = (iri: string, wider: string) => boolean

/** Whether a cell stands in the rows, columns and places that are shown at all. */
export function isShown(cell: Cell, filter: Filter, within: Within, inPlace: (place: string) => boolean): boolean {
  return (
    inPlace(cell.place) &&
    (!filter.area || within(cell.activity, filter.area)) &&
    (!filter.activity || within(cell.activity, filter.activity)) &&
    (!filter.topic || within(cell.topic, filter.topic))
  )
}

/** Whether a cell that is shown answers to what is looked for; the text is sought in its words. */
export function matches(cell: Cell, filter: Filter, words: (cell: Cell) => string): boolean {
  return (
    (!filter.status || cell.status === filter.status) &&
    (!filter.flag || cell.flags.includes(filter.flag)) &&
    (!filter.need || cell.needs.includes(filter.need)) &&
    (!filter.changed || isChanged(cell)) &&
    (!filter.find || contains(words(cell), filter.find))
  )
}

/** Whether something is looked for among the cells that are shown. */
export function isLooking(filter: Filter): boolean {
  return Boolean(filter.status || filter.flag || filter.need || filter.find || filter.changed)
}

/** Whether rows or columns are left out by what is chosen. */
export function isNarrowed(filter: Filter): boolean {
  return Boolean(filter.area || filter.activity || filter.topic)
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function contains(text: string, wanted: string): boolean {
  const here = fold(text)
  return fold(wanted).split(/\s+/).every((word) => here.includes(word))
}
