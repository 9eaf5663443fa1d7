// Light or dark: as pinned, else as the system is now. Written to <html> so that the tokens follow.
import { useLayoutEffect, useState } from 'react'
import type { Theme } from '../../lib/schema/settings.ts'

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)')

export function useScheme(theme: Theme): 'light' | 'dark' {
  const [isDark, setDark] = useState(systemIsDark.matches)
  useLayoutEffect(() => {
    const follow = () => setDark(systemIsDark.matches)
    systemIsDark.addEventListener('change', follow)
    return () => systemIsDark.removeEventListener('change', follow)
  }, [])
  const scheme = theme === 'system' ? (isDark ? 'dark' : 'light') : theme
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = scheme
  }, [scheme])
  return scheme
}
