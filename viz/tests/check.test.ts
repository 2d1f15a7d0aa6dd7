import { describe, expect, it } from 'vitest'

import { check, fromEngine } from '../src/views/questions/check'

const refused = (text: string) => check(text) as { refused: string; at?: { line: number; column: number } }

describe('a query that may run', () => {
  it.each([
    ['SELECT * { ?s ?p ?o }', 'select'],
    ['ASK { ?s ?p ?o }', 'ask'],
    ['CONSTRUCT WHERE { ?s ?p ?o }', 'construct'],
    ['DESCRIBE <https://example.org/a>', 'describe'],
    ['SELECT * { ?s ?p "SERVICE <x:y> { } FROM <a:b>" }', 'select'],
    ['# SERVICE <x:y>\nSELECT * { ?service <https://example.org/SERVICE/FROM> ?from }', 'select'],
    ['PREFIX service: <https://example.org/> SELECT * { ?s service:from ?o }', 'select'],
  ])('%s', (text, form) => expect(check(text)).toEqual({ form }))
})

describe('a query that is refused', () => {
  it.each([
    'SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }',
    'ASK { { SELECT * { OPTIONAL { SERVICE SILENT ?e { ?s a ?o } } } } }',
    'SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <x:y> { ?s ?p ?o } } }',
    'SELECT * { ?s ?p ?o MINUS { { ?s a ?o } UNION { SERVICE <x:y> { } } } }',
    'CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <x:y> { ?s ?p ?o } }',
    'sElEcT * { sErViCe <x:y> { } }',
  ])('for SERVICE: %s', (text) => expect(refused(text).refused).toMatch(/^SERVICE asks another server/))
  it.each(['SELECT * FROM <x:y> { ?s ?p ?o }', 'ASK FROM NAMED <x:y> { }', 'DESCRIBE <a:b> FROM <x:y>', 'CONSTRUCT { ?s ?p ?o } FROM <x:y> WHERE { ?s ?p ?o }'])('for FROM: %s', (text) => expect(refused(text).refused).toMatch(/^FROM reads other data/))
  it.each(['INSERT DATA { <a:a> <b:b> <c:c> }', 'DELETE WHERE { ?s ?p ?o }', 'LOAD <x:y>', 'CLEAR ALL', 'DROP ALL'])('for a change: %s', (text) => expect(refused(text).refused).toMatch(/^This changes data/))
  it.each(['', '  \n', '# nothing'])('as empty: %j', (text) => expect(refused(text).refused).toMatch(/^There is no query yet/))
})

describe('a fault in writing', () => {
  it.each([
    ['SELECT * WHERE {\n  ?s ?p ?o .\n  FILTER ?x\n}', 3, 10, /“\?x” cannot stand here/],
    ['SELECT * {\n  ?s ?p', 2, 8, /ends too early/],
    ['SELEC * {}', 1, 1, /“S” begins nothing/],
    ['SELECT * {\n ?s a foo:Bar }', 2, 7, /prefix “foo:” is not declared/],
    ['SELECT (1 AS ?x)\n (2 AS ?x) {}', 2, 8, /used more than once/],
  ])('%j is told with line and column', (text, line, column, says) => {
    const found = refused(text)
    expect(found.refused).toMatch(says)
    expect(found.at).toEqual({ line, column })
  })
})

it('reads the engine’s own complaint for people', () => {
  expect(fromEngine('error at 4:2: expected one of CEIL, LANG, [_]')).toBe('Line 4, column 2: something else is expected here.')
  expect(fromEngine('error at 1:38: expected one of The SELECT contains a variable that is unbound, [_]')).toBe('Line 1, column 38: The SELECT contains a variable that is unbound.')
  expect(fromEngine('unreachable')).toBe('unreachable')
})
