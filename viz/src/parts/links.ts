// Where a value of the data may lead: to a card beside the view, or out of the page where that is safe.
import { about } from '../data/page'

const CARDS = ['id/', 'cell/', 'role/', 'relationship/', 'need/', 'resource/']

/** Whether a thing has a card: an organisation, cell, role, relationship, need or resource of the landscape. */
export function hasCard(iri: string): boolean {
  return iri.startsWith(about.base) && CARDS.some((folder) => iri.startsWith(folder, about.base.length))
}

/** An address that a link may have; "" for anything but web pages and mail. */
export function outside(address: string): string {
  try {
    const read = new URL(address)
    return ['http:', 'https:', 'mailto:'].includes(read.protocol) ? read.href : ''
  } catch {
    return ''
  }
}

/** An address as people read it: without its scheme and a last slash. */
export function readable(address: string): string {
  return address.replace(/^(https?:\/\/(www\.)?|mailto:)/i, '').replace(/\/$/, '')
}
