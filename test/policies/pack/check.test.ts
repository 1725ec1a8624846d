import { describe, expect, test } from '@jest/globals'
import { checkPack } from '../../../policies/pack/check.js'
import { formatProblem } from '../../../policies/pack/problem.js'
import { type Changes, lineWith, municipalFiles, replace, smallFiles, TODAY } from '../../support/small-pack.js'

const problemsOf = (changes: Changes, today = TODAY): string[] =>
  checkPack(smallFiles(changes), undefined, today).problems.map(formatProblem)
const municipalProblems = (changes: Changes): string[] =>
  checkPack(municipalFiles(changes), smallFiles(), TODAY).problems.map(formatProblem)

const TEXT = 'rules/texte-entwerfen.md'
const LABEL = 'rules/kennzeichnung.md'
const BREACH = 'rules/datenpanne-melden.md'

test('the small pack, alone and below a municipality, has no problem', () => {
  expect(problemsOf({})).toEqual([])
  expect(municipalProblems({})).toEqual([])
})

type Row = { why: string; file: string; from: string; to: string; at?: string; message: string }

const expectOne = ({ file, from, to, at = to, message }: Row): void => {
  const changes = { [file]: replace(from, to) }
  const line = lineWith(at, smallFiles(changes), file)
  expect(problemsOf(changes)).toEqual([`klein/${file}:${line}: ${message}`])
}

const UNKNOWN_IDS: Row[] = [
  {
    why: 'a relation that leads nowhere',
    file: TEXT,
    from: 'related: [kennzeichnung, freigegebene-werkzeuge]',
    to: 'related: [kennzeichnung, freigaben]',
    message: 'Verwandte Regel „freigaben“ gibt es nicht',
  },
  {
    why: 'a rule related to itself',
    file: TEXT,
    from: 'related: [kennzeichnung, freigegebene-werkzeuge]',
    to: 'related: [texte-entwerfen]',
    message: 'Verwandte Regel „texte-entwerfen“ gibt es nicht',
  },
  {
    why: 'a case with an unknown purpose',
    file: LABEL,
    from: 'purpose: [chatbot-anbieten]',
    to: 'purpose: [chatbott]',
    message: 'Zweck „chatbott“ steht nicht in lexicon.yaml',
  },
  {
    why: 'data governed by no rule',
    file: 'lexicon.yaml',
    from: 'class: D1, rule: texte-entwerfen',
    to: 'class: D1, rule: texte',
    message: 'Regel „texte“ gibt es nicht',
  },
  {
    why: 'a purpose governed by no rule',
    file: 'lexicon.yaml',
    from: 'rule: kennzeichnung, enters: false',
    to: 'rule: label, enters: false',
    message: 'Regel „label“ gibt es nicht',
  },
  {
    why: 'a twin of a tool that is not there',
    file: 'tools.yaml',
    from: 'same_name_as: schreibix',
    to: 'same_name_as: schreiberix',
    message: 'Werkzeug „schreiberix“ gibt es nicht',
  },
  {
    why: 'state law for no rule',
    file: 'pack.yaml',
    from: '  datenpanne-melden: In',
    to: '  datenpannen: In',
    message: 'Regel „datenpannen“ gibt es nicht',
  },
]

describe('ids that do not exist', () => {
  test.each(UNKNOWN_IDS)('$why', row => {
    expectOne(row)
  })
})

const DATES: Row[] = [
  {
    why: 'valid_from',
    file: TEXT,
    from: 'valid_from: 2026-11-23',
    to: 'valid_from: 2026-13-01',
    message: 'Das Datum 2026-13-01 gibt es nicht',
  },
  {
    why: 'applies_from of a rule',
    file: LABEL,
    from: 'applies_from: 2026-08-02',
    to: 'applies_from: 2026-02-30',
    message: 'Das Datum 2026-02-30 gibt es nicht',
  },
  {
    why: 'applies_from of a case',
    file: LABEL,
    from: 'applies_from: 2027-01-01',
    to: 'applies_from: 2027-02-29',
    message: 'Das Datum 2027-02-29 gibt es nicht',
  },
  {
    why: 'the end of an approval',
    file: 'tools.yaml',
    from: 'approved_until: 2027-06-30',
    to: 'approved_until: 2027-06-31',
    message: 'Das Datum 2027-06-31 gibt es nicht',
  },
]

