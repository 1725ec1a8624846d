import { issuerOf } from '../cards/frame.js'
import { pageCard } from '../cards/page-card.js'
import { cardOf } from '../check.js'
import { send } from '../turn.js'
import type { ChatCommand } from './activity.js'

/** The words alone, as people type them. */
const ALONE = /^(?:bitte )?(?:(?:einen |meinen )?texte? )?(?:prufe|prufen|check|checken)(?: text)?$|^check (?:a )?text$/
/** With a text behind: after a colon or on the next line whatever it says, after a blank unless it goes on as a question. */
const WITH_TEXT =
  /^\s*(?:bitte\s+)?(?:(?:texte?\s+)?(?:prüfen?|pruefen?|check)\s*(?::|\n)\s*\S|(?:prüfe|pruefe|check)\s+(?!(?:mal|bitte|doch)?\s*(?:ob|if|whether|wie|was|wer|wann|warum|welche[rsmn]?)\b)\S)/i

/**
 * `prüfe`: opens the page where a text stays in the browser. A text typed behind it has been checked like any other; the
 * card says which tools take it, and that it already lies in Teams. In a group only the person is told.
 */
export const check: ChatCommand = {
  door: 'chat check',
  aboutText: true,
  match: (words, _, text) => ALONE.test(words) || WITH_TEXT.test(text),
  async run(text, scene) {
    const { turn, pack, services } = scene
    const toPage = pageCard(services.textPage, 'de', issuerOf(pack))
    if (!WITH_TEXT.test(text)) return send(toPage)
    const how = { answered: false, language: 'de', verdict: true } as const
    if (turn.scope === 'group') return { ...send(toPage), privately: cardOf(scene, { ...how, where: 'group' }) }
    return send(cardOf(scene, { ...how, where: 'chat' }))
  },
}
