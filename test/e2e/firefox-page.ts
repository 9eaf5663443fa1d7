// One page in a Firefox, driven over WebDriver BiDi as a person would: parts are found by what a screen reader calls them.
import { until } from '../../demo/stage/rail.ts'

export type Send = (method: string, params: object) => Promise<Record<string, unknown>>

/** A name in full, or what the part's text matches. */
type Name = string | RegExp

interface Part {
  sharedId: string
  value: { attributes?: Record<string, string> }
}

export interface FirefoxPage {
  /** Evaluates an expression, awaiting it; answers its value through JSON. */
  evaluate<T>(expression: string): Promise<T>
  /** All text that is drawn. */
  words(): Promise<string>
  /** Resolves with the match once the page says so. */
  sees(pattern: RegExp): Promise<RegExpExecArray>
  /** Parts of this role and name, from those that stand in `within`, when one is named. */
  count(role: string, name: Name): Promise<number>
  /** A real click on the first part of this role and name, as soon as there is one that is not disabled. */
  press(role: string, name: Name, within?: { role: string; name: Name }): Promise<void>
  /** The same on what bears this text in full, such as the label of a hidden choice. */
  pressText(text: string): Promise<void>
  /** Puts the text in place of what a field holds. */
  fill(role: string, name: Name, text: string): Promise<void>
  /** A real click on the one element that `selector` names, then real keys. */
  type(selector: string, text: string): Promise<void>
  click(selector: string): Promise<void>
  clickAt(place: { x: number; y: number }, button?: number): Promise<void>
  /** Keys, wherever the focus is: text, or the private-use letters of WebDriver. */
  keys(text: string): Promise<void>
  /** Control and a key, wherever the focus is. */
  control(key: string): Promise<void>
  /** The frame in this page whose address has `part` in it, closed shadow roots included; null while there is none. */
  frame(part: string): Promise<FirefoxPage | null>
  toFront(): Promise<void>
  close(): Promise<void>
}

const controlKey = '\uE009'

/** Runs in the page. */
const nameOf = `(element) => {
  const labels = [...(element.labels ?? []), ...(element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id))]
  return element.ariaLabel || labels.map((label) => label?.textContent ?? '').join(' ').trim() || element.textContent
}`

export async function openPage(send: Send, url: string): Promise<FirefoxPage> {
  const { context } = await send('browsingContext.create', { type: 'tab' })
  await send('browsingContext.navigate', { context, url, wait: 'complete' })
  return pageOf(send, context as string)
}

