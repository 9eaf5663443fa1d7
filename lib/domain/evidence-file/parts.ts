// What an evidence file tells, told apart into parts that have a name for people. Together they cover all of it, whatever it has become.
import { list, member, said, without } from './loose.ts'
import { momentIn } from './moments.ts'

export interface Part {
  part: string
  /** As a sentence begins with it: "The note of 21 Nov 2026, 14:02:05 UTC". */
  name: string
  value: unknown
}

const entryNames: Record<string, string> = {
  seen: 'The entry that it was seen',
  taken: 'The entry that it was taken',
  question: 'The question',
  answer: 'The answer',
  amendment: 'The amendment',
  ruling: 'The entry of the ruling',
  withdrawal: 'The withdrawal',
}

/** A name stands in a list of one line each. */
const short = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text).replace(/\s+/g, ' ')
const named = (what: string, value: unknown, key: string) => `${what} “${short(said(member(value, key)))}”`
const signed = (what: string, value: unknown) => `${what} of ${short(said(member(member(value, 'by'), 'name')))}, ${momentIn(member(value, 'at'))}`

export function partsOf(content: unknown): Part[] {
  const escalation = member(content, 'escalation')
  const handed = member(escalation, 'content')
  const subject = member(handed, 'case')
  const run = member(handed, 'run') ?? null
  const [ruling, playbook] = [member(escalation, 'ruling') ?? null, member(content, 'playbook') ?? null]
  const part = (kind: string, name: string, value: unknown): Part => ({ part: kind, name, value: value ?? null })
  return [
    part('made', 'Who made this file, for which team, and when', member(content, 'made')),
    part('record', 'Its number, author, severity and state', without(escalation, 'content', 'thread', 'ruling')),
    part('case', 'The case: key, address and title', without(subject, 'fields', 'selection')),
    part('selection', 'The text selected on the page', member(subject, 'selection')),
    ...list(subject, 'fields').map((field) => part('field', named('Case field', field, 'label'), field)),
    part('note', `The note of ${momentIn(member(handed, 'createdAt'))}`, member(handed, 'note')),
    part('handed', 'How it was handed over: queue, severity, what was masked or missing', without(handed, 'case', 'note', 'run')),
    ...(run === null ? [] : [part('run', 'The run: playbook, start and counts', without(run, 'lines'))]),
    ...list(run, 'lines').map((line) => part('step', named('Step', line, 'label'), line)),
    ...list(escalation, 'thread').map((entry) => part('thread', signed(entryNames[said(member(entry, 'kind'))] ?? 'The entry', entry), entry)),
    part('ruling', ruling === null ? 'That there is no ruling' : signed('The ruling', ruling), ruling),
    part('playbook', playbook === null ? 'That no playbook is enclosed' : `The playbook, version ${member(playbook, 'version')}`, playbook),
    ...list(content, 'pictures').map((picture, at) => part('picture', `Picture ${at + 1}`, without(picture, 'base64'))),
    ...list(content, 'endings').map((ending) => part('ending', named('The end of the run', member(ending, 'playbook'), 'title'), ending)),
    part('copies', 'Which files were made of it before', member(content, 'copies')),
    part('rest', 'Everything else', without(content, 'made', 'escalation', 'playbook', 'pictures', 'endings', 'copies')),
  ]
}
