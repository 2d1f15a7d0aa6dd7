// What the editor offers while a query is written: classes and properties, the landscape's words, variables, keywords.
import { localName } from '../../words'

export interface Word {
  /** What is typed to find it. */
  label: string
  /** What is written into the query; the label where it is left out. */
  insert?: string
  detail: string
  info?: string
  type: 'class' | 'property' | 'constant' | 'variable' | 'keyword'
}

export const KEYWORDS = 'SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS VALUES BIND AS EXISTS NOT GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LCASE UCASE CONTAINS STRSTARTS STRENDS SUBSTR STRLEN REGEX BOUND COALESCE IF ASK CONSTRUCT DESCRIBE PREFIX UNDEF'.split(' ')

const DECLARED = /^\s*PREFIX\s+([\w-]*):\s*<([^<>\s]*)>/gim

/** The prefixes that texts declare, name by name. */
export function prefixes(texts: string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const text of texts) for (const [, name, iri] of text.matchAll(DECLARED)) if (!found.has(name)) found.set(name, iri)
  return found
}

/** An IRI with a prefix; in angle brackets where none fits. */
export function brief(iri: string, known: Map<string, string>): string {
  for (const [name, start] of known) {
    if (iri.startsWith(start) && /^[A-Za-z_][\w-]*$/.test(iri.slice(start.length))) return `${name}:${iri.slice(start.length)}`
  }
  return `<${iri}>`
}

/** The line that declares the prefix of a name, where the text does not yet: it goes on top of the others. */
export function missingPrefix(text: string, name: string, known: Map<string, string>): string {
  const prefix = /^([\w-]*):/.exec(name)?.[1]
  if (prefix === undefined || prefixes([text]).has(prefix)) return ''
  const iri = known.get(prefix)
  return iri === undefined ? '' : `PREFIX ${prefix}: <${iri}>\n`
}

/** The variables of a text, without the one that ends at the cursor. */
export function variables(text: string, cursor: number): string[] {
  const found = new Set<string>()
  for (const match of text.matchAll(/[?$](\w+)/g)) if (match.index + match[0].length !== cursor) found.add(`?${match[1]}`)
  return [...found].sort()
}

/** Classes and properties, from the rows of the question that lists them. */
export function terms(rows: Record<string, string>[], known: Map<string, string>): Word[] {
  return rows.map(({ thing, thingLabel, type, definition }) => {
    const name = brief(thing, known)
    const isName = !name.startsWith('<')
    return { label: isName ? name : localName(thing), insert: name, detail: thingLabel, info: definition || undefined, type: type === 'class' ? 'class' : 'property' }
  })
}

/** The landscape's concepts by their labels; what is written is their IRI. */
export function concepts(rows: Record<string, string>[]): Word[] {
  const seen = new Set<string>()
  return rows.filter(({ concept }) => !seen.has(concept) && seen.add(concept)).map(({ concept, conceptLabel, schemeLabel }) => ({ label: conceptLabel, insert: `<${concept}>`, detail: schemeLabel, type: 'constant' as const }))
}
