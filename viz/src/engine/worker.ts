// The worker that asks: it holds the landscape and answers one question after the other, off the page's thread.
import init from 'oxigraph/web.js'
import type { Store } from 'oxigraph/web.js'

import type { Answer, Asking, Request, Row } from './messages'
import { Snapshots } from './snapshots'

interface Results {
  head: { vars?: string[] }
  boolean?: boolean
  results?: { bindings: Record<string, { value: string }>[] }
}

let opening: Promise<Snapshots> | undefined

function answer(store: Store, { id, sparql, form }: Asking): Answer {
  const begun = performance.now()
  // asked for JSON, Oxigraph would give a graph as JSON-LD
  const found = store.query(sparql, { results_format: form === 'graph' ? 'application/n-triples' : 'json' }) as string
  if (form !== 'rows') return { id, results: found, milliseconds: performance.now() - begun }
  const { head, results } = JSON.parse(found) as Results
  const columns = head.vars ?? []
  const rows = (results?.bindings ?? []).map((binding) => {
    const row: Row = {}
    for (const column of columns) row[column] = binding[column]?.value ?? ''
    return row
  })
  return { id, rows, columns }
}

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'open') {
    opening = init({ module_or_path: data.engine }).then(() => new Snapshots(data.given, data.rules, data.base))
    return
  }
  try {
    if (!opening) throw new Error('The landscape has not been handed over.')
    const snapshots = await opening
    self.postMessage(answer(snapshots.at(data.moment), data))
    // between two questions there is time to get the next date ready
    setTimeout(() => snapshots.prepare(), 200)
  } catch (error) {
    self.postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) } satisfies Answer)
  }
}
