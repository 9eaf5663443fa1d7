// What triggers cost and how well they suggest. Needs no build, no browser and no hub.
import type { Row } from '../row.ts'
import { measureFit } from '../trigger-fit.ts'
import { measureSpeed } from '../trigger-speed.ts'

/** Speed first: it is cold only once. */
export async function measure(): Promise<Row[]> {
  return [...measureSpeed(), ...measureFit()]
}
