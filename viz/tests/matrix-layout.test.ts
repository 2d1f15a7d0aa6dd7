import { expect, test } from 'vitest'

import { bands, byPlace, columnsOf, Opened, rowsOf, Squares } from '../src/views/matrix/layout'
import { step, type Point } from '../src/views/matrix/walk'
import { cell, concept } from './matrix-samples'

const x = concept('x')
const [a, b] = [concept('a', 'x'), concept('b', 'x')]
const lone = concept('lone')
const topOf = (iri: string) => (iri === 'lone' ? lone : x)
const made = (open: boolean) => bands([x, lone], [x, a, b, lone], topOf, new Set(['a', 'b', 'lone']), () => open)

test('an area has a row of its own, and one for each activity when it is open', () => {
  expect(made(false).flatMap(rowsOf).map((row) => row.concept.iri)).toEqual(['x', 'lone'])
  expect(made(true).flatMap(rowsOf).map((row) => row.concept.iri)).toEqual(['x', 'a', 'b', 'lone'])
})

test('a group gives way to its topics when it is open; one that is its own topic cannot open', () => {
  expect(made(true).flatMap(columnsOf).map((column) => column.concept.iri)).toEqual(['a', 'b', 'lone'])
  expect(made(true).map((band) => band.folds)).toEqual([true, false])
})

test('an area without cells is not shown', () => {
  expect(bands([x, lone], [x, a, b, lone], topOf, new Set(['a']), () => false).map((band) => band.top.iri)).toEqual(['x'])
})

test('a square of one activity and one topic shows its cells, any other is rolled up', () => {
  const cells = [cell({ activity: 'a', topic: 't' }), cell({ activity: 'b', topic: 't', place: 'place/q' }), cell({ activity: 'b', topic: 'u' })]
  const squares = new Squares(cells)
  const [whole, first] = made(true).flatMap(rowsOf)
  const topic = { concept: concept('t'), top: concept('t'), leaves: ['t'], single: true }
  expect(whole && squares.at(whole, topic)).toEqual({ cells: cells.slice(0, 2), rolled: true })
  expect(first && squares.at(first, topic)).toEqual({ cells: cells.slice(0, 1), rolled: false })
  expect(byPlace(cells.slice(0, 2), [concept('place/p'), concept('place/q'), concept('place/r')])).toEqual([cells[0], cells[1], undefined])
})

test('what is open is written shortly, and nothing written leaves it to what suits', () => {
  const all = ['x', 'y', 'z']
  expect(new Opened('', true).has('x')).toBe(true)
  expect(new Opened('', false).has('x')).toBe(false)
  expect(new Opened('none', true).has('x')).toBe(false)
  expect(new Opened('x', false).with(['y'], true, all)).toBe('x y')
  expect(new Opened('x y', false).with(['z'], true, all)).toBe('all')
  expect(new Opened('all', false).with(['x'], false, all)).toBe('y z')
  expect(new Opened('x', false).with(['x'], false, all)).toBe('none')
})

test('arrow keys go to the next mark in the row or column, over what is empty', () => {
  // two squares with four places each, then a rolled one in the same row; a row beneath with one mark
  const quad = (row: number, column: number): Point[] => [0, 1, 2, 3].map((n) => ({ row, column, y: row * 2 + Math.floor(n / 2), x: column * 2 + (n % 2) }))
  const points = [...quad(0, 0), ...quad(0, 3), { row: 0, column: 4, y: 0, x: 8 }, { row: 1, column: 3, y: 3, x: 7 }]
  expect(step(points, 0, 'ArrowRight')).toBe(1)
  expect(step(points, 3, 'ArrowRight')).toBe(6)
  expect(step(points, 7, 'ArrowRight')).toBe(8)
  expect(step(points, 6, 'ArrowDown')).toBe(9)
  expect(step(points, 9, 'ArrowUp')).toBe(7)
  expect(step(points, 0, 'ArrowUp')).toBeUndefined()
  expect(step(points, 6, 'Home')).toBe(2)
  expect(step(points, 0, 'End')).toBe(8)
  expect(step(points, 4, 'End', true)).toBe(9)
  expect(step(points, 4, 'a')).toBeUndefined()
})
