// The SPARQL editor: CodeMirror in a shadow root, where it brings its styles without a style element, which the page's
// policy would keep out.
import { autocompletion, closeBrackets, completionKeymap, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { sparql } from '@codemirror/legacy-modes/mode/sparql'
import { EditorState } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'

import type { Place } from './check'
import { KEYWORDS, missingPrefix, variables, type Word } from './completion'

export interface Editor {
  text: () => string
  /** Puts another text in, unless it stands there already. */
  replace: (text: string) => void
  /** Puts the cursor at a place and the focus into the editor. */
  point: (at: Place) => void
  destroy: () => void
}

interface Options {
  text: string
  label: string
  describedBy: string
  words: () => Promise<{ words: Word[]; prefixes: Map<string, string> }>
  changed: (text: string) => void
  run: () => void
}

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '650' },
  { tag: [tags.string, tags.literal, tags.number], color: 'var(--falls-short)' },
  { tag: [tags.atom, tags.bool], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--ink-quiet)', fontStyle: 'italic' },
  { tag: [tags.variableName, tags.propertyName, tags.operator, tags.bracket], color: 'var(--ink)' },
])

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--ground)', border: '1px solid var(--line-strong)', borderRadius: 'var(--corner)', fontSize: 'var(--size-small)', maxHeight: '28rem' },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.5', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)', minHeight: '7rem' },
  '.cm-gutters': { backgroundColor: 'var(--ground-raised)', color: 'var(--ink-quiet)', border: '0' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': { backgroundColor: 'var(--ground-raised)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection': { backgroundColor: 'var(--ground-marked)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--ground-marked) !important', outline: '1px solid var(--line-strong)' },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--ground)', border: '1px solid var(--line-strong)', borderRadius: 'var(--corner)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font)', maxHeight: '16rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', lineHeight: '1.35' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--ground)' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85' },
  '.cm-tooltip.cm-completionInfo': { padding: '8px', maxWidth: '22rem', fontFamily: 'var(--font)' },
})

/** Text typed over a selection: left to the browser, it would carry the old text's look along as an inline style. */
const overSelection = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { main } = view.state.selection
    if (event.inputType !== 'insertText' || event.data === null || main.empty || /[()[\]{}'"]/.test(event.data)) return false
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true })
    event.preventDefault()
    return true
  },
})

/** Mounts the editor in an element, which gets a shadow root. */
export function mountEditor(host: HTMLElement, options: Options): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  // from outside, a key in the editor looks like a key on a plain element: the page's own keys must not take it
  root.addEventListener('keydown', (event) => event.stopPropagation())
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        history(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        StreamLanguage.define(sparql),
        syntaxHighlighting(colours),
        look,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': options.label, 'aria-description': options.describedBy, spellcheck: 'false', tabindex: '0' }),
        autocompletion({ override: [(context) => offer(context, options.words)], icons: false }),
        overSelection,
        // no key for indentation: Tab leaves the editor, as everywhere on the page
        keymap.of([{ key: 'Mod-Enter', run: () => (options.run(), true) }, ...completionKeymap, ...historyKeymap, ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.changed(update.state.doc.toString())
        }),
      ],
    }),
  })
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => {
      if (text !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
    },
    point: ({ line, column }) => {
      const at = view.state.doc.line(Math.min(line, view.state.doc.lines))
      view.dispatch({ selection: { anchor: Math.min(at.from + column - 1, at.to) }, scrollIntoView: true })
      view.focus()
    },
    destroy: () => view.destroy(),
  }
}

async function offer(context: CompletionContext, words: Options['words']): Promise<CompletionResult | null> {
  const before = context.matchBefore(/[?$\w:<][\w:-]*/)
  if (!before && !context.explicit) return null
  const text = context.state.doc.toString()
  const { words: known, prefixes } = await words()
  if (context.aborted) return null
  const options: Completion[] = [
    ...variables(text, context.pos).map((label): Completion => ({ label, type: 'variable', detail: 'variable', boost: 2 })),
    ...known.map((word): Completion => ({ label: word.label, detail: word.detail, info: word.info, type: word.type, boost: word.type === 'constant' ? -1 : 1, apply: (view, _, from, to) => write(view, word.insert ?? word.label, from, to, prefixes) })),
    ...KEYWORDS.map((label): Completion => ({ label, type: 'keyword', detail: 'SPARQL' })),
  ]
  return { from: before?.from ?? context.pos, options, validFor: /^[?$\w:<][\w:-]*$/ }
}

/** Writes a word in, with the line that declares its prefix where that is missing. */
function write(view: EditorView, insert: string, from: number, to: number, prefixes: Map<string, string>): void {
  const line = missingPrefix(view.state.doc.toString(), insert, prefixes)
  view.dispatch({
    changes: [...(line ? [{ from: 0, insert: line }] : []), { from, to, insert }],
    selection: { anchor: from + line.length + insert.length },
    userEvent: 'input.complete',
  })
}
