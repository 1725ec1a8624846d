import { describe, expect, test } from '@jest/globals'
import { DETECTORS } from '../../../../policies/protect/detectors/index.js'
import { type Finding, replaceFindings } from '../../../../policies/protect/index.js'
import { createRandom } from './random.js'
import { findingOf, restore, wordOf } from './words.js'

// What nobody changed comes back byte by byte, whatever stood there and however the answer is cut.

const RUNS = 10_000
const PIECES = [
  ...['Antrag', 'Frau', 'Herr', 'Dr.', 'Krüger', 'Birgit', 'Fuchs', 'Hans', 'Straße', 'KRÜGER', 'von der Aue'],
  ...[
    's',
    's',
    '’',
    "'",
    ',',
    '. ',
    ' ',
    ' ',
    ' ',
    '\n',
    '\u00a0',
    '\u00ad',
    'u\u0308',
    '-',
    '_',
    '\\',
    '*',
    '😀',
    '👩‍👩‍👧',
    '𝐏',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '{{',
    '<',
    '>',
    '【',
    '】',
    '[PERSON ',
    '[PERSON',
    'PERSON ',
    'PERSON_',
    'E-MAIL ',
    'ORT',
  ],
  ...[
    '[PERSON 1]',
    '[PERSON 2 NACHNAME]',
    '(PERSON 3)',
    'PERSON 1',
    '[person 4]',
    '[ADDRESS 1]',
    '[NACHNAME ',
    ' NACHNAME]',
  ],
  ...[
    '[IBAN 1 SCHREIBWEISE 2]',
    '\\[PERSON 5\\]',
    ' SCHREIBWEISE 2',
    '1',
    '2',
    '12',
    '1]',
    ' 1',
    '[ENTFERNT]',
    '\ud83d',
    '\udc00',
  ],
]
const IDENTIFIERS = DETECTORS.filter(({ replaceable }) => replaceable === 'identifier').map(({ kind }) => kind)
const FEW = ['PERSON', 'PERSON', 'PERSON', 'IBAN', 'EMAIL', 'COORDINATES'] as const

function example(seed: number) {
  const random = createRandom(seed)
  const count = 1 + random.below(25)
  const text = Array.from({ length: count }, () => random.pick(PIECES)).join(random.pick(['', '', ' ']))
  const findings: Finding[] = []
  for (let at = random.below(8); at < text.length; at += random.pick([0, 0, 1, 3, 12])) {
    const end = Math.min(text.length, at + 1 + random.below(14))
    findings.push(findingOf(random.pick(random.below(2) ? IDENTIFIERS : FEW), at, end))
    at = end
  }
  return { random, text, findings: findings.sort(() => random.below(3) - 1) }
}

describe('replace, then restore what nobody changed', () => {
  test(`${RUNS} random texts come back in any pieces`, () => {
    const wrong: unknown[] = []
    for (let seed = 0; seed < RUNS; seed++) {
      const { random, text, findings } = example(seed)
      const { text: replaced, map } = replaceFindings(text, findings, wordOf)
      const restored = restore(map, random.chunks(replaced))
      if (restored.text !== text || restored.missing.length > 0) wrong.push({ seed, text, replaced, restored })
    }
    expect(wrong.slice(0, 3)).toEqual([])
  })

  test('no value stays in its place', () => {
    const wrong: unknown[] = []
    for (let seed = 0; seed < RUNS; seed++) {
      const { text, findings } = example(seed)
      const { text: replaced } = replaceFindings(text, findings, wordOf)
      if (!isReplaced(text, findings, replaced)) wrong.push({ seed, text, replaced })
    }
    expect(wrong.slice(0, 3)).toEqual([])
  })
})

const PLACEHOLDER = /\[[A-ZÄÖÜ-]+ \d+(?: NACHNAME, VORNAME| NACHNAME| VORNAME)?(?: SCHREIBWEISE \d+)?\]/y

/**
 * Reads both texts side by side: between the findings the same, at each finding a placeholder. At most an ending (s, S or
 * an apostrophe) of a finding stays, and at most an s behind it goes.
 */
function isReplaced(text: string, findings: readonly Finding[], replaced: string): boolean {
  let at = 0
  let done = 0
  for (const { start, end } of findings.toSorted((a, b) => a.start - b.start)) {
    const between = text.slice(done, start)
    if (replaced.startsWith(between, at)) at += between.length
    else if (between.startsWith('s') && replaced.startsWith(between.slice(1), at)) at += between.length - 1
    else return false
    PLACEHOLDER.lastIndex = at
    if (!PLACEHOLDER.test(replaced)) return false
    at = PLACEHOLDER.lastIndex
    done = end
    const last = text.charAt(end - 1)
    if (/[sS'’]/.test(last) && replaced.charAt(at) === last && end - start > 1 && hasEnding(text, end, replaced, at))
      at++
  }
  const rest = text.slice(done)
  return replaced.slice(at) === rest || (rest.startsWith('s') && replaced.slice(at) === rest.slice(1))
}

/** Whether the last sign of the finding stands behind the placeholder, and not only the same sign of the text. */
function hasEnding(text: string, end: number, replaced: string, at: number): boolean {
  return text.charAt(end - 1) !== text.charAt(end) || replaced.charAt(at + 1) === text.charAt(end)
}
