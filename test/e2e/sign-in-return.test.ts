import { describe, expect, jest, test } from '@jest/globals'
import { soon } from '../support/page-waits.js'
import { hostSignIn, keptBy } from '../support/sign-in-page-host.js'
import { signInAs } from '../support/sign-in-page-provider.js'
import { problemsOf } from '../support/tab-page.js'

jest.setTimeout(120_000)

const { server, provider, page, complaints, open } = hostSignIn()

const RULES = '/tab/?kommune=musterstadt#/regeln'
const STATE = 's'.repeat(43)
const NONCE = 'n'.repeat(43)
const CHALLENGE = 'c'.repeat(43)
const TRIP = { state: STATE, nonce: NONCE, verifier: 'v'.repeat(43), back: RULES }

/** As if this window had set out for the provider. */
async function setOut(trip: object): Promise<void> {
  await open('/anmeldung/')
  await page().evaluate(kept => sessionStorage.setItem('ki-kompass-anmeldung', JSON.stringify(kept)), trip)
}
const alert = (words: string) => soon(page().getByRole('alert').filter({ hasText: words }))

describe('the page providers send people to', () => {
  test.each([
    { why: 'nothing', query: '' },
    { why: 'a code nobody here asked for', query: `?code=stolen&state=${STATE}` },
    { why: 'a code without a state', query: '?code=stolen' },
    { why: 'an error for nobody', query: `?error=access_denied&state=${STATE}` },
  ])('with $why says so, and keeps nothing', async ({ query }) => {
    await open(`/anmeldung/${query}`)
    await soon(page().getByText('gehört zu keiner offenen Seite mehr'))
    expect(await page().getByRole('link', { name: 'Zur Seite „Heute“' }).getAttribute('href')).toBe('../tab/')
    expect(page().url()).not.toContain('code=stolen')
    expect(await keptBy(page())).toEqual({})
    expect(await problemsOf(page())).toEqual([])
    expect(complaints()).toEqual([])
  })

  test('with the answer to another attempt than this window’s leads nowhere', async () => {
    await setOut({ ...TRIP, state: 't'.repeat(43) })
    await open(`/anmeldung/?code=stolen&state=${STATE}`)
    await soon(page().getByText('gehört zu keiner offenen Seite mehr'))
    expect(provider().exchanged).toEqual([])
  })

  test.each(['https://elsewhere.example/', '//elsewhere.example/', 'javascript:alert(1)'])(
    'goes back to %s for nobody',
    async back => {
      await setOut({ ...TRIP, back })
      await open(`/anmeldung/?code=stolen&state=${STATE}`)
      await soon(page().getByText('gehört zu keiner offenen Seite mehr'))
    },
  )

  test('brings a code that is not the provider’s back to the page, which says that it does not fit', async () => {
    await setOut(TRIP)
    await open(`/anmeldung/?code=invented&state=${STATE}`)
    await alert('passte nicht zu dieser Seite')
    expect(page().url()).toBe(`${server().address}${RULES}`)
    expect(provider().exchanged).toEqual([{ grant: 'authorization_code', status: 400 }])
    expect(await keptBy(page())).toEqual({})
  })

  test('brings no code twice: the address of an answer, opened again, is worth nothing', async () => {
    const answers: string[] = []
    page().on('request', request => request.url().includes('/anmeldung/?code=') && answers.push(request.url()))
    await open(RULES)
    await signInAs(page(), 'erika')
    await soon(page().getByText(/^\d+ Regeln$/))
    const [answer = ''] = answers
    await page().goto(answer)
    await soon(page().getByText('gehört zu keiner offenen Seite mehr'))
    // Even for a window that had set out with the same state.
    await setOut({ ...TRIP, state: new URL(answer).searchParams.get('state') })
    await page().goto(answer)
    await alert('passte nicht zu dieser Seite')
    expect(provider().exchanged.map(({ status }) => status)).toEqual([200, 400])
  })
})

describe('the page a dialog begins with', () => {
  const BEGIN = { state: STATE, nonce: NONCE, challenge: CHALLENGE }
  const begin = (given: Record<string, string>) => open(`/anmeldung/?${new URLSearchParams(given)}`)

  test('sends to the provider the service names, whatever else its address says', async () => {
    await begin({
      ...BEGIN,
      kommune: 'musterstadt',
      authorizationEndpoint: 'https://elsewhere.example/',
      redirect_uri: 'https://elsewhere.example/',
    })
    await page().waitForURL(`${provider().issuer}/**`)
    expect(complaints()).toEqual([])
  })

  test.each([
    {
      why: 'a municipality nobody knows',
      given: { ...BEGIN, kommune: 'nirgendwo' },
      words: 'Hier geht es gerade nicht',
    },
    { why: 'half of what it needs', given: { state: STATE, kommune: 'musterstadt' }, words: 'zu keiner offenen Seite' },
  ])('with $why stays', async ({ given, words }) => {
    await begin(given)
    await soon(page().getByText(words))
    expect(page().url()).toContain('/anmeldung/')
  })
})
