// Every action of the panel that has a key, one line each: a stable id, the key it begins with, where it works, what it does. To add
// one, add a line here and give the id to the control that acts (`<Button action="...">`, a menu's `action`) or to `useAction`.

/** `form` and `search` while typing there; `list` in the suggestions; `cases` in My cases; `step` in an open playbook. */
export type Scope = 'anywhere' | 'list' | 'cases' | 'step' | 'search' | 'form'

interface Action {
  id: string
  /** As `chordOf` says them. */
  keys: readonly string[]
  scope: Scope
  /** What it does, as the list of keys says it. */
  words: string
  /** The browser's own way, or one that all lists have: shown, not changed. */
  isFixed?: boolean
  /** Goes on while the key is held. */
  repeats?: boolean
}

export const keyActions = [
  { id: 'search', keys: ['/'], scope: 'anywhere', words: 'Search playbooks and snippets' },
  { id: 'next', keys: ['j'], scope: 'anywhere', words: 'Next step or suggestion', repeats: true },
  { id: 'previous', keys: ['k'], scope: 'anywhere', words: 'Previous step or suggestion', repeats: true },
  { id: 'nth', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], scope: 'anywhere', words: 'Go to a step or suggestion by its number', isFixed: true },
  { id: 'back', keys: ['Backspace'], scope: 'anywhere', words: 'Back from a screen, a playbook or a snippet' },
  { id: 'close', keys: ['Escape'], scope: 'anywhere', words: 'Close what is open, then the rail', isFixed: true },
  { id: 'note', keys: ['e'], scope: 'anywhere', words: 'Open or close the note, severity and queue of Escalate' },
  { id: 'escalate', keys: ['Shift+e'], scope: 'anywhere', words: 'Escalate this case' },
  { id: 'undo-sending', keys: ['u'], scope: 'anywhere', words: 'Undo the escalation that was just saved' },
  { id: 'thread', keys: ['t'], scope: 'anywhere', words: 'Show or hide what became of the escalation' },
  { id: 'amend', keys: ['Shift+a'], scope: 'anywhere', words: 'Add to the escalation that is shown' },
  { id: 'withdraw', keys: ['Shift+w'], scope: 'anywhere', words: 'Withdraw the escalation that is shown' },
  { id: 'cases', keys: ['c'], scope: 'anywhere', words: 'My cases' },
  { id: 'hand-over', keys: ['h'], scope: 'anywhere', words: 'Hand this case, or those chosen, to a colleague' },
  { id: 'news', keys: ['w'], scope: 'anywhere', words: 'What is new' },
  { id: 'mine', keys: ['m'], scope: 'anywhere', words: 'My escalations' },
  { id: 'own-snippets', keys: ['Shift+i'], scope: 'anywhere', words: 'My snippets' },
  { id: 'fields', keys: ['v'], scope: 'anywhere', words: 'Show all fields of the case, or fewer' },
  { id: 'enable-site', keys: ['Shift+s'], scope: 'anywhere', words: 'Use Handrail on this site' },
  { id: 'retry', keys: ['Shift+r'], scope: 'anywhere', words: 'Try the hub again now' },
  { id: 'menu', keys: ['.'], scope: 'anywhere', words: 'Menu of the panel' },
  { id: 'theme', keys: ['Shift+t'], scope: 'anywhere', words: 'Light, dark or the theme of the system' },
  { id: 'side-panel', keys: ['Shift+p'], scope: 'anywhere', words: 'Open in the side panel' },
  { id: 'own-tab', keys: ['Shift+o'], scope: 'anywhere', words: 'Open in its own tab' },
  { id: 'console', keys: ['Shift+l'], scope: 'anywhere', words: 'Open the console, for leads' },
  { id: 'keys', keys: ['?'], scope: 'anywhere', words: 'This list' },

  { id: 'pin', keys: ['p'], scope: 'list', words: 'Pin the suggestion, or unpin it' },
  { id: 'put-away', keys: ['x'], scope: 'list', words: 'Not this one: put it away on this case' },
  { id: 'bring-back', keys: ['Shift+x'], scope: 'list', words: 'Bring back what was put away' },

  { id: 'choose-case', keys: ['x'], scope: 'cases', words: 'Choose the case, to hand several over at once' },

  { id: 'do', keys: ['Space'], scope: 'step', words: 'Do the step: tick it, answer it, press its button', isFixed: true },
  { id: 'option', keys: [], scope: 'step', words: 'Choose an answer by the letter beside it', isFixed: true },
  { id: 'not-applicable', keys: ['n'], scope: 'step', words: 'Not applicable, with the reason' },
  { id: 'skip', keys: ['s'], scope: 'step', words: 'Skip the step, with the reason' },
  { id: 'mark-done', keys: ['Shift+d'], scope: 'step', words: 'Mark a reply or an escalation as done' },
  { id: 'reopen', keys: ['Shift+n'], scope: 'step', words: 'Open the step again' },
  { id: 'flag', keys: ['f'], scope: 'step', words: 'Flag the step as wrong, unclear, outdated or missing something' },
  { id: 'confirm', keys: ['Shift+y'], scope: 'step', words: 'Confirm that you have read what changed' },
  { id: 'evidence', keys: ['i'], scope: 'step', words: 'Note or evidence of the step' },
  { id: 'known-value', keys: ['y'], scope: 'step', words: 'Use the value from the case' },
  { id: 'insert', keys: ['r'], scope: 'step', words: 'Insert the text into the reply' },
  { id: 'note-first', keys: ['o'], scope: 'step', words: 'Escalate from a step, with a note first' },
  { id: 'other-run', keys: ['g'], scope: 'step', words: 'The next open playbook of this case' },
  { id: 'undo', keys: ['z'], scope: 'step', words: 'Take the last change of the run back' },
  { id: 'finish', keys: ['Shift+c'], scope: 'step', words: 'Close the run, or open it again' },
  { id: 'changes', keys: ['Shift+v'], scope: 'step', words: 'What changed in the other version' },
  { id: 'move', keys: ['Shift+m'], scope: 'step', words: 'Move the run to the newer version' },
  { id: 'stay', keys: ['Shift+u'], scope: 'step', words: 'Undo the move to another version' },

  { id: 'search-choose', keys: ['ArrowDown', 'ArrowUp'], scope: 'search', words: 'Look through what was found', isFixed: true },
  { id: 'search-open', keys: ['Enter'], scope: 'search', words: 'Open it', isFixed: true },
  { id: 'search-insert', keys: ['Ctrl+Enter'], scope: 'search', words: 'Insert the snippet at once' },
  { id: 'search-pin', keys: ['Alt+p'], scope: 'search', words: 'Pin it, or unpin it' },
  { id: 'search-missing', keys: ['Alt+m'], scope: 'search', words: 'Tell the lead that it is missing' },

  { id: 'send', keys: ['Ctrl+Enter'], scope: 'form', words: 'Send what you are typing' },
] as const satisfies readonly Action[]

export type ActionId = (typeof keyActions)[number]['id']
export type KeyAction = Action & { id: ActionId }

const byId = new Map<string, KeyAction>(keyActions.map((action) => [action.id, action]))
export const isActionId = (id: string): id is ActionId => byId.has(id)
export const actionOf = (id: ActionId): KeyAction => byId.get(id)!
