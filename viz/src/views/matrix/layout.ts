// Rows, columns and squares of the matrix: areas and groups closed, or open to what is beneath them.
import type { Concept } from '../../data/vocabulary'
import type { Cell } from './cells'

/** A row or a column. */
export interface Line {
  concept: Concept
  /** The area or group that it belongs to; itself where it is one. */
  top: Concept
  /** The activities or topics that it stands for. */
  leaves: string[]
  /** Whether it stands for exactly one activity or topic. */
  single: boolean
}

/** An area or group with what of it is shown. */
export interface Band {
  top: Concept
  leaves: Concept[]
  /** Whether there is anything to open: not where the area or group itself is the only thing in it. */
  folds: boolean
  open: boolean
}

/** Where a row and a column meet. */
export interface Square {
  cells: Cell[]
  /** Several activities or topics in one: counted, not shown one by one. */
  rolled: boolean
}

/** The areas or groups that have something to show, with their leaves, in their order. */
export function bands(tops: Concept[], all: Concept[], topOf: (iri: string) => Concept | undefined, used: Set<string>, isOpen: (top: Concept) => boolean): Band[] {
  const leaves = new Map<string, Concept[]>()
  for (const concept of all) {
    const top = used.has(concept.iri) ? topOf(concept.iri) : undefined
    if (top) leaves.set(top.iri, [...(leaves.get(top.iri) ?? []), concept])
  }
  return tops.flatMap((top) => {
    const beneath = leaves.get(top.iri)
    if (!beneath) return []
    const folds = beneath.length > 1 || beneath[0]?.iri !== top.iri
    return [{ top, leaves: beneath, folds, open: folds && isOpen(top) }]
  })
}

function whole({ top, leaves, folds }: Band): Line {
  return { concept: top, top, leaves: leaves.map((leaf) => leaf.iri), single: !folds }
}

function parts({ top, leaves }: Band): Line[] {
  return leaves.map((leaf) => ({ concept: leaf, top, leaves: [leaf.iri], single: true }))
}

/** The rows of an area: one for the area, and one for each activity where it is open. */
export function rowsOf(band: Band): Line[] {
  return band.open ? [whole(band), ...parts(band)] : [whole(band)]
}

/** The columns of a group: one for the group, or one for each topic where it is open. */
export function columnsOf(band: Band): Line[] {
  return band.open ? parts(band) : [whole(band)]
}

/** Finds the cells where a row and a column meet. */
export class Squares {
  private readonly pairs = new Map<string, Cell[]>()

  constructor(cells: Cell[]) {
    for (const cell of cells) {
      const key = `${cell.activity} ${cell.topic}`
      const there = this.pairs.get(key)
      if (there) there.push(cell)
      else this.pairs.set(key, [cell])
    }
  }

  at(row: Line, column: Line): Square {
    const cells = row.leaves.flatMap((activity) => column.leaves.flatMap((topic) => this.pairs.get(`${activity} ${topic}`) ?? []))
    return { cells, rolled: !(row.single && column.single) }
  }
}

/** The cells of a square place by place; undefined where a place has none. */
export function byPlace(cells: Cell[], places: Concept[]): (Cell | undefined)[] {
  return places.map((place) => cells.find((cell) => cell.place === place.iri))
}

/** What is open, as it stands in the address: "" for what suits the filters, all, none, or names with spaces between. */
export class Opened {
  private readonly names: Set<string>

  constructor(private readonly written: string, private readonly unless: boolean) {
    this.names = new Set(written.split(' ').filter(Boolean))
  }

  has(name: string): boolean {
    if (this.written === '') return this.unless
    return this.written === 'all' || this.names.has(name)
  }

  /** The same with some names opened or closed, among all that there are. */
  with(names: string[], open: boolean, all: string[]): string {
    const next = all.filter((name) => (names.includes(name) ? open : this.has(name)))
    if (next.length === all.length) return 'all'
    return next.length ? next.join(' ') : 'none'
  }
}
