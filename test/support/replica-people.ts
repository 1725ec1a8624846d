import type { Card } from '../../bot/teams/cards/card.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { executesOf } from './card-text.js'
import { rightInputs } from './learner.js'
import { dataOf, questionOn } from './learning-chat.js'
import type { Balancer, Outcome } from './replica-load.js'
import { type Writer, writer } from './turns.js'

/** Sends until somebody has acknowledged it, as a client does whose connection broke. */
type Send = (activity: unknown) => Promise<Outcome & { readonly kind: 'acknowledged'; readonly by: string }>

/** What came back, and what is to be found in the database afterwards. */
export type Deeds = {
  /** Requests whose connection broke, and those a service refused. */
  lost: number
  readonly failed: number[]
  acknowledged: number
  /** Question ids by object id of the learner, and modules passed. */
  readonly answers: Map<string, Set<string>>
  readonly passed: Map<string, Set<string>>
  /** Presses of "hilfreich": acknowledged, and sent in all. */
  feedback: number
  feedbackSent: number
  /** Chats in which a question was acknowledged, with the replica that did. */
  readonly asked: { readonly who: Writer; readonly by: string }[]
}

export const newRecord = (): Deeds => ({
  lost: 0,
  failed: [],
  acknowledged: 0,
  answers: new Map(),
  passed: new Map(),
  feedback: 0,
  feedbackSent: 0,
  asked: [],
})

export type Crowd = {
  readonly balancer: Balancer
  readonly record: Deeds
  readonly pack: Pack
  readonly serviceUrl: string
  /** Nobody begins anything new. */
  readonly isOver: () => boolean
}

let [people, messages] = [0, 0]
const newMessage = (): string => `message-${++messages}`

/** Learns one module after the other, each as a new person: reads, answers rightly, passes. */
export async function learns(crowd: Crowd, module: string): Promise<void> {
  const { record, pack, isOver } = crowd
  const version = pack.training.modules.find(({ id }) => id === module)?.version
  const send = sender(crowd)
  while (!isOver()) {
    const who = writer(++people, crowd.serviceUrl)
    const press = async (verb: string, data: unknown): Promise<Card> =>
      cardIn((await send(who.presses(verb, data, newMessage()))).body)
    let card = await press('round', { module, version })
    for (;;) {
      const question = questionOn(card, pack)
      card = await press('answer', { ...dataOf(card, 'answer'), ...rightInputs(question, pack) })
      add(record.answers, who.objectId, question.id)
      const next = executesOf(card).some(({ verb }) => verb === 'next')
      if (!next) break
      card = await press('next', dataOf(card, 'next'))
    }
    add(record.passed, who.objectId, module)
  }
}

/** Asks the same first question in one new chat after the other. */
export async function asks(crowd: Crowd, question: string): Promise<void> {
  const send = sender(crowd)
  while (!crowd.isOver()) {
    const who = writer(++people, crowd.serviceUrl)
    const { by } = await send(who.says(question, newMessage()))
    crowd.record.asked.push({ who, by })
  }
}

/** Says of one rule again and again that it helped. */
export async function thanks(crowd: Crowd, rule: string): Promise<void> {
  const { record } = crowd
  const send = sender(crowd, () => record.feedbackSent++)
  const who = writer(++people, crowd.serviceUrl)
  while (!crowd.isOver()) {
    await send(who.presses('feedback', { rule, helpful: true }, newMessage()))
    record.feedback++
  }
}

function sender({ balancer, record }: Crowd, onTry: () => void = () => undefined): Send {
  return async activity => {
    for (;;) {
      onTry()
      const outcome = await balancer.post(activity)
      if (outcome.kind === 'acknowledged') {
        record.acknowledged++
        return outcome
      }
      if (outcome.kind === 'lost') record.lost++
      else record.failed.push(outcome.status)
      if (record.lost + record.failed.length > 500) throw new Error('nobody answers any more')
    }
  }
}

/** The card in the answer to a button. */
function cardIn(body: unknown): Card {
  if (typeof body !== 'object' || body === null || !('value' in body)) throw new Error('no card came back')
  return body.value as Card
}

const add = (map: Map<string, Set<string>>, key: string, value: string): void =>
  void map.set(key, (map.get(key) ?? new Set()).add(value))
