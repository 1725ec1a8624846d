/// <reference types="office-js" />
import { type Capabilities, type Draft, failed, type Label, type Outcome } from '../document.js'
import { draftsOf, frameOf } from '../frames.js'
import { inBrackets } from '../labels.js'

export async function listDraftsIn(context: Word.RequestContext): Promise<Outcome<{ drafts: readonly Draft[] }>> {
  const controls = context.document.contentControls.load({ tag: true, text: true })
  await context.sync()
  return { kind: 'done', drafts: draftsOf(controls.items) }
}

/** The label is set first: if Word breaks off before the frame is gone, the next try finds the label and sets no second. */
export async function takeOverIn(
  context: Word.RequestContext,
  draft: string,
  label: Label,
  can: Capabilities,
): Promise<Outcome<{ label: Label['kind'] }>> {
  const controls = await controlsOf(context, draft)
  const last = controls.at(-1)
  if (!last) return failed('gone')
  const kind = label.kind === 'footnote' && !can.footnotes ? 'bracket' : label.kind
  if (label.kind !== 'none') {
    if (kind === 'footnote') await setFootnote(context, last, label.text)
    else setBracket(last, inBrackets(label.text))
  }
  for (const control of controls) control.delete(true)
  await context.sync()
  return { kind: 'done', label: kind }
}

export async function selectIn(context: Word.RequestContext, draft: string): Promise<Outcome> {
  const [first] = await controlsOf(context, draft)
  if (!first) return failed('gone')
  first.select()
  await context.sync()
  return { kind: 'done' }
}

async function controlsOf(context: Word.RequestContext, draft: string): Promise<Word.ContentControl[]> {
  const controls = context.document.contentControls.load({ tag: true, text: true })
  await context.sync()
  return controls.items.filter(({ tag }) => frameOf(tag)?.id === draft)
}

async function setFootnote(context: Word.RequestContext, control: Word.ContentControl, text: string): Promise<void> {
  const range = control.getRange('Content')
  const notes = range.footnotes.load({ body: { text: true } })
  await context.sync()
  if (notes.items.some(({ body }) => body.text.trim() === text)) return
  // Another pane may have taken the draft over a moment ago: its range would still take a note, the frame that is gone refuses.
  const { tag } = control
  control.tag = tag
  range.insertFootnote(text)
}

function setBracket(control: Word.ContentControl, text: string): void {
  if (!control.text.trimEnd().endsWith(text)) control.insertText(` ${text}`, 'End')
}
