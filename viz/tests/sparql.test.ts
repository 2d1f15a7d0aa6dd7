import { describe, expect, it } from 'vitest'

import { brief, concepts, missingPrefix, prefixes, terms, variables } from '../src/views/questions/completion'
import { read, table, triples } from '../src/views/questions/results'

const known = prefixes(['PREFIX remit: <https://w3id.org/remit/ontology#>\nprefix skos:<http://www.w3.org/2004/02/skos/core#>\nSELECT * {}'])

describe('what the editor offers', () => {
  it('knows the prefixes of the shipped questions', () => expect([...known.keys()]).toEqual(['remit', 'skos']))
  it('writes an IRI with its prefix, or in brackets', () => {
    expect(brief('https://w3id.org/remit/ontology#Cell', known)).toBe('remit:Cell')
    expect(brief('https://w3id.org/remit/ontology#a/b', known)).toBe('<https://w3id.org/remit/ontology#a/b>')
    expect(brief('https://example.org/a', known)).toBe('<https://example.org/a>')
  })
  it('adds a prefix only where the text lacks it', () => {
    expect(missingPrefix('SELECT * {}', 'skos:prefLabel', known)).toBe('PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n')
    expect(missingPrefix('PREFIX skos: <http://www.w3.org/2004/02/skos/core#>', 'skos:prefLabel', known)).toBe('')
    expect(missingPrefix('', '<https://example.org/a>', known)).toBe('')
  })
  it('offers variables, but not the one being typed', () => expect(variables('SELECT ?b ?a { ?a ?b ?ne', 24)).toEqual(['?a', '?b']))
  it('offers classes, properties and concepts once each', () => {
    expect(terms([{ thing: 'https://w3id.org/remit/ontology#Cell', thingLabel: 'cell', type: 'class', definition: '' }], known)).toEqual([{ label: 'remit:Cell', insert: 'remit:Cell', detail: 'cell', info: undefined, type: 'class' }])
    const row = { concept: 'https://example.org/place/w', conceptLabel: 'Westland', schemeLabel: 'Places' }
    expect(concepts([row, row])).toEqual([{ label: 'Westland', insert: '<https://example.org/place/w>', detail: 'Places', type: 'constant' }])
  })
})

describe('answers', () => {
  it('reads yes and no', () => expect(read('{"head":{},"boolean":true}')).toEqual({ yes: true }))
  it('makes a table with short names, numbers and empty cells', () => {
    const found = read('{"head":{"vars":["s","n"]},"results":{"bindings":[{"s":{"type":"uri","value":"x:a"},"n":{"type":"literal","value":"3","datatype":"http://www.w3.org/2001/XMLSchema#integer"}},{"s":{"type":"bnode","value":"b0"}}]}}')
    if ('yes' in found) throw new Error('rows were expected')
    const made = table(found.columns, found.bindings, (iri) => iri.toUpperCase())
    expect(made.columns.map(({ key, kind }) => [key, kind])).toEqual([['s', undefined], ['n', 'number']])
    expect(made.rows).toEqual([{ s: 'X:A', 's iri': 'x:a', n: '3' }, { s: '_:b0', n: '' }])
  })
  it('reads a graph, with escapes, languages and types', () => {
    const text = '<x:a> <x:p> "say \\"hi\\"\\n<script> . \\u00E9"@en-GB .\n_:b <x:p> "2023"^^<http://www.w3.org/2001/XMLSchema#gYear> .\n<x:a> <x:q> <x:b> .\n'
    const read = triples(text)
    expect(read[0].object).toEqual({ type: 'literal', value: 'say "hi"\n<script> . é', 'xml:lang': 'en-GB' })
    expect(read[1]).toMatchObject({ subject: { type: 'bnode', value: 'b' }, object: { value: '2023', datatype: 'http://www.w3.org/2001/XMLSchema#gYear' } })
    expect(read[2].object).toEqual({ type: 'uri', value: 'x:b' })
  })
  it('says what is no triple', () => expect(() => triples('nonsense')).toThrow('This is no triple'))
})
