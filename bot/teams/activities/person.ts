import { fold } from '../../../policies/language/fold.js'
import { issuerOf } from '../cards/frame.js'
import { noticeCard } from '../cards/notice-card.js'
import { send } from '../turn.js'
import type { ChatCommand } from './activity.js'

/** Only without sign-in: `ich bin` and a name changes who one is in the demonstration. */
export const person: ChatCommand = {
  door: 'chat person',
  match: words => /^(?:ich bin|rolle)(?: (?:sachbearbeiterin|digitallotse|ki team|datenschutz))?$/.test(words),
  async run(text, { pack, services }) {
    const { local } = services
    if (!local)
      return send(
        noticeCard(
          { title: 'Das geht hier nicht', lines: ['Wer Sie sind, weist hier Ihre Anmeldung nach.'] },
          'de',
          issuerOf(pack),
        ),
      )
    const wanted = local.people.find(({ id }) =>
      fold(text)
        .replaceAll(/[^a-z0-9]+/g, '-')
        .includes(id),
    )?.id
    if (wanted) local.become(wanted)
    const now = local.current()
    return send(
      noticeCard(
        {
          title: `Sie sind jetzt: ${now.person.name ?? now.id}`,
          lines: [`${now.description}. Diese vier Personen gibt es nur zum Ausprobieren:`],
          points: local.people.map(({ id, description }) => `**ich bin ${id}** – ${description}`),
        },
        'de',
        issuerOf(pack),
      ),
    )
  },
}