export function pageOf(send: Send, context: string): FirefoxPage {
  async function evaluate<T>(expression: string): Promise<T> {
    const call = { expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`, target: { context }, awaitPromise: true }
    return JSON.parse((await outcomeOf('script.evaluate', call)) ?? 'null') as T
  }
  async function outcomeOf(method: string, call: object): Promise<string | undefined> {
    const { type, result, exceptionDetails } = (await send(method, call)) as {
      type: string
      result?: { value?: string }
      exceptionDetails?: { text: string }
    }
    if (type !== 'success') throw new Error(exceptionDetails?.text ?? 'The page threw.')
    return result?.value
  }
  const ofParts = (functionDeclaration: string, parts: Part[]) =>
    outcomeOf('script.callFunction', {
      functionDeclaration,
      target: { context },
      arguments: parts.map(({ sharedId }) => ({ sharedId })),
      awaitPromise: false,
    })
  const ofPart = (functionDeclaration: string, part: Part) => ofParts(functionDeclaration, [part])

  async function find(role: string, name: Name, startNodes?: Part[]): Promise<Part[]> {
    const locator = { type: 'accessibility', value: { role, ...(typeof name === 'string' ? { name } : {}) } }
    const start = startNodes ? { startNodes: startNodes.map(({ sharedId }) => ({ sharedId })) } : {}
    const { nodes } = (await send('browsingContext.locateNodes', { context, locator, ...start })) as { nodes: Part[] }
    if (typeof name === 'string') return nodes
    const names = JSON.parse((await ofParts(`(...elements) => JSON.stringify(elements.map(${nameOf}))`, nodes)) ?? '[]') as (string | null)[]
    return nodes.filter((_, index) => name.test(names[index] ?? ''))
  }

  const isEnabled = ({ value: { attributes = {} } }: Part) => !('disabled' in attributes) && attributes['aria-disabled'] !== 'true'

  async function clickPart(part: Part): Promise<void> {
    await ofPart(`(element) => { element.scrollIntoView({ block: 'center' }) }`, part)
    const origin = { type: 'element', element: { sharedId: part.sharedId } }
    await point([{ type: 'pointerMove', x: 0, y: 0, origin }], 0)
  }

  const point = (moves: object[], button: number) => {
    const actions = [...moves, { type: 'pointerDown', button }, { type: 'pointerUp', button }]
    return send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] })
  }
  const clickAt = async ({ x, y }: { x: number; y: number }, button = 0) => {
    await point([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }], button)
  }

  /** What is drawn anew between the look and the click is looked for once more. */
  async function clickFound(look: () => Promise<Part[]>, what: string): Promise<Part> {
    return until(async () => {
      const part = (await look().catch(whenGone))?.find(isEnabled)
      if (!part) return null
      return clickPart(part).then(() => part, whenGone)
    }, what)
  }

  const click = async (selector: string) => {
    const middle = await evaluate<{ x: number; y: number } | null>(
      `(() => { const element = document.querySelector(${JSON.stringify(selector)}); element?.scrollIntoView({ block: 'center' });
        const box = element?.getBoundingClientRect(); return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null })()`,
    )
    if (!middle) throw new Error(`There is no ${selector} on this page.`)
    await clickAt(middle)
  }
  const press = (actions: object[]) => send('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] })
  const keys = async (text: string) => {
    await press([...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))))
  }
  const control = async (key: string) => {
    await press([...[controlKey, key].map((value) => ({ type: 'keyDown', value })), ...[key, controlKey].map((value) => ({ type: 'keyUp', value }))])
  }
  const words = () => evaluate<string>('document.body.innerText')

  return {
    evaluate,
    words,
    sees: (pattern) => until(async () => pattern.exec(await words()), `${pattern} on the page`),
    count: async (role, name) => (await find(role, name)).length,
    async press(role, name, within) {
      const look = async () => {
        if (!within) return find(role, name)
        const around = await find(within.role, within.name)
        return around.length > 0 ? find(role, name, around) : []
      }
      await clickFound(look, `the ${role} ${name}`)
    },
    async pressText(text) {
      const locator = { type: 'xpath', value: `//*[text()[normalize-space(.)=${JSON.stringify(text)}]]` }
      await clickFound(async () => ((await send('browsingContext.locateNodes', { context, locator })) as { nodes: Part[] }).nodes, `“${text}”`)
    },
    async fill(role, name, text) {
      // What loads meanwhile may push the field from under the pointer.
      await until(async () => {
        const field = await clickFound(() => find(role, name), `the ${role} ${name}`)
        return (await ofPart(`(element) => String(element.contains(document.activeElement))`, field)) === 'true'
      }, `the focus on ${name}`)
      await control('a')
      await keys(text)
    },
    click,
    clickAt,
    keys,
    control,
    async frame(part) {
      type Context = { context: string; url: string; children: Context[] | null }
      const { contexts } = (await send('browsingContext.getTree', { root: context })) as { contexts: Context[] }
      const child = contexts[0]?.children?.find(({ url }) => url.includes(part))
      return child ? pageOf(send, child.context) : null
    },
    async toFront() {
      await send('browsingContext.activate', { context })
    },
    async close() {
      await send('browsingContext.close', { context })
    },
    async type(selector, text) {
      await until(async () => {
        await click(selector)
        return evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)
      }, `the focus on ${selector}`)
      await keys(text)
    },
  }
}

function whenGone(error: unknown): null {
  if (error instanceof Error && /stale element|no such node|no such element|move target out of bounds|detached/i.test(error.message)) return null
  throw error
}
