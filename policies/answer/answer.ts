import type { Language } from '../language/language.js'
import type { SmallTalk } from '../pack/lexicon-schema.js'
import type { Pack } from '../pack/pack-schema.js'
import type { Rule } from '../pack/rule-schema.js'
import type { ContactRole, Day } from '../pack/terms.js'
import { confidence, signsOf } from './confidence.js'
import { type Decision, decide } from './decide.js'
import { followUp } from './follow-up.js'
import { indexOf, type PackIndex } from './pack-index.js'
import { type Ranking, rank } from './rank.js'
import { conditionsOf, reasonOf } from './reason.js'
import { REASON_TEXTS } from './reason-texts.js'
import { meantBy, topicOf } from './topic.js'
import {
  type Answer,
  type Applies,
  type Context,
  EVERYBODYS,
  type Help,
  NO_TOPIC,
  type Offers,
  type RuleAnswer,
  type Topic,
} from './types.js'
import { type Meant, type Understood, understand } from './understand.js'

export const LONGEST_QUESTION = 4000
const SURE_ENOUGH = 0.68
const READINGS = 3
const CLOSE = 0.5
const RELATED = 3

/**
 * Answers a policy question from the pack alone: understand, rank the rules, decide the Ampel. Pure and offline.
 * @param question what the person wrote, at most LONGEST_QUESTION UTF-16 units are looked at
 * @param context topics of the turns before, newest last; ids only
 * @param today decides whether law that starts later is already in force
 * @param offers what the person who asks has of the approved tools; without it all of them
 */
export function answer(
  question: string,
  pack: Pack,
  context: Context,
  today: Day,
  offers: Offers = EVERYBODYS,
): Answer {
  if (question.length > LONGEST_QUESTION) return unreadable('too-long')
  const index = indexOf(pack)
  const alone = understand(question, index)
  if (alone.words.length === 0) return unreadable('empty')
  const { understood, before } = followUp(alone, context, pack, () => index.retriever.retrieve(alone.words).elsewhere)
  const example = index.exampleOf(alone.words)
  const ranking = withFirst(example, rank(understood, before, pack, index))
  const chat = alone.smallTalk ?? soundsLikeChat(alone, ranking, index)
  if (chat) return smallTalk(alone, chat)
  const sure = example !== undefined || before !== undefined || confidence(signsOf(understood, ranking)) >= SURE_ENOUGH
  return sure || understood.breach
    ? fromRule(understood, ranking, pack, index, { today, offers })
    : unknown(understood, ranking, pack, index)
}

/** The rules for a question by its wording alone, best first: what it would find if it were no example of any rule. */
export function rankingFor(question: string, pack: Pack): string[] {
  const index = indexOf(pack)
  return ranked(rank(understand(question, index), undefined, pack, index))
}

function withFirst(id: string | undefined, ranking: Ranking): Ranking {
  if (id === undefined) return ranking
  const first = ranking.ranked
    .filter(entry => entry.id === id)
    .map(entry => ({ ...entry, score: Number.POSITIVE_INFINITY }))
  return { ...ranking, ranked: [...first, ...ranking.ranked.filter(entry => entry.id !== id)] }
}

/** The answer of one rule for what a topic holds: how a button shows the same card again, or `regel <id>` a bare rule. */
export function answerOfRule(
  rule: Rule,
  topic: Topic,
  pack: Pack,
  today: Day,
  language: Language = 'de',
  offers: Offers = EVERYBODYS,
): RuleAnswer {
  return ruleAnswer(rule, meantBy(topic, pack), pack, { today, offers }, language)
}

const unreadable = (reason: 'empty' | 'too-long'): Answer => ({
  kind: 'unreadable',
  language: 'de',
  topic: NO_TOPIC,
  ranked: [],
  reason,
})

const CHATTY = 0.5

/** Words that resemble small talk more than anything else, in a short message about no data, tool or purpose. */
function soundsLikeChat(
  { ai, data, purposes, words }: Understood,
  { retrieval }: Ranking,
  { find }: PackIndex,
): SmallTalk | undefined {
  if (ai === 'strong' || data.length > 0 || purposes.length > 0 || retrieval.smallTalk < CHATTY) return undefined
  return find.smallTalk.nearest(words)
}

function smallTalk({ language }: Understood, kind: { reply: string; reply_en: string }): Answer {
  return {
    kind: 'small-talk',
    language,
    topic: NO_TOPIC,
    ranked: [],
    reply: language === 'en' ? kind.reply_en : kind.reply,
  }
}

