// Plain words from data: numbers, lists, dates and periods as a person would write them (as remit.words does).

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const SMALL = 'no one two three four five six seven eight nine'.split(' ')

/** A number in figures, with commas: 1,224. */
export function number(value: number | string): string {
  return Number(value).toLocaleString('en-GB')
}

/** The noun in the form that the number asks for: body, bodies. */
export function plural(value: number | string, noun: string, nouns?: string): string {
  if (Number(value) === 1) return noun
  if (nouns !== undefined) return nouns
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return noun + (/(s|x|ch|sh)$/.test(noun) ? 'es' : 's')
}

/** A number with its noun: no roles, one role, 1,224 roles. */
export function count(value: number | string, noun: string, nouns?: string): string {
  const many = Number(value)
  return `${SMALL[many] ?? number(many)} ${plural(many, noun, nouns)}`
}

/** A; A and B; A, B and C. */
export function andList(items: Iterable<string>, joined = 'and'): string {
  const words = [...items].filter(Boolean)
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${joined} ${words[words.length - 1] ?? ''}`
}

/** The first few of a list and how many more. */
export function shortList(items: string[], most = 3): string {
  if (items.length <= most + 1) return andList(items)
  const rest = items.length - most
  return `${items.slice(0, most).join(', ')} and ${SMALL[rest] ?? number(rest)} more`
}

/** A partial date in British style; other text as it is. */
export function date(text: string): string {
  const found = /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?(?:Z|[+-]\d\d:\d\d)?$/.exec(text)
  if (!found) return text
  const [, year = '', month, day] = found
  const name = month ? MONTHS[Number(month) - 1] : undefined
  if (!name) return year
  return day ? `${String(Number(day))} ${name} ${year}` : `${name} ${year}`
}

/** When something held or holds, from the dates that are stated; "" where nothing is known. */
export function period(start: string, end: string, standing = ''): string {
  if (standing === 'ended' && !end) return start ? `from ${date(start)}, ended at an unknown time` : 'ended at an unknown time'
  if (standing === 'planned' && !end) return start ? `planned from ${date(start)}` : 'planned, no date stated'
  if (start && end) return between(start, end)
  if (start) return `since ${date(start)}`
  return end ? `until ${date(end)}` : ''
}

function between(start: string, end: string): string {
  if (start === end) return date(start)
  for (const [inner, outer, word] of [[start, end, 'from'], [end, start, 'until']] as const) {
    if (!inner.startsWith(outer)) continue
    const rest = date(inner).replace(date(outer), '').trim()
    return `${date(outer)}, ${word} ${/^\d+$/.test(rest) ? `day ${rest}` : rest}`
  }
  return `${date(start)} to ${date(end)}`
}

/** A name with its abbreviation once. */
export function named(label: string, abbreviation: string): string {
  return abbreviation && !label.includes(abbreviation) ? `${label} (${abbreviation})` : label
}

/** The text with its first letter as a capital. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** A label for the middle of a sentence: its first word small, unless the word holds another capital. */
export function inSentence(text: string): string {
  const first = text.split(' ', 1)[0] ?? ''
  return /\p{Lu}/u.test(first.slice(1)) || first.length === 1 ? text : text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** A note as a sentence. */
export function fullStop(text: string): string {
  const trimmed = text.trim()
  return !trimmed || /[.?!…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/** The last part of an IRI. */
export function localName(iri: string): string {
  return iri.replace(/[/#]+$/, '').split(/[/#]/).pop() ?? iri
}
