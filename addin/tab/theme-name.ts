/** The names Teams gives its looks. */
const NAMES = ['default', 'dark', 'contrast'] as const
export type ThemeName = (typeof NAMES)[number]

/**
 * What Teams says now, else what the address names (Teams writes it there too), else what the system prefers. Forced colours
 * lie over any of them.
 */
export function themeNameOf(told: string | undefined, search: string, prefersDark: boolean): ThemeName {
  const known = (wanted: string | null | undefined) => NAMES.find(name => name === wanted)
  return known(told) ?? known(new URLSearchParams(search).get('theme')) ?? (prefersDark ? 'dark' : 'default')
}
