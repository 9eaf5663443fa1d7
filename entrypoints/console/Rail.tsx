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
  theme: Theme
  onTheme(theme: Theme): void
}

export function Rail({ session, status, now, waiting, theme, onTheme }: Props) {
  const [location] = useLocation()
  const places = [
    { name: 'Inbox', path: paths.inbox, href: hrefs.inbox, Icon: IconInbox, count: waiting },
    { name: 'Playbooks', path: paths.playbooks, href: hrefs.playbooks, Icon: IconBook2, count: 0 },
    { name: 'Sites', path: paths.sites, href: hrefs.sites, Icon: IconWorld, count: 0 },
    { name: 'Team', path: paths.team, href: hrefs.team, Icon: IconUsers, count: 0 },
  ]
  return (
    <aside className={styles.rail} aria-label="Handrail">
      <nav aria-label="Console">
        <ul>
          {places.map(({ name, path, href, Icon, count }) => (
            <li key={name}>
              <a
                href={href}
                className={styles.place}
                aria-describedby={count > 0 ? 'rail-waiting' : undefined}
                aria-current={location === path || location.startsWith(`${path}/`) ? 'page' : undefined}
                title={name}
              >
                <Icon size={18} stroke={1.75} aria-hidden />
                <span className={styles.name}>{name}</span>
              </a>
              {count > 0 && (
                <span id="rail-waiting" className={styles.count}>
                  {count}
                  <span className={styles.spoken}> wait for a person</span>
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
