// What a person could see, and which fields are nobody's business.

export function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents'
}

const secret =
  ':is(input,textarea,select):is([type=password],[type=hidden],[autocomplete*="one-time-code" i],[autocomplete*="cc-" i],[autocomplete*=password i],[name*=passw i],[id*=passw i],[name*=cvv i],[name*=cvc i],[name=otp i])'

/** Also what was a password until the page showed it, and what is drawn as dots. Nothing of it is read, whatever a profile asks for. */
export function isSecret(element: Element): boolean {
  return element.matches(secret) || (getComputedStyle(element).getPropertyValue('-webkit-text-security') || 'none') !== 'none'
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export const isField = (element: Element): element is Field => element.matches('input,textarea,select')

/** The live value of a field as a person reads it; null for secrets and unchecked boxes. */
export function fieldValue(field: Field): string | null {
  if (isSecret(field)) return null
  if (field instanceof HTMLSelectElement) return [...field.selectedOptions].map((option) => option.text).join(', ')
  if (field.matches('[type=checkbox],[type=radio]') && !(field as HTMLInputElement).checked) return null
  return field.value
}

export const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()
