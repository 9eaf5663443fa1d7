// What a command may touch of the process that runs it, so that the same command runs in a test without one.
import type { Readable } from 'node:stream'

export interface Io {
  out(text: string): void
  err(text: string): void
  /** Read by `match --text -` only. */
  stdin: Readable
  env: NodeJS.ProcessEnv
}
