// Which bodies of a network a filter names. What they do where is asked by a shipped question; names and kinds are compared here.
import type { Row } from '../../engine/messages'
import { fold } from '../../shell/ranking'
import type { Graph } from './model'

export interface Wanted {
  /** The kind of organisation, as an IRI; "" for any. */
  kind: string
  /** A part of a name; "" for any. */
  find: string
  /** The roles that hold and are asked for by area, activity, topic or place; undefined where none of these is. */
  roles: Row[] | undefined
}

/** The nodes that the filters name, as indexes; undefined where nothing is filtered. */
export function matching(graph: Graph, { kind, find, roles }: Wanted): Set<number> | undefined {
  const text = fold(find)
  if (!kind && !text && !roles) return undefined
  const holders = roles && new Set(roles.map((row) => row.organisation))
  const doing = roles && new Set(roles.flatMap((row) => [row.activity, row.topic]))
  const named = (at: number): boolean => fold(`${graph.nodes[at].label} ${graph.nodes[at].short}`).includes(text)
  const lit = new Set<number>()
  graph.nodes.forEach((node, at) => {
    if (node.hub) return
    if (kind && node.kindIri !== kind) return
    if (holders && !holders.has(node.iri)) return
    if (!named(at)) return
    lit.add(at)
  })
  // an activity or topic goes with those who are left, or is what was looked for itself
  graph.nodes.forEach((node, at) => {
    if (!node.hub || (doing && !doing.has(node.iri))) return
    if ((text && !kind && named(at)) || node.said.some((said) => lit.has(said.other))) lit.add(at)
  })
  return lit
}
