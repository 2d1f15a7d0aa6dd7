import { expect, test } from 'vitest'

import { fill, term } from '../src/data/fill'
import type { Question } from '../src/data/page'

const question: Question = {
  name: 'gaps/x', title: '', description: '', sentence: '', columns: {},
  parameters: [
    { name: 'place', type: 'place', description: '', default: 'UNDEF' },
    { name: 'find', type: 'text', description: '', default: 'UNDEF' },
  ],
  text: 'SELECT * { VALUES ?place { UNDEF } VALUES ?find { UNDEF } ?s ?p "VALUES ?other { UNDEF }" }',
}

test('a thing becomes an IRI, and no other text changes', () => {
  expect(fill(question, { place: 'https://x.org/place/a' })).toBe(
    'SELECT * { VALUES ?place { <https://x.org/place/a> } VALUES ?find { UNDEF } ?s ?p "VALUES ?other { UNDEF }" }',
  )
})

test('an empty value leaves the blank as it is', () => {
  expect(fill(question, { place: '' })).toBe(question.text)
})

test('what is no IRI is refused, so that no query text gets in', () => {
  for (const bad of ['x> } DROP', 'http://x.org/a b', 'no', 'http://x.org/{y}', 'http://x.org/"']) expect(() => term('place', bad)).toThrow('not an IRI')
})

test('text is a literal whatever stands in it', () => {
  expect(term('text', 'a "b" \\ } \n $& $1')).toBe('"a \\"b\\" \\\\ } \\n $& $1"')
  expect(fill(question, { find: '$& } $1' })).toContain('VALUES ?find { "$& } $1" }')
})

test('dates keep their precision, and numbers are whole', () => {
  expect(term('date', '2024')).toBe('"2024"^^<http://www.w3.org/2001/XMLSchema#gYear>')
  expect(term('date', '2024-03')).toContain('gYearMonth')
  expect(term('date', '2024-03-20')).toContain('#date')
  expect(() => term('date', '2024-13')).toThrow('not a date')
  expect(term('integer', '12')).toBe('12')
  expect(() => term('integer', '1.5')).toThrow('not a whole number')
})

test('a blank that the question does not have is refused', () => {
  expect(() => fill(question, { kind: 'https://x.org/k' })).toThrow('no blank “kind”')
})
