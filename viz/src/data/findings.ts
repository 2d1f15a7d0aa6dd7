// The findings that came with the page: worked out by the program for the day the page was made for.
import { has, packed } from './blocks'

export interface Finding {
  iri: string
  id: string
  kind: string
  kindLabel: string
  question: string
  sentence: string
  /** high, medium or low, and the rule that gave it. */
  confidence: string
  rule: string
  /** What it rests on: each statement, and what it says. */
  evidence: [statement: string, says: string][]
  cells: string[]
  organisations: string[]
  subjects: string[]
  candidates: [organisation: string, label: string, reasons: string[]][]
  query: string
  parameters: [name: string, value: string][]
  /** What people decided about it; "" while it is open. */
  judged: string
}

let found: Promise<Finding[]> | undefined

/** All findings, in the order of the report; none where the page was made without. */
export function findings(): Promise<Finding[]> {
  found ??= has('findings') ? read() : Promise.resolve([])
  return found
}

/** As packed, what several findings rest on stands once, and each names it by its place. */
interface Packed {
  said: Finding['evidence']
  findings: (Omit<Finding, 'evidence'> & { evidence: number[] })[]
}

async function read(): Promise<Finding[]> {
  const { said, findings } = await packed<Packed>('findings')
  return findings.map((each) => ({ ...each, evidence: each.evidence.map((at) => said[at]) }))
}
