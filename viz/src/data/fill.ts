// Fills in a question's blanks: the content of each VALUES block is replaced by a serialised term, no other text.
import type { Question } from './page'

const THINGS = new Set(['text', 'integer', 'date'])
const DATATYPES: Record<number, string> = { 4: 'gYear', 7: 'gYearMonth', 10: 'date' }
const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** A value as SPARQL: an IRI for anything that is a thing, a literal for text, numbers and dates. */
export function term(type: string, value: string): string {
  if (!THINGS.has(type)) {
    if (!/^[a-z][a-z0-9+.-]*:[^<>"{}|^`\\\s]*$/i.test(value)) throw new Error(`“${value}” is not an IRI.`)
    return `<${value}>`
  }
  if (type === 'integer') {
    if (!/^-?\d{1,9}$/.test(value)) throw new Error(`“${value}” is not a whole number.`)
    return value
  }
  if (type === 'date') {
    if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value)) throw new Error(`“${value}” is not a date.`)
    return `"${value}"^^<${XSD}${DATATYPES[value.length]}>`
  }
  const escaped = value.replace(/[\\"\n\r\t]/g, (sign) => ({ '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r' })[sign] ?? '\\t')
  return `"${escaped}"`
}

/** The question's text with some of its blanks filled in. */
export function fill(question: Question, values: Record<string, string>): string {
  let text = question.text
  for (const [name, value] of Object.entries(values)) {
    const parameter = question.parameters.find((each) => each.name === name)
    if (!parameter) throw new Error(`${question.name} has no blank “${name}”.`)
    if (value === '') continue
    const written = term(parameter.type, value)
    text = text.replace(new RegExp(`(VALUES\\s+\\?${name}\\s*\\{)([^{}]*)(\\})`), (_, open: string, __, close: string) => `${open} ${written} ${close}`)
  }
  return text
}
