import { describe, expect, test } from '@jest/globals'
import { CHAT_COMMANDS } from '../../../../bot/teams/activities/index.js'
import { plainWords } from '../../../../policies/language/fold.js'
import { executesOf, headingOf, textOf } from '../../../support/card-text.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { cardsOf, converse, onlyCard, servicesFor } from '../../../support/scenes.js'
import { learned } from '../../../support/tool-cards.js'

const PACK = await musterstadt()
const newcomer = () => converse(servicesFor(PACK))
const learner = () => converse(servicesFor(PACK, { house: learned(PACK) }))

/** Which command takes a sentence; undefined: a question for the rules. */
const doorOf = (said: string): string | undefined =>
  CHAT_COMMANDS.find(({ match, aboutText }) => (aboutText || said.length <= 120) && match(plainWords(said), PACK, said))
    ?.door

describe('which sentences are about the tool for a task', () => {
  test.each([
    { said: 'Welches Werkzeug für Übersetzungen?', task: 'Übersetzen', why: 'the plain form' },
    { said: 'welches tool für übersetzen', task: 'Übersetzen', why: 'without capitals and question mark' },
    { said: 'Welches Tool zum Übersetzen?', task: 'Übersetzen', why: 'with zum' },
    { said: 'Welches KI-Tool nehme ich zum Übersetzen?', task: 'Übersetzen', why: 'with a verb between' },
    { said: 'welches Werkzeug fuer uebersetzungen', task: 'Übersetzen', why: 'umlauts written out' },
    { said: 'Welches Werkzeug für Übersezungen?', task: 'Übersetzen', why: 'a slip' },
    { said: 'womit kann ich zusammenfassen', task: 'Zusammenfassen', why: 'womit' },
    { said: 'Womit kann ich eine Satzung zusammenfassen?', task: 'Zusammenfassen', why: 'womit with a document' },
    { said: 'Mit welchem Tool kann ich Protokolle schreiben?', task: 'Protokoll aus Notizen', why: 'mit welchem' },
    { said: 'Welches Werkzeug für ein Protokoll?', task: 'Protokoll aus Notizen', why: 'a thing instead of a verb' },
    { said: 'Welches Tool für Leichte Sprache?', task: 'In Einfache Sprache übertragen', why: 'Leichte Sprache' },
    { said: 'Welches Tool für einfache Sprache?', task: 'In Einfache Sprache übertragen', why: 'Einfache Sprache' },
    { said: 'Welches Werkzeug, um einen Text zu kürzen?', task: 'Text kürzen', why: 'um … zu' },
    { said: 'Welches Tool für Tabellen aus einem Text?', task: 'Angaben als Tabelle', why: 'a table' },
    { said: 'Welches Tool zum Einordnen von Rückmeldungen?', task: 'In Gruppen einordnen', why: 'groups' },
    { said: 'Welches Werkzeug zum Entwerfen?', task: 'Text entwerfen', why: 'drafting' },
    { said: 'Welches Tool für eine Schulung?', task: 'Schulungsunterlage', why: 'training' },
    { said: 'which tool for translating?', task: 'Translate', why: 'in English' },
    { said: 'Which AI tool to summarise a report?', task: 'Summarise', why: 'in English with to' },
    { said: 'What tool for plain language?', task: 'Turn into plain language', why: 'what tool' },
    { said: 'With which tool can I translate the letter?', task: 'Translate', why: 'with which' },
  ])('$why: „$said“', async ({ said, task }) => {
    expect(doorOf(said)).toBe('chat which-tool')
    expect(headingOf(onlyCard(await learner().say(said)))).toContain(task)
  })

  test.each([
    { said: 'Darf ich mit einem Tool übersetzen?', why: 'asks permission' },
    { said: 'Welches Tool darf ich für Übersetzungen nehmen?', why: 'darf' },
    { said: 'Welche Werkzeuge sind freigegeben?', why: 'the list of the rule' },
    { said: 'Welche KI-Tools sind bei uns erlaubt?', why: 'erlaubt' },
    { said: 'Welches Werkzeug ist für Personalakten zugelassen?', why: 'zugelassen' },
    { said: 'Welche Tools sind für Sozialdaten verboten?', why: 'verboten' },
    { said: 'Welche KI ist sicher für Verschlusssachen?', why: 'safety' },
    { said: 'Was kostet welches Tool für Übersetzungen?', why: 'costs' },
    { said: 'Wie beantrage ich ein Werkzeug für Übersetzungen?', why: 'how to ask for one' },
    { said: 'Ist DeepL freigegeben?', why: 'a single tool' },
    { said: 'Ist Copilot bei uns freigegeben?', why: 'another one' },
    {
      said: 'Perplexity, Claude oder Copilot: Welches davon ist hier dienstlich freigegeben?',
      why: 'a choice of products',
    },
    { said: 'Kann ich Lebensläufe mit KI zusammenfassen?', why: 'kann ich with data' },
    { said: 'Womit muss ich KI-Texte kennzeichnen?', why: 'womit about labels' },
    { said: 'Womit fange ich an?', why: 'womit without a task' },
    { said: 'Welche Regeln gelten für Übersetzungen?', why: 'asks for rules' },
    { said: 'Welche Daten darf ich zum Übersetzen eingeben?', why: 'asks for data' },
    { said: 'Wer entscheidet über Werkzeuge?', why: 'asks who' },
    { said: 'Ab wann gilt ein Programm als freigegeben?', why: 'asks when' },
    { said: 'Which tools are approved?', why: 'approved' },
    { said: 'May I use a tool for translating?', why: 'may' },
    { said: 'Welches Programm für Übersetzungen ist datenschutzkonform erlaubt?', why: 'allowed at the end' },
    { said: 'Muss ich sagen, welches Tool ich zum Übersetzen benutzt habe?', why: 'a duty' },
  ])('$why stays a question: „$said“', ({ said }) => {
    expect(doorOf(said)).toBeUndefined()
  })
})

