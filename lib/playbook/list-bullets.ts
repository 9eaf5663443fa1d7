// Which bullet a list is printed with. Two lists in a row need different ones, or they would be read as one; and bullets on one line
// must not be three of a kind, or the line would be read as a rule. Elsewhere it is `-`, and a list of steps keeps it.
import type { List, Nodes, Parents } from 'mdast'
import type { Info, State } from 'mdast-util-to-markdown'

declare module 'mdast' {
  interface ListData {
    isSteps?: boolean
    /** Set when the list is printed. */
    bullet?: string
  }
}

export function printList(list: List, parent: Parents | undefined, state: State, info: Info): string {
  const exit = state.enter('list')
  const around = state.bulletCurrent
  const bullet = bulletOf(list, parent, around)
  list.data = { ...list.data, bullet }
  state.bulletCurrent = bullet
  const text = state.containerFlow(list, info)
  state.bulletCurrent = around
  exit()
  return text
}

/** `around`: bullet of the list in whose item this one stands. */
function bulletOf(list: List, parent: Parents | undefined, around: string | undefined): string {
  const siblings: readonly Nodes[] = parent?.children ?? []
  const at = siblings.indexOf(list)
  const before = listAt(siblings, at - 1, list.ordered)?.data?.bullet
  if (list.ordered) return before === '.' ? ')' : '.'
  const isBeforeSteps = !list.data?.isSteps && listAt(siblings, at + 1, false)?.data?.isSteps === true
  const isEmptyAtOnce = at === 0 && list.children[0]?.children.length === 0
  const taken = [before, isBeforeSteps ? '-' : undefined, isEmptyAtOnce ? around : undefined]
  return ['-', '*', '+'].find((bullet) => !taken.includes(bullet)) ?? '-'
}

function listAt(nodes: readonly Nodes[], at: number, ordered: List['ordered']): List | undefined {
  const node = nodes[at]
  return node?.type === 'list' && node.ordered === ordered ? node : undefined
}
