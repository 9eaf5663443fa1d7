// What to do when no playbook fits: the next step with its real control.
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

interface Props {
  /** `empty`: the team has no playbook at all. `unread`: this page cannot be read. `none`: nothing fits. */
  why: 'empty' | 'unread' | 'none'
  mayWrite: boolean
  onSearch: () => void
  onConsole: () => void
  onCases: () => void
}

export function NoSuggestions({ why, mayWrite, onSearch, onConsole, onCases }: Props) {
  if (why === 'empty')
    return (
      <Notice title="Your team has no playbooks yet." actions={mayWrite ? <Button onClick={onConsole}>Write the first playbook</Button> : null}>
        <p>
          {mayWrite
            ? 'A playbook is a checklist in Markdown that shows up on the cases it fits.'
            : 'A lead writes them in the console; they appear here by themselves. Until then, Escalate hands a case to your lead.'}
        </p>
      </Notice>
    )
  return (
    <Notice
      title={why === 'none' ? 'No playbook fits this page.' : 'This page cannot be read, so no playbook was matched.'}
      actions={
        <>
          <Button action="search" onClick={onSearch}>
            Search the playbooks
          </Button>
          <Button action="cases" onClick={onCases}>
            My cases
          </Button>
        </>
      }
    >
      <p>
        {why === 'none'
          ? 'Find one by any word, or hand the case to your lead with Escalate below.'
          : 'Find one by any word. Escalate below saves what is known about the page.'}
      </p>
    </Notice>
  )
}
