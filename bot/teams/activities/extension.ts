import type { Checked as Recognised } from '../../../policies/protect/index.js'
import { firm, inWords } from '../../check/words.js'
import type { PageInDialog } from '../cards/card.js'
import { checkTexts } from '../cards/check-texts.js'
import { issuerOf } from '../cards/frame.js'
import { pageCard } from '../cards/page-card.js'
import { cardOf } from '../check.js'
import type { Extension, Scene } from './activity.js'

/**
 * The search box of the message extension: one result, the card that opens the page. What was recognised in the text typed
 * is shown to the person beside it and is not part of the card, which others will see.
 */
export const search: Extension = {
  door: 'extension search',
  kind: 'search',
  async show(_, checked, { pack, services }) {
    const card = pageCard(services.textPage, 'de', issuerOf(pack))
    const text = checked ? preview(checked.found, pack) : 'Öffnet die Seite, auf der Ihr Text im Browser bleibt.'
    return { messages: [], reply: { kind: 'search', title: 'Text prüfen', text, card } }
  },
}

function preview({ findings, uncovered }: Recognised, pack: Scene['pack']): string {
  const t = checkTexts('de')
  const counted = firm(findings)
  const said = counted.length > 0 ? `${t.found}: ${inWords(counted, pack)}.` : `${t.titleNothing}. ${t.nothing}`
  return [said, ...(uncovered ? [t.uncovered] : []), t.typed].join(' ')
}

/** A dialog: what was recognised in the message it was opened for, otherwise the page. */
export const dialog: Extension = {
  door: 'extension dialog',
  kind: 'dialog',
  async show(event, checked, scene) {
    if (checked) {
      const card = cardOf({ ...scene, checked }, { where: 'message', answered: false, language: 'de', verdict: true })
      return { messages: [], reply: { kind: 'dialog', card } }
    }
    const [theme, page] = event.kind === 'dialog' ? [event.theme, event.page] : (['default', 'pruefen'] as const)
    const { tab } = scene.services
    const url = `${tab}${tab.includes('?') ? '&' : '?'}theme=${theme}#/${page}`
    return { messages: [], reply: { kind: 'dialog-page', title: PAGE_TITLES[page], url } }
  },
}

const PAGE_TITLES: Readonly<Record<PageInDialog, string>> = { pruefen: 'Text prüfen', schreiben: 'Schreiben' }

/** A dialog was closed: nothing is left to do. */
export const done: Extension = {
  door: 'extension done',
  kind: 'done',
  show: async () => ({ messages: [], reply: { kind: 'done' } }),
}
