// GET /openapi.json, derived from the routes: every named shape of `lib/schema` is a component of the same name.
import * as caseShapes from '../../lib/schema/case.ts'
import * as coachingShapes from '../../lib/schema/coaching.ts'
import * as conditionShapes from '../../lib/schema/condition.ts'
import * as countShapes from '../../lib/schema/counts.ts'
import * as escalationShapes from '../../lib/schema/escalation.ts'
import * as failureShapes from '../../lib/schema/failure.ts'
import * as feedShapes from '../../lib/schema/feed.ts'
import * as flagShapes from '../../lib/schema/flag.ts'
import * as handoverShapes from '../../lib/schema/handover.ts'
import * as idShapes from '../../lib/schema/ids.ts'
import * as memberShapes from '../../lib/schema/member.ts'
import * as playbookShapes from '../../lib/schema/playbook.ts'
import * as proofShapes from '../../lib/schema/proof.ts'
import * as receiptShapes from '../../lib/schema/receipt.ts'
import * as redactionShapes from '../../lib/schema/redaction.ts'
import * as richTextShapes from '../../lib/schema/rich-text.ts'
import { type RouteName, routes } from '../../lib/schema/routes.ts'
import * as runShapes from '../../lib/schema/run.ts'
import * as siteShapes from '../../lib/schema/site.ts'
import * as healthShapes from '../../lib/schema/site-health.ts'
import * as snippetShapes from '../../lib/schema/snippet.ts'
import * as synonymShapes from '../../lib/schema/synonyms.ts'
import { z } from '../../lib/schema/z.ts'

const modules = [
  ...[caseShapes, conditionShapes, escalationShapes, failureShapes, feedShapes, idShapes, memberShapes, playbookShapes],
  ...[receiptShapes, richTextShapes, runShapes, siteShapes, snippetShapes],
  ...[coachingShapes, countShapes, flagShapes, handoverShapes, proofShapes, healthShapes, synonymShapes, redactionShapes],
]
const componentUrl = (id: string) => `#/components/schemas/${id}`
type Json = Record<string, unknown>

export function openApi(): Json {
  const shapes = z.registry<{ id: string }>()
  for (const [id, value] of modules.flatMap((module) => Object.entries(module))) {
    if (isShape(value) && !shapes.has(value)) shapes.add(value, { id })
  }
  for (const [name, route] of Object.entries(routes)) {
    for (const [part, shape] of Object.entries({ params: route.params, request: route.request, reply: route.response })) {
      const id = `${name}-${part}`
      if (!shapes.has(shape) && Object.keys(shape._zod.def.shape).length) shapes.add(shape, { id })
    }
  }
  const { schemas } = z.toJSONSchema(shapes, { uri: componentUrl, io: 'input', unrepresentable: 'any' })
  const idOf = (shape: z.ZodMiniType) => shapes.get(shape)?.id ?? null
  const paths: Record<string, Json> = {}
  for (const name of Object.keys(routes) as RouteName[]) {
    const path = routes[name].path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [routes[name].method.toLowerCase()]: operation(name, idOf, schemas as Record<string, Json>) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Handrail hub', version: '1' },
    paths,
    components: { schemas: strip(schemas as Record<string, Json>), securitySchemes: { device: { type: 'http', scheme: 'bearer' } } },
  }
}

function operation(name: RouteName, idOf: (shape: z.ZodMiniType) => string | null, schemas: Record<string, Json>): Json {
  const route = routes[name]
  const requestId = idOf(route.request)
  const fromQuery = route.method === 'GET'
  const parameters = [
    ...fieldsOf(idOf(route.params), schemas, 'path'),
    ...(fromQuery ? fieldsOf(requestId, schemas, 'query') : []),
    ...(route.command ? [{ name: 'idempotency-key', in: 'header', required: true, schema: { $ref: componentUrl('Uuid') } }] : []),
  ]
  return {
    operationId: name,
    summary: route.summary,
    ...(route.access === 'public' ? { security: [] } : { security: [{ device: [] }], 'x-roles': route.access }),
    ...(parameters.length ? { parameters } : {}),
    ...(requestId && !fromQuery ? { requestBody: { required: true, content: content(requestId) } } : {}),
    responses: {
      200: { description: 'Done', content: content(idOf(route.response)) },
      default: { description: 'Refused', content: content('FailureReply') },
    },
  }
}

function fieldsOf(id: string | null, schemas: Record<string, Json>, where: 'path' | 'query'): Json[] {
  const shape = id ? schemas[id] : undefined
  const required = (shape?.required ?? []) as string[]
  return Object.entries((shape?.properties ?? {}) as Json).map(([name, schema]) => ({ name, in: where, required: required.includes(name), schema }))
}

const content = (id: string | null) => ({ 'application/json': { schema: id ? { $ref: componentUrl(id) } : { type: 'object' } } })

function strip(schemas: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]))
}

function isShape(value: unknown): value is z.ZodMiniType {
  return typeof value === 'object' && value !== null && '_zod' in value
}
