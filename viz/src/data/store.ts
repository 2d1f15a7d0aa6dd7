// Answers to the shipped questions: those that came with the page, the others from the engine, each asked once.
import { Client } from '../engine/client'
import type { Moment, Opening, Row } from '../engine/messages'
import { bytes, has, json, packed, text } from './blocks'
import { fill } from './fill'
import { about, question } from './page'

interface Prepared {
  columns: string[]
  rows: string[][]
}

async function opening(): Promise<Opening> {
  const [engine, given] = await Promise.all([bytes('engine'), text('given')])
  return { kind: 'open', engine, given, rules: json('rules'), base: about.base }
}

/** Answers the views; a second one, for what a person writes, can be stopped without harm to them. */
export const client = new Client(opening)
export const editorClient = new Client(opening)

const answers = new Map<string, Promise<Row[]>>()
const MOST = 200

async function prepared(name: string): Promise<Row[]> {
  const { columns, rows } = await packed<Prepared>(`rows-${name}`)
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])))
}

function asPublished(moment: Moment): boolean {
  return moment.asOf === about.asOf && moment.without === ''
}

let waiting = 0

/** How many answers are on their way stands on the page, for whoever drives it from outside. */
function note(change: number): void {
  waiting += change
  document.documentElement.dataset.waiting = String(waiting)
}

/** The answer to a shipped question, as text by column; "" where nothing is bound. Values are IRIs, or text as written. */
export function rows(name: string, moment: Moment, values: Record<string, string> = {}): Promise<Row[]> {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const key = JSON.stringify([name, moment, Object.entries(given).sort()])
  let answer = answers.get(key)
  if (!answer) {
    const shipped = Object.keys(given).length === 0 && asPublished(moment) && has(`rows-${name}`)
    answer = shipped ? prepared(name) : client.rows(fill(question(name), given), moment).then((found) => found.rows)
    answer.catch(() => answers.delete(key))
    note(1)
    answer.finally(() => note(-1)).catch(() => undefined)
    answers.set(key, answer)
    for (const oldest of answers.keys()) {
      if (answers.size <= MOST) break
      answers.delete(oldest)
    }
  }
  return answer
}
