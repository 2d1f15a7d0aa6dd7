// The page's side of the checking worker.
import type { Checked } from './check'
import CheckingWorker from './checking.worker?worker&inline'

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, { resolve: (checked: Checked) => void; reject: (error: Error) => void }>()

/** What a query is, and whether it may run here. */
export function checked(text: string): Promise<Checked> {
  if (!worker) {
    worker = new CheckingWorker()
    worker.onmessage = ({ data }: MessageEvent<{ id: number; checked: Checked }>) => {
      waiting.get(data.id)?.resolve(data.checked)
      waiting.delete(data.id)
    }
    worker.onerror = (event) => {
      for (const { reject } of waiting.values()) reject(new Error(event.message || 'The query could not be checked.'))
      waiting.clear()
      worker = undefined
    }
  }
  const id = ++last
  const asked = worker
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    asked.postMessage({ id, text })
  })
}
