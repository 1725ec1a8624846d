import { access } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openLearningKey } from '../../learning/key-file.js'
import { openIssuerKey } from '../../proof/issuer-key.js'

type Keys = { readonly data: string; readonly learningKey: string | undefined; readonly badgeKey: string | undefined }

/** Problems with reading the keys as the service reads them. Where none was made yet none is made. */
export async function lookAtKeys({ data, learningKey, badgeKey }: Keys): Promise<string[]> {
  const learning = join(resolve(data), 'learning.key')
  const badge = join(resolve(data), 'badge-key.json')
  const results = [
    ...(learningKey === undefined && (await isThere(learning)) ? [await readLearningKey(learning)] : []),
    ...(badgeKey !== undefined || (await isThere(badge)) ? [await openIssuerKey({ jwk: badgeKey, file: badge })] : []),
  ]
  return results.flatMap(result => (result.ok ? [] : [result.problem]))
}

const readLearningKey = (file: string) =>
  openLearningKey(undefined, file).catch(() => ({
    ok: false as const,
    problem: `Die Schlüsseldatei ${file} lässt sich nicht lesen. Bitte Eigentümer und Rechte prüfen.`,
  }))

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
