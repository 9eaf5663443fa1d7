// The extension's build: which browsers, which permissions, which content security policy.
import { defineConfig } from 'wxt'
import { leanPatterns } from './lean-patterns.ts'
import { leanPolyfill } from './lean-polyfill.ts'
import { leanRoutes } from './lean-routes.ts'
import { browserExtras, browserNamespaces } from './lib/browser-namespaces.ts'
import { chromiumKey, firefoxId } from './lib/identity.ts'
import { egress } from './lib/schema/egress.ts'
import { routes } from './lib/schema/routes.ts'

const sidebarPage = 'sidebar.html'
/** The hub's address is the team's, so https and loopback are allowed; only the worker connects, and only to the joined hub. */
const connect = 'https: wss: http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:*'

const withLeanPatterns = {
  name: 'handrail:lean-patterns',
  transform: (code: string, id: string) => (/re2js\/build\/index\.js$/.test(id) ? { code: leanPatterns(code), map: null } : null),
}

const withLeanPolyfill = {
  name: 'handrail:lean-polyfill',
  transform: (code: string, id: string) =>
    /webextension-polyfill\/dist\/browser-polyfill\.js/.test(id) ? { code: leanPolyfill(code, [...browserNamespaces, ...browserExtras]), map: null } : null,
}

const hubOnly = Object.keys(routes).filter((name) => !(name in egress))

/** What the hub says of its routes to people who read its OpenAPI document is nothing that a browser has to carry, nor are routes that it never calls. */
const withLeanRoutes = {
  name: 'handrail:lean-routes',
  transform: (code: string, id: string) => (/lib\/schema\/routes\.ts$/.test(id) ? { code: leanRoutes(code, hubOnly), map: null } : null),
}

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [withLeanPatterns, withLeanPolyfill, withLeanRoutes] }),
  modules: ['@wxt-dev/module-react'],
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  manifestVersion: 3,
  // Tests build a variant with crash points beside the release.
  outDir: process.env.HANDRAIL_OUT ?? '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  webExt: { disabled: true },
  manifest: ({ browser }) => {
    const isFirefox = browser === 'firefox'
    // In Firefox on Linux and Windows, Alt+Shift with H, E and S opens the menus Help, Edit and History, whatever an extension says.
    const keys = isFirefox
      ? { open: 'Alt+Shift+J', toggle: 'Alt+Shift+K', escalate: 'Alt+Shift+U', screenshot: 'Alt+Shift+P' }
      : { open: 'Alt+Shift+H', toggle: 'Alt+Shift+K', escalate: 'Alt+Shift+E', screenshot: 'Alt+Shift+S' }
    return {
      name: 'Handrail',
      short_name: 'Handrail',
      description: '__MSG_description__',
      default_locale: 'en',
      ...(isFirefox ? {} : { key: chromiumKey, minimum_chrome_version: '120' }),
      permissions: ['storage', 'unlimitedStorage', 'alarms', 'activeTab', 'scripting', 'contextMenus', 'notifications', ...(isFirefox ? [] : ['sidePanel'])],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      // In Firefox the button is the way to the sidebar, so it stands in the toolbar from the start; Chromium lets nobody choose that.
      action: { default_title: 'Open Handrail', default_icon: { 16: 'icon/16.png', 32: 'icon/32.png' }, ...(isFirefox ? { default_area: 'navbar' } : {}) },
      icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
      commands: {
        _execute_action: { suggested_key: { default: keys.open } },
        'toggle-rail': { suggested_key: { default: keys.toggle }, description: '__MSG_command_toggle__' },
        escalate: { suggested_key: { default: keys.escalate }, description: '__MSG_command_escalate__' },
        // The fourth and last suggested key that a manifest may have.
        screenshot: { suggested_key: { default: keys.screenshot }, description: '__MSG_command_screenshot__' },
      },
      ...(isFirefox
        ? { sidebar_action: { default_panel: sidebarPage, default_title: 'Handrail', default_icon: 'icon/32.png', open_at_install: false } }
        : { side_panel: { default_path: sidebarPage }, externally_connectable: { ids: [] } }),
      web_accessible_resources: [{ resources: [sidebarPage], matches: ['https://*/*', 'http://*/*'], ...(isFirefox ? {} : { use_dynamic_url: true }) }],
      content_security_policy: {
        extension_pages: `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; connect-src ${connect}; base-uri 'none'; form-action 'none'`,
      },
      ...(isFirefox
        ? {
            browser_specific_settings: {
              gecko: {
                id: firefoxId,
                strict_min_version: '140.0',
                data_collection_permissions: { required: ['websiteContent', 'personallyIdentifyingInfo'] },
              },
            },
          }
        : {}),
      storage: { managed_schema: 'managed-schema.json' },
    }
  },
})
