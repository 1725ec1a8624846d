import { readText } from '../settings/files.js'
import { withSecretFiles } from '../settings/secret-files.js'
import { type StorageTarget, storageTarget } from '../storage/target.js'

export type KeptWhere =
  | { readonly ok: true; readonly target: StorageTarget }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Where everything is kept, also if other settings are broken: saving and bringing back must work just then. */
export function keptWhere(environment: Readonly<Record<string, string | undefined>>): KeptWhere {
  const asked = ['DATABASE_URL', 'DATABASE_URL_FILE', 'KOMPASS_DATA']
  const some = asked.flatMap(name => (environment[name] ? [[name, environment[name]] as const] : []))
  const { given, problems } = withSecretFiles(Object.fromEntries(some), readText)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, target: storageTarget(given) }
}