test('no example question of a rule is taken away from the rules', () => {
  const examples = PACK.rules.flatMap(rule => [...rule.examples, ...rule.en.examples])
  expect(examples.length).toBeGreaterThan(1_000)
  const taken = examples.filter(said => MINE.has(doorOf(said) ?? ''))
  expect(taken).toEqual(BETTER_HERE)
})

/** Asks for nothing but the tool for a task: named at once with what this person has. */
const BETTER_HERE = ['Mit welcher KI soll ich meine Briefe schreiben?']
const MINE = new Set(['chat tools', 'chat which-tool', 'chat register', 'chat draft'])

describe('the answer', () => {
  test('names what may be used first, and what may go in', async () => {
    const card = onlyCard(await learner().say('Welches Werkzeug für Übersetzungen?'))
    expect(textOf(card)).toMatch(
      /Das können Sie nehmen\n\*\*MUCGPT:\*\* öffentliches und internes Material; mit Namen nur/,
    )
    expect(textOf(card)).toMatch(/Gerade nicht\n\*\*Microsoft 365 Copilot/)
    expect(textOf(card)).not.toContain('DeepL')
  })

  test('to somebody who has not learned yet: the lesson, one press away', async () => {
    const card = onlyCard(await newcomer().say('Welches Werkzeug für Übersetzungen?'))
    expect(textOf(card)).toMatch(/Nach einer kurzen Lektion\n\*\*MUCGPT/)
    expect(executesOf(card)).toContainEqual(
      expect.objectContaining({ title: 'Lektion beginnen', verb: 'lesson', data: { module: 'g1', screen: 0 } }),
    )
  })

  test('material that must not go in is said, with the way on', async () => {
    const card = onlyCard(await learner().say('Welches Werkzeug zum Zusammenfassen von Lebensläufen?'))
    expect(textOf(card)).toContain('Sie nannten: ')
    expect(textOf(card)).not.toContain('Das können Sie nehmen')
    expect(executesOf(card).map(({ title }) => title)).toContain('So kommt ein neues Werkzeug')
  })

  test('an unknown task offers all there are, and one press answers', async () => {
    const talk = learner()
    const card = onlyCard(await talk.say('Welches Werkzeug für Seifenblasen?'))
    expect(headingOf(card)).toBe('Wofür suchen Sie ein Werkzeug?')
    const chosen = executesOf(card).find(({ title }) => title === 'Zusammenfassen')
    expect(headingOf(onlyCard(await talk.press('which', chosen?.data)))).toBe('Werkzeuge für „Zusammenfassen“')
  })

  test('in a group only the person is told, and nothing of what they have learned', async () => {
    const group = converse(servicesFor(PACK), 'group')
    const outcome = await group.say('Welches Werkzeug für Übersetzungen?')
    expect(cardsOf(outcome)).toEqual([])
    expect(outcome.privately && textOf(outcome.privately)).not.toContain('MUCGPT')
    expect(textOf(onlyCard(await group.press('which', { purpose: 'uebersetzen' })))).not.toContain('MUCGPT')
  })
})
