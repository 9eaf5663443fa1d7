// The navigation rail: where to go, how many wait for a person, how the connection stands, who is at this desk.
import { IconBook2, IconInbox, IconUsers, IconWorld } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { Theme } from '../../lib/schema/settings.ts'
import type { SessionView, StatusView } from '../../lib/schema/views.ts'
import { ConnectionLine } from './ConnectionLine.tsx'
import styles from './rail.module.css'
import { hrefs, paths } from './routes.ts'
import { ThemeSwitch } from './ThemeSwitch.tsx'

interface Props {
  session: SessionView
  status: StatusView | null
  now: number
  waiting: number
  /** Flags that no lead has answered. */
  flags: number
  theme: Theme
  onTheme(theme: Theme): void
}

export function Rail({ session, status, now, waiting, flags, theme, onTheme }: Props) {
  const [location] = useLocation()
  const places = [
    { name: 'Inbox', path: paths.inbox, href: hrefs.inbox, Icon: IconInbox, count: waiting, words: waiting === 1 ? 'waits for a person' : 'wait for a person' },
    { name: 'Playbooks', path: paths.playbooks, href: hrefs.playbooks, Icon: IconBook2, count: flags, words: flags === 1 ? 'flag waits' : 'flags wait' },
    { name: 'Sites', path: paths.sites, href: hrefs.sites, Icon: IconWorld, count: 0, words: '' },
    { name: 'Team', path: paths.team, href: hrefs.team, Icon: IconUsers, count: 0, words: '' },
  ]
  return (
    <aside className={styles.rail} aria-label="Handrail">
      <nav aria-label="Console">
        <ul>
          {places.map(({ name, path, href, Icon, count, words }) => (
            <li key={name}>
              <a
                href={href}
                className={styles.place}
                aria-label={count > 0 ? `${name}, ${count} ${words}` : undefined}
                aria-current={location === path || location.startsWith(`${path}/`) ? 'page' : undefined}
                title={count > 0 ? `${name}, ${count} ${words}` : name}
              >
                <Icon size={18} stroke={1.75} aria-hidden />
                <span className={styles.name}>{name}</span>
              </a>
              {count > 0 && (
                <span className={styles.count} aria-hidden="true">
                  {count}
                </span>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.foot}>
        <ConnectionLine status={status} now={now} />
        <ThemeSwitch theme={theme} onTheme={onTheme} />
        <p className={styles.who}>
          <strong>{session.member?.name}</strong>
          <span>
            {session.member?.role}, {session.team?.name}
          </span>
        </p>
      </div>
    </aside>
  )
}
