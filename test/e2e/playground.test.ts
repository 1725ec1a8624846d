import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { readConfig } from '../../bot/config.js'
import { type Playground, startPlayground } from '../../bot/playground.js'
import type { Service } from '../../bot/wiring.js'
import { AnswerStep, Step } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { modulesOf } from '../../policies/training/index.js'
import { openBrowser } from '../support/browser.js'
import { fillCard } from '../support/card-answers.js'
import { type Chat, openChat } from '../support/chat.js'
import { freePort } from '../support/free-port.js'
import { rightInputs } from '../support/learner.js'
import { musterstadt } from '../support/musterstadt.js'
import { soon } from '../support/page-waits.js'
import { keepPicture } from '../support/pictures.js'
import { IBAN, LEAKED, PERSON } from '../support/protected.js'
import { startWitnessed } from '../support/witness/service.js'

jest.setTimeout(120_000)

// The playground has one look only; the dark one and high contrast are looked at in cards.test.ts.
describe('a person in the Agents Playground', () => {
  let data: string
  let service: Service
  let playground: Playground
  let browser: Browser
  let page: Page
  let chat: Chat

  beforeAll(async () => {
    const [port, playgroundPort] = [await freePort(), await freePort()]
    data = await mkdtemp(join(tmpdir(), 'kompass-playground-'))
    const settings = readConfig({
      KOMPASS_DATA: data,
      KOMPASS_PORT: String(port),
      PLAYGROUND_PORT: String(playgroundPort),
      KOMPASS_LOG_LEVEL: 'silent',
    })
    if (!settings.ok) throw new Error(settings.problems.join())
    const started = await startWitnessed(settings.config, undefined)
    if (!started.ok) throw new Error(started.problems.join())
    service = started.service
    const opened = await startPlayground(`${service.address}/api/messages`, playgroundPort)
    if (!opened.ok) throw new Error(opened.problem)
    playground = opened.playground
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1100, height: 1150 } })
    await page.route(/^https:/, route => route.abort())
    chat = await openChat(page, playground.address)
  })

  afterAll(async () => {
    await browser?.close()
    await playground?.close()
    await service?.close()
    if (data) await rm(data, { recursive: true, force: true })
  })

  // SCREENSHOTS=docs/images renews those of the README.
  const shot = (name: string): Promise<void> => keepPicture(page, `${name}-light`, false)

  test('is welcomed once, with prompts to tap', async () => {
    await chat.see('Willkommen beim KI-Kompass')
    expect(await page.getByText('Willkommen beim KI-Kompass').count()).toBe(1)
    await shot('welcome')
  })

  test('asks and gets rule, Ampel, reason, way on and source', async () => {
    await chat.say('Darf ich einen Lebenslauf in ChatGPT hochladen?')
    await chat.see('Nein, nicht erlaubt')
    await chat.see(/ChatGPT .* ist bei uns nicht freigegeben/)
    await chat.see('Stattdessen')
    await chat.see(/Regel „KI im Bewerbungsverfahren“, Fassung 1/)
    await shot('answer')
  })

  test('opens folded text', async () => {
    await chat.press('Quellen')
    await chat.see(/Stand 23\.11\.2026; geprüft/)
  })

  test('says the answer helped, and the card thanks in place', async () => {
    const cards = await page.locator('.ac-adaptiveCard').count()
    await chat.press('Ja')
    await chat.see(/Danke für Ihre Rückmeldung/)
    expect(await page.locator('.ac-adaptiveCard').count()).toBe(cards)
  })

  test('asks on without repeating the subject', async () => {
    await chat.say('Und wenn ich die Namen schwärze?')
    await chat.see(/Ersetzte Namen machen ein nicht freigegebenes Werkzeug nicht sicher/)
    await chat.see(/Regel „Text anonymisieren und Platzhalter setzen“/)
    await shot('follow-up')
  })

  test('hears honestly when there is no rule, and where to ask', async () => {
    await chat.say('Wann fährt der nächste Bus zum Bahnhof?')
    await chat.see('Dazu gibt es keine Regel')
    await chat.see(/Digitallotsen Bürgerdienste/)
    await shot('unknown')
  })

  test('finds a calm card when something went wrong', async () => {
    await chat.say('panne')
    await chat.see('Ruhig bleiben. Drei Schritte genügen.')
    await chat.see(/Eine ehrliche Meldung soll Ihnen nicht schaden/)
    await shot('breach')
  })

  test('types an account number and a name: answered all the same, and nothing of it repeated', async () => {
    await chat.say(`Darf ich den Brief von ${PERSON} mit der IBAN ${IBAN} in ChatGPT hochladen?`)
    await chat.see('In Ihrer Nachricht stehen geschützte Angaben')
    await chat.see(/1 Name, 1 Kontonummer \(IBAN\)/)
    const [answer = '', check = ''] = (await page.locator('.ac-adaptiveCard').allInnerTexts()).slice(-2)
    expect(answer).toContain('Nein, nicht erlaubt')
    expect(check).toContain('Dann können Sie Ihre Nachricht löschen')
    for (const card of await page.locator('.ac-adaptiveCard').all()) expect(await card.innerHTML()).not.toMatch(LEAKED)
    await shot('check')
  })

  test('opens the rule about it', async () => {
    await chat.press('Regel ansehen')
    await chat.see(/Regel „Personenbezogene Daten“, Fassung 1 ·/)
  })

  test('asks for the check and is led to the page where the text stays in the browser', async () => {
    await chat.say('prüfe')
    await chat.see(/der Text verlässt ihn nicht/)
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Text prüfen', exact: true }).last().click(),
    ])
    await soon(opened.getByRole('heading', { name: /^(?:Text prüfen|Check a text)$/ }).first())
    expect(opened.url()).toBe(`${service.address}/tab/#/pruefen`)
    await opened.close()
  })

  test('walks through the rules with buttons that turn the card over', async () => {
    await chat.say('regeln')
    await chat.see('Alle Regeln nach Themen')
    await chat.press('Was darf hinein? (11)')
    await chat.see('Zurück zu allen Themen')
    await shot('rules')
  })

  describe('who learns', () => {
    const PACK = musterstadt()

    test('reads a short lesson, screen by screen, in one card', async () => {
      await chat.say('lernen')
      await chat.see('Als Nächstes: Was ein Sprachmodell tut')
      await shot('learn')
      const cards = await page.locator('.ac-adaptiveCard').count()
      await chat.press('Lektion beginnen')
      await chat.see(/Seite 1 von 5/)
      await shot('lesson')
      for (let screen = 2; screen <= 5; screen += 1) {
        await chat.press('Weiter')
        await chat.see(new RegExp(`Seite ${screen} von 5`))
      }
      expect(await page.locator('.ac-adaptiveCard').count()).toBe(cards)
    })

    test('is told kindly when nothing was chosen, and answers wrongly: the feedback explains', async () => {
      await chat.press('Zu den 5 Fragen')
      await chat.see(/Frage 1 von 5/)
      await chat.press('Antworten')
      await chat.see(/Bitte wählen Sie erst eine Antwort/)
      await fillCard(page, await PACK, 'wrong')
      await shot('question')
      await chat.press('Antworten')
      await chat.see(/Noch nicht ganz/)
      await chat.see(/Quelle: /)
      await shot('feedback-wrong')
    })

    test('answers the rest rightly and has passed the module', async () => {
      for (let at = 2; at <= 5; at += 1) {
        await chat.press('Nächste Frage')
        await chat.see(new RegExp(`Frage ${at} von 5`))
        await fillCard(page, await PACK, 'right')
        await chat.press('Antworten')
        await chat.see(/^Richtig$/)
      }
      await chat.see('Bestanden: Was ein Sprachmodell tut')
      await chat.see('4 von 5 richtig.')
      await shot('module-passed')
    })

    test('sees in words how far it is, and that nobody else does', async () => {
      await chat.say('fortschritt')
      await chat.see(/Grundkurs: 1 von 9 Modulen/)
      await chat.see('Diesen Stand sehen nur Sie. Punkte oder Ranglisten gibt es nicht.')
      await shot('progress')
    })

    test('has the KI-Pass after nine modules, and gets the proof', async () => {
      await chat.say('nachweis')
      await chat.see('Noch kein Nachweis')
      await passTheRest(service.address, await PACK)
      await chat.say('nachweis')
      await chat.see(/KI-Pass: gilt bis/)
      await shot('proof')
      const pdf = await fetch(`${service.address}/api/proof/ki-pass.pdf`)
      expect(pdf.headers.get('content-type')).toBe('application/pdf')
    })

    test('sees all that is kept and deletes it; the proof stays, and the card says why', async () => {
      await chat.say('meine daten')
      await chat.press('Alles ansehen')
      await chat.see(/"nachweise"/)
      await chat.press('Löschen')
      await chat.press('Ja, alles löschen')
      await chat.see('Ihre Daten sind gelöscht')
      await chat.see(/Geblieben: 10 Nachweise/)
      await shot('erased')
    })
  })
})

/** The other modules over HTTP, as the page does it; the chat has shown one. */
async function passTheRest(address: string, pack: Pack): Promise<void> {
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.status === 204 ? undefined : response.json()
  }
  for (const { id, version } of modulesOf(pack, 'grundkurs').slice(1)) {
    await post('/api/learning/lesson', { module: id, version })
    let step = Step.parse(await post('/api/learning/start', { kind: 'round', module: id }))
    while (step.kind === 'question') {
      const inputs = rightInputs(step.question, pack)
      const answered = AnswerStep.parse(await post('/api/learning/answer', { session: step.session, inputs }))
      if (answered.kind !== 'feedback') throw new Error(answered.message)
      step = answered.after
    }
  }
}
