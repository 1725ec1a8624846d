import { type Finding, MANIFEST, type Parts } from './parts.js'

/** What the product uses, each with its use; more is not asked for. */
const PERMISSIONS = [
  // Who is asking: roles decide what is offered.
  'identity',
  // The card about a text written in a group goes to its writer alone.
  'messageTeamMembers',
]
/** The pane reads a selection and inserts a draft. */
const RESOURCE_SPECIFIC = ['Document.ReadWrite.User Delegated']
const WORD_PERMISSION = 'ReadWriteDocument'

export function checkPermissions({ manifest, word }: Parts): readonly Finding[] {
  const { permissions, devicePermissions = [], authorization, bots } = manifest
  const specific = authorization.permissions.resourceSpecific.map(({ name, type }) => `${name} ${type}`)
  const used = bots === undefined ? PERMISSIONS.filter(name => name === 'identity') : PERMISSIONS
  const asked = [
    ...permissions.filter(name => !used.includes(name)),
    ...devicePermissions,
    ...specific.filter(name => !RESOURCE_SPECIFIC.includes(name)),
  ]
  return [
    ...asked.map(name => ({ file: MANIFEST, message: tooWide(name) })),
    ...RESOURCE_SPECIFIC.filter(name => !specific.includes(name)).map(name => ({
      file: MANIFEST,
      message: `Die Berechtigung „${name}“ fehlt: Ohne sie kann der Bereich in Word nichts einfügen.`,
    })),
    ...word
      .filter(({ permissions: given }) => given !== WORD_PERMISSION)
      .map(({ file, permissions: given }) => ({
        file,
        message: `Die Berechtigung ist „${given}“, gebraucht wird ${WORD_PERMISSION}.`,
      })),
  ]
}

const tooWide = (name: string): string => `Die Berechtigung „${name}“ wird nicht gebraucht.`
