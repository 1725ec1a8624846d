import { randomUUID } from 'node:crypto'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import { earned } from '../../policies/training/index.js'
import type { Store } from '../storage/store.js'

export type Grant = {
  readonly person: { readonly id: string; readonly name?: string | undefined }
  readonly pack: Pack
  readonly today: Day
  readonly proofs: Store['proofs']
}

/** Issues the certificates a person has earned with the modules proved so far; their ids. Run twice, it issues once. */
export async function issueEarned({ person, pack, today, proofs }: Grant): Promise<string[]> {
  const subjects = earned(await proofs.of(person.id), pack, today)
  for (const subject of subjects) {
    await proofs.add({
      id: randomUUID(),
      person: person.id,
      name: person.name,
      subject,
      version: pack.manifest.version,
      day: today,
      provider: undefined,
    })
  }
  return subjects
}
