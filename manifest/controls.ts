import type { Control, TeamsManifest } from './teams-schema.js'

type Extension = TeamsManifest['extensions'][number]

/** Something a person sees in Word: a group, a button, a menu or an entry of it. */
export type Shown = Pick<Control, 'id' | 'label' | 'icons'> & Partial<Pick<Control, 'supertip' | 'actionId'>>

/** Everything of the manifest that is shown in Word. */
export function shownIn({ extensions }: TeamsManifest): readonly Shown[] {
  return extensions.flatMap(extension => [...groupsOf(extension), ...controlsOf(extension).flatMap(withItems)])
}

const groupsOf = ({ ribbons }: Extension) => ribbons.flatMap(({ tabs }) => tabs.flatMap(({ groups }) => groups))

const controlsOf = (extension: Extension): readonly Control[] => [
  ...groupsOf(extension).flatMap(({ controls }) => controls),
  ...extension.contextMenus.flatMap(({ menus }) => menus.flatMap(({ controls }) => controls)),
]

const withItems = (control: Control): readonly Shown[] => [control, ...(control.items ?? [])]
