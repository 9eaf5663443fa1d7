// The lead's console from its outermost frame: the store, the theme, the gate and the way between screens.
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect, useMemo } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useStore } from 'zustand'
import type { Client } from '../../lib/messages/client.ts'
import { defaultSettings } from '../../lib/schema/settings.ts'
import { DeskContext } from './desk-context.ts'
import { createDeskStore } from './desk-store.ts'
import { Gate } from './Gate.tsx'
import { resolveVariables, theme } from './theme.ts'
import { useScheme } from './use-scheme.ts'

interface Props {
  client: Client
  now: () => number
}

export function Console({ client, now }: Props) {
  const desk = useMemo(
    () => ({
      client,
      now,
      store: createDeskStore(client),
      drafts: {
        get: (key: string) => client.send('draft.get', { key }),
        set: (key: string, text: string) => client.send('draft.set', { key, text }),
      },
    }),
    [client, now],
  )
  const settings = useStore(desk.store, (state) => state.settings) ?? defaultSettings
  const scheme = useScheme(settings.theme)

  useEffect(() => {
    for (const part of ['settings', 'session', 'status'] as const) void desk.store.load(part)
    return client.onChanged(({ collections }) => desk.store.onChanged(collections))
  }, [client, desk])

  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} forceColorScheme={scheme}>
      <Notifications position="bottom-right" transitionDuration={120} />
      <DeskContext value={desk}>
        <Router hook={useHashLocation}>
          <Gate />
        </Router>
      </DeskContext>
    </MantineProvider>
  )
}
