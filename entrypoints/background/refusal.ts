// A failure that a handler means: it crosses to the page as data, word for word. Everything else that is thrown is a bug.
import type { Failure, FailureCode } from '../../lib/schema/failure.ts'

export class Refusal extends Error {
  readonly code: FailureCode

  constructor(code: FailureCode, sentence: string) {
    super(sentence)
    this.name = 'Refusal'
    this.code = code
  }
}

/** Errors of the domain, the database and the hub client that carry a code and a sentence of their own. */
function isSpoken(error: unknown): error is Error & Failure {
  return error instanceof Error && 'code' in error && ['invalid', 'forbidden', 'conflict', 'unavailable'].includes(String(error.code))
}

/** The same, where the name says the code. By name, so that the worker's smallest part needs none of the others. */
const spokenNames: Record<string, FailureCode> = {
  RunFault: 'invalid',
  JoinFault: 'invalid',
  RunMissing: 'conflict',
  NewerDatabase: 'unavailable',
  MigrationFailed: 'unavailable',
}

const diskFull: Failure = {
  code: 'unavailable',
  message: 'This was not saved: the disk is full. What was saved before is safe. Make room on the disk, then try again.',
}

const bug: Failure = {
  code: 'bug',
  message: 'Something in Handrail went wrong. What was saved is safe. Try again; if it happens again, send the diagnostics file to your lead.',
}

/** Logs what nobody meant by name and place only: a message could quote a person. */
export function failureOf(error: unknown, doing: string): Failure {
  if (isSpoken(error)) return { code: error.code, message: error.message.slice(0, 1000) || bug.message }
  if (error instanceof Error && error.name === 'QuotaExceededError') return diskFull
  const code = error instanceof Error ? spokenNames[error.name] : undefined
  if (code) return { code, message: (error as Error).message }
  const place = error instanceof Error ? `${error.name} ${error.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? ''}` : typeof error
  console.error(`handrail: ${doing} failed: ${place}`)
  return bug
}
