import { expect, test } from 'vitest'

import { element, escape, text } from '../src/out/svg'
import { csv, tabbed } from '../src/out/table'

const rows = [{ a: 'x, "y"', b: '=1+1' }, { a: 'two\nlines', b: '-3' }]
const table = { columns: [['a', 'First'], ['b', 'Second']] as [string, string][], rows }

test('a table as CSV quotes what needs it and holds no formula', () => {
  expect(csv(table)).toBe('\uFEFFFirst,Second\r\n"x, ""y""",\'=1+1\r\n"two\nlines",-3\r\n')
})

test('a table for the clipboard has one line a row', () => {
  expect(tabbed(table).split('\n')).toEqual(['First\tSecond', 'x, "y"\t\'=1+1', 'two lines\t-3'])
})

test('text in a picture cannot become markup', () => {
  expect(escape('<a b="c">&\u0000')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;')
  expect(text(1, 2, '<script>', { fill: '#000' })).toContain('&lt;script&gt;')
  expect(element('g', { id: '"><x', x: 1.23456 })).toBe('<g id="&quot;&gt;&lt;x" x="1.23"/>')
})
