import type { RuleAnswer, Topic } from '../../../policies/answer/index.js'
import { germanDate } from '../../../policies/language/german-date.js'
import type { Language } from '../../../policies/language/language.js'
import type { Rule } from '../../../policies/pack/rule-schema.js'
import { sourceText } from '../../../policies/pack/source-text.js'
import { ampel } from './ampel.js'
import { type Card, type Element, execute, folded, list, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'
import { textsFor } from './texts.js'

export type AnswerCardData = {
  readonly answer: RuleAnswer
  readonly topic: Topic
  readonly language: Language
  readonly readings: readonly Rule[]
  readonly attempt: boolean
  /** Lines with people to call; none in a group, where nothing personal is shown. */
  readonly people: readonly string[]
  readonly feedback: 'ask' | 'yes' | 'no' | 'none'
  readonly issuer: Issuer
}

/** The answer to a policy question: Ampel, deciding reason, short answer; the lawful way on; everything else folded away. */
export function answerCard(data: AnswerCardData): Card {
  const { answer, language, issuer } = data
  const t = textsFor(language)
  const title = titleOf(answer.rule, language)
  const short = language === 'en' ? answer.rule.en.short : answer.rule.text.short
  const body: Element[] = [
    ampel(answer.light, t[answer.light], title),
    ...(data.attempt ? [text(t.attempt, { weight: 'bolder' })] : []),
    ...(answer.reason ? [text(answer.reason, { weight: 'bolder' })] : []),
    text(short),
    ...answer.conditions.map(condition => text(condition)),
    ...appliesLine(answer, language),
    ...(answer.stateLaw ? [text(answer.stateLaw, { isSubtle: true, size: 'small' })] : []),
    ...wayOn(answer, language),
    ...details(data),
    text(sourceLine(answer.rule, language), { size: 'small', isSubtle: true }),
    ...choices(t.readings, data.readings, data),
    ...(data.readings.length > 0 ? [] : choices(t.related, answer.related, data)),
    ...feedbackRow(data),
  ]
  return framed(language, `${t[answer.light]}. ${title}. ${short}`, body, issuer)
}

/** The short form for groups and channels: Ampel, reason, short answer, source, nothing personal. */
export function groupCard({ answer, language, issuer }: Pick<AnswerCardData, 'answer' | 'language' | 'issuer'>): Card {
  const t = textsFor(language)
  const title = titleOf(answer.rule, language)
  const short = language === 'en' ? answer.rule.en.short : answer.rule.text.short
  return framed(
    language,
    `${t[answer.light]}. ${title}. ${short}`,
    [
      ampel(answer.light, t[answer.light], title),
      ...(answer.reason ? [text(answer.reason, { weight: 'bolder' })] : []),
      text(short),
      ...answer.conditions.map(condition => text(condition)),
      ...appliesLine(answer, language),
      text(sourceLine(answer.rule, language), { size: 'small', isSubtle: true }),
    ],
    issuer,
  )
}

const titleOf = (rule: Rule, language: Language): string => (language === 'en' ? rule.en.title : rule.title)

function appliesLine({ applies }: RuleAnswer, language: Language): Element[] {
  if (!applies) return []
  const t = textsFor(language)
  return [
    text(`${applies.inForce ? t.appliesSince : t.appliesFrom} ${germanDate(applies.from)}.`, { weight: 'bolder' }),
  ]
}

/** A no is never the end: what to do instead stands open. */
function wayOn({ rule, light }: RuleAnswer, language: Language): Element[] {
  if (light !== 'verboten' || rule.text.instead.length === 0) return []
  return [text(textsFor(language).instead, { weight: 'bolder', spacing: 'medium' }), list(rule.text.instead)]
}

/** Buttons side by side, and below them the texts they open. */
function details({ answer: { rule, light }, language, people }: AnswerCardData): Element[] {
  const t = textsFor(language)
  const parts = [
    folded('so-geht-es', t.how, [list(rule.text.do)]),
    ...(light !== 'verboten' && rule.text.instead.length > 0
      ? [folded('stattdessen', t.instead, [list(rule.text.instead)])]
      : []),
    folded('bitte-nicht', t.dont, [list(rule.text.dont)]),
    folded('warum', t.why, [text(rule.text.why)]),
    folded('quellen', t.sources, [list(rule.sources.map(source => sourceText(source, language)))]),
    ...(people.length > 0
      ? [
          folded(
            'mensch-fragen',
            t.askPerson,
            people.map(line => text(line, { spacing: 'small' })),
          ),
        ]
      : []),
  ]
  return [
    ...rows(
      parts.map(part => part.button),
      'medium',
    ),
    ...parts.map(part => part.box),
  ]
}

function sourceLine(rule: Rule, language: Language): string {
  const t = textsFor(language)
  const source = rule.sources[0]
  const name = source?.article ?? (source ? `Six Pages ${source.seed}` : '')
  const stand = source ? ` · ${t.stand} ${germanDate(source.stand)}` : ''
  return `${t.rule} „${rule.title}“, ${t.version} ${rule.version} · ${t.source}: ${name}${stand}`
}

function choices(label: string, rules: readonly Rule[], { language, topic }: AnswerCardData): Element[] {
  if (rules.length === 0) return []
  const actions = rules.map(rule => execute(titleOf(rule, language), 'rule', { rule: rule.id, language, topic }))
  return [text(label, { spacing: 'medium', isSubtle: true }), ...rows(actions)]
}

function feedbackRow({ feedback, language, answer, topic, people }: AnswerCardData): Element[] {
  const t = textsFor(language)
  if (feedback === 'none') return []
  if (feedback === 'yes') return [text(t.thanks, { isSubtle: true })]
  if (feedback === 'no') return [text(t.thanksNo), ...people.map(line => text(line, { spacing: 'small' }))]
  const button = (title: string, helpful: boolean) =>
    execute(title, 'feedback', { rule: answer.rule.id, language, topic, helpful })
  return [text(t.helpful, { spacing: 'medium', isSubtle: true }), ...rows([button(t.yes, true), button(t.no, false)])]
}
