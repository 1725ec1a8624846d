import { describe, expect, test } from '@jest/globals'
import type { QuestionDraft } from '../../../bot/gift/draft.js'
import { fromGift } from '../../../bot/gift/read.js'
import { Question } from '../../../policies/pack/training-schema.js'

const read = (text: string) => fromGift(text, { module: 'g2', today: '2026-11-23' })
const first = (text: string): QuestionDraft | undefined => read(text).questions[0]
const problemOf = (text: string): string =>
  read(text)
    .report.map(({ problem }) => problem ?? '')
    .join(' ')

describe('what becomes a question', () => {
  test.each([
    [
      'one right answer',
      'F {=a ~b ~c}',
      { form: 'single', options: [{ text: 'a', right: true }, { text: 'b' }, { text: 'c' }] },
    ],
    [
      'the right one anywhere',
      'F {~a ~b =c}',
      { form: 'single', options: [{ text: 'a' }, { text: 'b' }, { text: 'c', right: true }] },
    ],
    [
      'feedback of an answer',
      'F {=a#ja ~b#nein ~c#auch nein}',
      { options: [{ feedback: 'ja' }, { feedback: 'nein' }, { feedback: 'auch nein' }] },
    ],
    ['general feedback is the reason', 'F {=a ~b ~c ####weil}', { why: 'weil' }],
    [
      'weights: several right',
      'F {~%50%a ~%50%b ~%-50%c ~%-50%d}',
      { form: 'multiple', options: [{ right: true }, { right: true }, { text: 'c' }, { text: 'd' }] },
    ],
    ['one weight of 100: one right', 'F {~%100%a ~%-100%b ~c}', { form: 'single' }],
    [
      'pairs',
      'F {=a -> x =b -> y =c -> x}',
      {
        form: 'match',
        groups: [{ text: 'x' }, { text: 'y' }],
        items: [{ group: 'gruppe-1' }, { group: 'gruppe-2' }, { group: 'gruppe-1' }],
      },
    ],
    [
      'escapes on the right side of a pair',
      String.raw`F {=a -> 8\:30 =b -> y =c -> x}`,
      { groups: [{ text: '8:30' }, {}, {}] },
    ],
    [
      'true: a choice that needs a third answer',
      'F {T}',
      {
        form: 'single',
        options: [
          { text: 'Richtig', right: true },
          { text: 'Falsch' },
          { text: '[ERGÄNZEN: weitere falsche Antwort]' },
        ],
      },
    ],
    [
      'false with feedback: first for the wrong answer',
      'F {FALSE#leider nein#genau}',
      {
        options: [{ text: 'Richtig', feedback: 'leider nein' }, { text: 'Falsch', right: true, feedback: 'genau' }, {}],
      },
    ],
    ['a title names the question', '::Über Öfen & Heizungen:: F {=a ~b ~c}', { id: 'g2-ueber-oefen-heizungen' }],
    ['an id of the module stays', '// [id:g2-x]\n::Titel::F {=a ~b ~c}', { id: 'g2-x' }],
    ['another id gets the module before it', '// [id:Frage 7]\nF {=a ~b ~c}', { id: 'g2-frage-7' }],
    ['without title the text names it', 'Darf ich? {=a ~b ~c}', { id: 'g2-darf-ich' }],
    ['a title without letters', '::???:: F {=a ~b ~c}', { id: 'g2-frage' }],
    [
      'tags that are rules and days',
      '// [tag:regel-ki-team] [tag:stand-2026-01-02]\nF {=a ~b ~c}',
      { rules: ['ki-team'], stand: '2026-01-02' },
    ],
    ['a day that does not exist is none', '// [tag:stand-2026-13-40]\nF {=a ~b ~c}', { stand: '2026-11-23' }],
    ['the next review is in a year', 'F {=a ~b ~c}', { review_by: '2027-11-23' }],
    [
      'a colon in the text, which Moodle takes and the library does not',
      'Was gilt: {=a: b ~b ~c}',
      { ask: 'Was gilt:', options: [{ text: 'a: b' }, {}, {}] },
    ],
    ['an equals sign in the text', 'Ist 1+1=2? {=a ~b ~c}', { ask: 'Ist 1+1=2?' }],
    ['an arrow in an answer to choose', 'F {=a -> b ~c ~d}', { form: 'single', options: [{ text: 'a -> b' }, {}, {}] }],
    ['an empty line between the braces', 'F {=a\n\n~b\n\n~c}', { options: [{}, {}, {}] }],
    ['comments between the answers', 'F {=a\n// so\n~b ~c}', { options: [{ text: 'a' }, {}, {}] }],
    ['line ends of Windows', 'F {\r\n=a\r\n~b\r\n~c\r\n}', { options: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] }],
    ['HTML', '[html]<p>Darf <b>ich</b>?</p> {=a ~b ~c}', { ask: 'Darf ich?' }],
    ['a category right before it', '$CATEGORY: x\nF {=a ~b ~c}', { ask: 'F' }],
  ])('%s', (_, text, draft) => {
    expect(first(text)).toMatchObject(draft)
  })
})

