// Partial dates as stretches of time, months for a slider, and the axis that a timeline is drawn on. Time is in years.

/** The first and the last moment that a partial date may mean: 2023 is all of 2023. */
export interface Stretch {
  first: number
  last: number
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function yearAt(year: number, month: number, day: number): number {
  return year + (month - 1 + (day - 1) / daysIn(year, month)) / 12
}

/** A partial date as a stretch; undefined where it is none or not stated. */
export function stretch(date: string): Stretch | undefined {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date)
  if (!found) return undefined
  const year = Number(found[1])
  if (!found[2]) return { first: year, last: year + 1 }
  const month = Number(found[2])
  if (!found[3]) return { first: yearAt(year, month, 1), last: year + month / 12 }
  const first = yearAt(year, month, Number(found[3]))
  return { first, last: first + 1 / 12 / daysIn(year, month) }
}

/** A day as a moment in years. */
export function moment(day: string): number {
  return stretch(day)?.first ?? 0
}

/** Months are counted from year 0, for a slider that goes by whole months. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

/** The day that a month of the slider means: one of the special days where it lies in that month, the first of the month otherwise. */
export function dayOf(month: number, special: string[]): string {
  const found = special.find((day) => day !== '' && monthOf(day) === month)
  return found ?? `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

/** The axis from where something happens: the year before which one in twenty starts lie, and two years after a day. */
export function range(starts: string[], today: string, baseline: string): { from: number; to: number } {
  const years = starts.flatMap((start) => stretch(start)?.first ?? []).sort((a, b) => a - b)
  const early = years[Math.floor(years.length / 20)] ?? moment(today) - 10
  const latest = baseline ? moment(baseline) - 2 : moment(today) - 5
  return { from: Math.floor(Math.min(early, latest)), to: Math.ceil(moment(today) + 2) }
}

/** The years that are written on the axis: so many that they do not touch. */
export function ticks(from: number, to: number, width: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((years) => (width / (to - from)) * years >= 48) ?? 100
  const found: number[] = []
  for (let year = Math.ceil(from / step) * step; year < to; year += step) found.push(year)
  return found
}
