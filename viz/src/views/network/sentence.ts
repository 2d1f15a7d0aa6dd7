// What a drawing tells, in one sentence with its figures.
import { capital, count, number, plural } from '../../words'
import type { Graph } from './model'

export const DRAWINGS = [
  { name: 'relations', label: 'Relationships' },
  { name: 'overlaps', label: 'Overlaps' },
  { name: 'activities', label: 'By activity' },
  { name: 'topics', label: 'By topic' },
] as const

export type Draw = (typeof DRAWINGS)[number]['name']

export function title(draw: Draw): string {
  return { relations: 'Who is related to whom', overlaps: 'Who is recorded for the same questions', activities: 'Who works on which activity', topics: 'Who works on which topic' }[draw]
}

export function sentence(draw: Draw, graph: Graph): string {
  const ties = new Set(graph.nodes.flatMap((node) => (draw === 'relations' ? node.said.flatMap((said) => said.cards.map((card) => card.iri)) : [])))
  const bodies = graph.nodes.filter((node) => !node.hub)
  const linked = bodies.filter((node) => node.said.length)
  if (draw === 'relations') {
    const alone = bodies.length - linked.length
    const rest = alone ? `; ${number(alone)} more without a recorded one` : ''
    return `${capital(count(linked.length, 'organisation'))} in ${count(ties.size, 'recorded relationship')}${rest}.`
  }
  if (draw === 'overlaps') {
    const open = graph.lines.filter((line) => line.broken).length
    return `${capital(count(bodies.length, 'organisation'))} ${plural(bodies.length, 'is', 'are')} recorded for the same question as another: ${count(graph.lines.length, 'pair')}, ${open === graph.lines.length ? 'all' : number(open)} without a recorded link. To do the same is not to do it twice.`
  }
  const hubs = graph.nodes.length - bodies.length
  return `${capital(count(bodies.length, 'organisation'))} and the ${count(hubs, draw === 'activities' ? 'activity' : 'topic')} of their recorded roles: what stands between two groups is worked on by both.`
}
