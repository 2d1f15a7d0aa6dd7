// The words of the explorer and of the program are the same: both are tested with one file of cases.
import { describe, expect, it } from 'vitest'

import cases from '../../tests/words-cases.json'
import * as words from '../src/words'

/** The program's name for each function. */
const functions: Record<string, (...given: never[]) => string> = {
  count: words.count,
  number: words.number,
  plural: words.plural,
  and_list: words.andList,
  short_list: words.shortList,
  date: words.date,
  period: words.period,
  named: words.named,
  capital: words.capital,
  in_sentence: words.inSentence,
  full_stop: words.fullStop,
}

it('has cases for every function', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(functions).sort())
})

describe.each(Object.entries(cases) as [string, [unknown[], string][]][])('%s', (name, given) => {
  it.each(given)('of %j is %j', (values, written) => {
    expect(functions[name](...(values as never[]))).toBe(written)
  })
})
