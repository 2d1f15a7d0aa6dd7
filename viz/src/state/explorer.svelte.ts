// The one state behind all views, kept in the address: back, forward and a shared link bring it back.
import { about } from '../data/page'
import type { Moment } from '../engine/messages'
import { read, write } from './address'
import { isDay, yearsLater } from './dates'

const CLOSED = 'https://w3id.org/remit/'

/** An IRI as it stands in an address: without the landscape's base, or after `remit:` for the closed lists. */
export function short(iri: string): string {
  if (iri.startsWith(about.base)) return iri.slice(about.base.length)
  return iri.startsWith(CLOSED) ? `remit:${iri.slice(CLOSED.length)}` : iri
}

/** The IRI that an address means. */
export function long(id: string): string {
  if (id === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(id)) return id
  return id.startsWith('remit:') ? CLOSED + id.slice(6) : about.base + id
}

class Explorer {
  private state = $state.raw(read(location.hash))

  constructor() {
    window.addEventListener('hashchange', () => (this.state = read(location.hash)))
  }

  get view(): string {
    return this.state.view
  }

  /** A parameter as it stands in the address; "" where it does not. */
  param(name: string): string {
    return this.state.params[name] ?? ''
  }

  /** A parameter that is a thing, as an IRI. */
  thing(name: string): string {
    return long(this.param(name))
  }

  /** The day that is shown. */
  get asOf(): string {
    const asked = this.param('as-of')
    return isDay(asked) ? asked : about.asOf
  }

  /** The organisation that is taken out in a what-if, as an IRI; "" for none. */
  get without(): string {
    return this.thing('without')
  }

  /** Whether what is shown is what the page was made for. */
  get asPublished(): boolean {
    return this.asOf === about.asOf && this.without === ''
  }

  get moment(): Moment {
    return moment(this.asOf, this.without)
  }

  /** The address of the present state with some parameters changed; "" takes one out. */
  href(params: Record<string, string>, view = this.view): string {
    return write({ view, params: { ...this.state.params, ...params } })
  }

  /** The address of a view: what is shown and filtered goes along, the view's own settings (o-…) and the card do not. */
  viewHref(view: string, params: Record<string, string> = {}): string {
    const kept = Object.entries(this.state.params).filter(([name]) => !name.startsWith('o-') && name !== 'card')
    return write({ view, params: { ...Object.fromEntries(kept), ...params } })
  }

  /** Changes the state, as a new step of the browser's history. */
  go(params: Record<string, string>, view = this.view): void {
    location.hash = this.href(params, view)
  }

  /** Changes the state in place, for what changes continuously. */
  set(params: Record<string, string>): void {
    const next = write({ view: this.view, params: { ...this.state.params, ...params } })
    location.replace(next)
    this.state = read(next)
  }
}

/** The moment of a day, with the days that follow from it as the program sets them. */
export function moment(asOf: string, without = ''): Moment {
  if (asOf === about.asOf) return { asOf, without, soonUntil: about.soonUntil, staleBefore: about.staleBefore }
  return { asOf, without, soonUntil: yearsLater(asOf, 1), staleBefore: yearsLater(asOf, -3) }
}

export const explorer = new Explorer()
