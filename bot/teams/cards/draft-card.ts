import { type Action, type Card, type Element, execute, openDialog, openUrl, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'
import { SOURCES, type Source } from './tool-texts.js'

/** Bullet points of one letter; longer texts are written on the page. */
export const LONGEST_POINTS = 3_000

/** A served model this person may draft with, perhaps after a lesson. */
export type Drafter = {
  readonly id: string
  readonly name: string
  readonly lesson: { readonly id: string; readonly title: string } | undefined
}

export type DraftCardData = {
  readonly letters: readonly { readonly id: string; readonly name: string }[]
  /** The kind of letter chosen beforehand. */
  readonly chosen: string | undefined
  readonly drafters: readonly Drafter[]
  /** Said first, where the form could not be used as it was; what was filled in stays. */
  readonly notice?: string
  readonly points?: string
  readonly source?: Source
  /** Address of the page "Schreiben". */
  readonly page: string
  readonly issuer: Issuer
}

/** `entwurf`: the kind of letter and a few words, written at once from building blocks or by an approved model. */
export function draftCard({ letters, chosen, drafters, notice, points, source, page, issuer }: DraftCardData): Card {
  const title = 'Was möchten Sie schreiben?'
  const line =
    'Wählen Sie die Art des Textes, und nennen Sie Stichworte, eines je Zeile. Was fehlt, bleibt als Lücke sichtbar.'
  const ready = drafters.filter(({ lesson }) => lesson === undefined)
  return framed(
    'de',
    notice ?? `${title} ${line}`,
    [
      text(title, { size: 'large', weight: 'bolder', style: 'heading' }),
      text(line),
      ...(notice === undefined ? [] : [text(notice, { weight: 'bolder' })]),
      {
        type: 'Input.ChoiceSet',
        id: 'letter',
        label: 'Art des Textes',
        style: 'compact',
        placeholder: 'Bitte wählen',
        choices: letters.map(({ id, name }) => ({ value: id, title: name })),
        ...(chosen === undefined ? {} : { value: chosen }),
        wrap: true,
      },
      {
        type: 'Input.Text',
        id: 'points',
        label: 'Stichworte',
        isMultiline: true,
        maxLength: LONGEST_POINTS,
        placeholder: 'Thema: Runder Tisch Radverkehr\nTag: 20.01.2027\nOrt: Rathaus, Raum 204',
        ...(points === undefined || points === '' ? {} : { value: points }),
      },
      text(THROUGH_TEAMS, { size: 'small', isSubtle: true }),
      ...rows([
        { ...execute('Aus Textbausteinen schreiben', 'write', {}), style: 'positive' },
        openUrl('Auf der Seite öffnen', page),
        // Teams opens dialogs from https only; the link beside it works everywhere.
        ...(page.startsWith('https:') ? [openDialog('Hier im Fenster öffnen', 'schreiben')] : []),
      ]),
      ...(ready.length > 0
        ? withModel(
            ready.map(({ id, name }) => ({ id, title: `Mit ${name} entwerfen (KI)` })),
            source,
          )
        : []),
      ...drafters.flatMap(lessonFirst),
    ],
    issuer,
  )
}

const THROUGH_TEAMS =
  'Mit Namen oder Aktenzeichen schreiben Sie besser auf der Seite: Dort bleibt alles in Ihrem Browser. Was Sie hier eintippen, läuft über Teams.'

function withModel(
  ready: readonly { readonly id: string; readonly title: string }[],
  source: Source | undefined,
): Element[] {
  return [
    text('Oder mit KI entwerfen', { weight: 'bolder', spacing: 'medium' }),
    {
      type: 'Input.ChoiceSet',
      id: 'source',
      label: 'Woher kommt der Text?',
      style: 'compact',
      placeholder: 'Bitte wählen',
      choices: SOURCES.map(({ value, title }) => ({ value, title })),
      ...(source === undefined ? {} : { value: source }),
      wrap: true,
    },
    ...rows(ready.map(({ id, title }) => execute(title, 'compose', { tool: id }))),
  ]
}

function lessonFirst({ name, lesson }: Drafter): Element[] {
  if (!lesson) return []
  return [
    text(`Mit ${name} (KI) entwerfen Sie nach einer kurzen Lektion: „${lesson.title}“.`, { spacing: 'medium' }),
    ...rows([execute('Lektion beginnen', 'lesson', { module: lesson.id, screen: 0 })]),
  ]
}

export type DraftedCardData = {
  /** Name of the letter. */
  readonly kind: string
  readonly draft: string
  /** What is still to be filled in, each once. */
  readonly gaps: readonly string[]
  /** Lines to be said besides, e.g. a day to look at again. */
  readonly notes: readonly string[]
  /** How it came about, and that a person has to read it. */
  readonly origin: string
  readonly page: string
  readonly issuer: Issuer
}

/** A draft to be copied, in as many cards as it takes; the text stands in them once and in no button. */
export function draftedCards(data: DraftedCardData): Card[] {
  const parts = partsOf(data.draft)
  return parts.map((part, at) => draftedCard(data, part, at, parts.length))
}

function draftedCard(data: DraftedCardData, part: readonly string[], at: number, of: number): Card {
  const { kind, gaps, notes, origin, page, issuer } = data
  const last = at === of - 1
  const title = of > 1 ? `Ihr Entwurf: ${kind} (Teil ${at + 1} von ${of})` : `Ihr Entwurf: ${kind}`
  const missing = gaps.length > 0 ? [`**Bitte ergänzen:** ${gaps.join(', ')}`] : []
  const actions: Action[] = [execute('Neuer Entwurf', 'draft', {}), openUrl('Auf der Seite öffnen', page)]
  return framed(
    'de',
    `${title}. ${origin}.`,
    [
      text(title, { size: 'large', weight: 'bolder', style: 'heading' }),
      text(origin, { weight: 'bolder' }),
      { type: 'Container', style: 'emphasis', items: part.flatMap(paragraph) },
      ...(last ? [...missing, ...notes].map(line => text(line)) : []),
      ...(last ? rows(actions, 'medium') : []),
    ],
    issuer,
  )
}

/** Lines of a paragraph below each other, as written; only the first stands away from what is above. */
const paragraph = (words: string): Element[] =>
  words.split('\n').map((line, at) => ({
    type: 'RichTextBlock',
    spacing: at === 0 ? 'default' : 'none',
    inlines: [{ type: 'TextRun', text: line }],
  }))

/** Far enough below the 28 kB of a card, with the frame of every line. */
const MOST_BYTES = 18_000

/** Paragraphs in parts small enough for a card; a line too long for one is cut. */
function partsOf(draft: string): string[][] {
  const paragraphs = draft
    .split(/\n{2,}/)
    .map(one =>
      one
        .split('\n')
        .filter(line => line.trim() !== '')
        .flatMap(shortLines)
        .join('\n'),
    )
    .filter(one => one !== '')
  const parts: string[][] = [[]]
  let size = 0
  for (const one of paragraphs.flatMap(smallEnough)) {
    const bytes = new TextEncoder().encode(JSON.stringify(paragraph(one))).length
    if (size > 0 && size + bytes > MOST_BYTES) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(one)
    size += bytes
  }
  return parts.filter(part => part.length > 0)
}

const LONGEST_LINE = 4_000
const shortLines = (line: string): string[] =>
  Array.from({ length: Math.ceil(line.length / LONGEST_LINE) }, (_, at) =>
    line.slice(at * LONGEST_LINE, (at + 1) * LONGEST_LINE),
  ).filter(piece => piece.trim() !== '')

/** A paragraph of very many lines is a list: its lines may be parted. */
const smallEnough = (words: string): string[] => (words.length <= LONGEST_LINE ? [words] : words.split('\n'))
