/**
 * A document people write in, as the pane sees it: few verbs, no word of Office. `word/` fills it for Word, `preview/` for
 * an editable page in any browser. Every method may be called while another still runs; they take their turns.
 */
export type WordDocument = {
  readonly capabilities: Capabilities
  readonly readSelection: () => Promise<Outcome<{ readonly selection: Selection }>>
  /** The whole document in pieces, what may carry a marking first; ends by itself. Leaving the loop early is fine. */
  readonly readBody: () => AsyncGenerator<BodyPiece, void, void>
  readonly readMarkings: () => Promise<Outcome<{ readonly markings: Markings }>>
  /** Turns the text of a place into another by the fewest words, so that formatting stays. */
  readonly apply: (edit: Edit, wish: Wish) => Promise<Outcome<Placed>>
  readonly insert: (passage: Passage, where: Where, wish: Wish) => Promise<Outcome<Placed>>
  /** Passages nobody has taken over yet, in the order of the document. */
  readonly listDrafts: () => Promise<Outcome<{ readonly drafts: readonly Draft[] }>>
  /** The text stays, its frame goes, the label comes. `gone` if there is no such draft (any more). */
  readonly takeOver: (draft: string, label: Label) => Promise<Outcome<{ readonly label: Label['kind'] }>>
  /** A text twice at the same place is written once. */
  readonly addVermerk: (text: string, where: 'end' | 'property') => Promise<Outcome>
  readonly property: (name: string) => Promise<Outcome<{ readonly value: string | undefined }>>
  /** At most 255 characters, as Word allows; undefined takes the property away. */
  readonly setProperty: (name: string, value: string | undefined) => Promise<Outcome>
  /** Shows a draft: the document scrolls there and selects it. */
  readonly select: (draft: string) => Promise<Outcome>
}

export type Outcome<Found = unknown> = ({ readonly kind: 'done' } & Found) | Failed
export type Failed = { readonly kind: 'failed'; readonly failure: Failure }

/**
 * Why something was not done. `changed`: the place no longer reads as it did when it was read. `foreign`: it lies in a
 * content control of somebody else, which is never touched. `table`: cells of a table would have to come or go. `unknown`:
 * Word gave no reason we know; trying again with the same key does nothing twice.
 */
export type Failure = 'read-only' | 'busy' | 'gone' | 'changed' | 'foreign' | 'table' | 'unsupported' | 'unknown'

/** What this document can do, and what it cannot, each with its reason. */
export type Capabilities = {
  readonly tracked: boolean
  readonly footnotes: boolean
  readonly comments: boolean
  readonly deletions: boolean
  readonly headers: boolean
  readonly readOnly: boolean
  readonly missing: readonly Missing[]
}

/** `never`: no Word has a way for it; a newer Word would change nothing. */
export type Missing = {
  readonly what: 'tracked' | 'footnotes' | 'comments' | 'deletions' | 'headers' | 'label-file' | 'text-boxes'
  readonly because: 'word-too-old' | 'never'
}

export type Selection = {
  /** Names what was selected, also after the cursor has moved on; only the latest is known. */
  readonly place: string
  /** The paragraphs, joined by line feeds; of a paragraph selected in part, that part. */
  readonly text: string
  readonly paragraphs: readonly { readonly text: string; readonly inTable: boolean }[]
  readonly change: 'possible' | 'read-only' | 'foreign'
  /** The draft the selection lies in. */
  readonly draft: string | undefined
}

export type BodyPart = 'body' | 'header' | 'footer' | 'footnote' | 'endnote' | 'comment' | 'deletion'

/** A part that could not be read is named, so that nobody takes silence for "nothing there". */
export type BodyPiece =
  | { readonly kind: 'read'; readonly part: BodyPart; readonly texts: readonly string[] }
  | { readonly kind: 'unread'; readonly part: BodyPart; readonly failure: Failure }

/** What the document says about itself. Labels kept in `docMetadata/LabelInfo.xml` only are not among them. */
export type Markings = {
  readonly labels: readonly SensitivityLabel[]
  readonly texts: readonly { readonly part: 'header' | 'footer' | 'property'; readonly text: string }[]
  readonly unread: readonly ('label-file' | 'text-boxes' | 'headers')[]
}

/** From custom properties `MSIP_Label_<id>_Name` and `_Enabled`. Read, never written. */
export type SensitivityLabel = { readonly id: string; readonly name: string | undefined; readonly enabled: boolean }

/** Who worded a passage: a model (needs a person's check), or the building blocks (no AI). */
export type Author = 'model' | 'blocks'

/** The key (letters, digits, hyphens, at most 40) says that two calls mean the same: the second finds the first's work. */
export type Passage = { readonly key: string; readonly text: string; readonly author: Author }

export type Edit = Omit<Passage, 'text'> & { readonly place: string; readonly before: string; readonly after: string }

export type Where = 'selection' | 'end'

/** `tracked` is a wish: Word before 1.4 cannot, and frames the text instead. */
export type Wish = { readonly tracked: boolean }

export type Placed = {
  /** How a reader sees what is new. */
  readonly marked: 'tracked' | 'frame' | 'none'
  /** The draft to take over; undefined: nothing to check. */
  readonly draft: string | undefined
  /** It stood there already, from an earlier try. */
  readonly already: boolean
}

export type Draft = {
  readonly id: string
  readonly text: string
  /** `insertion`: no model's text, framed only because this Word cannot track. */
  readonly kind: 'draft' | 'insertion'
}

/** Where footnotes are impossible, the text comes in brackets at the end; the outcome says which it was. */
export type Label = { readonly kind: 'footnote' | 'bracket'; readonly text: string } | { readonly kind: 'none' }

export const failed = (failure: Failure): Failed => ({ kind: 'failed', failure })
