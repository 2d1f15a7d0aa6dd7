// What is said of a body's lines, in groups of like words.
import type { Graph, Node, Said } from './model'

export interface Group {
  words: string
  said: Said[]
}

/** Groups in the order in which their words first come; within each by the other's name. */
export function grouped(graph: Graph, node: Node): Group[] {
  const groups = new Map<string, Said[]>()
  for (const said of node.said) groups.set(said.words, [...(groups.get(said.words) ?? []), said])
  return [...groups].map(([words, said]) => ({
    words,
    said: said.sort((a, b) => graph.nodes[a.other].label.localeCompare(graph.nodes[b.other].label)),
  }))
}
