import { describe, expect, it } from 'vitest'

import { heading, nextSort, shown, sorted, tableOut, type Column } from '../src/parts/columns'

const columns: Column[] = [{ key: 'name', label: 'Name' }, { key: 'many', label: 'Many', kind: 'number' }, { key: 'start', label: 'Start', kind: 'date' }]
const rows = [
  { name: 'Émile', many: '10', start: '2023-04' },
  { name: 'alpha', many: '9', start: '' },
  { name: 'Zeta', many: '', start: '2023' },
]
const names = (sort: string) => sorted(rows, sort, columns).map((row) => row.name)

describe('sorting', () => {
  it('sorts words without regard to case and accents', () => expect(names('name')).toEqual(['alpha', 'Émile', 'Zeta']))
  it('sorts numbers as numbers, with empty cells last both ways', () => {
    expect(names('many')).toEqual(['alpha', 'Émile', 'Zeta'])
    expect(names('-many')).toEqual(['Émile', 'alpha', 'Zeta'])
  })
  it('sorts partial dates, the undated last', () => expect(names('start')).toEqual(['Zeta', 'Émile', 'alpha']))
  it('leaves the rows as they came without a known column', () => expect(names('other')).toEqual(['Émile', 'alpha', 'Zeta']))
  it('goes up, down and back', () => expect([nextSort('', 'a'), nextSort('a', 'a'), nextSort('-a', 'a'), nextSort('b', 'a')]).toEqual(['a', '-a', '', 'a']))
})

describe('cells', () => {
  it('shows truth as yes and no, dates and numbers as people write them', () => {
    expect([shown('true', 'yes'), shown('false', 'yes'), shown('2023-03-20', 'date'), shown('1224', 'number'), shown('12a', 'number')]).toEqual(['yes', 'no', '20 March 2023', '1,224', '12a'])
  })
  it('takes dates and numbers out as they are', () => {
    expect(tableOut(columns, rows.slice(0, 1))).toEqual({ columns: [['name', 'Name'], ['many', 'Many'], ['start', 'Start']], rows: [{ name: 'Émile', many: '10', start: '2023-04' }] })
  })
  it('makes a heading of a column’s name', () => expect([heading('organisationLabel'), heading('holderCount'), heading('n')]).toEqual(['Organisation', 'Holder count', 'N']))
})
