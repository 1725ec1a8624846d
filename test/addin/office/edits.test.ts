import { describe, expect, test } from '@jest/globals'
import { editsOf, type ParagraphEdit, type Run, runsOf } from '../../../addin/office/edits.js'

const SIGNS = { keep: '', delete: '-', insert: '+' } as const
const shown = (runs: readonly Run[]) =>
  runs.map(({ kind, text }) => (kind === 'keep' ? text : `[${SIGNS[kind]}${text}]`)).join('')

describe('runsOf', () => {
  test.each([
    ['nothing changes', 'Die Gebühr', 'Die Gebühr', 'Die Gebühr'],
    ['one word', 'Die Gebühr steigt.', 'Die Abgabe steigt.', 'Die [-Gebühr][+Abgabe] steigt.'],
    ['a word before a full stop leaves the full stop', 'Es ist alt.', 'Es ist neu.', 'Es ist [-alt][+neu].'],
    ['a word more', 'Die Gebühr steigt.', 'Die neue Gebühr steigt.', 'Die [+neue ]Gebühr steigt.'],
    ['a word less', 'Die neue Gebühr steigt.', 'Die Gebühr steigt.', 'Die [-neue ]Gebühr steigt.'],
    ['neighbouring words are one mark, not two', 'ein altes Haus', 'ein neuer Bau', 'ein [-altes Haus][+neuer Bau]'],
    ['from nothing', '', 'Neu hier', '[+Neu hier]'],
    ['to nothing', 'Alt hier', '', '[-Alt hier]'],
    ['an umlaut written in two characters is another word', 'fu\u0308r', 'für', '[-fu\u0308r][+für]'],
    ['numbers with separators', '1.200 Euro', '1.300 Euro', '[-1.200][+1.300] Euro'],
  ])('%s', (_, before, after, expected) => {
    expect(shown(runsOf(before, after))).toBe(expected)
  })
})

const text = (runs: readonly Run[], left: 'insert' | 'delete') =>
  runs
    .filter(({ kind }) => kind !== left)
    .map(run => run.text)
    .join('')

/** What the edits make of the old paragraphs. */
function applied(before: readonly string[], edits: readonly ParagraphEdit[]): string[] {
  return edits.flatMap(edit => {
    if (edit.kind === 'remove') return []
    if (edit.kind === 'add') return [edit.text]
    return [edit.kind === 'keep' ? (before[edit.at] ?? '') : text(edit.runs, 'delete')]
  })
}

describe('editsOf', () => {
  test.each([
    ['the same', ['a', 'b'], ['a', 'b'], 'kk'],
    ['a paragraph changes', ['Eins alt', 'Zwei'], ['Eins neu', 'Zwei'], 'ck'],
    ['one more between', ['Anfang', 'Ende'], ['Anfang', 'Mitte', 'Ende'], 'kak'],
    ['one more at the beginning', ['Ende'], ['Anfang', 'Ende'], 'ak'],
    ['one less', ['Anfang', 'Mitte', 'Ende'], ['Anfang', 'Ende'], 'krk'],
    ['one becomes three: something old stays', ['Alles hier'], ['Alles', 'neu', 'hier'], 'caa'],
    ['two become one', ['Der Hund bellt', 'Ganz anders'], ['Der Hund bellt laut'], 'cr'],
    ['the most alike are paired', ['Ganz anders', 'Der Hund bellt'], ['Der Hund bellt laut'], 'rc'],
    ['to nothing at all', ['Eins', 'Zwei'], [''], 'cr'],
    ['an empty paragraph is filled', [''], ['Neu'], 'c'],
  ])('%s', (_, before, after, kinds) => {
    const edits = editsOf(before, after)
    expect(edits.map(({ kind }) => kind[0]).join('')).toBe(kinds)
    expect(applied(before, edits)).toEqual(after)
  })

  test('whatever the texts, the edits lead from one to the other and name each old paragraph once', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    const words = ['Antrag', 'wir', 'prüfen', 'Frist', '20', 'Euro', ',', 'sofort.']
    const line = () => Array.from({ length: random(6) }, () => words[random(words.length)]).join(' ')
    for (let round = 0; round < 500; round++) {
      const before = Array.from({ length: 1 + random(6) }, line)
      const after = Array.from({ length: 1 + random(6) }, line)
      const edits = editsOf(before, after)
      expect(applied(before, edits)).toEqual(after)
      // Nothing is added behind what is removed: the place would be gone.
      const removed = edits.flatMap(edit => (edit.kind === 'remove' ? [edit.at] : []))
      for (const edit of edits) if (edit.kind === 'add') expect(removed).not.toContain(edit.after)
      expect(edits.flatMap(edit => (edit.kind === 'add' ? [] : [edit.at]))).toEqual(before.map((_, at) => at))
      for (const edit of edits) if (edit.kind === 'change') expect(text(edit.runs, 'insert')).toBe(before[edit.at])
    }
  })
})

describe('how long it takes', () => {
  const paragraph = (at: number) => Array.from({ length: 100 }, (_, word) => `Wort${(at * 7 + word) % 50}`).join(' ')
  const old = Array.from({ length: 100 }, (_, at) => paragraph(at))
  const median = (work: () => unknown) => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      work()
      return performance.now() - start
    })
    return times.toSorted((one, other) => one - other)[2] ?? 0
  }

  test.each([
    ['a word in each paragraph', old, old.map(line => line.replace('Wort7', 'anders')), 100],
    ['every word', old, old.map((_, at) => paragraph(at).replaceAll('Wort', 'Neu')), 100],
    ['half of the paragraphs gone', old, old.filter((_, at) => at % 2), 100],
    ['all in one paragraph, every word', [old.join(' ')], [old.join(' ').replaceAll('Wort', 'Neu')], 100],
    ['all in one paragraph, each third word', [old.join(' ')], [old.join(' ').replaceAll(/Wort\d*[036] /g, 'x ')], 100],
  ])('10,000 words, %s', (_, before, after, most) => {
    expect(median(() => editsOf(before, after))).toBeLessThan(most)
  })

  test.each([
    [
      'many short paragraphs, all different',
      Array.from({ length: 3_000 }, (_, at) => `a${at}`),
      Array.from({ length: 2_500 }, (_, at) => `b${at}`),
    ],
    ['one word, 100,000 times', ['a '.repeat(100_000)], ['a '.repeat(99_999)]],
    ['no space at all', ['x'.repeat(200_000)], ['y'.repeat(200_000)]],
    ['the same few words in another order', ['a b c '.repeat(800)], ['c a b b '.repeat(600)]],
    ['only spaces', [' '.repeat(100_000)], ['\t'.repeat(100_000)]],
  ])('hostile: %s', (_, before, after) => {
    const start = performance.now()
    editsOf(before, after)
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
