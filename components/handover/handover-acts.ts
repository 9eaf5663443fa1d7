// What a person can do about a hand-over. Each answers whether it was done; where it was not, the reason is on screen.
export interface HandoverActs {
  undo: (id: string) => Promise<boolean>
  take: (id: string) => Promise<boolean>
  giveBack: (id: string, word: string) => Promise<boolean>
}
