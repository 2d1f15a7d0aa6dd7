import { describe, expect, it } from 'vitest'

import type { Question } from '../src/data/page'
import { answerTable } from '../src/views/questions/answer'
import { folders } from '../src/views/questions/folders'
import { afterBlank, parts, reading, within } from '../src/views/questions/sentence'

function question(sentence: string, types: Record<string, string>, name = 'coverage/x'): Question {
  const parameters = Object.entries(types).map(([each, type]) => ({ name: each, type, description: '', default: 'UNDEF' }))
  return { name, title: 'Who does what', description: 'Roles that hold.', sentence, parameters, columns: {}, text: '' }
}

const who = question('Who is recorded to {activity} in {place|each place} (level: {level})?', { activity: 'activity', place: 'place', level: 'level' })

describe('a question as a sentence', () => {
  it('reads well with its blanks empty', () => expect(reading(who)).toBe('Who is recorded to do anything in each place (level: any level)?'))
  it('reads well with its blanks filled in: common names small, proper names as they are', () => {
    expect(reading(who, { activity: 'Train keepers', place: 'Westland', level: 'lead' })).toBe('Who is recorded to train keepers in Westland (level: lead)?')
    expect(within('Royal Bee Society', 'organisation')).toBe('Royal Bee Society')
  })
  it('adds a parameter that the sentence forgets', () => expect(reading(question('Who?', { place: 'place' }))).toBe('Who? (place: any)'))
  it('leaves braces that are no blank', () => expect(reading(question('What is {this}?', {}))).toBe('What is {this}?'))
  it('keeps the signs after a blank with it', () => {
    expect(parts(who).length).toBe(7)
    expect(afterBlank(')? And so')).toEqual([')?', ' And so'])
    expect(afterBlank(' on ')).toEqual(['', ' on '])
  })
})

describe('the list of questions', () => {
  const all = [who, question('Which sources are there?', {}, 'quality/sources'), question('Else?', {}, 'other/else')]
  it('keeps the order of the folders, others last', () => expect(folders(all).map(({ title }) => title)).toEqual(['Who does what', 'How well it is known', 'other']))
  it('finds all words that are typed, in any order', () => {
    expect(folders(all, 'place recorded').map(({ name }) => name)).toEqual(['coverage'])
    expect(folders(all, 'nothing of it')).toEqual([])
  })
})

describe('an answer as a table', () => {
  const base = 'https://example.org/bees/'
  const hasCard = (iri: string) => iri.startsWith(`${base}id/`) || iri.startsWith(`${base}cell/`)
  const about = { cell: 'the cell', question: 'its question', organisation: 'the organisation', organisationLabel: 'its name', status: 'the status', statusLabel: 'its name', symbol: 'its sign', count: 'how many', current: 'true if it holds', note: 'a remark' }
  const rows = [{ cell: `${base}cell/a`, question: 'Who?', organisation: `${base}id/b`, organisationLabel: '<b>B</b>', status: 'x:single', statusLabel: 'one recorded', symbol: '◐', count: '3', current: 'true', note: '' }]
  const made = answerTable(about, rows, hasCard, base)

  it('shows names, not addresses, and leaves out what is empty', () => expect(made.columns.map(({ key }) => key)).toEqual(['question', 'organisationLabel', 'statusLabel', 'count', 'current']))
  it('leads from names to cards', () => expect(made.columns.map(({ card }) => card)).toEqual(['cell', 'organisation', 'status', undefined, undefined]))
  it('knows numbers, truth and statuses', () => expect(made.columns.map(({ kind }) => kind)).toEqual([undefined, undefined, 'status', 'number', 'yes']))
  it('leaves out what only repeats a blank', () => expect(answerTable(about, rows, hasCard, base, { organisation: `${base}id/b` }).columns.map(({ key }) => key)).not.toContain('organisationLabel'))
  it('shortens addresses without a name', () => {
    const bare = answerTable({ statement: 'what is cited' }, [{ statement: `${base}id/b` }], hasCard, base)
    expect(bare.rows).toEqual([{ statement: 'b', 'statement iri': `${base}id/b` }])
    expect(bare.columns[0].card).toBe('statement iri')
  })
})
