// Oxigraph's WebAssembly module stands once in the page, packed; the worker is handed it and fetches nothing.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const ADDRESS = /new URL\((['"])web_bg\.wasm\1, import\.meta\.url\)/

/** Takes the module's address out of Oxigraph's loader, so that the bundler does not inline it a second time. */
export function oxigraphFromThePage(): Plugin {
  return {
    name: 'oxigraph-from-the-page',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/oxigraph/web.js')) return null
      if (!ADDRESS.test(code)) throw new Error('Oxigraph names its module otherwise than expected: mend bundling/oxigraph.ts')
      return code.replace(ADDRESS, 'undefined')
    },
  }
}

/** Writes the module beside the script, packed with gzip, for the program to put into the page. */
export function packedEngine(): Plugin {
  return {
    name: 'packed-engine',
    apply: 'build',
    generateBundle() {
      const file = createRequire(import.meta.url).resolve('oxigraph/web_bg.wasm')
      this.emitFile({ type: 'asset', fileName: 'oxigraph.wasm.gz', source: gzipSync(readFileSync(file), { level: 9 }) })
    },
  }
}
