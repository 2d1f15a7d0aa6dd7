// Which rows of a list are shown: by the filters that all views share, and by a few of the list's own.
import type { Row } from '../../engine/messages'

/** What is chosen, by the filter's name: IRIs, labels or text; "" or nothing for no choice. */
export type Chosen = Record<string, string | undefined>

/** How concepts lie one beneath the other; from the vocabulary. */
export type Within = (iri: string, wider: string) => boolean

/** The filters of each list, in the order in which they are offered. */
export const offered: Record<string, string[]> = {
  organisations: ['place', 'area', 'activity', 'topic', 'kind', 'o-basis', 'o-when'],
  roles: ['place', 'area', 'activity', 'topic', 'kind', 'o-level', 'o-standing', 'o-when'],
  relationships: ['kind', 'o-relation', 'o-when'],
  resources: ['o-resource-kind', 'o-access', 'o-modality', 'o-when'],
  sources: ['o-second'],
}

/** Text as it is compared: without accents, capitals and hyphens. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-–\s]+/g, ' ').trim()
}

/** Whether each word that was typed stands somewhere in the row's cells. */
export function finds(row: Row, keys: string[], typed: string): boolean {
  const words = fold(typed).split(' ').filter(Boolean)
  if (!words.length) return true
  const text = fold(keys.map((key) => row[key] ?? '').join(' '))
  return words.every((word) => text.includes(word))
}

/** Whether a role is for a place, for a part of it, or for a wider place. */
function there(place: string, chosen: string, within: Within): boolean {
  return within(place, chosen) || within(chosen, place)
}

/** Whether a role is for what is chosen of place, area, activity and topic. */
export function fits(role: Row, chosen: Chosen, within: Within): boolean {
  if (chosen.place && !there(role.place, chosen.place, within)) return false
  if (chosen.area && !within(role.activity, chosen.area)) return false
  if (chosen.activity && !within(role.activity, chosen.activity)) return false
  return !chosen.topic || within(role.topic, chosen.topic)
}

/** The organisations with a role that holds and is for what is chosen; undefined where nothing of the kind is chosen. */
export function holders(roles: Row[], chosen: Chosen, within: Within): Set<string> | undefined {
  if (!chosen.place && !chosen.area && !chosen.activity && !chosen.topic) return undefined
  return new Set(roles.filter((role) => role.current === 'true' && fits(role, chosen, within)).map((role) => role.organisation))
}

/** The rows of a list that fit what is chosen. `about` holds what the list alone does not know. */
export function chosenRows(list: string, rows: Row[], chosen: Chosen, within: Within, holding?: Set<string>): Row[] {
  const held = chosen['o-when'] !== 'all'
  const same = (value: string, wanted: string | undefined): boolean => !wanted || value === wanted
  return rows.filter((row) => {
    if (list !== 'sources' && held && row.current !== 'true') return false
    if (list === 'organisations') {
      return same(row.kind, chosen.kind) && (!chosen['o-basis'] || row.basisLabel.split('; ').includes(chosen['o-basis'])) && (!holding || holding.has(row.organisation))
    }
    if (list === 'roles') return same(row.kind, chosen.kind) && same(row.levelLabel, chosen['o-level']) && same(row.standingLabel, chosen['o-standing']) && fits(row, chosen, within)
    if (list === 'relationships') return same(row.relation, chosen['o-relation']) && (!chosen.kind || row.kind === chosen.kind || row.otherKind === chosen.kind)
    if (list === 'resources') return same(row.resourceKind, chosen['o-resource-kind']) && same(row.access, chosen['o-access']) && (!chosen['o-modality'] || row.modality.split('; ').includes(chosen['o-modality']))
    return same(row.secondary, chosen['o-second'])
  })
}
