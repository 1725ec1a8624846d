import { NO_TOPIC } from '../../../policies/answer/index.js'
import type { Language } from '../../../policies/language/language.js'
import type { Rule } from '../../../policies/pack/rule-schema.js'
import { type Action, type Card, type Container, type Element, execute, list, rows, text } from './card.js'
import { checkTexts } from './check-texts.js'
import { framed, type Issuer } from './frame.js'
import { noticeCard } from './notice-card.js'
import { pageButton } from './page-card.js'

export type CheckCardData = {
  /** Kinds and numbers in words ("2 Namen, 1 Kontonummer (IBAN)"); undefined if nothing counts. Never text. */
  readonly found: string | undefined
  /** The rule of what weighs most. */
  readonly rule: Rule | undefined
  /** Where the text lies: this chat, a group, or another message a person asks about. */
  readonly where: 'chat' | 'group' | 'message'
  /** It has to be reported before anybody deletes anything. */
  readonly report: boolean
  /** Nothing speaks for its having left this chat, so the message may be deleted. */
  readonly mayDelete: boolean
  /** A password or key is among it. */
  readonly secret: boolean
  /** Lines with whom to call, if it has to be reported. */
  readonly people: readonly string[]
  /** The question itself has been answered as well. */
  readonly answered: boolean
  /** What to do with the text where no placeholder helps, by kind, in the words of the pack. */
  readonly way: string | undefined
  /** For a text that was handed over to be checked: which approved tools take it. */
  readonly verdicts:
    | readonly { readonly tools: readonly string[]; readonly may: 'now' | 'replaced' | 'never' }[]
    | undefined
  readonly uncovered: boolean
  readonly page: string
  readonly language: Language
  readonly issuer: Issuer
}

type Texts = ReturnType<typeof checkTexts>

/** What the check says about a text, without a word of it: what it is, what to do now, where it lies, where to check the next. */
export function checkCard(data: CheckCardData): Card {
  const { found, report, rule, language, issuer, uncovered } = data
  const t = checkTexts(language)
  const title = titleOf(data, t)
  const kinds = found === undefined ? t.nothing : `**${t.found}:** ${found}`
  return framed(
    language,
    `${title}. ${found === undefined ? t.nothing : `${t.found}: ${found}.`}`,
    [
      heading(title, data),
      text(kinds),
      ...(uncovered ? [text(t.uncovered)] : []),
      ...(report ? reporting(data, t) : goingOn(data, t)),
      text(report ? t.inTeams : `${t.inTeams} ${t.page}`),
      ...rows(actionsOf(data, t), 'medium'),
      ...(rule
        ? [text(`${t.rule} „${rule.title}“, ${t.version} ${rule.version}`, { size: 'small', isSubtle: true })]
        : []),
    ],
    issuer,
  )
}

function titleOf({ found, report, where }: CheckCardData, t: Texts): string {
  if (report) return t.titleReport
  if (found === undefined) return t.titleNothing
  return where === 'chat' || where === 'group' ? t.title : t.titleText
}

function heading(title: string, { found, report }: CheckCardData): Container {
  const style = report ? 'attention' : found === undefined ? 'accent' : 'warning'
  return {
    type: 'Container',
    style,
    bleed: true,
    items: [text(title, { size: 'large', weight: 'bolder', style: 'heading' })],
  }
}

/** First the call, then the comfort; nothing is deleted before. */
function reporting({ people, secret, where, verdicts }: CheckCardData, t: Texts): Element[] {
  return [
    ...(where === 'group' ? [text(t.group)] : []),
    ...(people.length > 0
      ? [text(t.call), ...people.map(line => text(line, { size: 'medium', spacing: 'small' }))]
      : [text(t.nobody)]),
    ...(secret ? [text(t.secret)] : []),
    text(t.keep),
    ...(verdicts ? verdictLines(verdicts, undefined, t) : []),
    text(t.happens, { weight: 'bolder' }),
  ]
}

/** A slip: what goes on as before, what the text may still be used for, what to do with the message. */
function goingOn(data: CheckCardData, t: Texts): Element[] {
  const { answered, found, verdicts, way, where } = data
  return [
    ...(where === 'group' ? [text(t.group)] : []),
    ...(answered ? [text(t.answered)] : []),
    ...(verdicts ? verdictLines(verdicts, way, t) : []),
    ...(found === undefined ? [] : [text(adviceOf(data, t))]),
  ]
}

function adviceOf({ where, mayDelete }: CheckCardData, t: Texts): string {
  if (!mayDelete) return t.leave
  if (where === 'chat') return `${t.delete} ${t.leave}`
  return where === 'group' ? `${t.deleteGroup} ${t.leave}` : t.leave
}

function verdictLines(verdicts: NonNullable<CheckCardData['verdicts']>, way: string | undefined, t: Texts): Element[] {
  if (verdicts.length === 0) return [text(t.none)]
  return [
    text(t.tools, { weight: 'bolder' }),
    list([...verdicts.map(({ tools, may }) => `**${tools.join(', ')}**: ${t[may]}`), t.others]),
    ...(way !== undefined && verdicts.some(({ may }) => may === 'never') ? [text(way)] : []),
  ]
}

/** In a dialog nothing but links works. */
function actionsOf({ page, language, rule, where, report }: CheckCardData, t: Texts): Action[] {
  const inChat = where === 'chat' || where === 'group'
  return [
    pageButton(page, language),
    ...(inChat && rule ? [execute(t.seeRule, 'rule', { rule: rule.id, language, topic: NO_TOPIC })] : []),
    ...(inChat && !report ? [execute(t.breach, 'breach', {})] : []),
  ]
}

/** In the place of a check card whose message was changed so that nothing counts any more. */
export function clearedCard(language: Language, issuer: Issuer): Card {
  const t = checkTexts(language)
  return noticeCard({ title: t.titleNothing, lines: [t.cleared] }, language, issuer)
}
