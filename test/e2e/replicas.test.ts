import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { entraPersonId } from '../../bot/identity/entra.js'
import { pseudonymOf } from '../../bot/learning/pseudonym.js'
import type { Store } from '../../bot/storage/store.js'
import { textsFor } from '../../bot/teams/cards/texts.js'
import { type FakeConnector, fakeConnector } from '../support/fake-connector.js'
import { musterstadt } from '../support/musterstadt.js'
import { BOT_A, openId } from '../support/openid.js'
import { loginFor } from '../support/openid-login.js'
import { opening } from '../support/opening.js'
import { answerTo } from '../support/own-sets.js'
import { authority } from '../support/proxy-certificates.js'
import { LEARNING_KEY, type Replica, startReplica } from '../support/replica.js'
import { balancer, until } from '../support/replica-load.js'
import { asks, type Crowd, learns, newRecord, thanks } from '../support/replica-people.js'
import { postgresForTests } from '../support/storage.js'
import { witnessProcesses } from '../support/witness/processes.js'

const postgres = postgresForTests()
const pack = await musterstadt()
const MODULE = 'g1'
const QUESTION = 'Darf ich ein Attest in die KI hochladen?'
/** What stays secret without names stays forbidden: asked alone, the same question is answered with conditions. */
const FOLLOW_UP = 'Und wenn ich die Namen schwärze?'
/** Acknowledged requests before the kill, and after it. */
const BEFORE = 150
const AFTER = 150

type Setting = { readonly url: string; readonly connector: FakeConnector; readonly replicas: readonly Replica[] }
const closing: (() => Promise<unknown>)[] = []
let setting: Setting & { readonly token: string }

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kompass-replicas-'))
  const house = authority()
  const [channel, connector, login] = [
    await openId(),
    await fakeConnector(),
    await loginFor({ secrets: { [BOT_A.appId]: 'geheim-a' } }, house),
  ]
  const caFile = join(folder, 'ca.pem')
  await writeFile(caFile, house.certificate)
  const url = await postgres().createDatabase()
  const microsoft = { metadata: channel.channel.metadata, login: login.address, caFile }
  const witness = await witnessProcesses({ data: folder, databaseUrl: url })
  const start = (): Promise<Replica> => startReplica(microsoft, folder, url, witness)
  const replicas = await Promise.all([start(), start()])
  const now = Math.floor(Date.now() / 1000)
  const token = channel.token({ nbf: now - 60, exp: now + 3600, serviceurl: connector.address })
  setting = { url, connector, replicas, token }
  closing.push(
    () => witness.visit(replicas[1].address),
    ...replicas.map(replica => replica.kill),
    witness.look,
    channel.close,
    connector.close,
    login.close,
    login.outbound.close,
    () => rm(folder, { recursive: true }),
  )
}, 120_000)

describe('two replicas on one database, and the power of one goes while many people use both', () => {
  // In here, so that it comes before the end of the database.
  afterAll(async () => {
    for (const close of closing) await close()
  }, 60_000)

  test('nothing acknowledged is lost, and the other goes on, also with what people were talking about', async () => {
    const { url, connector, replicas, token } = setting
    const [victim, other] = replicas
    if (!victim || !other) throw new Error('two replicas are needed')
    const record = newRecord()
    const balanced = balancer([victim.address, other.address], token)
    let isOver = false
    const serviceUrl = connector.address
    const crowd: Crowd = { balancer: balanced, record, pack, serviceUrl, isOver: () => isOver }
    const working = Promise.all([
      ...Array.from({ length: 6 }, () => learns(crowd, MODULE)),
      ...Array.from({ length: 4 }, () => asks(crowd, QUESTION)),
      ...Array.from({ length: 2 }, () => thanks(crowd, 'kennzeichnung')),
    ])

    await until('both have done enough', () => record.acknowledged >= BEFORE && balanced.underWay(victim.address) >= 3)
    const inFlight = balanced.underWay(victim.address)
    balanced.withdraw(victim.address)
    await victim.kill()
    const atKill = record.acknowledged
    await until('the other has gone on', () => record.acknowledged >= atKill + AFTER)
    isOver = true
    await working

    expect(record.failed).toEqual([])
    expect(record.lost).toBeGreaterThan(0)
    expect(record.lost).toBeLessThanOrEqual(inFlight)
    expect(other.log()).not.toMatch(/"level":[456]0|^[^{]/m)
    const storage = await opening({ kind: 'postgres', url })
    const store = storage.forMunicipality(pack.manifest.id)
    await expectAnswers(store, record)
    const counters = await store.counters.read()
    const thanked = counters.get('feedback.kennzeichnung.yes') ?? 0
    expect(thanked).toBeGreaterThanOrEqual(record.feedback)
    expect(thanked).toBeLessThanOrEqual(record.feedbackSent)
    expect(counters.get('answer.rule')).toBeGreaterThanOrEqual(record.asked.length)
    await storage.close()

    const begunWithVictim = record.asked.filter(({ by }) => by === victim.address)
    expect(begunWithVictim.length).toBeGreaterThan(5)
    const rightly = beginningOf([QUESTION, FOLLOW_UP])
    expect(rightly).not.toBe(beginningOf([FOLLOW_UP]))
    for (const { who } of begunWithVictim) {
      connector.clear()
      expect((await balanced.post(who.says(FOLLOW_UP, 'follow-up'))).kind).toBe('acknowledged')
      expect(saidIn(who.conversation, connector)).toContain(rightly)
    }
  }, 60_000)
})

/** Each answer and each proof that a learner was told of. */
async function expectAnswers(
  { learning, proofs }: Store,
  { answers, passed }: ReturnType<typeof newRecord>,
): Promise<void> {
  expect(passed.size).toBeGreaterThan(5)
  for (const [objectId, questions] of answers) {
    const person = entraPersonId(objectId)
    const pseudonym = pseudonymOf(Buffer.from(LEARNING_KEY, 'utf8'), pack.manifest.id, person)
    const kept = (await learning.states(pseudonym)).map(({ question }) => question)
    expect(kept).toEqual(expect.arrayContaining([...questions]))
    const proven = (await proofs.of(person)).map(({ subject }) => subject)
    expect(proven).toEqual(expect.arrayContaining([...(passed.get(objectId) ?? [])]))
  }
}

/** How the answer to the last of some turns begins: Ampel and rule. */
function beginningOf(turns: readonly string[]): string {
  const given = answerTo({ q: '', turns }, pack)
  if (given.kind !== 'rule') throw new Error(`no rule but ${given.kind}`)
  return `${textsFor('de')[given.answer.light]}. ${given.answer.rule.title}. `
}

/** What a chat was told last, as its notification reads. */
const saidIn = (conversation: string, { sent }: FakeConnector): string | undefined =>
  sent()
    .filter(({ path }) => path.includes(`/${conversation}/`))
    .at(-1)?.activity.attachments[0]?.content.fallbackText
