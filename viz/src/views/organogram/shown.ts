// What the organogram shows: which bodies answer the filters, what it tells in a sentence, and its table.
import type { Concept } from '../../data/vocabulary'
import type { TableOut } from '../../out/table'
import { fold } from '../../shell/ranking'
import { andList, capital, count, inSentence, number } from '../../words'
import type { Body } from './lanes'

export interface Wanted {
  kind: string
  find: string
  /** Who has a role that is asked for; undefined where no role is. */
  holders: ReadonlySet<string> | undefined
}

export function fits(body: Body, { kind, find, holders }: Wanted): boolean {
  if (kind && body.kind !== kind) return false
  if (holders && !holders.has(body.iri)) return false
  return !find || fold(`${body.label} ${body.abbreviation}`).includes(fold(find))
}

/** The choices of what is shown, each with what comes before it. */
export function steps(bases: Concept[], many: number[]): { name: string; label: string; definition: string; count: number }[] {
  return bases.map((basis, at) => ({ name: basis.name, label: at ? `+ ${inSentence(basis.label)}` : basis.label, definition: basis.definition, count: many[at] ?? 0 }))
}

export function sentence(shown: number, all: number, bases: Concept[], step: number, filtered: boolean): string {
  const what = andList(bases.slice(0, step + 1).map((basis) => inSentence(basis.label)), 'or')
  const rest = step < bases.length - 1 && all > shown ? ` ${number(all)} are recorded for this day in all.` : ''
  return `${capital(count(shown, 'organisation'))} ${filtered ? 'that answer the filters, ' : ''}${what}, each in the area of most of its roles.${rest}`
}

export function table(bodies: Body[], areas: string[], basis: (at: number) => string, kind: (iri: string) => string, rest: string): TableOut {
  return {
    columns: [['label', 'Organisation'], ['abbreviation', 'Abbreviation'], ['kind', 'Kind'], ['area', 'Main area'], ['others', 'Other areas'], ['partOf', 'Part of'], ['basis', 'Basis'], ['there', 'There on this day']],
    rows: bodies.map((body) => ({
      label: body.label, abbreviation: body.abbreviation, kind: kind(body.kind), area: areas[body.area - 1] ?? rest,
      others: body.others.map((area) => areas[area - 1] ?? '').join('; '), partOf: parents(bodies, body).join('; '), basis: basis(body.basis), there: body.current ? 'yes' : 'no',
    })),
  }
}

function parents(bodies: Body[], body: Body): string[] {
  return [...bodies.filter((other) => other.parts.some((part) => part.iri === body.iri)).map((other) => other.label), ...body.partOf.map((whole) => whole.label)]
}
