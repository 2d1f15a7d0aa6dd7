// Arrow keys in the matrix: from the thing in hand to the next one in that direction, over what is empty.

/** Where something stands that can be in hand: its row and column, and its place within a square. */
export interface Point {
  row: number
  column: number
  /** Row and column as fine as the places within a square. */
  y: number
  x: number
}

const DIRECTIONS: Record<string, [across: boolean, sign: number]> = {
  ArrowRight: [true, 1],
  ArrowLeft: [true, -1],
  ArrowDown: [false, 1],
  ArrowUp: [false, -1],
}

function nearest(points: Point[], distance: (point: Point) => number): number | undefined {
  let best: number | undefined
  let least = Infinity
  points.forEach((point, at) => {
    const far = distance(point)
    if (far >= least) return
    best = at
    least = far
  })
  return best
}

/**
 * The number of the point that a key leads to; undefined where it leads nowhere.
 *
 * @param points all points, in the order of reading.
 * @param from the number of the point in hand.
 */
export function step(points: Point[], from: number, key: string, control = false): number | undefined {
  const here = points[from]
  if (!here) return undefined
  if (key === 'Home' || key === 'End') {
    const sign = key === 'Home' ? 1 : -1
    if (control) return key === 'Home' ? 0 : points.length - 1
    return nearest(points, (point) => (point.row === here.row ? sign * point.x * 1000 + Math.abs(point.y - here.y) : Infinity))
  }
  const direction = DIRECTIONS[key]
  if (!direction) return undefined
  const [across, sign] = direction
  return nearest(points, (point) => {
    const along = sign * (across ? point.x - here.x : point.y - here.y)
    const aside = Math.abs(across ? point.y - here.y : point.x - here.x)
    const inLine = across ? point.row === here.row : point.column === here.column
    return inLine && along > 0 ? along * 1000 + aside : Infinity
  })
}
