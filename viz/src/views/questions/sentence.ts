// A question as a plain sentence with blanks: `Who is recorded to {activity} in {place|each place}?`
import type { Parameter, Question } from '../../data/page'
import { inSentence } from '../../words'

export interface Blank {
  parameter: Parameter
  /** What stands there while it is empty. */
  empty: string
}

export type Part = string | Blank

/** Signs at the beginning of words, which stay on the line of the blank before them; and the rest. */
export function afterBlank(words: string): [signs: string, rest: string] {
  const signs = /^[,;:.?!)]+/.exec(words)?.[0] ?? ''
  return [signs, words.slice(signs.length)]
}

/** How an empty blank reads, by what may stand in it. */
const EMPTY: Record<string, string> = {
  activity: 'do anything',
  date: 'any date',
  integer: 'any number',
  organisation: 'any organisation',
  'need-kind': 'any kind of need',
  'resource-kind': 'any kind of resource',
  text: 'anything',
}

/** Names that stand in the middle of a sentence with a small letter; others are names of their own. */
const COMMON = new Set(['activity', 'topic', 'kind', 'resource-kind', 'need-kind', 'basis', 'level', 'standing', 'status', 'flag', 'access'])

/** The sentence in its parts: words and blanks. A parameter that the sentence leaves out comes last, in brackets. */
export function parts(question: Question): Part[] {
  const found: Part[] = []
  const named = new Set<string>()
  let from = 0
  for (const match of question.sentence.matchAll(/\{([A-Za-z][\w-]*)(?:\|([^{}|]+))?\}/g)) {
    const parameter = question.parameters.find((each) => each.name === match[1])
    if (!parameter) continue
    named.add(parameter.name)
    found.push(question.sentence.slice(from, match.index), { parameter, empty: match[2] ?? emptyWords(parameter.type) })
    from = match.index + match[0].length
  }
  found.push(question.sentence.slice(from))
  for (const parameter of question.parameters.filter(({ name }) => !named.has(name))) found.push(` (${parameter.name}: `, { parameter, empty: 'any' }, ')')
  return found.filter((part) => part !== '')
}

function emptyWords(type: string): string {
  return EMPTY[type] ?? `any ${type.replace(/-/g, ' ')}`
}

/** A label as it stands within the sentence. */
export function within(label: string, type: string): string {
  return COMMON.has(type) ? inSentence(label) : label
}

/** The sentence as a person would read it, with what is filled in; `labels` by parameter. */
export function reading(question: Question, labels: Record<string, string> = {}): string {
  const words = parts(question).map((part) => {
    if (typeof part === 'string') return part
    const label = labels[part.parameter.name]
    return label ? within(label, part.parameter.type) : part.empty
  })
  return words.join('')
}
