// The areas as marks: to each a shape and a colour, in the order of the vocabulary, the same in every drawing.

/** How many colours the style has for areas, `--area-1` onwards; `--area-0` is for no area. */
export const COLOURS = 8

type Corners = [x: number, y: number][]

const turn = (corners: number, start: number, far: (at: number) => number): Corners =>
  Array.from({ length: corners }, (_, at) => {
    const angle = ((start + (360 / corners) * at) * Math.PI) / 180
    return [far(at) * Math.cos(angle), far(at) * Math.sin(angle)]
  })

/** Corners around 0, 0 that look equally large with a radius of 1; undefined is a circle. Their number and that of the colours have no common factor. */
const SHAPES: (Corners | undefined)[] = [
  undefined,
  [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]],
  turn(4, 0, () => 1.25),
  turn(3, -90, () => 1.3),
  turn(6, 0, () => 1.05),
  turn(10, -90, (at) => (at % 2 ? 0.62 : 1.35)),
  turn(3, 90, () => 1.3),
]

/** The same shapes as letters, for legends and lists. */
const SIGNS = ['●', '■', '◆', '▲', '⬢', '★', '▼']

const short = (value: number): string => String(Math.round(value * 100) / 100)

/** The outline of an area's mark, as an SVG path; 0, no area, is a circle too, drawn hollow. */
export function outline(area: number, x = 0, y = 0, r = 1): string {
  const corners = area ? SHAPES[(area - 1) % SHAPES.length] : undefined
  if (corners) return `M${corners.map(([a, b]) => `${short(x + a * r)} ${short(y + b * r)}`).join('L')}Z`
  return `M${short(x - r)} ${short(y)}a${short(r)} ${short(r)} 0 1 1 ${short(2 * r)} 0a${short(r)} ${short(r)} 0 1 1 ${short(-2 * r)} 0Z`
}

/** The outline of an activity or topic, which is no organisation: a rounded square, drawn hollow. */
export function hubOutline(x = 0, y = 0, r = 1): string {
  const [side, round] = [short(1.1 * r), short(0.35 * r)]
  const arc = (dx: string, dy: string): string => `a${round} ${round} 0 0 1 ${dx} ${dy}`
  return `M${short(x - 0.9 * r)} ${short(y - 0.55 * r)}${arc(round, `-${round}`)}h${side}${arc(round, round)}v${side}${arc(`-${round}`, round)}h-${side}${arc(`-${round}`, `-${round}`)}Z`
}

/** An area's shape as a letter. */
export function sign(area: number): string {
  return area ? (SIGNS[(area - 1) % SIGNS.length] ?? '') : '○'
}

/** The number of an area's colour token. */
export function tint(area: number): number {
  return area && ((area - 1) % COLOURS) + 1
}
