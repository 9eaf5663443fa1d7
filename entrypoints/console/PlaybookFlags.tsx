// The flags of the playbook that is read, and the lead's answers to them.
import { FlagList } from '../../components/flags/FlagList.tsx'
import type { Flag, FlagAnswerKind } from '../../lib/schema/flag.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { useDesk, useDeskState } from './desk-context.ts'
import { notifyFailure } from './notify.ts'

export function PlaybookFlags({ playbook, now }: { playbook: PlaybookVersion; now: number }) {
  const { client, store, drafts, now: clock } = useDesk()
  const flags = useDeskState((state) => state.flags)

  async function answer({ content: { id } }: Flag, kind: FlagAnswerKind, text: string, version: number | null): Promise<boolean> {
    try {
      await client.send('flag.answer', { id, kind, text, version })
      return true
    } catch (cause) {
      notifyFailure(cause)
      return false
    } finally {
      await store.load('flags')
    }
  }
  return (
    <FlagList
      flags={(flags ?? []).filter(({ content }) => content.playbook.id === playbook.id)}
      now={now}
      newest={playbook.version}
      drafts={drafts}
      clock={clock}
      onAnswer={answer}
    />
  )
}
