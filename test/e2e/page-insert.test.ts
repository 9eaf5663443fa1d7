import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDesk } from '../../demo/desk/server.ts'
import { type Injected, inject, openBrowser } from '../page/stage/browser.ts'

let browser: Browser
let page: Page
let desk: Awaited<ReturnType<typeof startDesk>>
beforeAll(async () => {
  browser = await openBrowser()
  desk = await startDesk({ port: 0 })
})
afterAll(async () => {
  await browser.close()
  await desk.stop()
})
beforeEach(async () => {
  await page?.close()
  page = await browser.newPage()
})

type Outcome = { arrived: boolean; reason: string }
const insert = (injected: Injected, text: string, reply: string[] = []) => injected.order<Outcome>({ name: 'page.insert', text, reply })
const arrived = { arrived: true, reason: '' }
/** The tools come when the launcher is first touched; from then on the caret is remembered. */
const touch = (injected: Injected) => injected.world.evaluate(`chrome.runtime.sendMessage({ name: 'page.tools', request: {} })`)

describe('a text area', () => {
  it('takes the text at the caret it had before the focus left, and undo takes it out again', async () => {
    await page.setContent('<textarea id=a></textarea><button id=b>elsewhere</button>')
    const injected = await inject(page)
    await touch(injected)
    await page.fill('#a', 'Hello , bye')
    await page.evaluate(() => document.querySelector('textarea')?.setSelectionRange(6, 6))
    await page.focus('#b')
    expect(await insert(injected, 'Dana')).toMatchObject(arrived)
    expect(await page.inputValue('#a')).toBe('Hello Dana, bye')
    await page.keyboard.press('Control+z')
    expect(await page.inputValue('#a')).toBe('Hello , bye')
  })

  it('that React controls knows of the text', async () => {
    await page.goto(`${desk.url}/tickets/1042`)
    await page.waitForSelector('#internal-note')
    const injected = await inject(page)
    await page.focus('#internal-note')
    await page.keyboard.type('Seen. ')
    expect(await insert(injected, 'Checked the photos.\nAsked for proof.')).toMatchObject(arrived)
    await page.getByRole('button', { name: 'Add note' }).click()
    await page.waitForSelector('#notes .said')
    expect(await page.textContent('#notes .words')).toBe('Seen. Checked the photos.\nAsked for proof.')
  })

  it.each([
    ['a word', 'one line', 'Hello', 'Dana', 'Hello Dana'],
    ['a word', 'several lines', 'Hello', 'Dana\nbye', 'Hello\n\nDana\nbye'],
    ['a space', 'one line', 'Hello ', 'Dana', 'Hello Dana'],
    ['nothing', 'several lines', '', 'Dana\nbye', 'Dana\nbye'],
  ])('after %s gets %s so that nothing sticks together', async (_, __, draft, text, whole) => {
    await page.setContent('<textarea id=a></textarea>')
    const injected = await inject(page)
    await page.fill('#a', draft)
    expect(await insert(injected, text, ['#a'])).toMatchObject(arrived)
    expect(await page.inputValue('#a')).toBe(whole)
  })

  it('without room for all of it is left alone, and the agent is told how much there is', async () => {
    await page.setContent('<textarea id=a maxlength=10>Hello </textarea>')
    const outcome = await insert(await inject(page), 'Dana, bye', ['#a'])
    expect(outcome).toEqual({ arrived: false, reason: 'The reply box has room for 4 more characters, and the text has 9.' })
    expect(await page.inputValue('#a')).toBe('Hello ')
  })

  it('that hangs out of a box without height is still read back', async () => {
    await page.setContent('<div style="height:0"><div style="display:contents"><textarea id=a></textarea></div></div>')
    expect(await insert(await inject(page), 'Hello', ['#a'])).toMatchObject(arrived)
  })

  it('that may not be written in is left alone, and the agent is told', async () => {
    await page.setContent('<textarea id=a readonly></textarea>')
    const outcome = await insert(await inject(page), 'Hello', ['#a'])
    expect(outcome).toEqual({ arrived: false, reason: 'The reply box cannot be written in at the moment.' })
  })
})

