// Days that follow from a day, as the program reckons them.

/** The same day some years later; 29 February becomes 28 February where the year has none. */
export function yearsLater(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const rest = day.slice(4)
  const leap = new Date(`${year}-02-29T00:00:00Z`).getUTCMonth() === 1
  return rest === '-02-29' && !leap ? `${year}-02-28` : year + rest
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const read = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text)
}
