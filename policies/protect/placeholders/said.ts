import type { Form, Said } from './placeholder.js'
import { foldToken, type Vocabulary } from './vocabulary.js'

/** What a model asks for with a token, however it writes it. */
export type Asked = Said & { readonly genitive: boolean }

const MOST_TOKENS = 12
const MOST_DIGITS = 6
const TWO_WORDS = /\b(LAST|FAMILY|FIRST|GIVEN|FULL) NAME/g
const PARTS = /\p{L}+|\p{N}+/gu
/** Beginnings of folded words for a part of a name: surname, given name, whole name; German inflection may follow. */
const FORM_WORD =
  /^(?:(NACHNAME|FAMILIENNAME|ZUNAME|SURNAME|LASTNAME|FAMILYNAME)|(VORNAME|RUFNAME|FIRSTNAME|GIVENNAME)|(?:VOLLNAME|FULLNAME|NAME))(?:N|NS|S)?$/
const SMALL: ReadonlySet<string> = new Set('VON DER DES DIE DAS DEM DEN NR NO UND OF THE'.split(' '))
/** The placeholder word names go without saying with. */
const NAMED = 'PERSON'

type Reading = {
  number?: number
  spelling?: number
  awaitsSpelling: boolean
  genitive: boolean
  forms: string
  rest: string
}

/** Reads what stands between brackets; undefined if it is no placeholder, or more than one. */
export function readAsked(content: string, vocabulary: Vocabulary): Asked | undefined {
  const tokens = foldToken(content).replaceAll(TWO_WORDS, '$1NAME').match(PARTS) ?? []
  if (tokens.length > MOST_TOKENS) return undefined
  const reading: Reading = { awaitsSpelling: false, genitive: false, forms: '', rest: '' }
  for (const token of tokens) if (!take(token, reading)) return undefined
  const form = formOf(reading.forms)
  if (reading.number === undefined || form === undefined) return undefined
  const found = vocabulary.wordFor(reading.rest === '' && reading.forms !== '' ? NAMED : reading.rest)
  if (!found) return undefined
  const { number, spelling = 1 } = reading
  return { word: found.word, number, form, spelling, genitive: reading.genitive || found.genitive }
}

function take(token: string, reading: Reading): boolean {
  if (/^\p{N}/u.test(token)) return takeNumber(token, reading)
  const [form, surname, given] = FORM_WORD.exec(token) ?? []
  if (form !== undefined) {
    reading.forms += surname ? 'N' : given ? 'V' : ''
    if (!surname && !given) reading.forms += 'F'
    reading.genitive ||= token.endsWith('S')
  } else if (token === 'SCHREIBWEISE') reading.awaitsSpelling = true
  else if (token === 'S') reading.genitive = true
  else if (!SMALL.has(token)) reading.rest += token
  return true
}

function takeNumber(token: string, reading: Reading): boolean {
  if (!/^\d+$/.test(token) || token.length > MOST_DIGITS) return false
  const which = reading.awaitsSpelling ? 'spelling' : 'number'
  if (reading[which] !== undefined) return false
  reading[which] = Number(token)
  reading.awaitsSpelling = false
  return true
}

/** F: the word for a whole name, which says nothing beside another one ("Name: Nachname"). */
function formOf(forms: string): Form | undefined {
  const parts = forms.replaceAll('F', '')
  if (parts === 'N') return 'NACHNAME'
  if (parts === 'V') return 'VORNAME'
  if (parts === 'NV') return 'NACHNAME, VORNAME'
  return parts === '' || parts === 'VN' ? '' : undefined
}
