import { answer, LONGEST_QUESTION } from '../../policies/answer/index.js'
import type { Language } from '../../policies/language/language.js'
import { decisive } from '../../policies/protect/index.js'
import { verdictsFor } from '../check/tools.js'
import { firm, inWords } from '../check/words.js'
import type { Checked, Scene, TextScene } from './activities/activity.js'
import { type Card, execute, text as line } from './cards/card.js'
import { type CheckCardData, checkCard, clearedCard } from './cards/check-card.js'
import { checkTexts } from './cards/check-texts.js'
import { issuerOf } from './cards/frame.js'
import { noticeCard } from './cards/notice-card.js'
import { pageButton } from './cards/page-card.js'
import { lotseFor, reportTo } from './people.js'
import type { Message, Outcome } from './turn.js'

/**
 * The one place where incoming text is checked, before any activity sees it. Undefined: the check failed, and nothing may
 * happen with the text.
 */
export async function checkIncoming(text: string, scene: Scene): Promise<Checked | undefined> {
  const { services, pack } = scene
  const checked = await services.checkText(text, pack)
  if (checked.kind === 'held') {
    await services.counters.increment('check.held')
    return undefined
  }
  const { found } = checked
  const counts = firm(found.findings).length > 0
  if (counts) await services.counters.increment('check.found')
  if (found.uncovered) await services.counters.increment('check.uncovered')
  return { found, left: counts ? await hasLeft(text, scene) : 'no' }
}

/** Whether the text tells of something that already went to a tool. Too long to be understood, or after such a message: perhaps. */
async function hasLeft(text: string, { turn, pack, today, services }: Scene): Promise<Checked['left']> {
  if (text.length > LONGEST_QUESTION) return 'perhaps'
  const context = await services.memory.recall(turn.conversation, services.now())
  if (answer(text, pack, context, today).kind === 'breach') return 'yes'
  return context.some(({ rules }) => rules[0] === BREACH_RULE) ? 'perhaps' : 'no'
}

const BREACH_RULE = 'datenpanne-melden'

/** What the check has to say joins the outcome: beside the answer in a chat, to the person alone in a group. */
export function withCheck(outcome: Outcome, scene: TextScene): Outcome {
  const { turn, pack, checked } = scene
  const language = outcome.messages[0]?.card.lang ?? 'de'
  const edited = turn.event.kind === 'message' && turn.event.edited
  if (firm(checked.found.findings).length > 0) {
    const inGroup = turn.scope === 'group'
    const card = cardOf(scene, { where: inGroup ? 'group' : 'chat', answered: outcome.messages.length > 0, language })
    const found = new Set(firm(checked.found.findings).map(finding => finding.class))
    if (inGroup) return { ...outcome, privately: card, found }
    return { ...outcome, messages: [...outcome.messages, { card, slot: 'check' }] }
  }
  if (turn.scope === 'group') return outcome
  const noted = checked.found.uncovered
    ? outcome.messages.map(message => withNote(message, language))
    : outcome.messages
  const cleared: Message = { card: clearedCard(language, issuerOf(pack)), slot: 'check', onlyRenews: true }
  return { ...outcome, messages: edited ? [...noted, cleared] : noted }
}

/** The check card for what was found; `verdict` adds what the approved tools take. */
export function cardOf(
  { checked, person, pack, today, services }: TextScene,
  how: Pick<CheckCardData, 'where' | 'answered' | 'language'> & { readonly verdict?: true },
): Card {
  const { found, left } = checked
  const { where, answered, language, verdict } = how
  const counted = firm(found.findings)
  const classes = new Set(found.findings.map(finding => finding.class))
  const kind = protectText(decisive(counted)?.kind, pack)
  const report = left === 'yes' || classes.has('VS') || classes.has('SECRET')
  return checkCard({
    found: counted.length > 0 ? inWords(counted, pack, language) : undefined,
    rule: pack.rules.find(({ id }) => id === kind?.rule),
    where,
    report,
    mayDelete: left === 'no',
    secret: classes.has('SECRET'),
    people: report ? reportTo(classes, left === 'yes', pack, language) : [],
    answered,
    way: language === 'en' ? kind?.en.way : kind?.way,
    verdicts: verdict ? verdictsFor(found, pack, today, person) : undefined,
    uncovered: found.uncovered,
    page: services.textPage,
    language,
    issuer: issuerOf(pack),
  })
}

const protectText = (kind: string | undefined, { protect }: Scene['pack']) =>
  protect.kinds.find(({ id }) => id === kind)

/** A line under the answer: the check could not read all of it. */
function withNote(message: Message, language: Language): Message {
  const { card } = message
  const note = line(checkTexts(language).uncovered, { isSubtle: true, size: 'small' })
  return { ...message, card: { ...card, body: [...card.body, note] } }
}

/** The check failed: the text is held, and the way on is named. `plain`: in a dialog nothing but links works. */
export function heldCard({ turn, person, pack, services }: Scene, plain?: 'plain'): Card {
  const people = turn.scope === 'group' ? [] : lotseFor(person, pack)
  const again = 'Fragen Sie gern noch einmal in eigenen Worten, ohne Namen und Nummern.'
  const buttons = plain ? [] : [execute('Alle Regeln', 'area', {}), execute('Es ist etwas passiert', 'breach', {})]
  return noticeCard(
    {
      title: 'Ich konnte Ihre Nachricht nicht prüfen und habe sie deshalb nicht verarbeitet',
      lines: [
        'Es liegt nicht an Ihnen, und ich habe nichts davon gespeichert. Bitte geben Sie den Text auch sonst nirgends ein, bis er geprüft ist.',
        people.length > 0 ? `${again} Oder rufen Sie an:` : again,
        ...people,
      ],
      actions: [pageButton(services.textPage, 'de'), ...buttons],
    },
    'de',
    issuerOf(pack),
  )
}
