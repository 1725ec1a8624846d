import { germanDate } from '../../../policies/language/german-date.js'
import type { Erased } from '../../../policies/learning-contract.js'
import { eraseOwnData, exportOwnData } from '../../people/own-data.js'
import { execute, openUrl } from '../cards/card.js'
import { dataCard } from '../cards/data-card.js'
import { issuerOf } from '../cards/frame.js'
import { noticeCard } from '../cards/notice-card.js'
import { send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'
import { alone, forOneself } from './learn.js'

/** `meine daten`: everything kept about the asker as JSON, and the way to delete it. */
export const myData: ChatCommand = {
  door: 'chat my-data',
  match: words =>
    /^(?:meine daten(?: (?:zeigen|exportieren|export|loschen))?|was weisst du uber mich|was wissen sie uber mich|my data)$/.test(
      words,
    ),
  run: async (_, scene) => alone(scene, async () => send(await cardFor(scene))),
}

async function cardFor({ person, services, pack }: Scene) {
  const json = JSON.stringify(await exportOwnData(person, services), null, 2)
  return dataCard({ json, page: `${services.tab}#/daten`, issuer: issuerOf(pack) })
}

/** Deletes after a second, clear press. */
export const eraseButton: Button = forOneself({
  door: 'button erase',
  verb: 'erase',
  async run(data, scene) {
    const { person, services, pack } = scene
    const sure = typeof data === 'object' && data !== null && 'sure' in data && data.sure === true
    if (!sure) return { messages: [], replacement: await cardFor(scene) }
    const result = await eraseOwnData(person, services)
    const notice = {
      title: 'Ihre Daten sind gelöscht',
      lines: [erasedWords(result), ...result.kept.map(keptWords)],
      actions: [execute('Neu anfangen', 'learn', {}), openUrl('Auf der Seite ansehen', `${services.tab}#/daten`)],
    }
    return { messages: [], replacement: noticeCard(notice, 'de', issuerOf(pack)) }
  },
})

function erasedWords({ erased }: Erased): string {
  const gone = erased.filter(({ rows }) => rows > 0).map(({ what }) => what)
  return gone.length > 0 ? `Gelöscht: ${gone.join(', ')}.` : 'Es war nichts gespeichert, das zu löschen wäre.'
}

const keptWords = ({ what, why, until }: Erased['kept'][number]): string =>
  `Geblieben: ${what}. ${why}${until === undefined ? '' : ` Gelöscht wird das spätestens nach dem ${germanDate(until)}.`}`
