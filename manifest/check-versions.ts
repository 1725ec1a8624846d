import { type Finding, MANIFEST, type Parts } from './parts.js'

/** Numbers only: Office takes no "-beta", and Teams compares them to offer an update. */
const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/

export function checkVersions({ manifest, word }: Parts, version: string): readonly Finding[] {
  return [manifestVersion(manifest), ...word].flatMap(({ file, version: found }) => {
    if (!VERSION.test(found))
      return [
        {
          file,
          message: `Die Version „${found}“ besteht nicht aus drei Zahlen wie 1.2.3: Bitte in package.json ändern.`,
        },
      ]
    return found === version
      ? []
      : [{ file, message: `Die Version ${found} ist nicht die aus package.json (${version}): Bitte neu packen.` }]
  })
}

const manifestVersion = ({ version }: Parts['manifest']) => ({ file: MANIFEST, version })
