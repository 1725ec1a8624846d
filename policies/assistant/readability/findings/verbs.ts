/** Prefixes that part from their verb: "einreichen" → "Wir reichen … ein". */
const PARTING =
  'herunter|zurück|weiter|zusammen|bereit|durch|nach|fest|frei|vor|her|hin|bei|ein|auf|aus|ab|an|mit|zu|um|los|dar|statt|teil|wahr|weg|fort|nieder'
const STAYING = 'über|unter|wider|wieder|hinter|miss|voll|emp|ent|ver|zer|be|er|ge'

const PARTED = new RegExp(`^(?<prefix>${PARTING})ge(?<rest>\\p{L}{2,})t$`, 'u')
const PLAIN = /^ge(?<rest>\p{L}{2,})t$/u
const FIXED = new RegExp(`^(?<rest>(?:${STAYING})\\p{L}{2,})t$`, 'u')
const FOREIGN = /^(?<rest>\p{L}{2,}ier)t$/u
const WITH_ZU = new RegExp(`^(?<prefix>${PARTING})zu(?<verb>\\p{L}{2,}(?:en|ern|eln))$`, 'u')

/** What stands before "Wir" and "Sie", and a prefix that goes to the end: "reichen", "ein". */
export type Verb = { readonly verb: string; readonly prefix: string }

/** Past participles no rule leads to, with the verb and the prefix that parts from it. */
const STRONG = `
  gegeben=geben abgegeben=geben+ab bekanntgegeben=geben+bekannt herausgegeben=geben+heraus vergeben=vergeben
  weitergegeben=geben+weiter angegeben=geben+an zurückgegeben=geben+zurück genommen=nehmen angenommen=nehmen+an
  aufgenommen=nehmen+auf vorgenommen=nehmen+vor übernommen=übernehmen entnommen=entnehmen wahrgenommen=nehmen+wahr
  unternommen=unternehmen zurückgenommen=nehmen+zurück getroffen=treffen geschrieben=schreiben beschrieben=beschreiben
  unterschrieben=unterschreiben ausgeschrieben=schreiben+aus vorgeschrieben=schreiben+vor entschieden=entscheiden
  beschlossen=beschließen geschlossen=schließen ausgeschlossen=schließen+aus abgeschlossen=schließen+ab
  angeschlossen=schließen+an verschoben=verschieben erhoben=erheben aufgehoben=heben+auf gehoben=heben betrieben=betreiben
  gesehen=sehen vorgesehen=sehen+vor angesehen=sehen+an besprochen=besprechen versprochen=versprechen
  angesprochen=sprechen+an zugesprochen=sprechen+zu widersprochen=widersprechen gesprochen=sprechen gefunden=finden
  verbunden=verbinden gebunden=binden bezogen=beziehen einbezogen=beziehen+ein eingezogen=ziehen+ein vollzogen=vollziehen
  abgezogen=ziehen+ab überwiesen=überweisen hingewiesen=weisen+hin nachgewiesen=weisen+nach abgewiesen=weisen+ab
  zugewiesen=weisen+zu bewiesen=beweisen erwiesen=erweisen gelesen=lesen gehalten=halten eingehalten=halten+ein
  enthalten=enthalten festgehalten=halten+fest erlassen=erlassen verlassen=verlassen zugelassen=lassen+zu gelassen=lassen
  entlassen=entlassen eingeladen=laden+ein gewiesen=weisen verglichen=vergleichen ausgeglichen=gleichen+aus
  empfohlen=empfehlen gebrochen=brechen unterbrochen=unterbrechen abgebrochen=brechen+ab vergessen=vergessen
  gemessen=messen gerufen=rufen widerrufen=widerrufen aufgerufen=rufen+auf angerufen=rufen+an verboten=verbieten
  geboten=bieten angeboten=bieten+an verloren=verlieren gewonnen=gewinnen begonnen=beginnen getan=tun geholfen=helfen
  geworfen=werfen verworfen=verwerfen betroffen=betreffen eingetragen=tragen+ein beigetragen=tragen+bei
  übertragen=übertragen vorgetragen=tragen+vor getragen=tragen geladen=laden gestrichen=streichen gebracht=bringen
  erbracht=erbringen eingebracht=bringen+ein angebracht=bringen+an vorgebracht=bringen+vor verbracht=verbringen
  gedacht=denken bedacht=bedenken genannt=nennen ernannt=ernennen benannt=benennen erkannt=erkennen anerkannt=erkennen+an
  gewandt=wenden angewandt=wenden+an gesandt=senden versandt=versenden zugesandt=senden+zu übersandt=übersenden
  verstanden=verstehen zugestanden=gestehen+zu ausgegangen=gehen+aus begangen=begehen gebeten=bitten erbeten=bitten
`

const KNOWN: ReadonlyMap<string, Verb> = new Map(
  STRONG.trim()
    .split(/\s+/)
    .map(entry => {
      const [participle = '', verb = ''] = entry.split('=')
      const [bare = '', prefix = ''] = verb.split('+')
      return [participle, { verb: bare, prefix }]
    }),
)

/** Looks like a participle, but is none. */
const NO_PARTICIPLE = new Set(
  'gesamt bereit bekannt geehrt geeignet geehrte berechtigt verantwortlich bestimmt gut gerecht genannt vertraut beliebt erst überhaupt insgesamt gelegt'.split(
    ' ',
  ),
)

/** The verb of a past participle ("eingereicht" → reichen, ein); none for other words. */
export function verbOfParticiple(word: string): Verb | undefined {
  if (NO_PARTICIPLE.has(word)) return undefined
  const known = KNOWN.get(word)
  if (known) return known
  const parted = PARTED.exec(word)?.groups
  if (parted) return { verb: infinitive(parted.rest ?? ''), prefix: parted.prefix ?? '' }
  const whole = (PLAIN.exec(word) ?? FIXED.exec(word) ?? FOREIGN.exec(word))?.groups?.rest
  return whole === undefined ? undefined : { verb: infinitive(whole), prefix: '' }
}

/** The verb of "einzureichen"; none for other words. */
export function verbWithZu(word: string): Verb | undefined {
  const { prefix, verb } = WITH_ZU.exec(word)?.groups ?? {}
  return prefix === undefined || verb === undefined ? undefined : { verb, prefix }
}

/** "arbeite" → "arbeiten", "sammel" → "sammeln", "prüf" → "prüfen". */
function infinitive(rest: string): string {
  // Only stems that need an e before the t have one here.
  if (rest.endsWith('e')) return `${rest}n`
  return /(?:el|er)$/.test(rest) && !/ier$/.test(rest) ? `${rest}n` : `${rest}en`
}

/** "Wir reichen … ein". */
export const said = ({ verb, prefix }: Verb, who: string): string =>
  `${who} ${verb} …${prefix === '' ? '' : ` ${prefix}`}`

/** "Bitte reichen Sie … ein". */
export const asked = ({ verb, prefix }: Verb): string => `Bitte ${verb} Sie …${prefix === '' ? '' : ` ${prefix}`}`
