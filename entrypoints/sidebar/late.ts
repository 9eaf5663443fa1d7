// Parts of the panel that the first paint does not need: fetched right after it, so that they are there before anybody asks.
import { lazy } from 'react'

const runPanel = () => import('../../components/run/RunPanel.tsx').then((module) => ({ default: module.RunPanel }))
const problems = () => import('./Problems.tsx').then((module) => ({ default: module.Problems }))
const ownList = () => import('../../components/escalation/OwnList.tsx').then((module) => ({ default: module.OwnList }))

export const RunPanel = lazy(runPanel)
export const Problems = lazy(problems)
export const OwnList = lazy(ownList)

export function fetchLate(): void {
  void Promise.all([runPanel(), problems(), ownList()])
}
