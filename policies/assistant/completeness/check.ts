import { type Hit, hitsOf, indexWords } from './hits.js'
import type { Wanted } from './own-list.js'
import { type Places, readPlaces, type Said, saidAt } from './places.js'

/** UTF-16 offsets in the text, `end` is exclusive. */
type Span = { readonly start: number; readonly end: number }

type Missing = 'not-named' | 'said-missing' | 'left-empty'
/**
 * `contradiction`: said to be there and to be missing; `mentioned`: named in passing; `asked-for`: the text demands it;
 * `question`: the text asks about it; `not-needed`: said to be needless; `similar`: only something like it is named.
 */
type Unsure = 'contradiction' | 'mentioned' | 'asked-for' | 'question' | 'not-needed' | 'similar'

type ItemState =
  | { readonly kind: 'found'; readonly where: Span }
  | { readonly kind: 'missing'; readonly because: Missing; readonly where: Span | undefined }
  | { readonly kind: 'unsure'; readonly because: Unsure; readonly where: Span }

export type CheckedItem = { readonly id: string; readonly name: string; readonly state: ItemState }

export type Completeness = {
  readonly name: string
  readonly matter: string | undefined
  /** In the order of the checklist. */
  readonly items: readonly CheckedItem[]
}

/**
 * Looks in a text for everything on a checklist. It reads words only: whether a document is the right one and whether
 * anything may be demanded, people decide.
 */
export function checkCompleteness(text: string, wanted: Wanted): Completeness {
  const index = indexWords(text)
  const places = readPlaces(text)
  return {
    name: wanted.name,
    matter: wanted.matter,
    items: wanted.items.map(item => ({
      id: item.id,
      name: item.name,
      state: stateOf(hitsOf(item, index), places),
    })),
  }
}

type Judged = { readonly where: Span; readonly said: Said }

function stateOf(hits: readonly Hit[], places: Places): ItemState {
  const sure = hits.filter(hit => hit.sure)
  if (sure.length === 0) {
    const [like] = hits
    return like
      ? { kind: 'unsure', because: 'similar', where: spanOf(like) }
      : { kind: 'missing', because: 'not-named', where: undefined }
  }
  const judged = sure.map(hit => ({ where: spanOf(hit), said: saidAt(places, hit) }))
  const there = first(judged, ['present', 'listed'])
  const absent = first(judged, ['absent'])
  const empty = first(judged, ['left-empty'])
  const gone = absent ?? empty
  if (there && gone) return { kind: 'unsure', because: 'contradiction', where: gone.where }
  if (there) return { kind: 'found', where: there.where }
  if (gone) return { kind: 'missing', because: absent ? 'said-missing' : 'left-empty', where: gone.where }
  const vague = first(judged, ['not-needed', 'required', 'question', 'none'])
  return {
    kind: 'unsure',
    because: vague ? UNSURE[vague.said] : 'mentioned',
    where: (vague ?? judged[0])?.where ?? NOWHERE,
  }
}

const NOWHERE: Span = { start: 0, end: 0 }

const UNSURE: Readonly<Record<Said, Unsure>> = {
  'not-needed': 'not-needed',
  required: 'asked-for',
  question: 'question',
  none: 'mentioned',
  present: 'mentioned',
  listed: 'mentioned',
  absent: 'mentioned',
  'left-empty': 'mentioned',
}

const spanOf = ({ start, end }: Hit): Span => ({ start, end })

/** The first place that says the first of these for which there is one. */
const first = (judged: readonly Judged[], wanted: readonly Said[]): Judged | undefined =>
  wanted.map(said => judged.find(place => place.said === said)).find(Boolean)

/** Why an item is missing or unsure, for people. */
export const REASON_WORDS: Readonly<Record<Missing | Unsure, string>> = {
  'not-named': 'kommt im Text nicht vor',
  'said-missing': 'laut Text nicht dabei',
  'left-empty': 'Feld ist leer',
  contradiction: 'einmal genannt, einmal als fehlend: bitte nachsehen',
  mentioned: 'nur nebenbei genannt: bitte nachsehen',
  'asked-for': 'wird im Text verlangt, ob es da ist, steht dort nicht',
  question: 'der Text fragt danach',
  'not-needed': 'laut Text nicht nötig: bitte nachsehen',
  similar: 'nur etwas Ähnliches gefunden: bitte nachsehen',
}
