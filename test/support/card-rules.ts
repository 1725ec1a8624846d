import { z } from 'zod'
import { PAGES_IN_DIALOGS } from '../../bot/teams/cards/card.js'

/**
 * Our part of Adaptive Cards 1.5, written down: what Microsoft's schema demands, and where Teams or accessibility demand
 * more. Everything not named here is refused, so a misspelt property does not vanish in silence as it would in a client.
 */
const Spacing = z.enum(['none', 'small', 'default', 'medium'])

const TextBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string().trim().min(1),
  // Without it clients cut long German sentences off at the edge.
  wrap: z.literal(true),
  size: z.enum(['small', 'default', 'medium', 'large']).optional(),
  weight: z.enum(['default', 'bolder']).optional(),
  isSubtle: z.literal(true).optional(),
  spacing: Spacing.optional(),
  style: z.literal('heading').optional(),
})

// A person's own words: a text run is never read as Markdown.
const RichTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(z.strictObject({ type: z.literal('TextRun'), text: z.string().trim().min(1) })).min(1),
  spacing: Spacing.optional(),
})

const Image = z.strictObject({
  type: z.literal('Image'),
  // Nothing is loaded from elsewhere: a card tells nobody that it has been opened.
  url: z.string().regex(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/),
  altText: z.string().trim().min(1),
  width: z.string().regex(/^\d+px$/),
  height: z.string().regex(/^\d+px$/),
})

const Execute = z.strictObject({
  type: z.literal('Action.Execute'),
  title: z.string().trim().min(1),
  verb: z.string().min(1),
  data: z.record(z.string(), z.json()),
  style: z.enum(['positive', 'destructive']).optional(),
})

const Toggle = z.strictObject({
  type: z.literal('Action.ToggleVisibility'),
  title: z.string().trim().min(1),
  targetElements: z.array(z.string().min(1)).min(1),
})

const OpenUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title: z.string().trim().min(1),
  url: z.url({ protocol: /^https?$/ }),
})

// The one button of an older kind: nothing else opens a dialog.
const OpenDialog = z.strictObject({
  type: z.literal('Action.Submit'),
  title: z.string().trim().min(1),
  data: z.strictObject({
    msteams: z.strictObject({ type: z.literal('task/fetch') }),
    page: z.enum(PAGES_IN_DIALOGS),
  }),
})

/** Teams shows six buttons of a set and hides the others behind "…" (MicrosoftDocs/msteams-docs#5356, bot-docs#2161). */
export const MOST_ACTIONS = 6

const ActionSet = z.strictObject({
  type: z.literal('ActionSet'),
  actions: z
    .array(z.discriminatedUnion('type', [Execute, Toggle, OpenUrl, OpenDialog]))
    .min(1)
    .max(MOST_ACTIONS),
  spacing: Spacing.optional(),
})

const Container = z.strictObject({
  type: z.literal('Container'),
  get items() {
    return z.array(Element).min(1)
  },
  id: z.string().min(1).optional(),
  style: z.enum(['default', 'emphasis', 'accent', 'good', 'attention', 'warning']).optional(),
  bleed: z.literal(true).optional(),
  isVisible: z.boolean().optional(),
  spacing: Spacing.optional(),
  separator: z.literal(true).optional(),
})

const Column = z.strictObject({
  type: z.literal('Column'),
  width: z.enum(['auto', 'stretch']),
  get items() {
    return z.array(Element).min(1)
  },
  verticalContentAlignment: z.literal('center').optional(),
})

const ColumnSet = z.strictObject({
  type: z.literal('ColumnSet'),
  columns: z.array(Column).min(1),
  spacing: Spacing.optional(),
})

// Every input has a label of its own: a screen reader says it, and the client ties it to the field.
const ChoiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  id: z.string().regex(/^[a-z]\w*$/),
  label: z.string().trim().min(1),
  style: z.enum(['expanded', 'compact']),
  isMultiSelect: z.literal(true).optional(),
  choices: z.array(z.strictObject({ title: z.string().trim().min(1), value: z.string().min(1) })).min(2),
  placeholder: z.string().optional(),
  value: z.string().optional(),
  wrap: z.literal(true),
})
const DateInput = z.strictObject({
  type: z.literal('Input.Date'),
  id: z.string().regex(/^[a-z]\w*$/),
  label: z.string().trim().min(1),
  min: z.iso.date().optional(),
  max: z.iso.date().optional(),
})

const TextInput = z.strictObject({
  type: z.literal('Input.Text'),
  id: z.string().regex(/^[a-z]\w*$/),
  label: z.string().trim().min(1),
  isMultiline: z.literal(true),
  maxLength: z.int().min(1),
  placeholder: z.string().optional(),
  value: z.string().optional(),
})

const Element = z.discriminatedUnion('type', [
  TextBlock,
  RichTextBlock,
  Image,
  Container,
  ColumnSet,
  ActionSet,
  ChoiceSet,
  DateInput,
  TextInput,
])

const Card = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  // Action.Execute came with 1.4, and Teams on mobile knows nothing above 1.5.
  version: z.literal('1.5'),
  lang: z.enum(['de', 'en']),
  // `speak` may hold SSML: a bare angle bracket or ampersand would break it.
  speak: z.string().regex(/^[^<>&]+$/),
  fallbackText: z.string().trim().min(1),
  body: z.array(Element).min(1),
  refresh: z.strictObject({ action: Execute, userIds: z.array(z.string().min(1)).min(1).max(60) }).optional(),
})

/** The smallest of the limits Microsoft documents, that of incoming webhooks. */
export const MOST_BYTES = 28 * 1024

/** Everything wrong with a card; each message says where. Empty means: any client of version 1.5 shows it whole. */
export function cardProblems(card: unknown): string[] {
  const result = Card.safeParse(card)
  const shape = result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const bytes = new TextEncoder().encode(JSON.stringify(card)).length
  const size = bytes > MOST_BYTES ? [`${bytes} bytes, ${MOST_BYTES} are allowed`] : []
  return [...shape, ...size, ...(result.success ? idProblems(result.data.body) : [])]
}

type Body = z.infer<typeof Card>['body']

function idProblems(body: Body): string[] {
  const containers = containersIn(body)
  const ids = containers.flatMap(({ id }) => id ?? [])
  const targets = togglesIn(body).flatMap(toggle => toggle.targetElements)
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `id ${id} stands twice`),
    ...targets.filter(target => !ids.includes(target)).map(target => `nothing has the id ${target}`),
    ...containers
      .filter(({ id, isVisible }) => isVisible === false && !(id && targets.includes(id)))
      .map(({ id }) => `no button opens ${id ?? 'a hidden container'}`),
  ]
}

function containersIn(body: Body): z.infer<typeof Container>[] {
  return body.flatMap(element => {
    if (element.type === 'Container') return [element, ...containersIn(element.items)]
    return element.type === 'ColumnSet' ? element.columns.flatMap(({ items }) => containersIn(items)) : []
  })
}

function togglesIn(body: Body): z.infer<typeof Toggle>[] {
  return body.flatMap(element => {
    if (element.type === 'ActionSet') return element.actions.filter(action => action.type === 'Action.ToggleVisibility')
    if (element.type === 'Container') return togglesIn(element.items)
    return element.type === 'ColumnSet' ? element.columns.flatMap(({ items }) => togglesIn(items)) : []
  })
}
