// The reply editor: a bare contenteditable with a toolbar, as many desks have.

// biome-ignore lint/performance/useDomNodeTextContent: only rendered text has the line breaks that were typed
const lines = (editor: HTMLElement) => editor.innerText.replaceAll('\u00a0', ' ').trim()

export function wireEditor(send: (text: string) => Promise<void>) {
  const editor = document.getElementById('reply-editor')
  const button = document.getElementById('send-reply')
  const state = document.getElementById('reply-state')
  if (!editor || !button || !state) return
  for (const tool of document.querySelectorAll<HTMLElement>('[data-format]')) {
    // The editor keeps its selection while a tool is pressed.
    tool.addEventListener('mousedown', (event) => event.preventDefault())
    tool.addEventListener('click', () => {
      editor.focus()
      document.execCommand(tool.dataset.format ?? '')
    })
  }
  button.addEventListener('click', () => {
    const text = lines(editor)
    if (!text) {
      state.textContent = 'Write a reply first'
      editor.focus()
      return
    }
    send(text).then(
      () => {
        editor.replaceChildren()
        state.textContent = 'Sent'
      },
      (error: Error) => {
        state.textContent = `Not sent: ${error.message}. Your text is still here.`
      },
    )
  })
}
