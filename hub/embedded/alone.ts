// Only one process at a time makes or starts the database of a folder; what a dead one left behind is swept away.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode, HubFault } from '../fault.ts'
import { isAlive } from '../process.ts'
import type { DataFolder } from './data-folder.ts'

export async function alone<T>(folder: DataFolder, work: () => Promise<T>): Promise<T> {
  const claim = join(folder.root, 'starting.pid')
  for (let attempt = 1; !(await take(claim)); attempt += 1) {
    const pid = Number(await readFile(claim, 'utf8').catch(() => '0'))
    // In a container a killed hub and the next one have the same number.
    const isOther = pid > 0 && pid !== process.pid && isAlive(pid)
    if (attempt > 3 || isOther) {
      throw new HubFault(
        'conflict',
        409,
        `The data folder ${folder.root} is in use: process ${pid} is starting its database. Wait for it, or name another folder with --data.`,
      )
    }
    await rm(claim, { force: true })
  }
  try {
    return await work()
  } finally {
    await rm(claim, { force: true })
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}
