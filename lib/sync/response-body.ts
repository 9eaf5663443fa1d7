// Reads an answer's JSON with a cap, so that a hub gone wrong cannot fill the memory.

/** Throws on anything that is not JSON of at most `capBytes`, or that breaks off. */
export async function readJson(response: Response, capBytes: number): Promise<unknown> {
  if (response.status === 204) return {}
  const type = response.headers.get('content-type') ?? ''
  if (!/^application\/([a-z.-]+\+)?json\b/i.test(type)) throw new TypeError('the answer is not JSON')
  return JSON.parse(await readText(response, capBytes))
}

async function readText(response: Response, capBytes: number): Promise<string> {
  if (!response.body) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let size = 0
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > capBytes) {
      await reader.cancel().catch(() => undefined)
      throw new RangeError(`the answer is larger than ${capBytes} bytes`)
    }
    text += decoder.decode(value, { stream: true })
  }
}
