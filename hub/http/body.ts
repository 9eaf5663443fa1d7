// Reads what a caller sent: JSON of at most 2 MB, made storable, checked against the route's shape.
import type { z } from '../../lib/schema/z.ts'
import { HubFault, invalid } from '../fault.ts'

export const longestBody = 2 * 1024 * 1024

/** Stops reading as soon as the limit is passed, whatever the length header says. */
export async function readJson(request: Request): Promise<unknown> {
  if (!request.body) return {}
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.length
    if (size > longestBody) throw new HubFault('invalid', 413, 'This is larger than 2 MB. Nothing was stored; leave out the longest text and try again.')
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  if (text === '') return {}
  try {
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? storable(value) : value))
  } catch {
    throw invalid('The body is not JSON.')
  }
}

/** PostgreSQL's JSON knows neither NUL nor half a surrogate pair; pages contain both now and then. */
function storable(text: string): string {
  return text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replaceAll('\0', '\ufffd')
}

/** GET has no body: its request stands in the query, where numbers look like digits. */
export function readQuery(query: Record<string, string>): unknown {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, /^\d{1,15}$/.test(value) ? Number(value) : value]))
}

export function check<T extends z.ZodMiniType>(shape: T, value: unknown, what: string): z.infer<T> {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || what}: ${message || 'is not valid'}`)
  throw invalid(`The ${what} is not valid. ${issues.join('; ')}`.slice(0, 1000))
}
