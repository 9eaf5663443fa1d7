// Account numbers (IBAN), in groups or in one piece, in capitals or not. What fails its check digits is none.
import { gap } from './mask-cards.ts'
import type { Hit } from './mask-rule.ts'

const gapSign = new RegExp(gap)
/** Of each country the length of its IBAN, so that a word after it is not eaten. */
const lengths =
  'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30'

/** ISO 13616: country, two check digits, and remainder one by 97. */
export function findIbans(text: string): Hit[] {
  const hits: Hit[] = []
  const start = /(?<![A-Za-z0-9])[A-Za-z]{2}[\s\u200b-]?\d/g
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const length = Number(lengths.split(match[0].slice(0, 2).toUpperCase())[1]?.slice(0, 2) ?? 0)
    let [bare, end] = ['', match.index]
    // As many letters and digits as this country has, with at most three gaps between two.
    for (let gaps = 0; bare.length < length && end < text.length && gaps <= 3; end++) {
      const one = text[end] ?? ''
      if (/[A-Za-z0-9]/.test(one)) [bare, gaps] = [bare + one.toUpperCase(), 0]
      else if (gapSign.test(one)) gaps++
      else break
    }
    if (length === 0 || bare.length < length || /[A-Za-z0-9]/.test(text[end] ?? '') || !isIban(bare)) continue
    // A piece of a UUID.
    if (text[match.index - 1] === '-' || text[end] === '-') continue
    hits.push({ at: match.index, end, mask: `[IBAN ending ${bare.slice(-4)}]` })
    start.lastIndex = end
  }
  return hits
}

function isIban(bare: string): boolean {
  let remainder = 0
  for (const character of bare.slice(4) + bare.slice(0, 4)) {
    for (const figure of Number.parseInt(character, 36).toString()) remainder = (remainder * 10 + Number(figure)) % 97
  }
  return remainder === 1
}
