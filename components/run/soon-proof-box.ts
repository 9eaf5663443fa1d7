// The evidence of a step, fetched apart from the panel's first load and before anybody asks: once it is there it is drawn at once, so that no
// line moves a moment later under a pointer.
import { late } from '../ui/late.ts'

export const SoonProofBox = late(() => import('./ProofBox.tsx').then((module) => module.ProofBox), true)
void SoonProofBox.fetch()
