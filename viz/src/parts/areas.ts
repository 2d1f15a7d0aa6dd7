// The areas as marks: to each a shape and a colour, in the order of the vocabulary, the same in every drawing.

/** How many colours the style has for areas, `--area-1` onwards; `--area-0` is for no area. */
export const COLOURS = 8

const turn = (corners: number, start: number, far: (at: number) => number): string =>
  Array.from({ length: corners }, (_, at) => {
    const angle = ((start + (360 / corners) * at) * Math.PI) / 180
    return `${at ? 'L' : 'M'}${(far(at) * Math.cos(angle)).toFixed(3)} ${(far(at) * Math.sin(angle)).toFixed(3)}`
  }).join('') + 'Z'

/** Outlines around 0, 0 that look equally large with a radius of 1. Their number and that of the colours have no common factor. */
export const SHAPES = [
  'M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z',
  'M-.88-.88H.88V.88H-.88Z',
  turn(4, 0, () => 1.25),
  turn(3, -90, () => 1.3),
  turn(6, 0, () => 1.05),
  turn(10, -90, (at) => (at % 2 ? 0.62 : 1.35)),
  turn(3, 90, () => 1.3),
]

/** The same shapes as letters, for legends and lists. */
const SIGNS = ['●', '■', '◆', '▲', '⬢', '★', '▼']

/** The outline of an area by its number; 0, no area, is a circle too, drawn hollow. */
export function shape(area: number): string {
  return SHAPES[area ? (area - 1) % SHAPES.length : 0] ?? ''
}

/** An area's shape as a letter. */
export function sign(area: number): string {
  return area ? (SIGNS[(area - 1) % SIGNS.length] ?? '') : '○'
}

/** The number of an area's colour token. */
export function tint(area: number): number {
  return area && ((area - 1) % COLOURS) + 1
}

/** The outline of an activity or topic, which is no organisation: a rounded square, drawn hollow. */
export const HUB = 'M-.9-.55A.35.35 0 0 1-.55-.9H.55A.35.35 0 0 1 .9-.55V.55A.35.35 0 0 1 .55.9H-.55A.35.35 0 0 1-.9.55Z'