describe('days that do not exist', () => {
  test.each(DATES)('$why', row => {
    expectOne(row)
  })

  test('the 29th of February of a leap year does', () => {
    expect(problemsOf({ [TEXT]: replace('review_by: 2027-11-30', 'review_by: 2028-02-29') })).toEqual([])
  })
})

const TONE: Row[] = [
  ...['DSB-Freigabe', 'DSB Freigabe', 'Dsb-freigabe'].map(to => ({
    why: `nobody approves like that: ${to}`,
    file: TEXT,
    from: 'Ein Entwurf spart Zeit',
    to: `Mit ${to} spart das Zeit`,
    at: '## Warum',
    message:
      '„DSB-Freigabe“ gibt es nicht: „schriftliche Stellungnahme der oder des Datenschutzbeauftragten und Entscheidung der Leitung“ schreiben',
  })),
  {
    why: 'a sign within a word',
    file: LABEL,
    from: 'Wer liest, soll',
    to: 'Bürger:innen sollen',
    at: '## Warum',
    message: 'Bitte ohne Sonderzeichen gendern: „Mitarbeitende“, „Bürgerinnen und Bürger“',
  },
  {
    why: 'in the reason of a case, too',
    file: LABEL,
    from: 'Ein Chatbot stellt sich',
    to: 'Für Bürger*innen stellt er sich',
    at: 'purpose: [chatbot-anbieten]',
    message: 'Bitte ohne Sonderzeichen gendern: „Mitarbeitende“, „Bürgerinnen und Bürger“',
  },
]

describe('expressions no rule may use', () => {
  test.each(TONE)('$why', row => {
    expectOne(row)
  })

  test.each([
    {
      why: 'the opinion and the decision, in full',
      text: 'Nach schriftlicher Stellungnahme der DSB und Freigabe der Leitung',
    },
    { why: 'both forms', text: 'Bürgerinnen und Bürger' },
    { why: 'a colon before a word', text: 'Im Haus: innen und außen' },
  ])('allows: $why', ({ text }) => {
    expect(problemsOf({ [TEXT]: replace('Ein Entwurf spart Zeit', text) })).toEqual([])
  })
})

describe('a rule is to be reviewed', () => {
  const message = 'Die Regel war bis 2027-11-30 zu prüfen: bitte durchsehen und review_by neu setzen'
  test.each([
    { why: 'not before the day', today: '2027-11-29', problems: [] },
    { why: 'not on the day', today: '2027-11-30', problems: [] },
    { why: 'from the day after', today: '2027-12-01', problems: [`klein/${TEXT}:9: ${message}`] },
  ])('$why', ({ today, problems }) => {
    expect(problemsOf({}, today).filter(problem => problem.includes(TEXT))).toEqual(problems)
  })
})

test('several problems in several files: all at once, by file and line', () => {
  const problems = problemsOf({
    [TEXT]: before => replace('Ein Entwurf', 'Eine DSB-Freigabe')(replace('[kennzeichnung,', '[kenn,')(before)),
    [BREACH]: replace('review_by: 2027-11-30', 'review_by: 2026-11-22'),
    'pack.yaml': replace('  datenpanne-melden: In', '  pannen: In'),
  })
  expect(problems.map(problem => problem.replace(/: .*/, ''))).toEqual([
    'klein/pack.yaml:8',
    `klein/${BREACH}:9`,
    `klein/${TEXT}:6`,
    `klein/${TEXT}:21`,
  ])
})
