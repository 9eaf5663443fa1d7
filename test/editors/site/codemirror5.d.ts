// The little of CodeMirror 5 that its page uses.
declare module 'codemirror5' {
  export default function CodeMirror(
    place: HTMLElement,
    options: { value: string },
  ): {
    getValue(): string
    focus(): void
    setCursor(line: number, ch: number): void
  }
}
