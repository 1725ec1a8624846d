import { createLocalIdentity } from '../../bot/identity/local.js'
import { attachment } from '../../bot/teams/activities/attachment.js'
import { welcome } from '../../bot/teams/activities/welcome.js'
import { type AnswerCardData, answerCard, groupCard } from '../../bot/teams/cards/answer-card.js'
import { approvalCard } from '../../bot/teams/cards/approval-card.js'
import { breachCard } from '../../bot/teams/cards/breach-card.js'
import { type CheckCardData, checkCard, clearedCard } from '../../bot/teams/cards/check-card.js'
import { issuerOf } from '../../bot/teams/cards/frame.js'
import { pageCard } from '../../bot/teams/cards/page-card.js'
import { areaCard, areasCard } from '../../bot/teams/cards/rules-card.js'
import { type UnknownCardData, unknownCard } from '../../bot/teams/cards/unknown-card.js'
import { helpFor, lineFor, reportTo } from '../../bot/teams/people.js'
import { answerOfRule, NO_TOPIC, type Topic } from '../../policies/answer/index.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Rule } from '../../policies/pack/rule-schema.js'
import { Area, Light } from '../../policies/pack/terms.js'
import type { CardExample } from './card-example.js'
import { learningCards } from './learning-cards.js'
import { DAY, musterstadt, ruleOf } from './musterstadt.js'
import { converse, onlyCard, servicesFor, TEXT_PAGE } from './scenes.js'
import { toolCards } from './tool-cards.js'

const LANGUAGES = ['de', 'en'] as const

/** Every card in every form it takes, from the real pack of Musterstadt. */
export async function cardExamples(): Promise<readonly CardExample[]> {
  const pack = await musterstadt()
  return [
    ...answers(pack),
    ...groups(pack),
    ...breaches(pack),
    ...unknowns(pack),
    ...rules(pack),
    ...checks(pack),
    ...pages(pack),
    ...approvals(pack),
    ...(await notices(pack)),
    ...(await learningCards(pack)),
    ...(await toolCards(pack)),
  ]
}

/** The data of a rule's card, asked by somebody of the Bürgerdienste. */
export function answerData(pack: Pack, rule: Rule, changes: Partial<AnswerCardData> = {}): AnswerCardData {
  const { person } = createLocalIdentity(pack.manifest.id).current()
  const topic = changes.topic ?? { ...NO_TOPIC, rules: [rule.id] }
  const answer = answerOfRule(rule, topic, pack, DAY)
  return {
    answer,
    topic,
    language: 'de',
    readings: [],
    attempt: false,
    people: helpFor(person, answer.help, pack),
    feedback: 'ask',
    issuer: issuerOf(pack),
    ...changes,
  }
}

/** The first rule that shows a light, asked in general or for public material in an approved tool. */
function withLight(pack: Pack, light: Light): { rule: Rule; topic: Topic } {
  const tools = pack.tools.filter(tool => tool.status === 'freigegeben').map(tool => tool.id)
  const data = pack.lexicon.data.filter(kind => kind.class === 'D0').map(kind => kind.id)
  const bestCase = { ...NO_TOPIC, tools: tools.slice(0, 1), data: data.slice(0, 1), entering: true, expressly: true }
  for (const rule of pack.rules) {
    for (const topic of [NO_TOPIC, bestCase]) {
      if (answerOfRule(rule, topic, pack, DAY).light === light) return { rule, topic: { ...topic, rules: [rule.id] } }
    }
  }
  throw new Error(`no rule shows ${light}`)
}

