import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { type ThemeName, themeNameOf } from './theme-name.js'

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  default: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
}

const prefersDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)')

/** The look in which the page is shown; follows Teams and the system while the page is open. */
export function useThemeName(told: string | undefined): ThemeName {
  const dark = useSyncExternalStore(
    changed => {
      const query = prefersDark()
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => prefersDark().matches,
  )
  return themeNameOf(told, location.search, dark)
}
