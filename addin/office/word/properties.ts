/// <reference types="office-js" />
import { failed, type Outcome } from '../document.js'
import type { Property } from '../markings.js'
import { MOST_CHARACTERS, vermerkProperties } from '../vermerk.js'

export async function propertiesIn(context: Word.RequestContext): Promise<Property[]> {
  const properties = context.document.properties.customProperties.load({ key: true, value: true })
  await context.sync()
  return properties.items.map(({ key, value }) => ({ name: key, value: String(value) }))
}

export async function setPropertyIn(
  context: Word.RequestContext,
  name: string,
  value: string | undefined,
): Promise<Outcome> {
  if (value !== undefined && value.length > MOST_CHARACTERS) return failed('unsupported')
  const { customProperties } = context.document.properties
  if (value !== undefined) customProperties.add(name, value)
  else {
    const property = customProperties.getItemOrNullObject(name).load({ key: true })
    await context.sync()
    if (!property.isNullObject) property.delete()
  }
  await context.sync()
  return { kind: 'done' }
}

export async function addVermerkIn(
  context: Word.RequestContext,
  text: string,
  where: 'end' | 'property',
): Promise<Outcome> {
  if (where === 'property') {
    for (const { name, value } of vermerkProperties(await propertiesIn(context), text)) {
      context.document.properties.customProperties.add(name, value)
    }
  } else {
    const last = context.document.body.paragraphs.getLast().load({ text: true })
    await context.sync()
    if (last.text !== text) context.document.body.insertParagraph(text, 'End').styleBuiltIn = 'Normal'
  }
  await context.sync()
  return { kind: 'done' }
}
