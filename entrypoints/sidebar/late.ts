// Parts of the panel that the first paint does not need: fetched right after it, so that they are there before anybody asks.
import { late } from '../../components/ui/late.ts'

export const RunPanel = late(() => import('../../components/run/RunPanel.tsx').then((module) => module.RunPanel))
export const Problems = late(() => import('./Problems.tsx').then((module) => module.Problems), true)
export const OwnList = late(() => import('../../components/escalation/OwnList.tsx').then((module) => module.OwnList))

export const GoingAlong = late(() => import('./GoingAlong.tsx').then((module) => module.GoingAlong), true)

export function fetchLate(): void {
  void Promise.all([RunPanel.fetch(), Problems.fetch(), OwnList.fetch()])
}
