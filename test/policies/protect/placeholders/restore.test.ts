import { describe, expect, test } from '@jest/globals'
import { createRestorer } from '../../../../policies/protect/index.js'
import { createRandom } from './random.js'
import { restore } from './words.js'

const MAP = new Map([
  ['[PERSON 1]', 'Birgit Krüger'],
  ['[PERSON 2]', 'Hans Fuchs'],
  ['[PERSON 3]', 'Max Grothe'],
  ['[PERSON 4 NACHNAME]', 'Weiß'],
  ['[PERSON 5 NACHNAME]', 'von der Aue'],
  ['[PERSON 5 VORNAME]', 'Alice'],
  ['[PERSON 6 NACHNAME, VORNAME]', 'Nowak, Khaled'],
  ['[PERSON 7]', 'Ahmet'],
  ['[ANSCHRIFT 1]', 'Birkenweg 3'],
  ['[E-MAIL 1]', 'b.krueger@example.org'],
  ['[IBAN 1]', 'DE02 1203 0000 0000 2020 51'],
  ['[IBAN 1 SCHREIBWEISE 2]', 'DE02120300000000202051'],
  ['[GEBURTSDATUM 1]', '3. Mai 1971'],
  ['[FÜHRERSCHEINNUMMER 1]', 'B072RRE2I55'],
])

