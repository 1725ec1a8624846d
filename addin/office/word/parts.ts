/// <reference types="office-js" />

/** What of one paragraph lies in a range. */
export type Part = {
  readonly paragraph: Word.Paragraph
  readonly range: Word.Range
  /** As it reads now: what tracked changes have taken out is not in it. */
  readonly text: string
  /** The range also shows deleted text. */
  readonly dirty: boolean
  readonly whole: boolean
  readonly inTable: boolean
}

/** Paragraphs of which tracked changes have left nothing are not counted. */
export async function partsOf(context: Word.RequestContext, area: Word.Range, reviewed: boolean): Promise<Part[]> {
  const paragraphs = area.paragraphs.load({ text: true, tableNestingLevel: true })
  await context.sync()
  const found = paragraphs.items.map(paragraph => {
    const range = paragraph.getRange('Content').intersectWithOrNullObject(area).load({ text: true })
    return { paragraph, range }
  })
  await context.sync()
  const there = found.filter(({ range }) => !range.isNullObject)
  const current = there.map(({ range }) => (reviewed ? range.getReviewedText('Current') : undefined))
  if (reviewed) await context.sync()
  return there
    .map(({ paragraph, range }, at) => {
      const text = current[at]?.value ?? range.text
      const inTable = paragraph.tableNestingLevel > 0
      return { paragraph, range, text, dirty: text !== range.text, whole: range.text === paragraph.text, inTable }
    })
    .filter(({ text, dirty }) => !(dirty && text === ''))
}

export const textOf = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('\n')
