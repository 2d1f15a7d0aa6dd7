import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['dist/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
  },
  {
    rules: {
      // what the data says is text: nothing is ever put into the page as markup
      'svelte/no-at-html-tags': 'error',
      // plain maps and sets are built anew, never changed in place, wherever a view reads them
      'svelte/prefer-svelte-reactivity': 'off',
      // addresses within the explorer are fragments, which need no router to resolve
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
)
