/// <reference types="office-js" />

import { oneBreak } from '../breaks.js'
import { failed, type Outcome, type Placed, type Selection, type WordDocument } from '../document.js'
import { inTurn, onceAtATime } from '../turns.js'
import { applyIn, finishedIn } from './apply.js'
import { readBody } from './body.js'
import { readCapabilities } from './capabilities.js'
import { listDraftsIn, selectIn, takeOverIn } from './drafts.js'
import { inWord } from './failures.js'
import { insertIn } from './insert.js'
import { readMarkings } from './markings.js'
import { partsOf, textOf } from './parts.js'
import { type Held, hold } from './place.js'
import { addVermerkIn, propertiesIn, setPropertyIn } from './properties.js'
import { surroundingsOf } from './surroundings.js'
import type { Written } from './written.js'

/** The document in Word, of which Office.js has been loaded (`load.ts`). */
export function openOfficeJsDocument(): WordDocument {
  const capabilities = readCapabilities()
  const turn = inTurn()
  const once = onceAtATime<Outcome<Placed>>()
  const written: Written = new Map()
  let held: Held | undefined

  const readSelection = (): Promise<Outcome<{ selection: Selection }>> =>
    inWord(async context => {
      const range = context.document.getSelection()
      const { foreign, around } = await surroundingsOf(context, range)
      const parts = await partsOf(context, range, capabilities.tracked)
      held = await hold(context, range, held)
      return {
        kind: 'done',
        selection: {
          place: held.place,
          text: textOf(parts),
          paragraphs: parts.map(({ text, inTable }) => ({ text, inTable })),
          change: capabilities.readOnly ? 'read-only' : foreign ? 'foreign' : 'possible',
          draft: around.at(-1)?.frame.id,
        },
      }
    })

  const apply: WordDocument['apply'] = async (edit, wish) => {
    const finished = await inWord(context => finishedIn(context, edit, wish, capabilities, written))
    if (finished.kind === 'failed') return finished
    if (finished.earlier) return { kind: 'done', ...finished.earlier }
    if (held?.place !== edit.place) return failed('gone')
    const { range } = held
    return inWord(
      context => applyIn(context, range, { ...edit, after: oneBreak(edit.after) }, wish, capabilities, written),
      range,
    )
  }

  return {
    capabilities,
    readSelection: () => turn(readSelection),
    readBody: () => readBody(capabilities, turn),
    readMarkings: () => turn(readMarkings),
    apply: (edit, wish) => once(edit.key, () => turn(() => apply(edit, wish))),
    insert: (passage, where, wish) =>
      once(passage.key, () =>
        turn(() =>
          inWord(context =>
            insertIn(context, { ...passage, text: oneBreak(passage.text) }, where, wish, capabilities, written),
          ),
        ),
      ),
    listDrafts: () => turn(() => inWord(listDraftsIn)),
    takeOver: (draft, label) => turn(() => inWord(context => takeOverIn(context, draft, label, capabilities))),
    addVermerk: (text, where) => turn(() => inWord(context => addVermerkIn(context, text, where))),
    property: name => turn(() => inWord(context => propertyIn(context, name))),
    setProperty: (name, value) => turn(() => inWord(context => setPropertyIn(context, name, value))),
    select: draft => turn(() => inWord(context => selectIn(context, draft))),
  }
}

async function propertyIn(context: Word.RequestContext, name: string): Promise<Outcome<{ value: string | undefined }>> {
  const found = (await propertiesIn(context)).find(property => property.name === name)
  return { kind: 'done', value: found?.value }
}