const ROWS: [answer: string, restored: string, why: string][] = [
  ['Frau [PERSON 1] bat um Aufschub.', 'Frau Birgit Krüger bat um Aufschub.', 'unchanged'],
  ['[IBAN 1] und [IBAN 1 SCHREIBWEISE 2]', 'DE02 1203 0000 0000 2020 51 und DE02120300000000202051', 'two spellings'],
  // Case
  ['an [person 1] senden', 'an Birgit Krüger senden', 'lower case'],
  ['an [Person 1] senden', 'an Birgit Krüger senden', 'German capital'],
  ['an [Person 1 Nachname] senden', 'an Krüger senden', 'form in German capitals'],
  ['an [e-mail 1] senden', 'an b.krueger@example.org senden', 'lower case with hyphen'],
  ['Nr. [Führerscheinnummer 1]', 'Nr. B072RRE2I55', 'lower case with umlaut'],
  ['Nr. [Fu\u0308hrerscheinnummer 1]', 'Nr. B072RRE2I55', 'umlaut written as two signs'],
  ['Nr. [FUEHRERSCHEINNUMMER 1]', 'Nr. B072RRE2I55', 'umlaut written out'],
  ['[𝐏𝐄𝐑𝐒𝐎𝐍 𝟏] kommt', 'Birgit Krüger kommt', 'letters from another alphabet block'],
  // Brackets
  ['Frau (PERSON 1) kommt', 'Frau Birgit Krüger kommt', 'round brackets in their place'],
  ['Frau {PERSON 1} kommt', 'Frau Birgit Krüger kommt', 'curly brackets'],
  ['Frau {{PERSON 1}} kommt', 'Frau Birgit Krüger kommt', 'as in a template'],
  ['Frau <PERSON 1> kommt', 'Frau Birgit Krüger kommt', 'as in a form'],
  ['Frau <<Person 1>> kommt', 'Frau Birgit Krüger kommt', 'as in a mail merge'],
  ['Frau 【PERSON 1】 kommt', 'Frau Birgit Krüger kommt', 'brackets of citations'],
  ['Frau ［PERSON 1］ kommt', 'Frau Birgit Krüger kommt', 'wide brackets'],
  ['**[PERSON 1]** kommt', '**Birgit Krüger** kommt', 'bold stays bold'],
  ['[**PERSON 1**] kommt', 'Birgit Krüger kommt', 'bold inside goes with the brackets'],
  ['`[PERSON 1]` kommt', '`Birgit Krüger` kommt', 'code stays code'],
  ['„[PERSON 1]“ kommt', '„Birgit Krüger“ kommt', 'quotes stay'],
  ['([PERSON 1]) kommt', '(Birgit Krüger) kommt', 'brackets around the whole placeholder stay'],
  ['[[PERSON 1]] kommt', '[Birgit Krüger] kommt', 'outer brackets may be of the text'],
  ['\\[PERSON 1\\] kommt', 'Birgit Krüger kommt', 'escaped for Markdown'],
  ['\\[PERSON\\_1\\] kommt', 'Birgit Krüger kommt', 'escaped, with underscore'],
  ['[PERSON 1](mailto:x) kommt', 'Birgit Krüger(mailto:x) kommt', 'made a link: the rest is not ours'],
  // Space
  ['[PERSON\u00a01] kommt', 'Birgit Krüger kommt', 'no-break space'],
  ['[PERSON_1] kommt', 'Birgit Krüger kommt', 'underscore'],
  ['[PERSON-1] kommt', 'Birgit Krüger kommt', 'hyphen'],
  ['[PERSON1] kommt', 'Birgit Krüger kommt', 'no space'],
  ['[PERSON  1] kommt', 'Birgit Krüger kommt', 'two spaces'],
  ['[ PERSON 1 ] kommt', 'Birgit Krüger kommt', 'spaces at the edges'],
  ['[PERSON\n1] kommt', 'Birgit Krüger kommt', 'line break of a mail'],
  ['[PERSON 01] kommt', 'Birgit Krüger kommt', 'two digits'],
  ['[PERSON Nr. 1] kommt', 'Birgit Krüger kommt', 'with Nr.'],
  ['[PERSON #1] kommt', 'Birgit Krüger kommt', 'with #'],
  ['[PERSON_1_NACHNAME] kommt', 'Krüger kommt', 'underscores throughout'],
  // Inflection
  ['[PERSON 1]s Antrag', 'Birgit Krügers Antrag', 'ending outside'],
  ['[PERSON 3]s Antrag', 'Max Grothes Antrag', 'ending outside'],
  ['[PERSON 2]s Antrag', 'Hans Fuchs’ Antrag', 'no second s'],
  ['[PERSON 4 NACHNAME]s Antrag', 'Weiß’ Antrag', 'ß sounds like s'],
  ['[PERSON 5 VORNAME]s Antrag', 'Alice’ Antrag', 'so does ce'],
  ['[PERSON 2]’ Antrag', 'Hans Fuchs’ Antrag', 'apostrophe by the model'],
  ['der Antrag [PERSON 2]s.', 'der Antrag Hans Fuchs’.', 'before a full stop'],
  ['[PERSON 2]s', 'Hans Fuchs’', 'at the end of the answer'],
  ['[PERSON 2]sche Akte', 'Hans Fuchssche Akte', 'an adjective is no genitive'],
  ['[PERSON 1 NACHNAME]s Antrag', 'Krügers Antrag', 'form and ending'],
  ['[PERSON 1s] Antrag', 'Birgit Krügers Antrag', 'ending inside'],
  ['[PERSON 1 NACHNAMEs] Antrag', 'Krügers Antrag', 'ending inside, behind the form'],
  ['[PERSONs 1] Antrag', 'Birgit Krügers Antrag', 'ending at the word'],
  ["[PERSON 2's] Antrag", 'Hans Fuchs’ Antrag', 'English ending inside'],
  ['die [PERSONEN 1] kommen', 'die Birgit Krüger kommen', 'plural of the word is no ending of the name'],
  ['[ANSCHRIFTEN 1]', 'Birkenweg 3', 'plural'],
  ['[GEBURTSDATUMS 1]', '3. Mai 1971', 'a date has no genitive'],
  ['[IBANs 1]', 'DE02 1203 0000 0000 2020 51', 'an account has no genitive'],
  ['des [IBAN 1]s', 'des DE02 1203 0000 0000 2020 51s', 'what stands outside stays'],
  // Parts of a name
  ['Frau [NACHNAME PERSON 1]', 'Frau Krüger', 'form first'],
  ['Frau [PERSON 1 – Nachname]', 'Frau Krüger', 'form behind a dash'],
  ['Frau [PERSON 1: Nachname]', 'Frau Krüger', 'form behind a colon'],
  ['Frau [PERSON 1 (NACHNAME)]', 'Frau Krüger', 'form in brackets'],
  ['Frau [PERSON NACHNAME 1]', 'Frau Krüger', 'form before the number'],
  ['Frau [Nachname von Person 1]', 'Frau Krüger', 'form in words'],
  ['Frau [PERSON 1 Familienname]', 'Frau Krüger', 'another word for the form'],
  ['Ms [PERSON 1 LAST NAME]', 'Ms Krüger', 'form in English'],
  ['Liebe [PERSON 1 VORNAME]', 'Liebe Birgit', 'form the map lacks'],
  ['[PERSON 1 NACHNAME, VORNAME]', 'Krüger, Birgit', 'turned, as the map lacks it'],
  ['[PERSON 6]', 'Khaled Nowak', 'turned back'],
  ['Herr [PERSON 6 NACHNAME]', 'Herr Nowak', 'part of a turned name'],
  ['[PERSON 5]', 'Alice von der Aue', 'put together of two parts'],
  ['Frau [PERSON 4]', 'Frau Weiß', 'surname is all we have'],
  ['Herr [PERSON 7 NACHNAME]', 'Herr Ahmet', 'a single name stands for each part'],
  ['[NAME 1]', 'Birgit Krüger', 'a name can only be a person'],
  ['Herr [PERSON 3] und Frau [PERSON 1]', 'Herr Max Grothe und Frau Birgit Krüger', 'salutations stay'],
  // Other words
  ['[ADDRESS 1]', 'Birkenweg 3', 'English'],
  ['[Adresse 1]', 'Birkenweg 3', 'another German word'],
  ['[E-Mail-Adresse 1]', 'b.krueger@example.org', 'longer word'],
  ['[DATE OF BIRTH 1]', '3. Mai 1971', 'English, three words'],
  ['[IBAN 1 SCHREIBWEISE 7]', 'DE02 1203 0000 0000 2020 51', 'a spelling that is not there: the first'],
  // Without brackets
  ['PERSON 1 wohnt dort', 'Birgit Krüger wohnt dort', 'in capitals, as in a table'],
  ['Frau PERSON 1 NACHNAME wohnt', 'Frau Krüger wohnt', 'with form'],
  ['PERSON_1: ja', 'Birgit Krüger: ja', 'as a key'],
  ['PERSON 1s Antrag', 'Birgit Krügers Antrag', 'with ending'],
  ['PERSON 1, PERSON 3.', 'Birgit Krüger, Max Grothe.', 'before punctuation'],
  ['[PERSON 1 und PERSON 3]', '[Birgit Krüger und Max Grothe]', 'two in one bracket: the bracket stays'],
]

