// Checks queries off the page's thread: the parser takes a moment to set up.
import { check } from './check'

self.onmessage = ({ data }: MessageEvent<{ id: number; text: string }>) => {
  self.postMessage({ id: data.id, checked: check(data.text) })
}
