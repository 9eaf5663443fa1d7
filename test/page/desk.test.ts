import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDesk } from '../../demo/desk/server.ts'

let desk: Awaited<ReturnType<typeof startDesk>>
beforeAll(async () => {
  desk = await startDesk({ port: 0, now: () => Date.UTC(2026, 10, 22, 18) })
}, 60_000)
afterAll(() => desk.stop())

const get = (path: string) => fetch(`${desk.url}${path}`)
const text = async (path: string) => (await get(path)).text()

describe('the demo desk', () => {
  it('lists twelve cases, most urgent first', async () => {
    const queue = await text('/tickets')
    expect(queue.match(/href="\/tickets\/\d+"/g)).toHaveLength(12)
    expect(queue.indexOf('/tickets/1050')).toBeLessThan(queue.indexOf('/tickets/1053'))
  })

  it('shows fields as terms and definitions, and leaves out what a case does not have', async () => {
    expect(await text('/tickets/1042')).toContain('<dt>Category</dt><dd>Counterfeit</dd>')
    expect(await text('/tickets/1053')).not.toContain('<dt>Order ID</dt>')
  })

  it('keeps a reply in the conversation and writes it as text, never as markup', async () => {
    await fetch(`${desk.url}/tickets/1048/reply`, { method: 'POST', body: 'Thank you <b>Oleg</b>' })
    const ticket = await text('/tickets/1048')
    expect(ticket).toContain('Thank you &lt;b&gt;Oleg&lt;/b&gt;')
    expect(ticket).toContain('<dt>Status</dt><dd>Waiting</dd>')
  })

  it('allows no script and no frame on admin pages', async () => {
    const answer = await get('/admin/sellers/solesunday')
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-src 'none'/)
    expect(await answer.text()).not.toContain('<script')
  })

  it('has a page for every seller that a case names', async () => {
    for (let id = 1042; id <= 1053; id++) {
      const seller = (await text(`/tickets/${id}`)).match(/\/admin\/sellers\/([^"]+)"/g)?.find((link) => link.length > 16)
      if (seller) expect((await get(seller.slice(0, -1))).status).toBe(200)
    }
  })

  it('answers 404 for a case or seller that is not there', async () => {
    expect((await get('/tickets/1')).status).toBe(404)
    expect((await get('/admin/sellers/nobody')).status).toBe(404)
  })

  it('rejects when its port is taken', async () => {
    await expect(startDesk({ port: Number(new URL(desk.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
