// A ruling as it is being written, kept as one text so that a crash loses neither half.
import { z } from '../../lib/schema/z.ts'

const Written = z.object({ outcome: z.string(), rationale: z.string() })
export type RulingDraft = z.infer<typeof Written>

export const emptyRuling: RulingDraft = { outcome: '', rationale: '' }

export function readRuling(text: string): RulingDraft {
  if (text === '') return emptyRuling
  try {
    const parsed = Written.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
  } catch {
    // Not ours: show it as the rationale rather than lose it.
  }
  return { outcome: '', rationale: text }
}

/** Nothing written is the empty text, which the worker takes as "no draft". */
export function writeRuling(ruling: RulingDraft): string {
  return ruling.outcome === '' && ruling.rationale === '' ? '' : JSON.stringify(ruling)
}
