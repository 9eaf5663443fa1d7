// A fault in the source as the editor shows it: where, what, and what to write instead.

export interface Fault {
  severity: 'error' | 'warning' | 'hint'
  /** 1-based. */
  line: number
  /** 1-based. */
  column: number
  code: string
  message: string
  fix: string
}

export function firstError(faults: readonly Fault[]): Fault | null {
  return faults.find(({ severity }) => severity === 'error') ?? null
}
