// How well a name answers what was typed: whole names first, then their beginnings, then words within.

export interface Entry {
  iri: string
  label: string
  what: string
  names: string[]
  /** The filter that the thing is; "" for a thing that has a card. */
  filter: string
}

export interface Hit extends Entry {
  /** The other name that was found, "" where it was the label itself. */
  found: string
}

/** A name as it is compared: without accents, capitals and the kinds of dashes and spaces. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-–\s]+/g, ' ').trim()
}

/** How well a name answers: 0 the whole, 1 its beginning, 2 the beginning of a word, 3 within; undefined not at all. */
function rank(name: string, wanted: string): number | undefined {
  const text = fold(name)
  if (text === wanted) return 0
  if (text.startsWith(wanted)) return 1
  const at = text.indexOf(wanted)
  if (at > 0) return /[\s(/]/.test(text.charAt(at - 1)) ? 2 : 3
  const words = wanted.split(' ')
  return words.length > 1 && words.every((word) => text.includes(word)) ? 4 : undefined
}

/** The best hits for what was typed, the nearest first. */
export function find(among: Entry[], typed: string, most = 12): Hit[] {
  const wanted = fold(typed)
  if (!wanted) return []
  const hits: { hit: Hit; at: number }[] = []
  for (const entry of among) {
    let best: { hit: Hit; at: number } | undefined
    for (const name of [entry.label, ...entry.names]) {
      const at = rank(name, wanted)
      if (at === undefined || (best && best.at <= at)) continue
      best = { hit: { ...entry, found: name === entry.label ? '' : name }, at }
    }
    if (best) hits.push(best)
  }
  return hits.sort((a, b) => a.at - b.at || a.hit.label.length - b.hit.label.length).slice(0, most).map(({ hit }) => hit)
}
