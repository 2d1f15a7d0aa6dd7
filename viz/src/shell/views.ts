// The views, in the order of the navigation: a view is a folder below views/ and a line here.
import type { Component } from 'svelte'

import Accessibility from '../views/help/Accessibility.svelte'
import Help from '../views/help/Help.svelte'
import Matrix from '../views/matrix/Matrix.svelte'
import Needs from '../views/needs/Needs.svelte'
import Network from '../views/network/Network.svelte'
import Organogram from '../views/organogram/Organogram.svelte'
import Questions from '../views/questions/Questions.svelte'
import Start from '../views/start/Start.svelte'
import Table from '../views/table/Table.svelte'
import Timeline from '../views/timeline/Timeline.svelte'

export interface View {
  name: string
  label: string
  component: Component
  /** Left out of the navigation: reached by a link. */
  aside?: boolean
}

export const views: View[] = [
  { name: 'start', label: 'Start', component: Start },
  { name: 'organogram', label: 'Organogram', component: Organogram },
  { name: 'matrix', label: 'Matrix', component: Matrix },
  { name: 'network', label: 'Network', component: Network },
  { name: 'timeline', label: 'Timeline', component: Timeline },
  { name: 'needs', label: 'Needs', component: Needs },
  { name: 'table', label: 'Table', component: Table },
  { name: 'questions', label: 'Questions', component: Questions },
  { name: 'help', label: 'Help', component: Help },
  { name: 'accessibility', label: 'Accessibility', component: Accessibility, aside: true },
]
