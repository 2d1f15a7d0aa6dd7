// What the page says of itself and of its landscape.
import { json } from './blocks'

/** The landscape's own description, and where the site's other pages lie. */
export interface About {
  title: string
  description: string
  base: string
  /** The day that the page was made for, and the day to compare with ("" where the landscape names none). */
  asOf: string
  soonUntil: string
  staleBefore: string
  baseline: string
  version: string
  program: string
  licence: string
  /** Source line of every picture and table that leaves the page. */
  source: string
  /** Pages of the site by what they are about, relative to this page; empty where the explorer stands alone. */
  pages: { label: string; path: string }[]
  organisations: Record<string, string>
  cells: Record<string, string>
  correct: string
  generalTopic: string
}

/** A blank in a question. */
export interface Parameter {
  name: string
  type: string
  description: string
  default: string
}

/** A shipped question, as its file tells. */
export interface Question {
  name: string
  title: string
  description: string
  /** The question as a plain sentence with {blanks}. */
  sentence: string
  parameters: Parameter[]
  columns: Record<string, string>
  text: string
}

export const about = json<About>('about')
export const questions = json<Question[]>('questions')

const byName = new Map(questions.map((question) => [question.name, question]))

/** A shipped question by its name, such as `coverage/cells`. */
export function question(name: string): Question {
  const found = byName.get(name)
  if (!found) throw new Error(`There is no question named “${name}”.`)
  return found
}
