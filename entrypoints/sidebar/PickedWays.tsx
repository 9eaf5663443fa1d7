// What was picked, tried here and in the other open cases while the lead says what is meant.
import { useEffect, useState } from 'react'
import { Proposals } from '../../components/site/Proposals.tsx'
import { type ProfileDraft, pageOf } from '../../lib/domain/profile-draft.ts'
import { tryAreas, trySources } from '../../lib/domain/try-sources.ts'
import { likelyValue } from '../../lib/domain/value-pattern.ts'
import type { FieldSource, ReadAs } from '../../lib/schema/site.ts'
import { type PageSeen, type ReadingActions, readsOf } from './reading-actions.ts'
import type { Pick } from './use-pointing.ts'

interface Props {
  draft: ProfileDraft
  label: string
  here: { url: string; title: string }
  pick: Pick
  actions: ReadingActions
  onStep: (key: 'ArrowUp' | 'ArrowDown') => void
  onTake: (chosen: FieldSource[]) => void
  onAgain: () => void
  onCancel: () => void
}

export function PickedWays({ draft, label, here, pick, actions, ...rest }: Props) {
  const { row, kind, picked } = pick
  const isId = row === 'caseId'
  const [value, setValue] = useState(likelyValue(picked.text))
  const [as, setAs] = useState<ReadAs | undefined>(undefined)
  const [others, setOthers] = useState<PageSeen[]>([])
  const { candidates } = picked

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each pick
  useEffect(() => {
    let isHere = true
    setValue(likelyValue(picked.text))
    const selectors = candidates.map(({ source }) => (source.from === 'selector' ? source.selector : ''))
    const asked =
      kind === 'value'
        ? actions.look({ ...draft, page: pageOf(draft) }, here.url, readsOf(candidates))
        : actions.look({ ...draft, page: pageOf(draft) }, here.url, [], selectors)
    // Other cases that cannot be asked are told as none.
    asked.then(
      (seen) => isHere && setOthers(seen.slice(1)),
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [picked])

  const tried =
    kind === 'value'
      ? trySources({ value, as, candidates }, here, others)
      : tryAreas(
          candidates,
          others.map(({ name, areas }) => ({ name, found: areas.map(({ count, text }) => (count > 0 ? text : null)) })),
        )
  return <Proposals label={label} value={value} as={as} isValue={kind === 'value'} isId={isId} tried={tried} onValue={setValue} onAs={setAs} {...rest} />
}
