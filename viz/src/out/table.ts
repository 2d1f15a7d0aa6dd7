// Tables that leave the page: as CSV for spreadsheets, and as tab-separated text for the clipboard.
import type { Row } from '../engine/messages'

/** A table: its columns by key, with what stands in their heads, and its rows. */
export interface TableOut {
  columns: [key: string, label: string][]
  rows: Row[]
}

/** A spreadsheet takes what begins so for a formula; an apostrophe keeps it text. */
function harmless(value: string): string {
  return /^[=+\-@\t\r]/.test(value) && !/^-?\d+([.,]\d+)?$/.test(value) ? `'${value}` : value
}

/** The table as CSV (RFC 4180), with a mark that tells spreadsheets that it is Unicode. */
export function csv({ columns, rows }: TableOut): string {
  const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value)
  const line = (values: string[]): string => values.map((value) => cell(harmless(value))).join(',')
  return `\uFEFF${[line(columns.map(([, label]) => label)), ...rows.map((row) => line(columns.map(([key]) => row[key] ?? '')))].join('\r\n')}\r\n`
}

/** The table as lines with tabs, as a spreadsheet or a slide takes it from the clipboard. */
export function tabbed({ columns, rows }: TableOut): string {
  const flat = (value: string): string => harmless(value.replace(/\s+/g, ' '))
  return [columns.map(([, label]) => flat(label)), ...rows.map((row) => columns.map(([key]) => flat(row[key] ?? '')))].map((cells) => cells.join('\t')).join('\n')
}
