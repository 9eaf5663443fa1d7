import type { Imported } from '../../../lib/playbook/import/finding.ts'
import { importMarkdown } from '../../../lib/playbook/import/markdown.ts'
import { printPlaybook } from '../../../lib/playbook/print.ts'

export const imported = (text: string, file = 'Fake item.md') => importMarkdown([{ file, text }], 'auto')
/** The body of the one playbook that was made, without its front matter. */
export const body = (text: string) => bodyOf(imported(text))
export const bodyOf = ({ playbooks }: Imported) =>
  printPlaybook(playbooks[0]!.document)
    .replace(/^---\n[\s\S]*?\n---\n\n?/, '')
    .trim()
export const reasons = ({ dropped }: Imported) => dropped.map(({ line, reason }) => `${line} ${reason}`)
