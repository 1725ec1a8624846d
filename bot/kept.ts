import { join, resolve } from 'node:path'
import type { Config } from './config.js'
import { openLearningKey } from './learning/key-file.js'
import type { LearningKey } from './learning/pseudonym.js'
import { type IssuerKey, openIssuerKey } from './proof/issuer-key.js'
import { openStorage, type Storage } from './storage/open.js'
import { storageTarget } from './storage/target.js'

/** What must outlive a restart: storage and keys. */
export type Kept = { readonly storage: Storage; readonly learningKey: LearningKey; readonly issuerKey: IssuerKey }
export type KeptResult =
  | { readonly ok: true; readonly kept: Kept }
  | { readonly ok: false; readonly problems: readonly string[] }

type Places = Pick<Config, 'data' | 'databaseUrl' | 'learningKey' | 'badgeKey'>

/** Opens storage and keys where the settings say; keys nobody gave are made once in the data folder. */
export async function openKept({ data, databaseUrl, learningKey: given, badgeKey }: Places): Promise<KeptResult> {
  const folder = resolve(data)
  const learning = await openLearningKey(given, join(folder, 'learning.key'))
  if (!learning.ok) return { ok: false, problems: [learning.problem] }
  const issuer = await openIssuerKey({ jwk: badgeKey, file: join(folder, 'badge-key.json') })
  if (!issuer.ok) return { ok: false, problems: [issuer.problem] }
  const opened = await openStorage(storageTarget({ DATABASE_URL: databaseUrl, KOMPASS_DATA: data }))
  if (!opened.ok) return { ok: false, problems: [opened.problem] }
  return { ok: true, kept: { storage: opened.storage, learningKey: learning.key, issuerKey: issuer.key } }
}
