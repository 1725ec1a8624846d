/// <reference types="office-js" />
import type { Markings, Outcome } from '../document.js'
import { isLabelProperty, labelsOf, type Property } from '../markings.js'
import { inWord } from './failures.js'
import { headersIn } from './headers.js'
import { propertiesIn } from './properties.js'

const BUILT_IN = ['title', 'subject', 'keywords', 'category', 'comments'] as const

/** What the document says about itself. If headers cannot be read, that is said, and the rest still counts. */
export async function readMarkings(): Promise<Outcome<{ markings: Markings }>> {
  const stored = await inWord(async context => ({
    kind: 'done',
    custom: await propertiesIn(context),
    builtIn: await builtInTexts(context),
  }))
  if (stored.kind === 'failed') return stored
  const headers = await inWord(headersIn)
  return {
    kind: 'done',
    markings: {
      labels: labelsOf(stored.custom),
      texts: [...(headers.kind === 'done' ? headers.texts : []), ...propertyTexts(stored.custom, stored.builtIn)],
      unread: ['label-file', 'text-boxes', ...(headers.kind === 'done' ? [] : (['headers'] as const))],
    },
  }
}

async function builtInTexts(context: Word.RequestContext): Promise<string[]> {
  const properties = context.document.properties.load([...BUILT_IN])
  await context.sync()
  return BUILT_IN.map(name => properties[name])
}

const propertyTexts = (custom: readonly Property[], builtIn: readonly string[]): Markings['texts'] =>
  [...builtIn, ...custom.filter(({ name }) => !isLabelProperty(name)).map(({ value }) => value)]
    .filter(text => text.trim() !== '')
    .map(text => ({ part: 'property', text }))
