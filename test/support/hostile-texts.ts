/** A text of any length that is made to be slow or to confuse; the same on every run. */
export type Hostile = { readonly why: string; readonly text: (length: number) => string }

const row = (why: string, unit: string): Hostile => ({ why, text: length => filled(length, () => unit) })
const counted = (why: string, unit: (at: number) => string): Hostile => ({ why, text: length => filled(length, unit) })

/** Ready made for 80,000 units and cut: most of the time would go into making the text otherwise. */
function filled(length: number, unit: (at: number) => string): string {
  const parts: string[] = []
  let size = 0
  for (let at = 0; size < length; at++) {
    const part = unit(at)
    parts.push(part)
    size += part.length
  }
  return parts.join('').slice(0, length)
}

const SIGNS: Hostile[] = [
  row('opening brackets', '('),
  row('nested brackets and braces', '([{'),
  row('dots', '.'),
  row('hyphens', '-'),
  row('rows of hyphens', '--- \n'),
  row('spaces', ' '),
  row('wide spaces between words', 'a          '),
  row('line breaks', '\n'),
  row('blank lines with spaces', '\n   \n'),
  row('tabs', '\t'),
  row('zero-width signs', '\u200b'),
  row('zero-width signs inside words', 'a\u200b'),
  row('marks on one letter', '\u0301'),
  row('a letter with a mark', 'u\u0308'),
  row('NUL', '\0'),
  row('lone halves of pairs', '\ud83d'),
  row('halves of pairs the wrong way round', '\udc00\ud83d'),
  row('both directions', 'abc אבג \u202eאבג\u202c '),
  row('emphasis in emphasis', '**_`~~'),
  row('emphasis inside words', 'a**b__'),
  row('quotation marks', '„“"\''),
  row('slashes', '/\\'),
  row('opening tags', '<a '),
  row('bars', '|'),
  row('equals signs', '='),
]

const DIGITS: Hostile[] = [
  row('one digit', '1'),
  row('digits and spaces', '1 '),
  row('digits and hyphens', '12-'),
  row('digits and dots', '1.'),
  row('digits and slashes', '0/'),
  row('dates', '01.02.1980 '),
  row('half dates', '1.2.'),
  row('beginnings of an IBAN', 'DE89 '),
  row('an IBAN without end', 'DE89370400440532013000'),
  row('IBANs', 'DE89 3704 0044 0532 0130 00 '),
  row('telephone numbers', '+49 (0)30 '),
  row('numbers with brackets', '(030) 12-'),
  row('credit cards', '4111 1111 1111 1111 '),
  row('addresses of machines', '10.0.0.'),
  row('addresses of machines, version 6', 'fe80:'),
  row('plates', 'HH-AB 12 '),
  row('file numbers', '12 K 34/25 '),
  row('coordinates', '52.5200, 13.4050 '),
  row('Arabic digits', '١٢٣'),
  row('digits said one by one', 'null eins zwei '),
  counted('ever new numbers', at => `${(at * 7919) % 99_991} `),
]

const WORDS: Hostile[] = [
  row('one long word', 'a'),
  row('capital words only', 'Haus '),
  row('capitals only', 'GEHEIM '),
  row('single letters', 'a b c d '),
  row('single letters with dots', 'a.b.'),
  row('salutations', 'Herr '),
  row('names', 'Herr Müller '),
  row('names in rows', 'Müller, '),
  row('given names', 'Anna '),
  row('names with hyphens', 'Karl-Heinz-'),
  row('particles', 'von der '),
  row('titles', 'Dr. Prof. '),
  row('labels', 'Name: '),
  row('labels of dates of birth', 'geb. '),
  row('labels of secrets', 'Passwort: '),
  row('labels of numbers', 'IBAN Steuernummer Aktenzeichen '),
  row('streets', 'Straße '),
  row('streets with numbers', 'Hauptstraße 1 '),
  row('postcodes', '21335 Lüneburg '),
  row('illnesses', 'Asthma Diabetes '),
  row('somebody is ill', 'Er hat Krebs. '),
  row('benefits', 'Frau Huber bezieht Bürgergeld. '),
  row('pronouns', 'er sie ihm ihr '),
  row('Russian words', 'мой сын '),
  row('look-alikes', 'Hаus '),
  row('camel case', 'aBcD'),
  counted('ever new words', at => `w${at.toString(36)}x `),
  counted('ever new long words', at => `${'xyzw'.repeat(13)}${at.toString(36)} `),
  counted('ever new capital words', at => `X${at.toString(26).replaceAll(/\d/g, 'q')}er `),
]

const FORMATS: Hostile[] = [
  row('addresses without end', 'a@'),
  row('addresses', 'a.b@c.de '),
  row('dots and signs of addresses', 'a.b.'),
  row('base64', 'YUJjRGVmR2hJaktM'),
  row('words of base64', 'YUJjRGVmR2hJaktM '),
  row('words nearly base64', 'aBcDeFgHiJkL=== '),
  row('entities', '&amp;'),
  row('half entities', '&#x'),
  row('quoted-printable', '=C3=BC'),
  row('half quoted-printable', '=C3'),
  row('percent-encoding', '%C3%BC'),
  row('heads of keys', '-----BEGIN RSA PRIVATE KEY-----\n'),
  row('tokens', 'eyJhbGciOi.'),
  row('links', 'https://a.de/?b='),
  row('a table with tabs', 'Name\tVorname\tTel\n'),
  row('a table with bars', '| Name | 12 |\n'),
  row('a table with semicolons', 'Müller;Anna;01.02.1980\n'),
  row('a table with wide gaps', 'Müller   Anna   12\n'),
  row('one line of a table', 'Name;'),
  row('a table with quotes', '"a;b";"'),
  row('lines of one letter', 'a\n'),
  row('quoted mail', '> > > '),
  row('words cut at the end of the line', 'Stra-\nße '),
  row('assignments', 'a="b";c='),
]

export const HOSTILE: readonly Hostile[] = [...SIGNS, ...DIGITS, ...WORDS, ...FORMATS]
