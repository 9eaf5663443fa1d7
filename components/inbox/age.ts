// How long ago, and when, in as few characters as a list has room for.

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** "now", "4 min", "2 h", "3 d". A clock that runs behind the hub's still says "now". */
export function ageOf(at: number, now: number): string {
  const age = now - at
  if (age < minuteMs) return 'now'
  if (age < hourMs) return `${Math.floor(age / minuteMs)} min`
  if (age < dayMs) return `${Math.floor(age / hourMs)} h`
  return `${Math.floor(age / dayMs)} d`
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })

/** "14:02" within a day, "3 Nov 2026" before. */
export function momentOf(at: number, now: number): string {
  return now - at < dayMs ? clock.format(at) : day.format(at)
}

/** Both, for a tooltip. */
export function instantOf(at: number): string {
  return `${day.format(at)}, ${clock.format(at)}`
}
