// Small networks for the tests.
import type { Row } from '../src/engine/messages'
import type { Bodies, Places } from '../src/views/network/model'

const AREAS = ['area/research', 'area/teaching']

export function organisation(iri: string, more: Row = {}): Row {
  return { organisation: iri, organisationLabel: `Body ${iri}`, abbreviation: '', kind: 'kind/x', kindLabel: 'X', current: 'true', caption: 'false', basis: 'basis/all', start: '', end: '', ...more }
}

export function lane(iri: string, area: string, more: Row = {}): Row {
  return { organisation: iri, area, roles: '1', main: 'true', ...more }
}

export const area = (iri: string): number => AREAS.indexOf(iri) + 1

export function bodies(...rows: Row[]): Bodies {
  return { organisations: rows, lanes: [], area }
}

/** Places in a row, 100 px apart. */
export function placesOf(...iris: string[]): Places {
  return { at: Object.fromEntries(iris.map((iri, at) => [iri, [at * 100, 0, 10] as [number, number, number]])), apart: null }
}

/** A relationship as it reads from both ends. */
export function related(one: string, other: string, there: string, back: string, more: Row = {}): Row[] {
  const shared = { relationship: `rel/${one}-${other}`, current: 'true', start: '', end: '', gradeLabel: 'cited', note: '', ...more }
  return [
    { ...shared, organisation: one, organisationLabel: `Body ${one}`, other, otherLabel: `Body ${other}`, relationLabel: there, outgoing: 'true' },
    { ...shared, organisation: other, organisationLabel: `Body ${other}`, other: one, otherLabel: `Body ${one}`, relationLabel: back, outgoing: 'false' },
  ]
}