describe('a rich editor', () => {
  it('begins a line of its own for several lines after a word, and none in an empty line', async () => {
    await page.goto(`${desk.url}/tickets/1043`)
    const injected = await inject(page)
    await touch(injected)
    await page.click('#reply-editor')
    await page.keyboard.type('Send what you have.')
    for (const text of ['Handover by Mira\nDone: photos', 'Bye']) {
      // The browser tells of a caret that moved with the next frame.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
      expect(await insert(injected, text)).toMatchObject(arrived)
    }
    // biome-ignore lint/performance/useDomNodeTextContent: lines as a person sees them
    const lines = (await page.locator('#reply-editor').innerText()).split(/\n+/)
    expect(lines).toEqual(['Send what you have.', 'Handover by Mira', 'Done: photos Bye'])
  })

  it('takes several lines at its caret and keeps what was typed around it', async () => {
    await page.goto(`${desk.url}/tickets/1043`)
    const injected = await inject(page)
    await touch(injected)
    await page.click('#reply-editor')
    await page.keyboard.type('Hi Rafael, bye')
    for (let left = 0; left < 4; left++) await page.keyboard.press('ArrowLeft')
    await page.focus('.brand')
    expect(await insert(injected, 'we looked at it.\nThank you,')).toMatchObject(arrived)
    expect((await page.locator('#reply-editor').allInnerTexts())[0]).toMatch(/^Hi Rafael,\s+we looked at it\.\s+Thank you, bye$/)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect((await page.locator('#reply-editor').allInnerTexts())[0]).not.toContain('looked')
  })

  it('that takes pastes over gets a paste', async () => {
    await page.setContent('<div id=a contenteditable><p>Model</p></div>')
    await page.evaluate(() => {
      const editor = document.getElementById('a')!
      editor.addEventListener('paste', (event) => {
        event.preventDefault()
        const text = event.clipboardData?.getData('text/plain') ?? ''
        setTimeout(() => editor.append(...text.split('\n').map((line) => Object.assign(document.createElement('p'), { textContent: `model: ${line}` }))), 80)
      })
    })
    expect(await insert(await inject(page), 'one', ['#a'])).toMatchObject(arrived)
    expect(await page.textContent('#a')).toBe('Modelmodel: one')
  })

  it('in an about:blank frame, as CKEditor 4 makes it, takes the text at its caret', async () => {
    await page.setContent('<textarea hidden id=source></textarea><iframe id=frame title=editor></iframe><button id=b>elsewhere</button>')
    await page.evaluate(() => {
      const { body } = document.querySelector('iframe')!.contentDocument!
      body.contentEditable = 'true'
      body.innerHTML = '<p>Dear customer,</p><p>Regards</p>'
    })
    const injected = await inject(page)
    await touch(injected)
    const inner = page.frames()[1]!
    await inner.click('p:first-child')
    await page.keyboard.press('End')
    await page.click('#b')
    expect(await insert(injected, ' thank you for the photos')).toMatchObject(arrived)
    expect(await inner.textContent('p:first-child')).toBe('Dear customer, thank you for the photos')
    await page.keyboard.press('Control+z')
    expect(await inner.textContent('p:first-child')).toBe('Dear customer,')
  })

  it('in such a frame is found by its selector when nobody wrote in it yet', async () => {
    await page.setContent('<iframe class=editor title=editor></iframe>')
    await page.evaluate(() => {
      document.querySelector('iframe')!.contentDocument!.body.contentEditable = 'true'
    })
    expect(await insert(await inject(page), 'Hello', ['.missing', 'iframe.editor'])).toMatchObject(arrived)
    expect(await page.frames()[1]!.textContent('body')).toBe('Hello')
  })

  it('in an open shadow root takes the text', async () => {
    await page.setContent('<x-editor></x-editor>')
    await page.evaluate(() => {
      const root = document.querySelector('x-editor')!.attachShadow({ mode: 'open' })
      root.innerHTML = '<textarea>So </textarea>'
    })
    const injected = await inject(page)
    await page.click('x-editor textarea')
    await page.keyboard.press('End')
    expect(await insert(injected, 'it is')).toMatchObject(arrived)
    expect(await page.inputValue('x-editor textarea')).toBe('So it is')
  })

  it('that refuses is reported as not arrived', async () => {
    await page.setContent('<div id=a contenteditable>kept</div>')
    await page.evaluate(() => {
      const editor = document.getElementById('a')!
      editor.addEventListener('input', () => editor.replaceChildren('kept'))
    })
    expect(await insert(await inject(page), 'Hello', ['#a'])).toEqual({ arrived: false, reason: 'The reply box did not take the text.' })
    expect(await page.textContent('#a')).toBe('kept')
  })

  it('that keeps half of what is typed is reported as such', async () => {
    await page.setContent('<div id=a contenteditable></div>')
    await page.evaluate(() => {
      const editor = document.getElementById('a')!
      editor.addEventListener('input', () => editor.replaceChildren((editor.textContent ?? '').slice(0, 3)))
    })
    expect(await insert(await inject(page), 'Hello', ['#a'])).toEqual({ arrived: false, reason: 'The reply box took only a part of the text.' })
  })

  it('that waits for the edit and not for the paste gets both flavours there, once', async () => {
    await page.setContent('<div id=a contenteditable></div>')
    await page.evaluate(() => {
      document.getElementById('a')!.addEventListener('beforeinput', (event) => {
        event.preventDefault()
        const said = ['text/plain', 'text/html'].map((flavour) => event.dataTransfer?.getData(flavour))
        ;(event.target as Element).append(`${event.inputType}: ${said.join(' ')}`)
      })
    })
    const outcome = await (await inject(page)).order({ name: 'page.insert', text: 'Hello', html: '<p>Hello</p>', reply: ['#a'] })
    expect(outcome).toMatchObject(arrived)
    expect(await page.textContent('#a')).toBe('insertFromPaste: Hello <p>Hello</p>')
  })

  it('that swallows the paste is reported as not arrived', async () => {
    await page.setContent('<div id=a contenteditable>Hello Hello</div>')
    await page.evaluate(() => document.getElementById('a')?.addEventListener('paste', (event) => event.preventDefault()))
    expect((await insert(await inject(page), 'Hello', ['#a'])).arrived).toBe(false)
  })
})

describe('the place', () => {
  it('is the reply editor and not the search box that had the focus last', async () => {
    await page.setContent('<input type=search id=s><textarea id=a></textarea>')
    const injected = await inject(page)
    await page.focus('#s')
    expect(await insert(injected, 'Hello', ['#a'])).toMatchObject(arrived)
    expect(await page.inputValue('#a')).toBe('Hello')
    expect(await page.inputValue('#s')).toBe('')
  })

  it('is another one when the remembered editor is gone from the page', async () => {
    await page.setContent('<textarea id=a></textarea><textarea id=b></textarea>')
    const injected = await inject(page)
    await touch(injected)
    await page.focus('#a')
    await page.evaluate(() => document.getElementById('a')?.remove())
    expect(await insert(injected, 'Hello', ['#b'])).toMatchObject(arrived)
    expect(await page.inputValue('#b')).toBe('Hello')
  })

  it('is asked for when the page has none', async () => {
    await page.setContent('<p>read only</p>')
    expect(await insert(await inject(page), 'Hello', ['textarea'])).toEqual({
      arrived: false,
      reason: 'No reply box was found on this page. Click into it and insert again.',
    })
  })
})
