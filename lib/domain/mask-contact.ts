// How to reach a person: e-mail addresses, and phone numbers that say they are one, by a plus or by a word before them.
import { matching, type Rule } from './mask-rule.ts'

/** Addresses also hold them encoded. Bounded, and begun only at the start of a run, so that no text makes it look twice. */
const address =
  /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}_][\p{L}\p{N}._+'-]{0,63}(?:@|%40)((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}{2,24})(?![\p{L}\p{N}])/gu
/** `icon@2x.png` is a picture. */
const isFile = (domain: string) => /\.(?:png|jpe?g|gif|svg|webp|js|css|html?)$/i.test(domain)

const apart = '[ \\u00a0\\u2000-\\u200b\\u202f\\u2010-\\u2015()./-]{0,3}'
const international = new RegExp(`(?<![\\w+])\\+${apart}\\d(?:${apart}\\d){7,14}(?!\\d)`, 'g')
const word =
  '(?:(?:tele)?phone|tel|mobile|mob|cell|call(?:ed|s|ing)?|ring|rang|whats ?app|viber|telegram|signal|fax|handy|telefon|t[ée]l[ée]fono?|text(?:ed)? (?:me|us|him|her|them)|contact number)'
const joint = '(?:[ :=#.()-]{1,3}(?:me|us|him|her|them|back|at|on|is|was|number|no|nr|under|from|via)(?![a-z])){0,4}[ :=#.-]{1,3}'
const national = new RegExp(`(?<![\\p{L}\\p{N}])${word}${joint}(\\(?\\d(?:${apart}\\d){6,14})(?![\\p{L}\\p{N}]|[.,]\\d)`, 'giu')
/** "Call on 22.11.2026": days and the time of them are no numbers to call. */
const isDay = (hit: string) => /^(?:(?:19|20)\d\d[-./ ]\d\d?[-./ ]\d\d?|\d\d?[-./ ]\d\d?[-./ ](?:19|20)\d\d)(?!\d)/.test(hit)

const ending = (hit: string) => `[phone ending ${hit.replace(/\D/g, '').slice(-2)}]`

export const emailRule: Rule = {
  kind: 'email',
  find: matching(address, (hit) => {
    const domain = hit.split(/@|%40/).at(-1) ?? ''
    return isFile(domain) ? null : `[e-mail at ${domain}]`
  }),
}

export const phoneRules: Rule[] = [
  { kind: 'phone', find: matching(international, ending) },
  { kind: 'phone', find: matching(national, (hit) => (isDay(hit) ? null : ending(hit)), 1) },
]
