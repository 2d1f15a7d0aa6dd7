// What the program put into the page: small things as JSON, large ones packed with gzip in base64.

function block(name: string): string {
  const found = document.getElementById(`data-${name}`)
  if (!found) throw new Error(`The page holds no “${name}”.`)
  return found.textContent
}

/** A block of JSON. */
export function json<T>(name: string): T {
  return JSON.parse(block(name)) as T
}

/** Whether the page holds a block. */
export function has(name: string): boolean {
  return document.getElementById(`data-${name}`) !== null
}

/** A packed block, as bytes. */
export async function bytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const letters = atob(block(name))
  // a loop: for two million letters, Uint8Array.from with a function takes some hundred milliseconds
  const packed = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at += 1) packed[at] = letters.charCodeAt(at)
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** A packed block, as text. */
export async function text(name: string): Promise<string> {
  return new TextDecoder().decode(await bytes(name))
}

/** A packed block of JSON. */
export async function packed<T>(name: string): Promise<T> {
  return JSON.parse(await text(name)) as T
}
