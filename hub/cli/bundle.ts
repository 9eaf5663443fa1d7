// `handrail bundle` and `handrail key`: one escalation as an evidence file, and the key that such files are signed with.
import { writeFile } from 'node:fs/promises'
import { fileIn } from '../../lib/domain/evidence-file/embed.ts'
import { Uuid } from '../../lib/schema/ids.ts'
import type { Client } from '../client.ts'
import { conflict, errorCode, invalid } from '../fault.ts'
import type { Io } from './io.ts'
import { clientFor } from './membership.ts'

export interface Bundle {
  hub: string
  token: string
  out?: string
  json?: boolean
}

export async function bundle(which: string, { hub, token, out: file, json = false }: Bundle, { out }: Io): Promise<void> {
  const client = clientFor(hub, token)
  const { html } = await client('evidence', { params: { id: await idOf(client, which) }, request: {} })
  const { content, root, signature, ...rest } = fileIn(html)
  const name = file ?? `escalation-${content.escalation.number}.${json ? 'json' : 'html'}`
  const text = json ? `${JSON.stringify({ ...rest, content, root, signature }, null, 2)}\n` : html
  await writeNew(name, text)
  out(
    [
      `Escalation #${content.escalation.number} is in ${name} (${Math.ceil(Buffer.byteLength(text) / 1000).toLocaleString('en')} kB).`,
      `Root hash:   ${root}`,
      `Signed with: ${signature.key}`,
      'Give the key to whoever checks the file, another way than the file itself.',
      '',
    ].join('\n'),
  )
}

export async function key({ hub, token }: { hub: string; token: string }, { out }: Io): Promise<void> {
  out(`${(await clientFor(hub, token)('evidenceKey', { request: {} })).key}\n`)
}

/** By its id, or by the number that people say. */
async function idOf(client: Client, which: string): Promise<string> {
  if (Uuid.safeParse(which).success) return which
  const number = Number(/^#?(\d+)$/.exec(which)?.[1])
  if (!Number.isInteger(number)) throw invalid(`"${which}" is neither the number of an escalation, such as 42, nor its id.`)
  const { summaries } = await client('snapshot')
  const found = summaries.find((summary) => summary.number === number)
  if (found) return found.id
  throw invalid(
    `Among the escalations that are open or of the last 30 days there is no #${number}. Of an older one give the id, as its address in the console has it.`,
  )
}

async function writeNew(name: string, text: string): Promise<void> {
  try {
    await writeFile(name, text, { flag: 'wx' })
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw conflict(`${name} is there already and was not touched. Name another file with --out.`)
    throw invalid(`${name} cannot be written (${errorCode(error)}). Name another file with --out.`)
  }
}