/** When it is asked, and what the person has. */
type Asking = { readonly today: Day; readonly offers: Offers }

function fromRule(understood: Understood, ranking: Ranking, pack: Pack, index: PackIndex, asking: Asking): Answer {
  const rules = best(ranking, READINGS, pack, index)
  const [rule, ...others] = rules
  if (!rule) return unknown(understood, ranking, pack, index)
  const given = ruleAnswer(rule, understood, pack, asking, understood.language)
  const common = { language: understood.language, topic: topicOf(understood, ranked(ranking)), ranked: ranked(ranking) }
  if (understood.breach) return { ...common, kind: 'breach', answer: given, calls: breachCalls(understood, pack) }
  const top = ranking.ranked[0]?.score ?? 0
  const readings = others.filter((_, at) => top - (ranking.ranked[at + 1]?.score ?? 0) < CLOSE)
  return { ...common, kind: 'rule', answer: given, readings, attempt: understood.attempt }
}

function unknown(understood: Understood, ranking: Ranking, pack: Pack, index: PackIndex): Answer {
  return {
    kind: 'unknown',
    language: understood.language,
    topic: NO_TOPIC,
    ranked: ranked(ranking),
    nearest: best(ranking, READINGS, pack, index),
    elsewhere: understood.elsewhere[0]?.value,
    attempt: understood.attempt,
    help: help('digitallotse', pack),
  }
}

function ruleAnswer(rule: Rule, meant: Meant, pack: Pack, { today, offers }: Asking, language: Language): RuleAnswer {
  const decision = decide(rule, meant, today)
  return {
    rule,
    light: decision.light,
    reason: reasonOf(decision, language),
    conditions: conditionsOf(decision, pack, today, language, offers),
    applies: appliesOf(rule, decision, today),
    stateLaw: stateLawOf(rule, pack, language),
    related: rule.related.flatMap(id => pack.rules.find(other => other.id === id) ?? []).slice(0, RELATED),
    help: help(rule.contact, pack),
  }
}

function appliesOf(rule: Rule, { matched }: Decision, today: Day): Applies | undefined {
  const from = matched?.applies_from ?? rule.applies_from
  return from === undefined ? undefined : { from, inForce: from <= today }
}

function stateLawOf(rule: Rule, pack: Pack, language: Language): string | undefined {
  if (rule.state_law === undefined) return undefined
  const settled = pack.manifest.state_law[rule.id]
  return settled ?? REASON_TEXTS[language].stateLaw(rule.state_law, nameOf(help(rule.contact, pack), language))
}

const nameOf = ({ contact, role }: Help, language: Language): string =>
  contact?.name ?? (language === 'en' ? `the responsible office (${role})` : ROLE_NAMES[role])

/** What a role is called where the pack names nobody. */
const ROLE_NAMES: Record<ContactRole, string> = {
  digitallotse: 'Ihrer Digitallotsin oder Ihrem Digitallotsen',
  'ki-team': 'Ihrem KI-Team',
  datenschutz: 'Ihrer oder Ihrem Datenschutzbeauftragten',
  informationssicherheit: 'Ihrer oder Ihrem Informationssicherheitsbeauftragten',
  geheimschutz: 'Ihrer oder Ihrem Geheimschutzbeauftragten',
  personalrat: 'Ihrem Personalrat',
  rechtsamt: 'Ihrem Rechtsamt',
  vergabestelle: 'Ihrer Vergabestelle',
  leitung: 'Ihrer Leitung',
  pressestelle: 'Ihrer Pressestelle',
  archiv: 'Ihrem Archiv',
  personalamt: 'Ihrem Personalamt',
}

function help(role: ContactRole, pack: Pack): Help {
  return { role, contact: pack.contacts.roles[role] }
}

/** Whom to call after a breach: always data protection and KI-Team; security for secrets, Geheimschutz for classified papers. */
function breachCalls(understood: Understood, pack: Pack): Help[] {
  const classes = new Set(understood.data.map(kind => kind.class))
  const roles: ContactRole[] = ['datenschutz', 'ki-team']
  if (classes.has('SECRET')) roles.unshift('informationssicherheit')
  if (classes.has('VS')) roles.unshift('geheimschutz')
  return roles.map(role => help(role, pack))
}

const ranked = (ranking: Ranking): string[] => ranking.ranked.map(({ id }) => id)

function best({ ranked }: Ranking, count: number, pack: Pack, index: PackIndex): Rule[] {
  return ranked.slice(0, count).flatMap(({ id }) => pack.rules[index.position.get(id) ?? -1] ?? [])
}
