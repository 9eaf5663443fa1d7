// Turns whatever a refused message throws into a code to act on and a sentence to show.
import { Failure } from '../../lib/schema/failure.ts'

export function failureOf(cause: unknown): Failure {
  const held = typeof cause === 'object' && cause !== null && 'failure' in cause ? cause.failure : cause
  if (typeof held === 'object' && held !== null && 'code' in held && 'message' in held) {
    const parsed = Failure.safeParse({ code: held.code, message: held.message })
    if (parsed.success) return parsed.data
  }
  return { code: 'bug', message: 'Handrail made a mistake here. What you typed is kept on this device; try again, or reload this page.' }
}
