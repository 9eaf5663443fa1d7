// Instants in a file that is read anywhere and must read the same everywhere: in UTC, by no locale.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** The last instant that a date can hold. */
const last = 8_640_000_000_000_000
const two = (number: number) => String(number).padStart(2, '0')

/** "21 Nov 2026, 14:02:05 UTC"; of what is no instant, that. */
export function momentIn(at: unknown): string {
  if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at > last) return 'an unknown time'
  const date = new Date(at)
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${clock} UTC`
}
