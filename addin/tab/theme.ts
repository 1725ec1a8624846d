import { teamsHighContrastTheme, type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'

/** The names Teams gives its looks. */
export type ThemeName = 'default' | 'dark' | 'contrast'

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  default: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
}

const isThemeName = (name: string | null): name is ThemeName => name !== null && Object.hasOwn(THEMES, name)

/** Named in the address (Teams does so), else what the system prefers. Forced colours lie over any of them. */
export function themeNameOf(search: string, prefersDark: boolean): ThemeName {
  const named = new URLSearchParams(search).get('theme')
  if (isThemeName(named)) return named
  return prefersDark ? 'dark' : 'default'
}

export function useThemeName(): ThemeName {
  const dark = useSyncExternalStore(
    changed => {
      const query = matchMedia('(prefers-color-scheme: dark)')
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia('(prefers-color-scheme: dark)').matches,
  )
  return themeNameOf(location.search, dark)
}
