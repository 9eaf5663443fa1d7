// Why a playbook will be shown, as a line that completes "Shown when ...".
import type { Trigger } from '../../lib/schema/playbook.ts'

const near = /^near:(\d+)\s+(.+)$/i

function term(text: string): string {
  const found = near.exec(text)
  if (!found) return `"${text}"`
  return `${found[2]?.split(/\s+/).join(' and ')} within ${found[1]} words`
}

export function triggerSentence(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'url':
      return `the address is like ${trigger.pattern}`
    case 'field':
      return `${trigger.field} is ${trigger.is.join(' or ')}`
    case 'keywords':
      return `the page says ${trigger.terms.map(term).join(' or ')}`
  }
}
