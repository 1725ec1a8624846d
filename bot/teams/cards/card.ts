/** The part of Adaptive Cards 1.5 our cards use. test/support/card-rules.ts holds the same as a schema, and every card against it. */
export type Style = 'default' | 'emphasis' | 'accent' | 'good' | 'attention' | 'warning'

export type TextBlock = {
  readonly type: 'TextBlock'
  readonly text: string
  readonly wrap: true
  readonly size?: 'small' | 'default' | 'medium' | 'large'
  readonly weight?: 'default' | 'bolder'
  readonly isSubtle?: true
  readonly spacing?: 'none' | 'small' | 'default' | 'medium'
  readonly style?: 'heading'
}
/** Words exactly as they are: nothing in them is read as Markdown, so a person's text can stand here. */
type RichTextBlock = {
  readonly type: 'RichTextBlock'
  readonly inlines: readonly { readonly type: 'TextRun'; readonly text: string }[]
  readonly spacing?: 'none' | 'small' | 'default' | 'medium'
}
export type Container = {
  readonly type: 'Container'
  readonly items: readonly Element[]
  readonly id?: string
  readonly style?: Style
  readonly bleed?: true
  readonly isVisible?: boolean
  readonly spacing?: 'none' | 'small' | 'default' | 'medium'
  readonly separator?: true
}
type Column = {
  readonly type: 'Column'
  readonly width: 'auto' | 'stretch'
  readonly items: readonly Element[]
  readonly verticalContentAlignment?: 'center'
}
type ColumnSet = {
  readonly type: 'ColumnSet'
  readonly columns: readonly Column[]
  readonly spacing?: 'none' | 'small' | 'default'
}
export type ActionSet = {
  readonly type: 'ActionSet'
  readonly actions: readonly Action[]
  readonly spacing?: 'none' | 'small' | 'default' | 'medium'
}
type Image = {
  readonly type: 'Image'
  readonly url: string
  readonly altText: string
  readonly width: string
  readonly height: string
}
type Choice = { readonly title: string; readonly value: string }
/** One or several of some choices: `expanded` as radio buttons or boxes, `compact` as a list that opens. */
type ChoiceSet = {
  readonly type: 'Input.ChoiceSet'
  readonly id: string
  readonly label: string
  readonly style: 'expanded' | 'compact'
  readonly isMultiSelect?: true
  readonly choices: readonly Choice[]
  readonly placeholder?: string
  readonly value?: string
  readonly wrap: true
}
type DateInput = {
  readonly type: 'Input.Date'
  readonly id: string
  readonly label: string
  readonly min?: string
  readonly max?: string
}
type TextInput = {
  readonly type: 'Input.Text'
  readonly id: string
  readonly label: string
  readonly isMultiline: true
  readonly maxLength: number
  readonly placeholder?: string
  readonly value?: string
}
export type Element =
  | TextBlock
  | RichTextBlock
  | Image
  | Container
  | ColumnSet
  | ActionSet
  | ChoiceSet
  | DateInput
  | TextInput

export type Execute = {
  readonly type: 'Action.Execute'
  readonly title: string
  readonly verb: string
  readonly data: object
  readonly style?: 'positive' | 'destructive'
}
export type Toggle = {
  readonly type: 'Action.ToggleVisibility'
  readonly title: string
  readonly targetElements: readonly string[]
}
export type OpenUrl = { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }
/** Opens a dialog in Teams; the only thing Action.Execute cannot do. Other clients do nothing, so a link stands beside it. */
export type OpenDialog = {
  readonly type: 'Action.Submit'
  readonly title: string
  readonly data: { readonly msteams: { readonly type: 'task/fetch' }; readonly page: PageInDialog }
}
/** The parts of the page a dialog can show. */
export const PAGES_IN_DIALOGS = ['pruefen', 'schreiben'] as const
export type PageInDialog = (typeof PAGES_IN_DIALOGS)[number]
export type Action = Execute | Toggle | OpenUrl | OpenDialog

export type Card = {
  readonly type: 'AdaptiveCard'
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
  readonly version: '1.5'
  readonly lang: 'de' | 'en'
  /** What clients without cards and screen readers announce. */
  readonly speak: string
  readonly fallbackText: string
  readonly body: readonly Element[]
  /** Run by the client when the card is looked at again by one of these users, so that an old card shows what is so now. */
  readonly refresh?: { readonly action: Execute; readonly userIds: readonly string[] }
}

/** Assembles a card; `summary` is read aloud and shown where cards are not. */
export function card(lang: Card['lang'], summary: string, body: readonly Element[]): Card {
  const plain = summary.replaceAll(/[<>&]/g, ' ')
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang,
    speak: plain,
    fallbackText: plain,
    body,
  }
}

export const text = (value: string, look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}): TextBlock => ({
  type: 'TextBlock',
  text: value,
  wrap: true,
  ...look,
})

/** A bullet list as one block: Adaptive Cards read Markdown lists. Only for texts of the pack, never of people. */
export const list = (points: readonly string[]): TextBlock => text(points.map(point => `- ${point}`).join('\n'))

export const execute = (title: string, verb: string, data: object): Execute => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
})

export const openUrl = (title: string, url: string): OpenUrl => ({ type: 'Action.OpenUrl', title, url })

export const openDialog = (title: string, page: PageInDialog): OpenDialog => ({
  type: 'Action.Submit',
  title,
  data: { msteams: { type: 'task/fetch' }, page },
})

/** The card, renewed by this action whenever its reader looks at it again; without a known reader as it is. */
export function renewed(value: Card, reader: string | undefined, action: Execute): Card {
  return reader === undefined ? value : { ...value, refresh: { action, userIds: [reader] } }
}

/** Clients show six buttons of a row and hide the rest behind "…": longer lists become several rows. */
const MOST_ACTIONS = 6

export function rows(actions: readonly Action[], spacing: NonNullable<ActionSet['spacing']> = 'small'): ActionSet[] {
  const count = Math.ceil(actions.length / MOST_ACTIONS)
  return Array.from({ length: count }, (_, row) => ({
    type: 'ActionSet',
    spacing,
    actions: actions.slice(row * MOST_ACTIONS, (row + 1) * MOST_ACTIONS),
  }))
}

/** Folded text with the button that opens it. */
export function folded(
  id: string,
  title: string,
  items: readonly Element[],
  open = false,
): { button: Toggle; box: Container } {
  return {
    button: { type: 'Action.ToggleVisibility', title, targetElements: [id] },
    box: {
      type: 'Container',
      id,
      isVisible: open,
      spacing: 'small',
      items: [text(title, { weight: 'bolder' }), ...items],
    },
  }
}

export const bytesOf = (value: Card): number => new TextEncoder().encode(JSON.stringify(value)).length
