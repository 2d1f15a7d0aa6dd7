// Pictures as SVG text: for what leaves the page. All text is escaped; colours are named by the tokens of the style.

/** What a sign means; with a ground it stands on a square of that colour, as it does in the picture. */
export interface LegendEntry {
  sign: string
  label: string
  ground?: string
  ink?: string
}

/** A picture's content, in its own units (CSS pixels), without title, legend and source line. */
export interface Drawing {
  width: number
  height: number
  /** SVG elements as text, made by the functions below. */
  body: string
  /** What the signs and colours mean, one entry each. */
  legend?: LegendEntry[]
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand in SVG, in an element or an attribute; what XML does not allow is left out. */
export function escape(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the very signs that must not get through
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (sign) => ESCAPES[sign])
}

type Attributes = Record<string, string | number | undefined>

/** An element; what is inside has been made by these functions too. */
export function element(name: string, attributes: Attributes, inside = ''): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const written = given.map(([key, value]) => ` ${key}="${escape(typeof value === 'number' ? String(Math.round(value * 100) / 100) : (value ?? ''))}"`).join('')
  return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`
}

/** A line of text; `fill` is a colour or a token such as `--ink`. */
export function text(x: number, y: number, words: string, { size = 14, weight = 400, fill = '--ink', anchor = 'start', ...more }: Attributes & { size?: number; weight?: number; fill?: string; anchor?: string } = {}): string {
  return element('text', { x, y, 'font-size': size, 'font-weight': weight === 400 ? undefined : weight, fill: colour(fill), 'text-anchor': anchor === 'start' ? undefined : anchor, ...more }, escape(words))
}

let light: CSSStyleDeclaration | undefined

/** The light value of a token (`--covered`); a colour as it is. What leaves the page is made for paper. */
export function colour(name: string): string {
  if (!name.startsWith('--')) return name
  light ??= firstRoot()
  return light?.getPropertyValue(name).trim() || '#10243a'
}

function firstRoot(): CSSStyleDeclaration | undefined {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSStyleRule && rule.selectorText === ':root') return rule.style
    }
  }
  return undefined
}

export const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'

let measure: CanvasRenderingContext2D | null | undefined

/** How wide a line of text is, in pixels. */
export function widthOf(words: string, size = 14, weight = 400): number {
  measure ??= document.createElement('canvas').getContext('2d')
  if (!measure) return words.length * size * 0.56
  measure.font = `${String(weight)} ${String(size)}px ${FONT}`
  return measure.measureText(words).width
}

/** A text in lines no wider than some pixels; a word that is wider stands alone. */
export function wrap(words: string, width: number, size = 14, weight = 400): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word
    if (line && widthOf(longer, size, weight) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

/** A text cut to a width, with an ellipsis where something is left out. */
export function clip(words: string, width: number, size = 14, weight = 400): string {
  if (widthOf(words, size, weight) <= width) return words
  let end = words.length
  while (end > 1 && widthOf(`${words.slice(0, end)}…`, size, weight) > width) end -= 1
  return `${words.slice(0, end).trimEnd()}…`
}
