// Records of a wrong shape (an older build, a damaged disk) are set aside, never fatal and never deleted.
import type { z } from '../schema/z.ts'

/** The record, or null when it is missing or broken. */
export function checked<S extends z.ZodMiniType>(schema: S, value: unknown): z.infer<S> | null {
  const parsed = schema.safeParse(value)
  return parsed.success ? (parsed.data as z.infer<S>) : null
}

/** Only the records that are whole, in the same order. */
export function whole<S extends z.ZodMiniType>(schema: S, values: unknown[]): z.infer<S>[] {
  return values.map((value) => checked(schema, value)).filter((value) => value !== null)
}