describe('an answer that changes the placeholders', () => {
  test.each(ROWS)('%j → %j: %s', (answer, restored) => {
    expect(restore(MAP, [answer])).toMatchObject({ text: restored, invented: [] })
  })
})

const LEFT: [answer: string, invented: string[], why: string][] = [
  ['Person 1 und Person 2 sprechen', [], 'everyday German'],
  ['der Haushalt (Person 1) zahlt', [], 'everyday German in brackets'],
  ['PERSON 12 und PERSON 1.2', [], 'longer numbers, without brackets'],
  ['PERSON 1-2, PERSON 1/2024, PERSON 10', [], 'ranges and files'],
  ['JURIPERSON 1, TEIL-PERSON 1, XPERSON 1', [], 'end of a longer word'],
  ['IBAN 1 und IBAN 2', [], 'IBAN is written in capitals anyway'],
  ['[PERSON 12]', ['[PERSON 12]'], 'a longer number is another person'],
  ['[PERSON 8 NACHNAME]s', ['[PERSON 8 NACHNAME]'], 'nobody of this number'],
  ['[ANSCHRIFT 2] [ANSCHRIFT 2]', ['[ANSCHRIFT 2]'], 'said once'],
  ['[DATUM 1] und [BETRAG 2]', ['[DATUM 1]', '[BETRAG 2]'], 'made up in the same fashion'],
  ['[PERSON 4 VORNAME]', ['[PERSON 4 VORNAME]'], 'a given name cannot be made of a surname'],
  ['[IBAN 1 NACHNAME]', ['[IBAN 1 NACHNAME]'], 'an account has no surname'],
  ['[PERSON] und [PERSON X]', [], 'no number'],
  ['[PERSON 1.2]', [], 'two numbers'],
  ['[1], [siehe Anlage 1], [Abb. 1], [§ 1]', [], 'notes and references'],
  ['[PERSONAL 1]', [], 'another word'],
  ['[ENTFERNT]', [], 'a secret stays away'],
  ['(personen 1)', [], 'lower case in round brackets'],
]

