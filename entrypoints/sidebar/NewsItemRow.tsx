// One piece of news, with the way to where it belongs.
import { useStore } from 'zustand'
import { FlagCard } from '../../components/news/FlagCard.tsx'
import { NoteCard } from '../../components/news/NoteCard.tsx'
import styles from '../../components/news/news.module.css'
import { VersionCard } from '../../components/news/VersionCard.tsx'
import { Button } from '../../components/ui/Button.tsx'
import type { NewsItem } from '../../lib/domain/news.ts'
import type { SidebarStore } from './store.ts'

interface Props {
  item: NewsItem
  store: SidebarStore
  now: number
}

const noVersions = {}
const shortly = (title: string) => (title.length > 40 ? `${title.slice(0, 39).trimEnd()}…` : title)

export function NewsItemRow({ item, store, now }: Props) {
  const playbookId = item.kind === 'version' ? item.version.playbookId : item.kind === 'flag' ? item.flag.content.playbook.id : null
  const versions = useStore(store, (state) => (playbookId === null ? undefined : state.versions[playbookId])) ?? noVersions
  const view = useStore(store, (state) => state.view)
  const isOpenHere = view?.runs.some(({ run }) => run.playbook.id === playbookId) === true
  const isKnown = useStore(store, ({ library }) => library?.playbooks.some(({ id }) => id === playbookId) === true)
  const about = item.kind === 'note' ? item.received.note.content.about : null
  const mayPutBehind = item.isUnread && item.kind !== 'note' && !(item.kind === 'version' && item.version.isOwed)
  const acts = (
    <>
      {mayPutBehind && (
        <Button look="link" onClick={() => void store.news.read([item.key])}>
          Got it
        </Button>
      )}
      {playbookId !== null && view && isKnown && (
        // Which case "this" is cannot be seen from here, so it is said: to start a playbook on the wrong one is a mistake to clean up.
        <Button look="link" onClick={() => void store.run.open(playbookId)}>
          {isOpenHere ? 'Go to its run on' : 'Start it on'} {view.context.title ? `“${shortly(view.context.title)}”` : 'the page in front'}
        </Button>
      )}
      {about && (
        <Button look="link" onClick={() => void store.escalation.listMine(about.id)}>
          Open #{about.number}
        </Button>
      )}
    </>
  )
  return (
    <li className={styles.item} data-unread={item.isUnread}>
      <span className={styles.dot} aria-hidden="true" />
      <div>
        {item.isUnread && <span className="visually-hidden">New: </span>}
        {item.kind === 'version' && (
          <VersionCard news={item.version} now={now} versions={versions} onLook={(version) => store.run.look(item.version.playbookId, version)}>
            {acts}
          </VersionCard>
        )}
        {item.kind === 'note' && (
          <NoteCard received={item.received} now={now} keeper={store.drafts} onReply={(text) => store.news.reply(item.received.note.content.id, text)}>
            {acts}
          </NoteCard>
        )}
        {item.kind === 'flag' && (
          <FlagCard flag={item.flag} now={now}>
            {acts}
          </FlagCard>
        )}
      </div>
    </li>
  )
}
