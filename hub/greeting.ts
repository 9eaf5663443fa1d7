// What a starting hub tells the person at the terminal: where its data lies and whose hub it is.
import type { Database } from './database/pool.ts'
import type { HubOptions } from './options.ts'

const mostNamed = 5

export async function greeting(db: Database, database: HubOptions['database']): Promise<string> {
  const teams = await db.selectFrom('teams').select('name').orderBy('created_at').orderBy('id').execute()
  const names = teams.map(({ name }) => name)
  const place = placeOf(database)
  const folder = database.kind === 'embedded' ? ` --data ${database.dataDir}` : ''
  if (!names.length) return `There is no team in ${place} yet: npm run handrail -- init${folder} --team NAME`
  return `The data is in ${place}. ${names.length === 1 ? 'Team' : 'Teams'}: ${listed(names)}.`
}

export const placeOf = (database: HubOptions['database']): string => (database.kind === 'embedded' ? database.dataDir : 'the database of DATABASE_URL')

/** `"A", "B" and 3 more`. */
export function listed(names: string[]): string {
  const quoted = names.map((name) => `"${name}"`)
  const others = quoted.length - mostNamed
  return others > 0 ? `${quoted.slice(0, mostNamed).join(', ')} and ${others} more` : quoted.join(', ')
}
