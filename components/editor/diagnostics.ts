// Faults as CodeMirror marks them: from the fault's column to the end of its line, with the repair in the words.
import type { Diagnostic } from '@codemirror/lint'
import type { Text } from '@codemirror/state'
import type { Fault } from './fault.ts'

export function diagnosticsOf(faults: readonly Fault[], text: Text): Diagnostic[] {
  return faults.map((fault) => {
    const line = text.line(Math.min(Math.max(1, fault.line), text.lines))
    const from = Math.min(line.from + Math.max(0, fault.column - 1), line.to)
    return { from, to: line.to, severity: fault.severity, message: `${fault.message} ${fault.fix}` }
  })
}
