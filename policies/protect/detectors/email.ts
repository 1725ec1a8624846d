import { contextWords } from '../context-words.js'
import { type Candidate, type Detector, type Scene, saysNear } from '../detector.js'
import { type Doc, hasFlag, wordAt, wordFrom } from '../text/document.js'
import { GIVEN_NAME, NOT_NAME, PLACE, SURNAME } from '../text/flags.js'

/** Mailboxes of an office, not of a person; a part of the local part in front of or behind a dot or hyphen. */
const OFFICE_PARTS = new Set(
  'info infos post poststelle rathaus kontakt contact mail email service buero büro office empfang zentrale verwaltung gemeinde stadt kreis landkreis amt samtgemeinde verbandsgemeinde sekretariat vorzimmer team presse pressestelle oeffentlichkeitsarbeit datenschutz dsb informationssicherheit isb personalrat personal bewerbung bewerbungen karriere jobs ausbildung vergabe vergabestelle ausschreibung ausschreibungen einkauf support hotline helpdesk servicedesk hilfe noreply reply newsletter webmaster postmaster hostmaster abuse admin redaktion internet online anmeldung termine termin beschwerde beschwerden feedback anregungen fundbuero bibliothek stadtbibliothek stadtbuecherei buecherei bücherei vhs volkshochschule musikschule museum archiv stadtarchiv kreisarchiv feuerwehr leitstelle wahlen wahl briefwahl kasse stadtkasse gemeindekasse steuern vollstreckung kita kitas schule grundschule gesamtschule gymnasium bauhof stadtwerke wasserwerk klaerwerk tourismus touristinfo tourist kultur kulturbuero sport wirtschaftsfoerderung wirtschaft umwelt klimaschutz integration gleichstellung ratsbuero sitzungsdienst fraktion rechnung rechnungen rechnungseingang erechnung xrechnung buchhaltung bestellung vertrieb verkauf shop sales it edv meldewesen ausweis pass statistik recht rechtsamt gewerbe bussgeld verkehr kfz zulassung friedhof forst hafen markt sozial soziales jugend senioren pflege wohngeld betreuungsbehoerde frauen zentral hausmeister veranstaltungen tickets presseamt ki'.split(
    ' ',
  ),
)
const OFFICE_ENDING =
  /(?:amt|aemter|ämter|stelle|buero|büro|verwaltung|referat|abteilung|fachbereich|dezernat|sachgebiet|zentrum|service|behoerde|behörde|beratung|werke|betrieb|leitung|team|dienst|beauftragte)$/
/** Part numbers of an office ("fb3", "amt50", "team-2"). */
const OFFICE_NUMBER = /^(?:(?:fb|fd|amt|dez|abt|team|sg|ref|ea|kita)\d{0,3}|\d{1,4})$/
/** How an address is explained, not one. */
const INVENTED =
  /^(?:vor-?(?:und-?)?nachname|vorname[._-]?(?:nach)?name|v\.nachname|nachname|vorname|ihr[._-]?name|dein[._-]?name|name|max\.mustermann|m\.mustermann|mustermann|erika\.mustermann|benutzer|benutzername|user|username|beispiel|muster|xxx+|abc|git|your\.?name|firstname\.lastname|john\.doe)$/
const FILE_ENDING = /\.(?:png|jpe?g|gif|svg|webp|css|js|ts|html?|php|pdf|docx?|xlsx?|zip)$/
const LONGEST_LOCAL = 64
const LONGEST_DOMAIN = 120
const AT_WORD = /^(?:at|ät|a)$/i
/** How the at sign is called on the telephone. */
const SPOKEN_AT = /^(?:klammeraffe|klammeraff|affenschwanz)$/i
/** Names of the signs between the parts of an address. */
const SIGN_WORDS: ReadonlyMap<string, string> = new Map([
  ...['punkt', 'dot', 'pkt', 'point'].map(word => [word, '.'] as const),
  ...['minus', 'bindestrich', 'strich', 'dash', 'minuszeichen'].map(word => [word, '-'] as const),
  ...['unterstrich', 'underscore', 'tiefstrich'].map(word => [word, '_'] as const),
])

