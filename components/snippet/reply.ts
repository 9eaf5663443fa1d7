// A snippet made into what is inserted, for one case and one set of answers. Loaded with the first snippet that is shown.
import { isForTeam } from '../../lib/domain/snippet-audience.ts'
import type { Scene } from '../../lib/playbook/snippet/expand.ts'
import { fillParts } from '../../lib/playbook/snippet/fill.ts'
import type { SnippetPart } from '../../lib/playbook/snippet/part.ts'
import { hasForm } from '../../lib/playbook/snippet/questions.ts'
import { readParts } from '../../lib/playbook/snippet/read-parts.ts'
import type { Answers, AnySnippet, Reply } from './snippet-desk.ts'

/** Here and now: the browser's language and time zone. */
export function sceneOf(values: Record<string, string>, answers: Answers): Scene {
  return { values, answers, now: Date.now(), locale: navigator.language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }
}

/** Formatted text comes only where there is some; without it the plain text is all there is to say. */
export async function replyOf({ id, isOwn, tags }: AnySnippet, parts: readonly SnippetPart[], scene: Scene): Promise<Reply> {
  const { text, cursorFromEnd } = fillParts(parts, scene)
  const rich = await import('../../lib/playbook/snippet/rich.ts').then(({ richBlocks }) => richBlocks(parts, scene)).catch(() => null)
  return {
    snippetId: id,
    isOwn: isOwn === true,
    text,
    ...(rich ? { rich } : {}),
    ...(cursorFromEnd === null ? {} : { cursorFromEnd }),
    ...(isForTeam(tags) ? { isInternal: true } : {}),
  }
}

/** Ready to insert without a question, or null: something has to be chosen, or is not known here. */
export function replyAtOnce(snippet: AnySnippet, values: Record<string, string>): Promise<Reply> | null {
  const { parts } = readParts(snippet.body)
  const scene = sceneOf(values, {})
  return hasForm(parts) || fillParts(parts, scene).missing.length > 0 ? null : replyOf(snippet, parts, scene)
}

/** As it would arrive, for lists; `[case.order]` where something is not known. */
export function previewIn(values: Record<string, string>): (body: string) => string {
  const scene = sceneOf(values, {})
  return (body) => fillParts(readParts(body).parts, scene).text
}
