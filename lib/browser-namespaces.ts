// What Handrail uses of the browser, by name: `lib/browser.ts` offers these, and the build leaves the others out of the polyfill.

export const browserNamespaces = [
  'runtime',
  'tabs',
  'windows',
  'storage',
  'alarms',
  'action',
  'commands',
  'contextMenus',
  'notifications',
  'permissions',
  'scripting',
  'i18n',
] as const

/** Those of one browser only: the seam says `null` where they are absent. */
export const browserExtras = ['sidebarAction'] as const