/** Addresses as written, with spaces, or disguised ("a.b (at) c [dot] de", "a punkt b at c punkt de"). */
export const email: Detector = {
  kind: 'EMAIL',
  class: 'D2',
  replaceable: 'identifier',
  source: 'RFC 5321 und RFC 5322 (Adressen), RFC 1035 (Namen im DNS); Funktionspostfächer: daten-arten.md § 4.12',
  context:
    'mail email mailadresse* emailadresse* mailen maile mailto kontakt erreichbar schreiben postfach klammeraffe klammeraff affenschwanz'.split(
      ' ',
    ),
  stage: 'value',
  *find(scene) {
    for (const address of addresses(scene)) {
      const { start, end, value, plain } = address
      if (scene.lists.allow.emails.includes(value) || !isReal(scene.doc.text, address)) continue
      const stretch = { start, end }
      if (isOffice(scene.doc, address)) yield { ...stretch, certainty: 'hinweis', reason: 'office-contact' }
      else yield { ...stretch, certainty: 'sicher', reason: plain ? 'form' : 'form-and-context' }
    }
  },
  examples: {
    found: [
      'Bitte antworten Sie an [[wiebke.harders@musterstadt.example]], danke.',
      'Von: "Tjark Ennen" <[[t.ennen@kreis-nordsee.example]]>',
      'Meine private Adresse ist [[kleine-muschel77@posteo.example]].',
      'Kontakt: [[dagmar.roehl (at) web-post.example]]',
      'schreiben an [[bruno[dot]wessels[at]landpost[dot]example]]',
      'Erreichbar unter [[ilse punkt tamm at landpost punkt net]] oder abends.',
      'Mailadresse: [[p.lindqvist @ schulpost.example]]',
      'E-Mail [[j_oltmann+rat@sub.stadt-ort.example]];Tel. folgt',
      'mailto:[[frauke.behn@musterstadt.example]]?subject=Termin',
      '[[KARLA.DIRKS@MUSTERSTADT.EXAMPLE]]',
      'Name;Mail\nSievers;[[hauke.sievers@nordnetz.example]]',
      'Die Anfrage von [[özlem.şahin@köln-post.example]] ist offen.',
      'Einladung an [[t.fey@ort.example]], [[g.noll@ort.example]].',
      'Rückfragen gern an [[info@zimmerei-lohse.example]]',
      'Den Antrag an [[bauamt@musterstadt.example]] senden.',
      'Login als [[maren{at}musterstadt{dot}example]]',
      'Sie hat geschrieben ([[sw.paulsen@mail.example]]).',
      'Die Nachricht ging an [[h.tamm@\nlandpost.example]] und kam zurück.',
      'am Telefon: [[k unterstrich tamm Klammeraffe landpost punkt de]]',
      'bitte an [[birgit_laum80(at)familie-laum(dot)de]]',
    ],
    ignored: [
      'Wir treffen uns @ Rathaus um 12 Uhr.',
      'Adressen bilden wir nach dem Muster vorname.nachname@musterstadt.example.',
      'Das Bild logo@2x.png fehlt auf der Startseite.',
      'Look at example.com for details.',
      'npm install werkzeug@1.4.2',
      'ssh admin@server.intern',
      'Stückpreis: 12 @ 3,50 Euro',
      'git@codeablage.example:stadt/portal.git',
      'Die Kennung lautet svc_backup@DOMAENE.',
      'Konto auf Mastodon: @stadtarchiv',
      'Bitte eine E-Mail an die zuständige Stelle schicken.',
      'postgres://leser:xk92kd@db.intern/akten',
      'Wer at work sagt, meint bei der Arbeit.',
      'Das @-Zeichen steht in jeder Mailadresse.',
      'Punkt 3 der Tagesordnung, at last.',
      'Der Klammeraffe im Zoo ist ausgebüxt.',
    ],
  },
}

/** `value`: the address as a machine would write it; `plain`: whether it stands so in the text. */
type Address = Pick<Candidate, 'start' | 'end'> & { readonly value: string; readonly plain: boolean }
type Side = { readonly word: number; readonly text: string }

const FIRST_OF_AT = new Set([...'aAäÄ'].map(letter => letter.charCodeAt(0)))

function* addresses(scene: Scene): Generator<Address> {
  const { doc } = scene
  for (let at = doc.text.indexOf('@'); at >= 0; at = doc.text.indexOf('@', at + 1)) {
    const spaced = doc.text.charAt(at - 1) === ' ' || doc.text.charAt(at + 1) === ' '
    const address = around(doc, at, at + 1)
    if (address && (!spaced || looksWritten(doc, address, /^[a-z]/))) yield address
  }
  for (let word = 1; word + 1 < doc.count; word++) {
    const start = doc.start[word] ?? 0
    const end = doc.end[word] ?? 0
    if (end - start > 2 || !FIRST_OF_AT.has(doc.text.charCodeAt(start)) || !AT_WORD.test(doc.text.slice(start, end)))
      continue
    const bracketed = isBracketed(doc.text, start, end)
    if (!bracketed && end - start === 1) continue
    const address = bracketed ? around(doc, start - 1, end + 1) : around(doc, start, end)
    if (address && (bracketed || looksWritten(doc, address, SPOKEN))) yield address
  }
  for (const word of contextWords(doc, 'EMAIL')) {
    if (!SPOKEN_AT.test(wordAt(doc, word))) continue
    const address = around(doc, doc.start[word] ?? 0, doc.end[word] ?? 0)
    if (address) yield address
  }
}

/** "(at)", "[at]", " -at- " */
const isBracketed = (text: string, start: number, end: number): boolean =>
  (/[([{<]/.test(text.charAt(start - 1)) && /[)\]}>]/.test(text.charAt(end))) ||
  (text.slice(start - 2, start) === ' -' && text.slice(end, end + 2) === '- ')

