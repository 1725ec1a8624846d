/** The names Teams gives its looks. */
const NAMES = ['default', 'dark', 'contrast'] as const
export type ThemeName = (typeof NAMES)[number]

/** Named in the address (Teams does so), else what the system prefers. Forced colours lie over any of them. */
export function themeNameOf(search: string, prefersDark: boolean): ThemeName {
  const named = new URLSearchParams(search).get('theme')
  return NAMES.find(name => name === named) ?? (prefersDark ? 'dark' : 'default')
}
