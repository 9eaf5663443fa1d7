// `handrail init`: makes a team in the data folder or in DATABASE_URL and prints its first admin's invite.
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseFrom } from '../options.ts'
import { inviteUrl } from '../secrets.ts'
import { openStorage } from '../storage.ts'
import { createTeam } from '../team.ts'

export async function init({ team, data, url }: { team: string; data?: string; url: string }): Promise<void> {
  const database = databaseFrom(process.env, data)
  const storage = await openStorage(database, { alone: false, wait, onLost: () => undefined })
  try {
    const { code } = await createTeam(storage.db, team, Date.now(), randomBytes)
    const place = database.kind === 'embedded' ? `in ${database.dataDir}` : 'in the database of DATABASE_URL'
    const command = database.kind === 'embedded' ? `npm run hub -- --data ${database.dataDir}` : 'npm run hub'
    process.stdout.write(
      [
        `Team "${team}" is ready ${place}.`,
        `Invite code of the first admin (works once, for seven days): ${code}`,
        `Invite link: ${inviteUrl(url, code)}`,
        `Start the hub with: ${command}`,
        '',
      ].join('\n'),
    )
  } finally {
    await storage.close()
  }
}
