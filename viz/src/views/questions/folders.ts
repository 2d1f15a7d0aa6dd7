// The questions in their folders, in the order of the site's page of questions, and those that a search finds.
import type { Question } from '../../data/page'
import { reading } from './sentence'

const FOLDERS: Record<string, string> = {
  coverage: 'Who does what',
  gaps: 'Where nobody, or only one, is recorded',
  overlaps: 'Where several are recorded',
  needs: 'What is asked of the landscape',
  profile: 'About one organisation',
  resources: 'What there is to use',
  time: 'What changes',
  quality: 'How well it is known',
}

export interface Folder {
  name: string
  title: string
  questions: Question[]
}

/** The questions that hold all words that were typed, by folder; folders without one are left out. */
export function folders(questions: Question[], typed = ''): Folder[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const made = new Map<string, Folder>(Object.entries(FOLDERS).map(([name, title]) => [name, { name, title, questions: [] }]))
  for (const question of questions) {
    const text = `${reading(question)} ${question.title} ${question.description} ${question.name}`.toLowerCase()
    if (!words.every((word) => text.includes(word))) continue
    const name = question.name.split('/')[0]
    const folder = made.get(name) ?? { name, title: name, questions: [] }
    folder.questions.push(question)
    made.set(name, folder)
  }
  return [...made.values()].filter((folder) => folder.questions.length > 0)
}