function answers(pack: Pack): CardExample[] {
  const example = (name: string, rule: Rule, changes: Partial<AnswerCardData> = {}): CardExample => {
    const data = answerData(pack, rule, changes)
    return { name: `answer ${name}`, from: 'answer-card', card: answerCard(data), light: data.answer.light }
  }
  const labels = ruleOf(pack, 'kennzeichnung')
  const readings = pack.rules.slice(0, 2)
  return [
    ...Light.options.flatMap(light => {
      const { rule, topic } = withLight(pack, light)
      return LANGUAGES.map(language => example(`${light} ${language}`, rule, { topic, language }))
    }),
    example('with readings', labels, { readings }),
    example('with settled state law', ruleOf(pack, 'nichtoeffentliche-sitzungen')),
    example('with open state law', ruleOf(pack, 'bewerbungsverfahren')),
    example('applies from', ruleOf(pack, 'hochrisiko')),
    example('applies since', ruleOf(pack, 'ki-kompetenz')),
    example('to an attempt', labels, { attempt: true }),
    example('nobody to ask', labels, { people: [] }),
    ...LANGUAGES.flatMap(language =>
      (['yes', 'no', 'none'] as const).map(feedback =>
        example(`feedback ${feedback} ${language}`, labels, { language, feedback }),
      ),
    ),
  ]
}

function groups(pack: Pack): CardExample[] {
  return Light.options.flatMap(light => {
    const { rule, topic } = withLight(pack, light)
    return LANGUAGES.map(language => ({
      name: `group ${light} ${language}`,
      from: 'answer-card' as const,
      card: groupCard(answerData(pack, rule, { topic, language })),
      light,
    }))
  })
}

function breaches(pack: Pack): CardExample[] {
  const calls = (['datenschutz', 'ki-team', 'informationssicherheit'] as const).flatMap(role =>
    lineFor({ role, contact: pack.contacts.roles[role] }, 'Vertretung'),
  )
  return (['personal', 'group'] as const).flatMap(scope =>
    LANGUAGES.map(language => ({
      name: `breach ${scope} ${language}`,
      from: 'breach-card' as const,
      card: breachCard(calls, scope, language, issuerOf(pack)),
    })),
  )
}

export function unknownData(pack: Pack, changes: Partial<UnknownCardData> = {}): UnknownCardData {
  return {
    nearest: pack.rules.slice(0, 3),
    hint: undefined,
    attempt: false,
    people: answerData(pack, ruleOf(pack, 'digitallotsen')).people,
    topic: NO_TOPIC,
    language: 'de',
    issuer: issuerOf(pack),
    ...changes,
  }
}

function unknowns(pack: Pack): CardExample[] {
  const hint = pack.elsewhere[0]?.hint
  const forms: readonly (readonly [string, Partial<UnknownCardData>])[] = [
    ['plain', {}],
    ['with hint', { hint }],
    ['to an attempt', { attempt: true }],
    ['in a group', { people: [] }],
    ['without any rule near', { nearest: [] }],
  ]
  return forms.flatMap(([name, changes]) =>
    LANGUAGES.map(language => ({
      name: `unknown ${name} ${language}`,
      from: 'unknown-card' as const,
      card: unknownCard(unknownData(pack, { ...changes, language })),
    })),
  )
}

function rules(pack: Pack): CardExample[] {
  return [
    { name: 'areas', from: 'rules-card', card: areasCard(pack) },
    ...Area.options.map(area => ({ name: `area ${area}`, from: 'rules-card' as const, card: areaCard(area, pack) })),
  ]
}

const FOUND = { de: '2 Namen, 1 Kontonummer (IBAN)', en: '2 names, 1 account number (IBAN)' } as const

/** A slip in a personal chat, as the answer to a question leaves it. */
export function checkData(pack: Pack, changes: Partial<CheckCardData> = {}): CheckCardData {
  const language = changes.language ?? 'de'
  return {
    found: FOUND[language],
    rule: ruleOf(pack, 'personenbezogene-daten'),
    where: 'chat',
    report: false,
    mayDelete: true,
    secret: false,
    people: [],
    answered: true,
    way: undefined,
    verdicts: undefined,
    uncovered: false,
    page: TEXT_PAGE,
    language,
    issuer: issuerOf(pack),
    ...changes,
  }
}

