import { randomUUID } from 'node:crypto'
import type { OutsideTraining } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import type { Store } from '../storage/store.js'
import { issueEarned } from './certificates.js'
import { CERTIFICATE_TITLES } from './texts.js'

export type Entered = { readonly ok: true; readonly added: number } | { readonly ok: false; readonly problem: string }

/**
 * What was learned elsewhere counts like what was learned here, and may complete a certificate. Entered twice, it is there
 * once; `added` is the number of proofs that are new.
 */
export async function enterOutsideTraining(
  { person, name, subjects, provider, day }: OutsideTraining,
  pack: Pack,
  today: Day,
  proofs: Store['proofs'],
): Promise<Entered> {
  const problem = problemWith(subjects, day, pack, today)
  if (problem !== undefined) return { ok: false, problem }
  let added = 0
  for (const subject of subjects) {
    const version = pack.training.modules.find(({ id }) => id === subject)?.version ?? pack.manifest.version
    const outcome = await proofs.add({ id: randomUUID(), person, name, subject, version, day, provider })
    if (outcome === 'added') added += 1
  }
  await issueEarned({ person: { id: person, name }, pack, today, proofs })
  return { ok: true, added }
}

/** Everything a proof can be about, by id. */
export function titlesIn({ training }: Pack): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(CERTIFICATE_TITLES),
    ...training.modules.map(({ id, title }) => [id, title] as const),
  ])
}

function problemWith(subjects: readonly string[], day: Day, pack: Pack, today: Day): string | undefined {
  const known = titlesIn(pack)
  if (subjects.some(subject => !known.has(subject)))
    return `Ein Modul oder Nachweis dieser Liste ist hier nicht bekannt. Es gibt: ${[...known.keys()].join(', ')}.`
  return day > today ? 'Der Tag der Schulung liegt in der Zukunft. Bitte prüfen Sie das Datum.' : undefined
}
