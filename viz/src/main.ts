// Starts the explorer: the words of the landscape are read, then the view that the address names is shown.
import { mount } from 'svelte'

import './styles/explorer.css'
import { ask } from './data/console'
import { vocabulary } from './data/vocabulary'
import App from './shell/App.svelte'

const target = document.getElementById('app')

async function start(): Promise<void> {
  if (!target) throw new Error('The page has no place for the explorer.')
  await vocabulary.load()
  target.replaceChildren()
  mount(App, { target })
  Object.assign(window, { remit: { ask } })
}

start().catch((error: unknown) => {
  const told = document.createElement('p')
  told.setAttribute('role', 'alert')
  told.textContent = `The explorer could not start: ${error instanceof Error ? error.message : String(error)}. The site’s other pages work without it.`
  target?.append(told)
})
