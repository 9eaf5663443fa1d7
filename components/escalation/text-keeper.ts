// Where a text that is being typed is kept until it is sent.
export interface TextKeeper {
  /** The kept text, or the empty one. */
  load(key: string): Promise<string>
  /** The empty text forgets it. */
  keep(key: string, text: string): void
}