function checks(pack: Pack): CardExample[] {
  const tools = ['Microsoft 365 Copilot', 'MUCGPT']
  const way = pack.protect.kinds.find(({ id }) => id === 'PERSON')?.way
  const report = { report: true, mayDelete: false } as const
  const secret = { ...report, secret: true, found: 'Zugangsdaten', rule: ruleOf(pack, 'zugangsdaten') }
  const forms: readonly (readonly [string, Partial<CheckCardData>])[] = [
    ['slip', {}],
    ['perhaps already elsewhere', { mayDelete: false }],
    ['breach', { ...report, people: reportTo(new Set(['D2']), true, pack, 'de') }],
    ['secret', { ...secret, people: reportTo(new Set(['SECRET']), false, pack, 'de') }],
    ['marking, nobody named', { ...report, found: '1 Vermerk', rule: ruleOf(pack, 'verschlusssachen') }],
    ['group', { where: 'group' }],
    ['group breach', { ...report, where: 'group', people: reportTo(new Set(['VS']), true, pack, 'de') }],
    ['uncovered', { uncovered: true }],
    ['typed behind prüfe', { answered: false, way, verdicts: [{ tools, may: 'replaced' }] }],
    ['typed behind prüfe, secret', { ...secret, verdicts: [{ tools, may: 'never' }] }],
    ['nothing recognised', { found: undefined, rule: undefined, answered: false, verdicts: [{ tools, may: 'now' }] }],
    ['no tool approved', { answered: false, verdicts: [] }],
    ['of another message', { where: 'message', answered: false, way, verdicts: [{ tools, may: 'never' }] }],
    ['without rule', { rule: undefined }],
  ]
  return forms.flatMap(([name, changes]) =>
    LANGUAGES.map(language => ({
      name: `check ${name} ${language}`,
      from: 'check-card' as const,
      card: checkCard(checkData(pack, { language, ...changes })),
    })),
  )
}

function pages(pack: Pack): CardExample[] {
  return LANGUAGES.flatMap(language =>
    [TEXT_PAGE, 'http://127.0.0.1:3978/tab/'].map(address => ({
      name: `page ${new URL(address).protocol} ${language}`,
      from: 'page-card' as const,
      card: pageCard(address, language, issuerOf(pack)),
    })),
  )
}

/** Notices are made by activities: each as the activity really sends it. */
async function notices(pack: Pack): Promise<CardExample[]> {
  const chat = converse(servicesFor(pack))
  const failing = servicesFor(pack, { checkText: async () => ({ kind: 'held' }) })
  const [held, heldInGroup] = [converse(failing), converse(failing, 'group')]
  const stranger = converse(servicesFor(pack, { principalOf: async () => undefined }))
  const outcomes = {
    welcome: welcome({ pack, services: chat.services }),
    help: await chat.say('hilfe'),
    privacy: await chat.say('datenschutz'),
    person: await chat.say('ich bin digitallotse'),
    'small talk': await chat.say('Guten Morgen'),
    'too long': await chat.say('x'.repeat(5000)),
    empty: await chat.say('   '),
    'old button': await chat.press('gone'),
    held: await held.say('Darf ich das?'),
    'held in a group': await heldInGroup.say('Darf ich das?'),
    'renewed after a change': {
      messages: [{ card: clearedCard('de', issuerOf(pack)) }],
    },
    stranger: await stranger.say('hilfe'),
    'attachment file': attachment('file', { pack }),
    'attachment image': attachment('image', { pack }),
    'attachment voice': attachment('voice', { pack }),
  }
  return Object.entries(outcomes).map(([name, outcome]) => ({
    name: `notice ${name}`,
    from: 'notice-card',
    card: onlyCard(outcome),
  }))
}

function approvals(pack: Pack): CardExample[] {
  const approval = (today: string) =>
    approvalCard({ tool: 'MUCGPT', until: '2027-06-30', today, issuer: issuerOf(pack) })
  return ['2027-05-31', '2027-06-29', '2027-06-30', '2027-07-01'].map(today => ({
    name: `approval on ${today}`,
    from: 'approval-card',
    card: approval(today),
  }))
}
