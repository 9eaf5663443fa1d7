// Previous and next swap the page's main part and push the address: the case changes without a document request.

async function load(url: string): Promise<Document | null> {
  const answer = await fetch(url, { headers: { accept: 'text/html' } })
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
}

/** Brings these parts up to date after something was saved; what is typed elsewhere on the page stays. */
export async function refresh(ids: string[]) {
  const fresh = await load(location.href)
  for (const id of ids) {
    const part = fresh?.getElementById(id)
    if (part) document.getElementById(id)?.replaceWith(document.adoptNode(part))
  }
}

async function show(url: string, history: 'push' | 'stay', start: () => void) {
  const next = await load(url)
  const main = next?.querySelector('main')
  if (!next || !main) return location.assign(url)
  if (history === 'push') window.history.pushState(null, '', url)
  document.title = next.title
  document.querySelector('main')?.replaceWith(document.adoptNode(main))
  window.scrollTo(0, 0)
  start()
}

export function wireNavigation(start: () => void) {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-in-place]') : null
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void show(link.href, 'push', start)
  })
  window.addEventListener('popstate', () => void show(location.href, 'stay', start))
}