const SPOKEN = /[^\p{L}](?:punkt|dot|pkt|point)[^\p{L}]/iu

/** "Look at example.com", "Konzert @ stadthalle.de" are none: something must say that this is an address. */
const looksWritten = (doc: Doc, { start, end, value }: Address, form: RegExp): boolean =>
  /[._\d-].*@/.test(value) || form.test(doc.text.slice(start, end)) || saysNear(doc, 'EMAIL', start, start + 1, 6, 0)

/** The address around an at sign that reaches from `from` to `to`. */
function around(doc: Doc, from: number, to: number): Address | undefined {
  const local = localPart(doc, from)
  const domain = local && domainPart(doc, to)
  if (!local || !domain || !/\.(?:[\p{L}]{2,24}|xn--[a-z0-9-]{2,40})$/u.test(domain.text)) return undefined
  const start = doc.start[local.word] ?? 0
  const end = doc.end[domain.word] ?? 0
  const value = `${local.text}@${domain.text}`.toLowerCase()
  return { start, end, value, plain: end - start === value.length }
}

const JOINT = /^(?:[._%+'-]{1,2}| \. )$/
const DOT_GAP = /^\s?[([{<-]?\s?$|^\s?[)\]}>-]?\s?$/

/** Walks back from the at sign, word by word. */
function localPart(doc: Doc, at: number): Side | undefined {
  let word = wordFrom(doc, at) - 1
  if (word < 0 || !/^[ _+-]?$/.test(doc.text.slice(doc.end[word], at))) return undefined
  let text = wordAt(doc, word)
  while (word > 0) {
    const step = stepBetween(doc, word - 1, word) ?? dotWordBetween(doc, word - 2, word)
    if (!step || text.length > LONGEST_LOCAL) break
    word = step.first
    text = wordAt(doc, word) + step.sign + text
  }
  return text.length > LONGEST_LOCAL ? undefined : { word, text }
}

/** Walks on from the at sign; a full stop and a space end the domain. */
function domainPart(doc: Doc, at: number): Side | undefined {
  let word = wordFrom(doc, at)
  if (word >= doc.count || !/^(?: ?|\s?\n[ \t>]{0,4})$/.test(doc.text.slice(at, doc.start[word]))) return undefined
  let text = wordAt(doc, word)
  while (word + 1 < doc.count) {
    const step = stepBetween(doc, word, word + 1) ?? dotWordBetween(doc, word, word + 2)
    if (!step || text.length > LONGEST_DOMAIN || step.sign === '_') break
    word = step.last
    text += step.sign + wordAt(doc, word)
  }
  return { word, text }
}

type Step = { readonly first: number; readonly last: number; readonly sign: string }

/** Two words joined by a dot, hyphen … */
function stepBetween(doc: Doc, first: number, last: number): Step | undefined {
  const gap = doc.text.slice(doc.end[first], doc.start[last])
  return gap.length < 4 && JOINT.test(gap) ? { first, last, sign: gap.trim() } : undefined
}

/** Two words with "punkt", "[dot]" or "minus" between them. */
function dotWordBetween(doc: Doc, first: number, last: number): Step | undefined {
  if (first < 0 || last >= doc.count) return undefined
  const middle = first + 1
  const sign = SIGN_WORDS.get(wordAt(doc, middle).toLowerCase())
  if (sign === undefined) return undefined
  const before = doc.text.slice(doc.end[first], doc.start[middle])
  const after = doc.text.slice(doc.end[middle], doc.start[last])
  return before.length + after.length < 7 && DOT_GAP.test(before) && DOT_GAP.test(after)
    ? { first, last, sign }
    : undefined
}

/** Not the credentials of a link, a file name with "@2x", or the way an address is explained. */
function isReal(text: string, { start, value }: Address): boolean {
  if (FILE_ENDING.test(value) || INVENTED.test(value.slice(0, value.indexOf('@')))) return false
  return !/:\/\/[^\s/?#@]{0,80}$|\b(?:ssh|scp|sftp) $/.test(text.slice(Math.max(0, start - 90), start))
}

/** The first or last part names an office, and no part is a person's name or initial. */
function isOffice(doc: Doc, { start, value }: Address): boolean {
  const parts = value.slice(0, value.indexOf('@')).split(/[._+-]/)
  if (!isOfficePart(parts[0] ?? '') && !isOfficePart(parts.at(-1) ?? '')) return false
  const first = wordFrom(doc, start)
  return parts.every(
    (part, at) => isOfficePart(part) || (part.length > 1 && !isName(doc, first + at) && !/^\d{5,}$/.test(part)),
  )
}

const isOfficePart = (part: string): boolean =>
  OFFICE_PARTS.has(part) || OFFICE_ENDING.test(part) || OFFICE_NUMBER.test(part)

const isName = (doc: Doc, word: number): boolean =>
  hasFlag(doc, word, GIVEN_NAME | SURNAME) && !hasFlag(doc, word, NOT_NAME | PLACE)