describe('what is not taken, and why', () => {
  test.each([
    ['short answer', 'F {=a =b}', 'Kurzantwort'],
    ['one answer without a sign', 'F {a}', 'Kurzantwort'],
    ['number', 'F {#3:2}', 'Zahlenfrage'],
    ['number with feedback the library cannot read', 'F {#=%100%3:0#siehe: dort}', 'Zahlenfrage'],
    ['essay', 'F {}', 'Freitext'],
    ['essay with general feedback', 'F {####weil}', 'Freitext'],
    ['description', 'Nur ein Text.', 'Text ohne Antworten'],
    ['missing word', 'Der {=a ~b ~c} fehlt.', 'Lückentext'],
    ['several answers of which one is enough', 'F {=a =b ~c}', 'eine davon genügt'],
    ['no right answer', 'F {~a ~b ~c}', 'Keine Antwort ist richtig'],
    ['too many answers', 'F {=a ~b ~c ~d ~e ~f}', '6 Antworten; der Kurs zeigt höchstens 5'],
    ['an answer without text', String.raw`F {=[html]<img src\="x"> ~b ~c}`, 'Eine Antwort hat keinen Text'],
    ['no text', '{=a ~b ~c}', 'Der Fragetext fehlt'],
    ['two pairs', 'F {=a -> x =b -> y}', '2 Zeilen zum Zuordnen'],
    ['one target', 'F {=a -> x =b -> x =c -> x}', '1 verschiedene Ziele'],
    ['seven targets', `F {${[1, 2, 3, 4, 5, 6, 7].map(n => `=a${n} -> x${n}`).join(' ')}}`, '7 verschiedene Ziele'],
    ['an id twice', '// [id:g2-x]\nF {=a ~b ~c}\n\n// [id:g2-x]\nG {=a ~b ~c}', '„g2-x“ steht doppelt'],
  ])('%s', (_, text, problem) => {
    const { report } = read(text)
    expect(problemOf(text)).toContain(problem)
    expect(report.at(-1)?.taken).toBe(false)
  })
})

describe('what a person has to look at', () => {
  test.each([
    [
      'nothing of ours',
      'F {=a ~b ~c}',
      'Bitte ergänzen: Erklärungen zu den Antworten, Regel, Quelle, verbreiteter Irrtum, Begründung.',
    ],
    ['a third answer', 'F {T}', 'eine weitere falsche Antwort (der Kurs braucht mindestens 3)'],
    ['a fourth', 'F {~%50%a ~%50%b ~c}', 'eine weitere falsche Antwort (der Kurs braucht mindestens 4)'],
    ['a wrong one', 'F {~%25%a ~%25%b ~%25%c ~%25%d}', 'eine weitere falsche Antwort'],
    ['partial credit', 'F {=a ~%50%b ~c}', 'Teilpunkte entfallen'],
    ['an image', '[html]F <img src="x"> {=a ~b ~c}', 'Nicht übernommen: Bild.'],
    ['an image in Markdown', '[markdown]F ![a](b) {=a ~b ~c}', 'Nicht übernommen: Bild.'],
    ['a target without item', 'F {= -> z =a -> x =b -> y =c -> x}', 'Antworten ohne Gegenstück'],
    ['a scenario that is none any more', '// [tag:form-scenario]\nF {=a ~b ~c}', 'hatte die Form scenario'],
  ])('%s', (_, text, problem) => {
    expect(problemOf(text)).toContain(problem)
    expect(read(text).report[0]?.taken).toBe(true)
  })

  test('places in the file: line and title', () => {
    expect(read('\n\n::Eins::F {=a ~b ~c}\n\n// so\nG {').report.map(({ at }) => at)).toEqual([
      'Zeile 3 („Eins“)',
      'Zeile 5',
    ])
  })

  test('equal titles get numbers, the same ones every time', () => {
    const text = '::Frage::F {=a ~b ~c}\n\n::Frage::G {=a ~b ~c}\n\n::Frage!::H {=a ~b ~c}'
    expect(read(text).questions.map(({ id }) => id)).toEqual(['g2-frage', 'g2-frage-2', 'g2-frage-3'])
  })
})

test('a draft is a question of the schema as soon as its rule is filled in', () => {
  for (const text of ['F {T}', 'F {=a ~b}', 'F {~%50%a ~%50%b ~c}', 'F {=a -> x =b -> y =c -> x}', 'F {=a ~b ~c}']) {
    const draft = first(text)
    expect(draft?.rules).toEqual(['[ERGÄNZEN]'])
    expect(Question.safeParse(draft).success).toBe(false)
    expect(Question.safeParse({ ...draft, rules: ['ki-team'] }).error).toBeUndefined()
    expect(JSON.stringify(draft)).toContain('[ERGÄNZEN: ')
  }
})
