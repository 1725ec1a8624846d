/** The words a placeholder may be made of, as far as one text and its answer need them. */
export type Vocabulary = {
  /** Own placeholder word for folded letters without separators ("EMAILS" → "E-MAIL"), and whether it is a genitive. */
  readonly wordFor: (folded: string) => { readonly word: string; readonly genitive: boolean } | undefined
  /** Words that count without brackets, longest first. */
  readonly bare: readonly string[]
  /** First words of all that may stand between brackets, folded. */
  readonly heads: readonly string[]
  /** Most units between two brackets. */
  readonly limit: number
}

/** Space, forms, endings and signs beside the word itself, UTF-16 units. */
const TOLERANCE = 64

/** What a model writes instead of the word; only where it can mean one thing. Folded, spaces where they may stand. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  ANSCHRIFT: ['ADDRESS', 'ADRESSE', 'POSTADRESSE'],
  TELEFON: ['PHONE', 'PHONE NUMBER', 'TELEPHONE', 'TELEFONNUMMER', 'RUFNUMMER'],
  'E-MAIL': ['E MAIL ADDRESS', 'E MAIL ADRESSE', 'MAIL'],
  GEBURTSDATUM: ['DATE BIRTH', 'BIRTHDATE', 'DOB', 'GEBURTSTAG'],
  KARTENNUMMER: ['CARD NUMBER', 'CREDIT CARD', 'CREDIT CARD NUMBER', 'KREDITKARTENNUMMER'],
  'STEUER-ID': ['TAX ID'],
  STEUERNUMMER: ['TAX NUMBER'],
  'UST-ID': ['VAT ID'],
  AUSWEISNUMMER: ['ID CARD', 'ID CARD NUMBER', 'PERSONALAUSWEISNUMMER'],
  PASSNUMMER: ['PASSPORT', 'PASSPORT NUMBER'],
  AUFENTHALTSTITEL: ['RESIDENCE PERMIT'],
  FÜHRERSCHEINNUMMER: ['DRIVING LICENCE', 'DRIVING LICENSE', 'DRIVERS LICENSE'],
  KENNZEICHEN: ['LICENSE PLATE', 'LICENCE PLATE', 'KFZ KENNZEICHEN'],
  AKTENZEICHEN: ['FILE NUMBER', 'CASE NUMBER', 'REFERENCE NUMBER'],
  'IP-ADRESSE': ['IP ADDRESS'],
  ORT: ['COORDINATES', 'KOORDINATEN', 'LOCATION'],
}

/** Words that models like to make up in the same fashion. They stand for nothing here, so they are reported. */
const MADE_UP = ['PERSON', 'DATUM', 'BETRAG', 'FIRMA', 'ORGANISATION', 'BEHÖRDE', 'STRASSE', 'STADT', 'DATE', 'AMOUNT']

/** Everyday words in capitals: "IBAN 1" without brackets may well be a heading. */
const ALWAYS_CAPITAL: ReadonlySet<string> = new Set(['IBAN', 'BIC'])

const BARE = /^[A-ZÄÖÜ][A-ZÄÖÜ-]{2,}$/
/** Words that may stand before the placeholder word: parts of a name, and small words. */
const BEFORE =
  'NACHNAME VORNAME FAMILIENNAME ZUNAME RUFNAME SURNAME LAST FIRST FAMILY GIVEN FULL VOLLNAME NAME DER DIE DAS'.split(
    ' ',
  )
const ENDINGS = /(?:ERN|ES|EN|ER|[SNE])$/

/** Capitals without umlauts and compatibility forms; everything but letters and digits becomes one space. */
export const foldToken = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('Ä', 'AE')
    .replaceAll('Ö', 'OE')
    .replaceAll('Ü', 'UE')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type Learned = { readonly known: Map<string, string>; readonly heads: Set<string> }

function learn({ known, heads }: Learned, written: string, word: string): void {
  const folded = foldToken(written)
  const joined = folded.replaceAll(' ', '')
  known.set(joined, word)
  for (const head of [joined, folded.split(' ')[0] ?? '']) heads.add(head)
}

/** What is the same in every vocabulary, learned once: one is made for each text and each answer. */
const ALWAYS: Learned = { known: new Map(), heads: new Set(BEFORE) }
for (const [word, others] of Object.entries(OTHER_WORDS)) for (const other of others) learn(ALWAYS, other, word)
for (const word of [...Object.keys(OTHER_WORDS), ...MADE_UP]) learn(ALWAYS, word, word)

/** Vocabulary of the placeholder words that are in use. */
export function createVocabulary(inUse: Iterable<string>): Vocabulary {
  const words = [...new Set(inUse)]
  const known = new Map(ALWAYS.known)
  const heads = new Set(ALWAYS.heads)
  for (const word of words) learn({ known, heads }, word, word)
  return {
    wordFor,
    bare: words.filter(word => BARE.test(word) && !ALWAYS_CAPITAL.has(word)).sort((a, b) => b.length - a.length),
    heads: [...heads],
    limit: TOLERANCE + Math.max(0, ...words.map(({ length }) => length)),
  }

  function wordFor(folded: string): { word: string; genitive: boolean } | undefined {
    const word = known.get(folded)
    if (word !== undefined) return { word, genitive: false }
    const ending = ENDINGS.exec(folded)?.[0] ?? ''
    for (const cut of [ending.length, 1]) {
      const inflected = known.get(folded.slice(0, -cut))
      if (ending !== '' && inflected !== undefined) return { word: inflected, genitive: folded.endsWith('S') }
    }
    return undefined
  }
}
