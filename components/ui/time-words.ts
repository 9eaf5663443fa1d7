// Spans of time as a person says them. Refuses seconds beyond the first minute: nobody acts on them.

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** "just now", "12 minutes ago", "3 hours ago", "on 4 March". */
export function agoInWords(at: number, now: number, locale?: string): string {
  const span = now - at
  if (span < minute) return 'just now'
  if (span < hour) return counted(Math.floor(span / minute), 'minute')
  if (span < day) return counted(Math.floor(span / hour), 'hour')
  if (span < 7 * day) return counted(Math.floor(span / day), 'day')
  return `on ${new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'long' })}`
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}
