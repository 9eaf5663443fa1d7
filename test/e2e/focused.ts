// Where the focus is, by role and name, as a screen reader says it.
import { until } from '../../demo/stage/rail.ts'
import type { Panel } from './panel.ts'

type Role = Parameters<Panel['getByRole']>[0]

/** Until the focus is there; names where it is instead. */
export async function focused(panel: Panel, role: Role, name: string | RegExp): Promise<void> {
  const control = panel.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) })
  const isThere = async () => {
    const all = await control.evaluateAll((elements) => elements.some((element) => element === document.activeElement))
    return all ? true : undefined
  }
  try {
    await until(isThere, `the focus on ${role} “${name}”`)
  } catch (cause) {
    const where = await panel.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
    throw new Error(`The focus is not on ${role} “${name}” but on ${where}`, { cause })
  }
}
