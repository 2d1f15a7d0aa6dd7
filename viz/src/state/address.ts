// A state of the explorer as the part of the address after #: a view, and parameters by name.

export interface State {
  view: string
  params: Record<string, string>
}

/** Reads a fragment such as `#/matrix?place=place/x`; an empty one is the start. */
export function read(fragment: string): State {
  const [path = '', search = ''] = fragment.replace(/^#/, '').split('?', 2)
  return { view: path.replace(/^\//, '') || 'start', params: Object.fromEntries(new URLSearchParams(search)) }
}

/** Writes a state as a fragment; what is empty is left out, slashes and colons stay readable. */
export function write({ view, params }: State): string {
  const given = Object.entries(params).filter(([, value]) => value !== '').sort(([a], [b]) => a.localeCompare(b))
  const search = new URLSearchParams(given).toString().replace(/%2F/gi, '/').replace(/%3A/gi, ':')
  return `#/${view}${search ? `?${search}` : ''}`
}
