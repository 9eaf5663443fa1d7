// Bundles the desk's few client scripts in memory, so that the demo needs no build step of its own.
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

export async function clientBundle(): Promise<string> {
  const built = await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    publicDir: false,
    // Also where a test runner set NODE_ENV to something else.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('client/main.tsx', import.meta.url)), formats: ['es'], fileName: 'desk' },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  const chunk = outputs.flatMap(({ output }) => output).find((item) => item.type === 'chunk')
  if (!chunk) throw new Error('The demo desk has no client script. Run `npm ci` and try again.')
  return chunk.code
}
