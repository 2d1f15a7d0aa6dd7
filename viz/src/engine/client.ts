// The page's side of the worker: questions out, answers back, and an end to one that takes too long.
import type { Answer, Asking, Moment, Opening, Row } from './messages'
import AskingWorker from './worker?worker&inline'

interface Waiting {
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
}

/** Thrown to whoever waits for an answer when the worker is stopped. */
export class Stopped extends Error {
  override name = 'Stopped'
  constructor() {
    super('The question was stopped before it had an answer.')
  }
}

export class Client {
  private worker: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private last = 0

  /** @param open hands over the landscape; asked for again when a stopped worker is followed by a new one. */
  constructor(private readonly open: () => Promise<Opening>) {}

  /** The answer as text by column. */
  async rows(sparql: string, moment: Moment): Promise<{ rows: Row[]; columns: string[] }> {
    const answer = await this.ask({ kind: 'ask', id: 0, sparql, moment, form: 'rows' })
    if (!('rows' in answer)) throw new Error('This is no question with rows.')
    return answer
  }

  /** The answer in the standard's JSON, or as N-Triples where the query makes a graph, with the time it took in the engine. */
  async results(sparql: string, moment: Moment, graph = false): Promise<{ results: string; milliseconds: number }> {
    const answer = await this.ask({ kind: 'ask', id: 0, sparql, moment, form: graph ? 'graph' : 'results' })
    if (!('results' in answer)) throw new Error('The engine gave no results.')
    return answer
  }

  /** Ends whatever runs; the next question starts a new worker. */
  stop(): void {
    this.worker?.terminate()
    this.worker = undefined
    for (const { reject } of this.waiting.values()) reject(new Stopped())
    this.waiting.clear()
  }

  private async ask(asking: Asking): Promise<Answer> {
    const worker = await this.start()
    const id = ++this.last
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      worker.postMessage({ ...asking, id })
    })
  }

  private starting: Promise<Worker> | undefined

  private start(): Promise<Worker> {
    if (this.worker) return Promise.resolve(this.worker)
    this.starting ??= this.open()
      .then((opening) => {
        const worker = new AskingWorker()
        worker.onmessage = ({ data }: MessageEvent<Answer>) => this.settle(data)
        worker.onerror = (event) => this.fail(event.message || 'The engine could not be started.')
        worker.postMessage(opening)
        this.worker = worker
        return worker
      })
      .finally(() => (this.starting = undefined))
    return this.starting
  }

  private settle(answer: Answer): void {
    const waiting = this.waiting.get(answer.id)
    this.waiting.delete(answer.id)
    if ('error' in answer) waiting?.reject(new Error(answer.error))
    else waiting?.resolve(answer)
  }

  private fail(message: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(message))
    this.waiting.clear()
    this.worker = undefined
  }
}
