import { pick, type Random } from './valid-numbers.js'

/** A way to write a value that a reader does not notice or reads past; `normalise` must give the plain value back. */
export type Disguise = {
  readonly why: string
  /** Values this can be done to. */
  readonly fits: RegExp
  readonly hide: (plain: string, random: Random) => string
}

const ANY = /^/
const between = (plain: string, sign: string): string => [...plain].join(sign)
const somewhere = (plain: string, sign: string, random: Random): string => {
  const at = 1 + random(plain.length - 1)
  return plain.slice(0, at) + sign + plain.slice(at)
}
const mapped = (plain: string, table: Readonly<Record<string, string>>): string =>
  [...plain].map(sign => table[sign] ?? sign).join('')
const shifted = (plain: string, from: RegExp, by: number): string =>
  plain.replace(from, sign => String.fromCodePoint(sign.charCodeAt(0) + by))

const INVISIBLE = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u202e',
  '\u2066',
  '\ufe0f',
  '\u{e0100}',
  '\0',
  '\x07',
]
const LOOK_ALIKES = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', A: 'А', B: 'В', M: 'М', H: 'Н', E: 'Е' }
const ENTITIES = { ü: '&uuml;', ö: '&ouml;', ä: '&auml;', ß: '&szlig;', '@': '&commat;', '.': '&period;' }
const bytes = (sign: string, lead: string): string =>
  [...new TextEncoder().encode(sign)].map(byte => lead + byte.toString(16).toUpperCase().padStart(2, '0')).join('')

/** Half of the disguises change single signs, the others the whole value. */
export const DISGUISES: readonly Disguise[] = [
  { why: 'as it is', fits: ANY, hide: plain => plain },
  {
    why: 'invisible sign inside',
    fits: /../,
    hide: (plain, random) => somewhere(plain, pick(random, INVISIBLE), random),
  },
  { why: 'invisible signs between all', fits: /../, hide: (plain, random) => between(plain, pick(random, INVISIBLE)) },
  { why: 'umlauts decomposed', fits: /[äöüÄÖÜ]/, hide: plain => plain.normalize('NFD') },
  { why: 'full width', fits: /[A-Za-z0-9]/, hide: plain => shifted(plain, /[!-~]/g, 0xfee0) },
  { why: 'digits of Arabic', fits: /\d/, hide: plain => shifted(plain, /\d/g, 0x660 - 48) },
  { why: 'digits of Persian', fits: /\d/, hide: plain => shifted(plain, /\d/g, 0x6f0 - 48) },
  { why: 'mathematical bold', fits: /[a-z]/, hide: plain => shifted(plain, /[a-z]/g, 0x1d41a - 97) },
  { why: 'circled letters', fits: /[a-z]/, hide: plain => shifted(plain, /[a-z]/g, 0x24d0 - 97) },
  { why: 'superscript', fits: /[23]/, hide: plain => mapped(plain, { 2: '²', 3: '³' }) },
  {
    why: 'Cyrillic look-alikes',
    fits: /[bdfg-ln-rstuvwyz0-9].*[aeopcxABMHE]/,
    hide: plain => mapped(plain, LOOK_ALIKES),
  },
  { why: 'no-break spaces', fits: / /, hide: plain => plain.replaceAll(' ', '\u00a0') },
  { why: 'narrow spaces', fits: / /, hide: plain => plain.replaceAll(' ', '\u202f') },
  { why: 'long dashes', fits: /-/, hide: plain => plain.replaceAll('-', '\u2013') },
  { why: 'named entities', fits: /[üöäß@.]/, hide: plain => mapped(plain, ENTITIES) },
  { why: 'numeric entities', fits: ANY, hide: plain => [...plain].map(sign => `&#${sign.charCodeAt(0)};`).join('') },
  {
    why: 'hexadecimal entity',
    fits: /[A-Z]/,
    hide: plain => plain.replace(/[A-Z]/, s => `&#x${s.charCodeAt(0).toString(16)};`),
  },
  { why: 'quoted-printable', fits: /[äöüß]/, hide: plain => plain.replace(/[äöüß]/g, sign => bytes(sign, '=')) },
  { why: 'quoted-printable throughout', fits: ANY, hide: plain => [...plain].map(sign => bytes(sign, '=')).join('') },
  { why: 'percent-encoded', fits: /[äöüß @]/, hide: plain => plain.replace(/[äöüß @]/g, sign => bytes(sign, '%')) },
  { why: 'soft line break of a mail', fits: /../, hide: (plain, random) => somewhere(plain, '=\r\n', random) },
  {
    why: 'bold inside',
    fits: /[\p{L}\d]{3}/u,
    hide: plain => plain.replace(/[\p{L}\d]{3}/u, ([a, b, c]) => `${a}**${b}**${c}`),
  },
  { why: 'letters pulled apart', fits: /^\p{L}{5,}$/u, hide: plain => between(plain, ' ') },
  { why: 'letters with dots between', fits: /^\p{L}{6,}$/u, hide: plain => between(plain, '.') },
  { why: 'letters with hyphens between', fits: /^\p{L}{5,}$/u, hide: plain => between(plain, '-') },
]
