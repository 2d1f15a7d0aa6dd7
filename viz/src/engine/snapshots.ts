// Snapshots of the landscape: the shipped rules run on Oxigraph, for one date and, in a what-if, without a body.
import { Store } from 'oxigraph/web.js'

import type { Moment } from './messages'

const REMIT = 'https://w3id.org/remit/ontology#'
const DATE = 'http://www.w3.org/2001/XMLSchema#date'

/** So many snapshots are kept: today, the one to compare with, and the one in hand. */
const KEPT = 3

const FAST = { lenient: true, no_transaction: true }

export class Snapshots {
  private readonly kept = new Map<string, Store>()
  private spare: Store | undefined

  constructor(
    private readonly given: string,
    private readonly rules: [name: string, text: string][],
    private readonly base: string,
  ) {
    this.prepare()
  }

  /** The snapshot of a moment; derived when it is not among the last ones asked for. */
  at(moment: Moment): Store {
    const key = JSON.stringify(moment)
    const store = this.kept.get(key) ?? this.derive(moment)
    this.kept.delete(key)
    this.kept.set(key, store)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT) break
      release(this.kept.get(oldest))
      this.kept.delete(oldest)
    }
    return store
  }

  /** Reads what is given into a store, so that the next date needs only the rules. */
  prepare(): void {
    this.spare ??= this.fresh()
  }

  private fresh(): Store {
    const store = new Store()
    store.load(this.given, { format: 'text/turtle', ...FAST })
    return store
  }

  private derive(moment: Moment): Store {
    const store = this.spare ?? this.fresh()
    this.spare = undefined
    store.load(this.node(moment), { format: 'application/n-triples' })
    for (const [name, rule] of this.rules) {
      try {
        const found = store.query(rule, { results_format: 'application/n-triples' }) as string
        store.load(found, { format: 'application/n-triples', ...FAST })
      } catch (error) {
        throw new Error(`The rule ${name} does not run: ${String(error)}`, { cause: error })
      }
    }
    return store
  }

  /** The snapshot's own node, from which the rules read the date. */
  private node({ asOf, soonUntil, staleBefore, without }: Moment): string {
    const node = `<${this.base}snapshot/${asOf}>`
    const lines = [`${node} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${REMIT}Snapshot> .`]
    for (const [name, day] of Object.entries({ asOf, soonUntil, staleBefore })) {
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Error(`“${day}” is not a day.`)
      lines.push(`${node} <${REMIT}${name}> "${day}"^^<${DATE}> .`)
    }
    if (without) {
      if (/[<>"{}|^`\\\s]/.test(without)) throw new Error(`“${without}” is not an IRI.`)
      lines.push(`${node} <${REMIT}without> <${without}> .`)
    }
    return lines.join('\n')
  }
}

/** Gives a store's memory back at once; the binding has a method for it that its types leave out. */
function release(store: (Store & { free?: () => void }) | undefined): void {
  store?.free?.()
}
