import { checkAddresses } from './check-addresses.js'
import { checkIcons } from './check-icons.js'
import { checkIds } from './check-ids.js'
import { checkLanguages } from './check-languages.js'
import { checkPermissions } from './check-permissions.js'
import { checkTexts } from './check-texts.js'
import { checkVersions } from './check-versions.js'
import { checkWord } from './check-word.js'
import { type Finding, type PackageFiles, readParts } from './parts.js'

/**
 * What neither Microsoft's schema nor an upload tells in time: everything wrong with finished packages, in German.
 * `version` is that of package.json.
 */
export function checkPackages(files: PackageFiles, version: string): readonly Finding[] {
  const read = readParts(files)
  if (!read.ok) return read.findings
  const { parts } = read
  return [
    ...checkVersions(parts, version),
    ...checkIds(parts),
    ...checkAddresses(parts),
    ...checkPermissions(parts),
    ...checkTexts(parts),
    ...checkLanguages(parts),
    ...checkIcons(parts),
    ...checkWord(parts),
  ]
}
