// For those who open the browser's console: the shipped questions by name, on any day.
import { client } from './store'
import type { Row } from '../engine/messages'
import { moment } from '../state/explorer.svelte'
import { fill } from './fill'
import { about, question } from './page'

/**
 * The answer to a shipped question, worked out by the engine: `await remit.ask('gaps/single', '2023-03-20')`.
 *
 * @param name the question's name.
 * @param asOf a day; the page's own where left out.
 * @param values blanks to fill in, as IRIs or text.
 * @param without the IRI of an organisation to take out.
 */
export async function ask(name: string, asOf = about.asOf, values: Record<string, string> = {}, without = ''): Promise<Row[]> {
  return (await client.rows(fill(question(name), values), moment(asOf, without))).rows
}
