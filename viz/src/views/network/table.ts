// The lines of a network as a table, each once.
import type { TableOut } from '../../out/table'
import type { Graph } from './model'

/** One row for each thing said: from, what, to. Of two that say the same from either end the first stands. */
export function table(graph: Graph, lit: ReadonlySet<number> | undefined): TableOut {
  const rows: TableOut['rows'] = []
  const done = new Set<string>()
  graph.nodes.forEach((node, at) => {
    for (const said of node.said) {
      if (lit && !(lit.has(at) && lit.has(said.other))) continue
      const key = `${[at, said.other].sort((a, b) => a - b).join(' ')} ${said.cards.map((card) => card.iri).join(' ')}`
      // as it reads along its direction, where it has one
      if (said.arrow === 'from' || done.has(key)) continue
      done.add(key)
      const several = said.cards.length > 1 || said.cards[0]?.label !== 'Evidence'
      rows.push({ one: node.label, words: said.words, other: graph.nodes[said.other].label, detail: said.detail, what: several ? said.cards.map((card) => card.label).join('; ') : '' })
    }
  })
  const columns: TableOut['columns'] = [['one', 'Organisation'], ['words', 'Link'], ['other', 'Other'], ['detail', 'Detail'], ['what', 'What']]
  return { columns: rows.some((row) => row.what) ? columns : columns.slice(0, 4), rows }
}
