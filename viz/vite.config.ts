import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

import { oxigraphFromThePage, packedEngine } from './bundling/oxigraph.ts'

// One classic script and one style sheet, which the program puts into a page together with a landscape:
// a page opened from a folder can load neither modules nor data.
export default defineConfig({
  plugins: [svelte(), packedEngine()],
  worker: { format: 'iife', plugins: () => [oxigraphFromThePage()] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { checks: { pluginTimings: false } },
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'explorer', fileName: () => 'explorer.js', cssFileName: 'explorer' },
  },
  test: { include: ['tests/**/*.test.ts'] },
})
