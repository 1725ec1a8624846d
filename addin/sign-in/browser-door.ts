import { createFlow } from './flow.js'
import type { Door, Provider } from './why.js'
import { type Browser, windowDoor } from './window-door.js'

/** Signing in with this browser; `page` is the address providers send people back to. */
export const browserDoor = (provider: Provider, page: string): Door => windowDoor(createFlow(provider, page), browser)

/** Longer than a provider takes to show itself. */
const LEAVING = 20_000

const WINDOW = 'popup,width=520,height=680'

const browser: Browser = {
  memory: () => sessionStorage,
  here: () => location.pathname + location.search + location.hash,
  leaveFor: address => location.assign(address),
  stayed: still => {
    const timer = setTimeout(still, LEAVING)
    const back = ({ persisted }: PageTransitionEvent): void => {
      if (!persisted) return
      clearTimeout(timer)
      still()
    }
    addEventListener('pageshow', back, { once: true })
  },
  openWindow: () => {
    const opened = window.open('', '', WINDOW)
    return opened === null ? undefined : { go: address => opened.location.replace(address) }
  },
}
