// A question that a view shows the answer to: asked again whenever the date, the what-if or its blanks change.
import type { Row } from '../engine/messages'
import { explorer } from '../state/explorer.svelte'
import { rows } from './store'

export class Asked {
  /** The last answer; it stays while the next one is on its way. */
  rows = $state.raw<Row[]>([])
  loading = $state(true)
  error = $state('')
  /** Whether any answer has come yet. */
  answered = $state(false)
}

/**
 * The answer to a shipped question at the date in hand. Call it while a component is set up.
 *
 * @param name a question's name, or a function that gives it ("" asks nothing).
 * @param values the blanks to fill in, as IRIs or text; read anew when what they depend on changes.
 */
export function asked(name: string | (() => string), values: () => Record<string, string> = () => ({})): Asked {
  const state = new Asked()
  $effect(() => {
    const wanted = typeof name === 'string' ? name : name()
    if (!wanted) {
      state.rows = []
      state.loading = false
      return
    }
    let late = false
    state.loading = true
    state.error = ''
    rows(wanted, explorer.moment, values()).then(
      (found) => {
        if (late) return
        state.rows = found
        state.loading = false
        state.answered = true
      },
      (error: unknown) => {
        if (late) return
        state.error = error instanceof Error ? error.message : String(error)
        state.loading = false
      },
    )
    return () => (late = true)
  })
  return state
}
