import { languageOf } from '../../texts/index.js'
import { readReturned } from '../authorization.js'
import { tell } from '../channel.js'
import { wayBack } from '../trip.js'
import { readBegin, whereToSignIn } from './begin.js'
import { officeAddress } from './office-address.js'
import { WORDS } from './words.js'

// Providers send people here with a code. The page hands it to the page that asked and keeps nothing: the code leaves the address
// at once, and without the verifier, which never comes here, it is worth nothing.
const query = location.search
const language = languageOf(navigator.language)
const words = WORDS[language]

translate()
arrive().catch(() => say('failed'))

async function arrive(): Promise<void> {
  const begin = readBegin(query)
  const returned = readReturned(query)
  // Where a dialog begins, Office reads its own part of the address.
  if (returned || !begin) history.replaceState(null, '', location.pathname)
  const { hasHost } = await import('../../office/load.js')
  const inOffice = hasHost(window)
  if (returned) return answer(returned.state, inOffice)
  if (!begin) return say('nobody')
  // Here Office says who it is, and only once: Office.js remembers it for the page after the provider's.
  if (inOffice) await (await import('../../office/sign-in-answer.js')).startOffice(await officeAddress())
  const where = await whereToSignIn(begin, location.href.split(/[?#]/, 1)[0] ?? '')
  if (where.kind === 'at') location.replace(where.address)
  else say('failed')
}

async function answer(state: string, inOffice: boolean): Promise<void> {
  const back = wayBack(() => sessionStorage, state, query, location.origin)
  if (back !== undefined) return location.replace(back)
  if (inOffice && (await answerOffice())) return say('done')
  if (!(await tell(state, query))) return say('nobody')
  say('done')
  window.close()
}

async function answerOffice(): Promise<boolean> {
  const { answerInDialog } = await import('../../office/sign-in-answer.js')
  return answerInDialog(query, location.origin, await officeAddress())
}

function translate(): void {
  document.documentElement.lang = language
  say('wait')
  const link = document.querySelector('#way a')
  if (link) link.textContent = words.way
}

function say(what: 'wait' | 'done' | 'nobody' | 'failed'): void {
  const said = document.getElementById('said')
  const way = document.getElementById('way')
  if (said) said.textContent = words[what]
  if (way) way.hidden = what === 'wait' || what === 'done'
}
