// The matrix as a table that leaves the page: one row for each question that is shown.
import { vocabulary } from '../../data/vocabulary'
import { about } from '../../data/page'
import type { TableOut } from '../../out/table'
import { capital, date } from '../../words'
import { answer, type Known } from './answer'
import type { Cell } from './cells'

export function table(cells: Cell[], knowing: (cell: Cell) => Known): TableOut {
  const compared = cells.some((cell) => cell.before !== undefined)
  return {
    columns: [
      ['area', 'Area'], ['activity', 'Activity'], ['group', 'Group of topics'], ['topic', 'Topic'], ['place', 'Place'], ['question', 'Question'],
      ['status', 'Status'], ...(compared ? [['before', `Status on ${date(about.baseline)}`] as [string, string]] : []), ['answer', 'Answer'],
      ['holders', 'Bodies recorded'], ['roles', 'Roles'], ['corroborated', 'Roles corroborated'], ['newest', 'Newest source'], ['flags', 'Flags'], ['cell', 'Identifier'],
    ],
    rows: cells.map((cell) => ({
      area: vocabulary.top(cell.activity)?.label ?? '',
      activity: vocabulary.label(cell.activity),
      group: vocabulary.top(cell.topic)?.label ?? '',
      topic: vocabulary.label(cell.topic),
      place: vocabulary.label(cell.place),
      question: cell.question,
      status: capital(vocabulary.label(cell.status)),
      before: cell.before ? capital(vocabulary.label(cell.before)) : 'Not asked',
      answer: answer(cell, knowing(cell)),
      holders: String(cell.holders),
      roles: String(cell.roles),
      corroborated: String(cell.corroborated),
      newest: cell.newest,
      flags: cell.flags.map((flag) => vocabulary.label(flag)).join('; '),
      cell: cell.iri,
    })),
  }
}
