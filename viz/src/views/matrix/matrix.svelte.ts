// What the matrix shows now: the cells as asked, the filters as they stand in the address, rows and columns.
import { asked } from '../../data/asked.svelte'
import { about } from '../../data/page'
import { rows } from '../../data/store'
import { vocabulary, type Concept } from '../../data/vocabulary'
import type { Row } from '../../engine/messages'
import { explorer, moment, short } from '../../state/explorer.svelte'
import { known, NOTHING, type Known } from './answer'
import { isShort, join, type Cell } from './cells'
import { isLooking, isNarrowed, isShown, matches, type Filter } from './filter'
import { bands, columnsOf, Opened, rowsOf, Squares } from './layout'

const PLACE_OF_CARD = 'the-card-goes-here'
const CHOICES = ['area', 'activity', 'topic', 'status', 'flag', 'need'] as const

export class Matrix {
  readonly cellsAsked = asked('coverage/cells')
  private readonly grades = asked('coverage/cell-grades')
  private readonly flags = asked('coverage/cell-flags')
  private readonly asking = asked('coverage/cell-needs')
  private readonly holders = asked('coverage/cell-holders')
  private readonly general = asked('coverage/cell-general-holders')
  private readonly assessments = asked('coverage/cell-assessments')
  readonly needsAsked = asked('needs/overall')
  private baseline = $state.raw<Row[] | undefined>()
  /** The cells of the last date for which everything has come. */
  cells = $state.raw<Cell[]>([])
  trouble = $state('')

  readonly comparing = $derived(explorer.param('o-since') !== '' && about.baseline !== '')
  /** Whether the day to compare with has been answered; until then nothing is said to have changed. */
  readonly compared = $derived(this.comparing && this.cells.some((cell) => cell.before !== undefined))
  readonly places = $derived(vocabulary.places.filter((place) => !explorer.param('place') || vocabulary.within(place.iri, explorer.thing('place'))))
  readonly filter: Filter = $derived({
    place: explorer.thing('place'),
    area: explorer.thing('area'),
    activity: explorer.thing('activity'),
    topic: explorer.thing('topic'),
    status: explorer.thing('status'),
    flag: explorer.thing('flag'),
    need: explorer.thing('need'),
    find: explorer.param('find').trim(),
    changed: this.compared,
  })
  readonly looking = $derived(isLooking(this.filter))
  readonly hiding = $derived(explorer.param('o-rest') === 'hide')

  private readonly knownOf = $derived(known([...this.holders.rows, ...this.general.rows], this.assessments.rows))
  readonly shown = $derived.by(() => {
    const places = new Set(this.places.map((place) => place.iri))
    const { filter } = this
    return this.cells.filter((cell) => isShown(cell, filter, (iri, wider) => vocabulary.within(iri, wider), (place) => places.has(place)))
  })
  readonly matching = $derived.by(() => {
    const { filter } = this
    return new Set(this.looking ? this.shown.filter((cell) => matches(cell, filter, (each) => this.wordsOf(each))) : this.shown)
  })
  /** What rows, columns and squares are made of: without the rest where that is hidden. */
  readonly laid = $derived(this.hiding && this.looking ? this.shown.filter((cell) => this.matching.has(cell)) : this.shown)

  readonly opened = $derived(new Opened(explorer.param('o-open'), isNarrowed(this.filter) || this.filter.need !== ''))
  readonly areas = $derived(this.bandsOf('activity'))
  readonly groups = $derived(this.bandsOf('topic'))
  readonly columns = $derived(this.groups.flatMap(columnsOf))
  readonly rows = $derived(this.areas.flatMap(rowsOf))
  readonly squares = $derived(new Squares(this.laid))
  readonly folding = $derived([...this.areas, ...this.groups].filter((band) => band.folds).map((band) => short(band.top.iri)))

  constructor() {
    const parts = [this.cellsAsked, this.grades, this.flags, this.asking]
    $effect(() => {
      this.trouble = parts.map((part) => part.error).find(Boolean) ?? ''
      if (parts.some((part) => part.loading || part.error) || (this.comparing && !this.baseline)) return
      this.cells = join({ cells: this.cellsAsked.rows, grades: this.grades.rows, flags: this.flags.rows, needs: this.asking.rows, before: this.comparing ? this.baseline : undefined })
    })
    $effect(() => {
      if (!this.comparing) return
      let late = false
      this.baseline = undefined
      rows('coverage/cells', moment(about.baseline, explorer.without)).then(
        (found) => { if (!late) this.baseline = found },
        (error: unknown) => { if (!late) this.trouble = error instanceof Error ? error.message : String(error) },
      )
      return () => (late = true)
    })
  }

  private bandsOf(use: 'activity' | 'topic') {
    const used = new Set(this.laid.map((cell) => cell[use]))
    return bands(vocabulary.tops(use), vocabulary.list(use), (iri) => vocabulary.top(iri), used, (top) => this.opened.has(short(top.iri)))
  }

  private wordsOf(cell: Cell): string {
    const names = [...this.knowing(cell).names.values()].flat()
    return [cell.question, vocabulary.label(cell.activity), vocabulary.label(cell.topic), ...names].join(' ')
  }

  knowing(cell: Cell): Known {
    return this.knownOf.get(cell.iri) ?? NOTHING
  }

  /** Whether a cell is not what is looked for. */
  faint(cell: Cell): boolean {
    return this.looking && !this.matching.has(cell)
  }

  get loading(): boolean {
    return [this.cellsAsked, this.grades, this.flags, this.asking].some((part) => part.loading) || (this.comparing && !this.baseline)
  }

  get short(): number {
    return [...this.matching].filter(isShort).length
  }

  /** The needs as choices of a filter. */
  readonly needs: Concept[] = $derived(
    this.needsAsked.rows
      .filter((row) => row.cells !== '0')
      .map((row) => ({ iri: row.need, name: '', label: row.needLabel, definition: '', scheme: '', broader: '', symbol: '' })),
  )

  private readonly around = $derived(explorer.href({ card: PLACE_OF_CARD }).split(PLACE_OF_CARD))

  /** The address of a cell's card. There are hundreds of them: what is around the name is written once. */
  cardOf(cell: Cell): string {
    return this.around.join(encodeURIComponent(short(cell.iri)).replace(/%2F/g, '/').replace(/%3A/g, ':'))
  }

  /** Opens or closes some areas and groups, all others stay. */
  fold(tops: Concept[], open: boolean): void {
    const names = tops.map((top) => short(top.iri))
    explorer.go({ 'o-open': this.opened.with(names, open, this.folding) })
  }

  /** What takes every filter out. */
  get cleared(): Record<string, string> {
    return Object.fromEntries([...CHOICES, 'find', 'place', 'o-since', 'o-rest'].map((name) => [name, '']))
  }

  get filtered(): boolean {
    return this.looking || isNarrowed(this.filter)
  }
}

