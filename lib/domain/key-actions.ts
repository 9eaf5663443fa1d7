// Every action of the panel that has a key, one line each: a stable id, the key it begins with, where it works. To add
// one, add a line here and its words in `key-words.ts`, and give the id to the control that acts (`<Button action="...">`, a menu's `action`) or to `useAction`.

/** `form` and `search` while typing there; `list` in the suggestions; `cases` in My cases; `step` in an open playbook. */
export type Scope = 'anywhere' | 'list' | 'cases' | 'step' | 'search' | 'form'

interface Action {
  id: string
  /** As `chordOf` says them. */
  keys: readonly string[]
  scope: Scope
  /** The browser's own way, or one that all lists have: shown, not changed. */
  isFixed?: boolean
  /** Goes on while the key is held. */
  repeats?: boolean
}

export const keyActions = [
  { id: 'search', keys: ['/'], scope: 'anywhere' },
  { id: 'next', keys: ['j'], scope: 'anywhere', repeats: true },
  { id: 'previous', keys: ['k'], scope: 'anywhere', repeats: true },
  { id: 'nth', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], scope: 'anywhere', isFixed: true },
  { id: 'back', keys: ['Backspace'], scope: 'anywhere' },
  { id: 'close', keys: ['Escape'], scope: 'anywhere', isFixed: true },
  { id: 'note', keys: ['e'], scope: 'anywhere' },
  { id: 'escalate', keys: ['Shift+e'], scope: 'anywhere' },
  { id: 'undo-sending', keys: ['u'], scope: 'anywhere' },
  { id: 'thread', keys: ['t'], scope: 'anywhere' },
  { id: 'amend', keys: ['Shift+a'], scope: 'anywhere' },
  { id: 'withdraw', keys: ['Shift+w'], scope: 'anywhere' },
  { id: 'cases', keys: ['c'], scope: 'anywhere' },
  { id: 'hand-over', keys: ['h'], scope: 'anywhere' },
  { id: 'news', keys: ['w'], scope: 'anywhere' },
  { id: 'mine', keys: ['m'], scope: 'anywhere' },
  { id: 'own-snippets', keys: ['Shift+i'], scope: 'anywhere' },
  { id: 'fields', keys: ['v'], scope: 'anywhere' },
  { id: 'enable-site', keys: ['Shift+s'], scope: 'anywhere' },
  { id: 'retry', keys: ['Shift+r'], scope: 'anywhere' },
  { id: 'menu', keys: ['.'], scope: 'anywhere' },
  { id: 'theme', keys: ['Shift+t'], scope: 'anywhere' },
  { id: 'side-panel', keys: ['Shift+p'], scope: 'anywhere' },
  { id: 'own-tab', keys: ['Shift+o'], scope: 'anywhere' },
  { id: 'console', keys: ['Shift+l'], scope: 'anywhere' },
  { id: 'keys', keys: ['?'], scope: 'anywhere' },

  { id: 'pin', keys: ['p'], scope: 'list' },
  { id: 'put-away', keys: ['x'], scope: 'list' },
  { id: 'bring-back', keys: ['Shift+x'], scope: 'list' },

  { id: 'choose-case', keys: ['x'], scope: 'cases' },

  { id: 'do', keys: ['Space'], scope: 'step', isFixed: true },
  { id: 'option', keys: [], scope: 'step', isFixed: true },
  { id: 'not-applicable', keys: ['n'], scope: 'step' },
  { id: 'skip', keys: ['s'], scope: 'step' },
  { id: 'mark-done', keys: ['Shift+d'], scope: 'step' },
  { id: 'reopen', keys: ['Shift+n'], scope: 'step' },
  { id: 'flag', keys: ['f'], scope: 'step' },
  { id: 'confirm', keys: ['Shift+y'], scope: 'step' },
  { id: 'evidence', keys: ['i'], scope: 'step' },
  { id: 'known-value', keys: ['y'], scope: 'step' },
  { id: 'insert', keys: ['r'], scope: 'step' },
  { id: 'note-first', keys: ['o'], scope: 'step' },
  { id: 'other-run', keys: ['g'], scope: 'step' },
  { id: 'undo', keys: ['z'], scope: 'step' },
  { id: 'finish', keys: ['Shift+c'], scope: 'step' },
  { id: 'changes', keys: ['Shift+v'], scope: 'step' },
  { id: 'move', keys: ['Shift+m'], scope: 'step' },
  { id: 'stay', keys: ['Shift+u'], scope: 'step' },

  { id: 'search-choose', keys: ['ArrowDown', 'ArrowUp'], scope: 'search', isFixed: true },
  { id: 'search-open', keys: ['Enter'], scope: 'search', isFixed: true },
  { id: 'search-insert', keys: ['Ctrl+Enter'], scope: 'search' },
  { id: 'search-pin', keys: ['Alt+p'], scope: 'search' },
  { id: 'search-missing', keys: ['Alt+m'], scope: 'search' },

  { id: 'send', keys: ['Ctrl+Enter'], scope: 'form' },
] as const satisfies readonly Action[]

export type ActionId = (typeof keyActions)[number]['id']
export type KeyAction = Action & { id: ActionId }

const byId = new Map<string, KeyAction>(keyActions.map((action) => [action.id, action]))
export const isActionId = (id: string): id is ActionId => byId.has(id)
export const actionOf = (id: ActionId): KeyAction => byId.get(id)!
