import { describe, expect, jest, test } from '@jest/globals'
import { musterstadt, ruleOf } from '../support/musterstadt.js'
import { soon } from '../support/page-waits.js'
import { hostTab } from '../support/tab-host.js'
import type { Wishes } from '../support/tab-page.js'
import { ILL, LETTER, PASSWORD, PUBLIC } from '../support/tab-texts.js'

jest.setTimeout(120_000)

let answer = 200
const { open, shot } = hostTab(() => answer)

describe('somebody checks a text', () => {
  test('asks first where it comes from and where it is to go', async () => {
    const { paste, see, choose } = await open()
    await see(/Beispielkommune Musterstadt/)
    await shot('empty')
    await paste(PUBLIC)
    await see('Woher kommt der Text, und wohin soll er?')
    await choose('Öffentlich')
    await see('Wohin soll der Text?')
    await choose('MUCGPT')
    await see(/Das heißt nicht, dass keine Angaben über Menschen darin stehen/)
    await shot('nothing')
  })

  test('replaces, copies, and gets the real details back, and nothing leaves the page', async () => {
    const { page, requests, complaints, paste, see, choose, press, clipboard } = await open()
    await choose('Betrifft Menschen')
    await choose('MUCGPT')
    await paste(LETTER)
    await see('Mit Platzhaltern geht es: pseudonymisiert, nicht anonym')
    expect(await page.locator('mark').count()).toBeGreaterThanOrEqual(4)
    await shot('replace')
    await press('Mit Platzhaltern ersetzen')
    await press('Kopieren')
    await see(/^Kopiert$/)
    const copied = await clipboard()
    expect(copied).toContain('[IBAN 1]')
    expect(copied).not.toMatch(/Erika|Krause|Lindenstraße|example\.org|DE89/)
    await paste('An [IBAN 1] wurde gezahlt. [TELEFON 9] ruft an.', 'Antwort der KI')
    await see('An DE89 3704 0044 0532 0130 00 wurde gezahlt. [TELEFON 9] ruft an.')
    await see('Diese Platzhalter hat die KI erfunden:')
    await see('In der Antwort fehlen:')
    await shot('restored')
    await page.getByRole('button', { name: 'Kopieren' }).nth(1).click()
    await soon(page.getByText(/^Kopiert$/).nth(1))
    expect(await clipboard()).toContain('DE89 3704')
    await press('Alles löschen')
    await see(/Sobald Text im Feld steht/)
    expect(await page.locator('body').textContent()).not.toContain('DE89')
    await paste(PUBLIC)
    expect(await page.locator('body').textContent()).not.toContain('DE89')
    expect(requests).toEqual([])
    expect(complaints).toEqual([])
  })

  test('cannot copy what belongs to another text or may not go into the tool', async () => {
    const { page, paste, see, choose, press } = await open()
    const copy = page.getByRole('button', { name: 'Kopieren' })
    await choose('Betrifft Menschen')
    await choose('MUCGPT')
    await paste(LETTER)
    await press('Mit Platzhaltern ersetzen')
    await soon(copy)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Text mit Platzhaltern')
    await choose('Offenes Werkzeug')
    await see(/Kopieren gibt es hier nicht/)
    expect(await copy.count()).toBe(0)
    await choose('F13')
    await soon(copy)
    await page.getByRole('textbox', { name: 'Ihr Text' }).press('End')
    await page.keyboard.type(' Gruß, Ihre Petra Steinhauer')
    await see('Der Text oben hat sich geändert. Bitte ersetzen Sie noch einmal.')
    expect(await copy.count()).toBe(0)
    await press('Mit Platzhaltern ersetzen')
    await soon(copy)
  })

  test('leads from a line to its place and back, and lets a person rule a finding out', async () => {
    const { page, paste, see, choose } = await open()
    await choose('Intern')
    await choose('MUCGPT')
    await paste(`${PUBLIC} Auskunft gibt Petra Steinhauer.`)
    await see('Mit Platzhaltern geht es: pseudonymisiert, nicht anonym')
    const line = page.getByRole('button', { name: 'Petra Steinhauer', exact: true })
    await line.click()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Name: Petra Steinhauer')
    await page.keyboard.press('Enter')
    expect(await line.evaluate(element => element === document.activeElement)).toBe(true)
    await page.getByRole('checkbox', { name: /Petra Steinhauer/ }).uncheck()
    await see('Bitte kurz ansehen')
    await see('1 Stelle zählt nicht, weil Sie den Haken entfernt haben.')
  })

  test('is told what stays, even with placeholders, and how it goes on', async () => {
    const { page, paste, see, choose } = await open()
    await choose('Besonders geschützt')
    await choose('MUCGPT')
    await paste(ILL)
    await see('So darf der Text nicht in MUCGPT')
    await see(/Auch mit Platzhaltern nicht in MUCGPT/)
    await see(/Nehmen Sie einen erfundenen Fall/)
    expect(await page.getByRole('button', { name: 'Mit Platzhaltern ersetzen' }).count()).toBe(0)
    await shot('stop')
  })

  test.each([
    ['MUCGPT', /Solche Texte brauchen ein freigegebenes Verfahren oder Platzhalter/, /Dann geht es darin/],
    ['Offenes Werkzeug', /In ein offenes Werkzeug darf nur Öffentliches/, /Ist alles darin schon veröffentlicht/],
  ])('unsure where a text comes from, gets no release for %s, but the way on', async (tool, why, way) => {
    const { page, paste, see, choose } = await open()
    await choose('Weiß nicht')
    await choose(tool)
    await paste(PUBLIC)
    await see('Vorsichtshalber nein')
    await see(why)
    await see(way)
    expect(await page.locator('.word').allTextContents()).toEqual(['Vorsichtshalber nein'])
    await shot(`unsure ${tool}`)
  })

  test('is led from a tool that is not approved to one that is', async () => {
    const { paste, see, choose, press } = await open()
    await choose('Intern')
    await choose('Anderes oder nicht freigegebenes Werkzeug')
    await paste(PUBLIC)
    await see('So darf der Text nicht in dieses Werkzeug')
    await shot('not-approved')
    await press('In MUCGPT geht es')
    await see(/Dann darf der Text in MUCGPT/)
  })

  test.each([
    ['a password', PASSWORD, /Blaubeere/],
    ['a stamp', `VS - NUR FÜR DEN DIENSTGEBRAUCH\n\n${PUBLIC}`, /DIENSTGEBRAUCH/],
  ])('cannot rule out %s, and it goes nowhere', async (name, text, value) => {
    const { page, paste, see } = await open()
    await paste(text)
    await see('Dieser Text darf in kein KI-Werkzeug')
    expect(await page.locator('.jump', { hasText: value }).count()).toBe(1)
    expect(await page.getByRole('checkbox', { name: value }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Mit Platzhaltern ersetzen' }).count()).toBe(0)
    await shot(name.replace(' ', '-'))
  })

  test('hears that another language is checked for numbers and addresses only', async () => {
    const { paste, see, choose } = await open()
    await choose('Intern')
    await choose('MUCGPT')
    await paste(
      'Annem geçen yıl hastalandı ve şimdi her gün ilaç almak zorunda kalıyor, babam da çalışamıyor ve evde kalıyor, bu yüzden para yardımı istiyoruz.',
    )
    await see('Dieser Text lässt sich nur auf Nummern und Adressen prüfen.')
  })
})

describe('a long text', () => {
  const long = `${PUBLIC}\n\n`.repeat(1_500) + LETTER

  test('is checked by the worker, without any request', async () => {
    const { page, requests, paste, see, choose } = await open()
    await choose('Betrifft Menschen')
    await choose('MUCGPT')
    await paste(long)
    await see('Mit Platzhaltern geht es: pseudonymisiert, nicht anonym')
    expect(await page.locator('mark').count()).toBeGreaterThanOrEqual(4)
    expect(requests).toEqual([])
  })

  test('stays usable with a thousand findings', async () => {
    const { page, paste, see, choose, press } = await open()
    await choose('Betrifft Menschen')
    await choose('MUCGPT')
    await paste(`${LETTER}\n\n`.repeat(200))
    await see('Mit Platzhaltern geht es: pseudonymisiert, nicht anonym')
    const start = Date.now()
    await press('Mit Platzhaltern ersetzen')
    await soon(page.getByRole('button', { name: 'Kopieren' }))
    await page
      .getByRole('button', { name: /^Alle \d+ zeigen$/ })
      .first()
      .click()
    expect(Date.now() - start).toBeLessThan(5_000)
  })

  test('is held if the worker cannot do it', async () => {
    const { page, paste, see } = await open({
      before: page => page.route(/worker-.*\.js/, route => route.abort()),
    })
    await paste(long)
    await see('Die Prüfung hat nicht geklappt')
    await see(/Bitte geben Sie ihn noch in kein Werkzeug/)
    expect(await page.getByRole('button', { name: /Kopieren|ersetzen/ }).count()).toBe(0)
  })
})

describe('when something does not work', () => {
  test('an engine that fails holds the text', async () => {
    const { page, paste, see, choose } = await open()
    await choose('Öffentlich')
    await choose('MUCGPT')
    await paste(PUBLIC)
    await see('Nichts erkannt')
    const [worker] = page.workers()
    await worker?.evaluate(() => {
      String.prototype.matchAll = () => {
        throw new Error('broken')
      }
    })
    await page.getByRole('textbox', { name: 'Ihr Text' }).press('End')
    await page.keyboard.type(' Und so weiter.')
    await see('Die Prüfung hat nicht geklappt')
    expect(await page.getByRole('button', { name: 'Kopieren' }).count()).toBe(0)
    await shot('held')
  })

  test('rules that cannot be reached can be asked for again', async () => {
    answer = 503
    const { see, press } = await open()
    await see(/Die Regeln sind gerade nicht erreichbar/)
    answer = 200
    await press('Noch einmal versuchen')
    await see('Woher kommt der Text?')
  })

  test('a file that is no text is refused kindly, a text file is read', async () => {
    const { page, see } = await open()
    const file = page.locator('input[type=file]')
    await file.setInputFiles({ name: 'Bescheid.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') })
    await see(/„Bescheid\.pdf“ lässt sich hier nicht öffnen/)
    await file.setInputFiles({ name: 'brief.txt', mimeType: 'text/plain', buffer: Buffer.from('Grüße', 'latin1') })
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Grüße')
  })
})

describe.each<Wishes & { name: string }>([
  { name: 'light at 1280', viewport: { width: 1280, height: 900 } },
  { name: 'dark at 480', colorScheme: 'dark', viewport: { width: 480, height: 900 } },
  { name: 'contrast at 320', query: '?theme=contrast', viewport: { width: 320, height: 700 } },
  { name: 'light at 320', viewport: { width: 320, height: 700 } },
  { name: 'forced colours at 1280', forcedColors: 'active', viewport: { width: 1280, height: 900 } },
])('the page in $name', ({ name, ...wishes }) => {
  test('has no problem by WCAG 2.2 AA, and needs no pointer', async () => {
    const { page, paste, see, press, problems } = await open(wishes)
    const found = [...(await problems())]
    await page.getByRole('radio', { name: 'Öffentlich' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type(ILL)
    await see(/So darf der Text nicht in/)
    await shot(`stop ${name}`)
    found.push(...(await problems()))
    await press('Alles löschen')
    await paste(LETTER)
    // Where the questions are folded two buttons lead back to them: one in their place, and later one beside the verdict.
    const unfold = page.getByRole('button', { name: 'Auswählen' }).first()
    if (await unfold.isVisible()) await unfold.click()
    await page.getByRole('radio', { name: 'Betrifft Menschen' }).check()
    await see('Mit Platzhaltern geht es: pseudonymisiert, nicht anonym')
    await press('Mit Platzhaltern ersetzen')
    await paste('Gezahlt an [IBAN 1].', 'Antwort der KI')
    await see('Gezahlt an DE89 3704 0044 0532 0130 00.')
    found.push(...(await problems()))
    await shot(`all ${name}`)
    expect(found).toEqual([])
  })
})

test('speaks English', async () => {
  const { page, paste, see, choose, press } = await open({ locale: 'en-GB' })
  await choose('About people')
  await choose('MUCGPT')
  await paste(LETTER, 'Your text')
  await see('It works with placeholders: pseudonymised, not anonymous')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByText('Rule: ').first().click()
  const rule = ruleOf(await musterstadt(), 'personenbezogene-daten')
  await see(rule.en.short)
  expect(await page.locator('body').textContent()).not.toContain(rule.text.short)
  await shot('english')
  await press('Deutsch')
  await see('Mit Platzhaltern geht es: pseudonymisiert, nicht anonym')
})
