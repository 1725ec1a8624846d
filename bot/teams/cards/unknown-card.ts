import type { Topic } from '../../../policies/answer/index.js'
import type { Language } from '../../../policies/language/language.js'
import type { Rule } from '../../../policies/pack/rule-schema.js'
import { type Card, type Element, execute, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'

export type UnknownCardData = {
  readonly nearest: readonly Rule[]
  readonly hint: string | undefined
  readonly attempt: boolean
  readonly people: readonly string[]
  readonly topic: Topic
  readonly language: Language
  readonly issuer: Issuer
}

const TEXTS = {
  de: {
    title: 'Dazu gibt es keine Regel',
    attempt: 'Regeln kann ich nicht ändern',
    line: 'Ich kenne nur Regeln zum Einsatz von KI bei der Arbeit und möchte nichts erfinden.',
    attemptLine: 'Die Regeln gelten, wie sie sind. Fragen Sie mich gern, was heute schon erlaubt ist.',
    nearest: 'Vielleicht hilft eine dieser Regeln:',
    help: 'Oder fragen Sie einen Menschen:',
  },
  en: {
    title: 'There is no rule for this',
    attempt: 'I cannot change rules',
    line: 'I only know rules about using AI at work and do not want to make anything up.',
    attemptLine: 'The rules stand as they are. Feel free to ask what is already allowed today.',
    nearest: 'Perhaps one of these rules helps:',
    help: 'Or ask a person:',
  },
} as const

/** An honest "no rule", never a dead end: another desk, the nearest rules, a person. */
export function unknownCard({ nearest, hint, attempt, people, topic, language, issuer }: UnknownCardData): Card {
  const t = TEXTS[language]
  const title = attempt ? t.attempt : t.title
  const actions = nearest.map(rule =>
    execute(language === 'en' ? rule.en.title : rule.title, 'rule', { rule: rule.id, language, topic }),
  )
  const body: Element[] = [
    text(title, { size: 'large', weight: 'bolder', style: 'heading' }),
    text(attempt ? t.attemptLine : t.line),
    ...(hint === undefined ? [] : [text(hint)]),
    ...(actions.length > 0 ? [text(t.nearest, { isSubtle: true }), ...rows(actions)] : []),
    ...(people.length > 0
      ? [text(t.help, { isSubtle: true }), ...people.map(line => text(line, { spacing: 'small' }))]
      : []),
  ]
  return framed(language, `${title}. ${attempt ? t.attemptLine : t.line}`, body, issuer)
}
