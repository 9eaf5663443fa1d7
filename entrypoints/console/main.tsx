// Starts the console with the real worker and the real clock.
import '../../components/ui/tokens.css'
import '../../components/ui/base.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './console.css'
import { createRoot } from 'react-dom/client'
import { createClient } from '../../lib/messages/client.ts'
import { runtimeTransport } from '../../lib/messages/runtime-transport.ts'
import { Console } from './Console.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<Console client={createClient(runtimeTransport)} now={Date.now} />)
