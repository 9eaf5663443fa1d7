// The way from the small script to the tools that are loaded on first use: both run in one isolated world and meet at one symbol.
import type { Tools } from './tools.ts'
import type { Ask } from './wire.ts'

const door = Symbol.for('handrail.tools')
type World = { [door]?: Tools | undefined }
const world = globalThis as World

/** Called by the tools' own script when it runs; a second run keeps what is there. */
export function offerTools(make: () => Tools) {
  world[door] ??= make()
}

/** Null when the worker cannot bring them. */
export async function takeTools(ask: Ask): Promise<Tools | null> {
  if (!world[door]) await ask('page.tools', {})
  return world[door] ?? null
}

export function dropTools() {
  world[door]?.stop()
  world[door] = undefined
}
