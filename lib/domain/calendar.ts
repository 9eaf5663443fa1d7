// Days as a person counts them: today in a time zone, so many days or business days on, and in the words of a language.
// Business days are Monday to Friday; holidays are not known.

const dayMs = 86_400_000
export type Unit = 'day' | 'business day' | 'week' | 'month' | 'year'

/** Midnight UTC of the day that it is there, to count on from. */
export function dayIn(now: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(now)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'))
}

/** `day` is midnight UTC. A month that has no such day gives its last one. */
export function daysOn(day: number, amount: number, unit: Unit): number {
  switch (unit) {
    case 'day':
      return day + amount * dayMs
    case 'week':
      return day + amount * 7 * dayMs
    case 'business day':
      return businessDaysOn(day, amount)
    case 'month':
      return monthsOn(day, amount)
    case 'year':
      return monthsOn(day, amount * 12)
  }
}

/** From a weekend the first business day on is Monday, and the first one back is Friday. */
function businessDaysOn(day: number, amount: number): number {
  const step = Math.sign(amount) * dayMs
  let at = day
  for (let left = Math.abs(amount); left > 0; ) {
    at += step
    if (isBusinessDay(at)) left -= 1
  }
  return at
}

export function isBusinessDay(day: number): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

function monthsOn(day: number, amount: number): number {
  const from = new Date(day)
  const month = from.getUTCMonth() + amount
  const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate()
  return Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), last))
}

const forms: Record<'long' | 'weekday' | 'day' | 'short', Intl.DateTimeFormatOptions> = {
  long: { dateStyle: 'long' },
  weekday: { dateStyle: 'full' },
  day: { weekday: 'long' },
  short: { dateStyle: 'medium' },
}

/** `day` is midnight UTC. */
export function dayWords(day: number, form: keyof typeof forms | 'iso', locale: string): string {
  if (form === 'iso') return new Date(day).toISOString().slice(0, 10)
  return new Intl.DateTimeFormat(locale, { ...forms[form], timeZone: 'UTC' }).format(day)
}
