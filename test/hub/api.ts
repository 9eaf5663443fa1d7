// Calls of a hub under test: raw answers with status, and answers checked against the contract.
import { randomBytes } from 'node:crypto'
import { type Said, send } from '../../hub/client.ts'
import { uuidv7 } from '../../lib/domain/uuid.ts'
import { type RouteName, type RouteResponse, routes } from '../../lib/schema/routes.ts'

export const newId = () => uuidv7(Date.now(), randomBytes(10))

export interface Answer {
  status: number
  text: string
  message: string
}

export interface Caller {
  token: string | null
  /** Whatever the hub says. */
  raw<N extends RouteName>(name: N, said?: Said<N>): Promise<Answer>
  /** Expects success, and a reply of the contract's shape with nothing more in it. */
  ok<N extends RouteName>(name: N, said?: Said<N>): Promise<RouteResponse<N>>
}

export function callerOf(hubUrl: string, token: string | null): Caller {
  const raw: Caller['raw'] = async (name, said = {}) => {
    const response = await send({ hubUrl, token, fetch, now: Date.now, random: randomBytes }, name, said)
    const text = await response.text()
    return { status: response.status, text, message: response.ok ? '' : JSON.parse(text).error.message }
  }
  return {
    token,
    raw,
    async ok(name, said = {}) {
      const answer = await raw(name, said)
      if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}: ${answer.text}`)
      const body: unknown = JSON.parse(answer.text)
      const reply = routes[name].response.parse(body)
      if (JSON.stringify(sorted(reply)) !== JSON.stringify(sorted(body))) throw new Error(`${name} says more than the contract: ${answer.text}`)
      return reply as RouteResponse<typeof name>
    },
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}