describe('an answer that means something else', () => {
  test.each(LEFT)('%j stands, reports %j: %s', (answer, invented) => {
    expect(restore(MAP, [answer])).toMatchObject({ text: answer, invented })
  })
})

describe('while the answer comes in', () => {
  test('it does not matter where it is cut', () => {
    const random = createRandom(7)
    const answers = [...ROWS, ...LEFT].map(([answer]) => answer)
    for (let run = 0; run < 3000; run++) {
      const answer = [random.pick(answers), random.pick(answers), random.pick(answers)].join(
        random.pick([' ', '\n', '']),
      )
      const chunks = random.chunks(answer)
      expect({ chunks, ...restore(MAP, chunks) }).toEqual({ chunks, ...restore(MAP, [answer]) })
    }
  })

  const HELD: [chunk: string, given: string, why: string][] = [
    ['Der Antrag (siehe An', 'Der Antrag (siehe An', 'no placeholder begins like this'],
    ['Der Antrag [siehe An', 'Der Antrag [siehe An', 'nor in square brackets'],
    ['Sehr geehrte Frau [PERS', 'Sehr geehrte Frau ', 'may become one'],
    ['Frau [PERSON 1]', 'Frau Birgit Krüger', 'certain with the bracket'],
    ['Herr [PERSON 2]', 'Herr ', 'an s may follow'],
    ['Herr [PERSON 2] ', 'Herr Hans Fuchs ', 'no s follows'],
    ['PERSON 1 k', 'Birgit Krüger k', 'certain with the next word'],
    ['gut \ud83d', 'gut ', 'half a character'],
  ]
  test.each(HELD)('%j gives %j: %s', (chunk, given) => {
    expect(createRestorer(MAP).push(chunk)).toBe(given)
  })

  test('never holds back more than a placeholder may be long', () => {
    const longest = Math.max(...[...MAP.keys()].map(({ length }) => length))
    for (const unit of ['[', '\\[', '[PERSON ', '{{', 'PERSON 1 ', 'PERSON 1 NACHNAME ', '[ ', '[PERSON 1 und ']) {
      const restorer = createRestorer(new Map([...MAP].map(([key]) => [key, key])))
      const text = unit.repeat(2000)
      expect(text.length - restorer.push(text).length).toBeLessThan(longest + 80)
    }
  })
})

test('says which placeholders never came', () => {
  const all = [...MAP.keys()]
  expect(restore(MAP, all).missing).toEqual([])
  expect(restore(MAP, ['[person 1] und [PERSON 5]']).missing).toEqual(
    all.filter(key => !['[PERSON 1]', '[PERSON 5 NACHNAME]', '[PERSON 5 VORNAME]'].includes(key)),
  )
})
