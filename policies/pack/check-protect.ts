import { KINDS, REASONS } from '../protect/finding.js'
import { ALLOW_SECTIONS, SIGNALS, WORD_FILES, WORD_SECTIONS } from '../protect/lists/lists.js'
import { fitsForm, readOwnForm } from '../protect/lists/own-forms.js'
import { readWordFile, unknownSections, type WordFile } from '../protect/lists/word-file.js'
import type { BuiltPack } from './build.js'
import type { Problem } from './problem.js'

/** Kinds and reasons without words, rules that do not exist, and placeholders that two kinds would share. */
export function protectTexts({ pack: { protect, rules }, merged }: BuiltPack): Problem[] {
  // A pack without kinds.yaml does not take part in the check of texts.
  if (protect.kinds.length === 0) return []
  const ids = new Set(rules.map(rule => rule.id))
  const at = (...path: PropertyKey[]) => merged.protect.locate(path)
  const missing = (key: 'kinds' | 'reasons', wanted: readonly string[], given: readonly string[]): Problem[] =>
    wanted
      .filter(id => !given.includes(id))
      .map(id => ({ ...at(key), message: `Texte für „${id}“ fehlen (Liste ${key})` }))
  const owner = new Map<string, string>()
  return [
    ...missing(
      'kinds',
      KINDS,
      protect.kinds.map(({ id }) => id),
    ),
    ...missing(
      'reasons',
      REASONS,
      protect.reasons.map(({ id }) => id),
    ),
    ...protect.kinds.flatMap(({ id, rule, placeholder }, i) => {
      const problems: Problem[] = []
      if (!ids.has(rule)) problems.push({ ...at('kinds', i, 'rule'), message: `Regel „${rule}“ gibt es nicht` })
      const other = placeholder === undefined ? undefined : owner.get(placeholder)
      if (placeholder !== undefined) owner.set(placeholder, id)
      if (other !== undefined)
        problems.push({
          ...at('kinds', i, 'placeholder'),
          message:
            other === id
              ? `Texte für „${id}“ gibt es schon`
              : `Platzhalter „${placeholder}“ steht auch bei „${other}“: Jede Art braucht ein eigenes Wort`,
        })
      return problems
    }),
  ]
}

/** Headings and entries of the word lists that the check of texts would silently leave aside. */
export function protectLists({ merged }: BuiltPack): Problem[] {
  return merged.listFiles.flatMap(({ path, file, text }) => {
    const read = readWordFile(file, text)
    const known = sectionsOf(path)
    return [
      ...(known ? unknownSections(read, known) : []),
      ...(known === WORD_SECTIONS ? endlessEntries(read) : []),
      ...(path === 'allow.txt' ? allowEntries(read) : []),
      ...(path === OWN_NUMBERS ? ownNumbers(read) : []),
    ]
  })
}

function sectionsOf(path: string): readonly string[] | undefined {
  if (path === 'signals.txt') return Object.keys(SIGNALS)
  if (path === 'allow.txt') return ALLOW_SECTIONS
  if (path === OWN_NUMBERS) return ['']
  const word = /^words\/(.+)\.txt$/.exec(path)?.[1]
  return word !== undefined && Object.hasOwn(WORD_FILES, word) ? WORD_SECTIONS : undefined
}

/** A phrase is found by one of its words, so one at least must be a word. */
const endlessEntries = ({ file, sections }: WordFile): Problem[] =>
  [...sections.values()]
    .flat()
    .flatMap(({ text, line }) =>
      text.split(/\s+/).every(word => word === '*' || word === '#')
        ? [{ file, line, message: `„${text}“ wird nie gefunden: Bitte mindestens ein Wort, nicht nur * oder #` }]
        : [],
    )

const ENTRIES: readonly { section: (typeof ALLOW_SECTIONS)[number]; problem: (text: string) => string | undefined }[] =
  [
    {
      section: 'phones',
      problem: text => (/\d{3}/.test(text.replaceAll(/\D/g, '')) ? undefined : `„${text}“ ist keine Telefonnummer`),
    },
    {
      section: 'emails',
      problem: text => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : `„${text}“ ist keine E-Mail-Adresse`),
    },
  ]

const allowEntries = ({ file, sections }: WordFile): Problem[] =>
  ENTRIES.flatMap(({ section, problem }) =>
    (sections.get(section) ?? []).flatMap(({ text, line }) => {
      const message = problem(text)
      return message === undefined ? [] : [{ file, line, message }]
    }),
  )

const OWN_NUMBERS = 'own-numbers.txt'
const FORM = 'Form und Beispiel, so wie „99-AA-9999 = 32-OA-1234“ (9 für eine Ziffer, A für einen Buchstaben)'

/** Own forms of file numbers. */
const ownNumbers = ({ file, sections }: WordFile): Problem[] =>
  (sections.get('') ?? []).flatMap(({ text, line }) => {
    const message = ownNumberProblem(text)
    return message === undefined ? [] : [{ file, line, message }]
  })

function ownNumberProblem(text: string): string | undefined {
  const own = readOwnForm(text)
  if (!own) return `„${text}“ bitte als ${FORM} schreiben`
  const { form, example } = own
  if (!form.includes('9')) return `Die Form „${form}“ hat keine Ziffer und träfe jedes Wort: 9 steht für eine Ziffer`
  return fitsForm(own) ? undefined : `Das Beispiel „${example}“ passt nicht zur Form „${form}“`
}
