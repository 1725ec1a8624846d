import type { Letter } from '../../../../policies/pack/letter-schema.js'
import type { Pack } from '../../../../policies/pack/pack-schema.js'
import { permit } from '../../../../policies/tools/permit.js'
import { type Drafter, draftCard } from '../../cards/draft-card.js'
import { issuerOf } from '../../cards/frame.js'
import type { Notice } from '../../cards/notice-card.js'
import type { Source } from '../../cards/tool-texts.js'
import type { Outcome } from '../../turn.js'
import type { Scene } from '../activity.js'

export const ABOUT_DRAFTS: Notice = {
  title: 'Entwürfe schreiben wir zu zweit',
  lines: ['Hier lesen alle mit. Schreiben Sie mir bitte „entwurf“ im Chat mit mir allein.'],
}

/** What is filled in already. */
export type Filled = {
  readonly letter?: string | undefined
  readonly points?: string | undefined
  readonly source?: Source | undefined
}

/** @param notice why the form is shown again */
export async function formCard({ letter, points, source }: Filled, scene: Scene, notice?: string) {
  const { pack } = scene
  return draftCard({
    letters: pack.letters.map(({ id, name }) => ({ id, name })),
    chosen: letterOf(letter, pack)?.id,
    drafters: await draftersOf(scene),
    ...(notice === undefined ? {} : { notice }),
    ...(points === undefined ? {} : { points }),
    ...(source === undefined ? {} : { source }),
    page: pageOf(scene),
    issuer: issuerOf(pack),
  })
}

/** The form in its own place, with what was filled in and what to do now. */
export const again = async (notice: string, filled: Filled, scene: Scene): Promise<Outcome> => ({
  messages: [],
  replacement: await formCard(filled, scene, notice),
})

export const letterOf = (id: string | undefined, { letters }: Pack): Letter | undefined =>
  letters.find(one => one.id === id)

/** Address of the page "Schreiben". */
export const pageOf = ({ services }: Scene): string => `${services.tab}#/schreiben`

/** Models of this service the person may draft with, at once or after a lesson. */
async function draftersOf({ person, pack, today, services }: Scene): Promise<Drafter[]> {
  const house = await services.house(person)
  const plain = { recognised: undefined, pseudonymised: false, replaceable: false, social: false } as const
  return pack.tools
    .filter(({ endpoint }) => endpoint !== undefined)
    .flatMap(tool => {
      const request = { principal: person, tool, purpose: 'entwerfen', declared: 'D0', ...plain, now: today } as const
      const given = permit(request, house)
      if (given.kind === 'refused' && given.reason !== 'training') return []
      const first = given.kind === 'refused' ? pack.training.modules.find(({ id }) => id === given.lacks[0]) : undefined
      return [{ id: tool.id, name: tool.name, lesson: first && { id: first.id, title: first.title } }]
    })
}
