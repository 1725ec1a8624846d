import { phraseHits, phraseIndex } from '../phrases.js'
import type { Reader, Remark } from './remark.js'

/** Nouns that a verb could say, with the verbs they stand beside: "zur Durchführung bringen" → "durchführen". */
const NOUN_PHRASES = phraseIndex(
  `
zur Durchführung = durchführen: bring gebracht gelang komm
zur Anwendung = anwenden: bring gebracht gelang komm kam
zur Auszahlung = auszahlen: bring gebracht gelang komm kam
zur Ausführung = ausführen: bring gebracht gelang komm kam
zur Anzeige = anzeigen: bring gebracht
zur Anrechnung = anrechnen: bring gebracht gelang komm kam
zur Abstimmung = abstimmen: bring gebracht stell gestellt gelang komm kam
zur Vorlage = vorlegen: bring gebracht
zur Entscheidung = entscheiden: bring gebracht stell gestellt gelang komm kam
zur Geltung = gelten, wirken: bring gebracht komm kam
zur Verfügung = geben, bereitstellen: stell gestellt
zum Abschluss = beenden: bring gebracht gelang komm kam
zum Ausdruck = sagen, zeigen: bring gebracht komm kam
zum Einsatz = einsetzen: bring gebracht gelang komm kam
zum Versand = verschicken: bring gebracht gelang komm kam
in Anspruch = nutzen: nehm nimm genommen nahm
in Abzug = abziehen: bring gebracht
in Anrechnung = anrechnen: bring gebracht
in Erwägung = überlegen: zieh gezogen zog
in Erfahrung = erfahren: bring gebracht
in Auftrag = beauftragen: geb gib gegeben gab
in Betracht = prüfen, infrage kommen: zieh gezogen komm
in Aussicht = versprechen: stell gestellt
in Kraft = gelten: tritt treten getreten trat setz gesetzt
in Kenntnis = informieren: setz gesetzt
unter Beweis = beweisen: stell gestellt
unter Strafe = verbieten: stell gestellt
Antrag = beantragen: stell gestellt
Anträge = beantragen: stell gestellt
Entscheidung = entscheiden: treff triff getroffen traf fällen
Entscheidungen = entscheiden: treff triff getroffen traf fällen
Vereinbarung = vereinbaren: treff triff getroffen traf
Prüfung = prüfen: durchführ durchgeführt vornehm vorgenommen nehm nimm erfolg
Überprüfung = prüfen: durchführ durchgeführt vornehm vorgenommen erfolg
Bearbeitung = bearbeiten: erfolg
Auszahlung = auszahlen: erfolg
Zahlung = zahlen: leist geleistet erfolg
Zahlungen = zahlen: leist geleistet erfolg
Anmeldung = anmelden: vornehm vorgenommen durchführ durchgeführt erfolg
Änderung = ändern: vornehm vorgenommen durchführ durchgeführt erfolg
Änderungen = ändern: vornehm vorgenommen durchführ durchgeführt erfolg
Berechnung = berechnen: vornehm vorgenommen durchführ durchgeführt erfolg
Information = informieren: erfolg
Benachrichtigung = benachrichtigen: erfolg
Mitteilung = mitteilen: mach gemacht erfolg
Zusendung = schicken: erfolg
Übersendung = schicken: erfolg
Rückmeldung = antworten: geb gib gegeben erfolg
Hilfestellung = helfen: geb gib gegeben leist geleistet
Hilfe = helfen: leist geleistet
Folge = befolgen, nachkommen: leist geleistet
Gebrauch = nutzen: mach gemacht
Abstand = nicht tun, verzichten: nehm nimm genommen nahm
Sorge = sorgen: trag getragen
Rechnung = beachten: trag getragen
Stellung = sich äußern: nehm nimm genommen nahm
Bezug = sich beziehen: nehm nimm genommen nahm
Einsicht = ansehen: nehm nimm genommen nahm
Kontakt = sich melden: aufnehm aufgenommen nehm nimm
Beachtung = beachten: find gefunden schenk geschenkt
Berücksichtigung = berücksichtigen: find gefunden
Verwendung = verwenden: find gefunden
Anwendung = anwenden, gelten: find gefunden
Unterstützung = unterstützen: gewähr leist geleistet
Auskunft = Auskunft geben, sagen: erteil
Erlaubnis = erlauben: erteil
Genehmigung = genehmigen: erteil
Zustimmung = zustimmen: erteil
`,
  right => {
    const [verbs = '', beside = ''] = right.split(': ')
    return { verbs, beside: beside.split(' ') }
  },
)

/** The verb of a phrase may end a German sentence, but none that anybody reads is longer than this. */
const REACH = 20

/** So many nouns on -ung in one sentence, and it becomes stiff. */
const MOST_NOUNS = 3

/** Nouns that name a thing and not a deed. */
const THINGS =
  /^(?:verwaltung|verordnung|satzung|sitzung|zeitung|wohnung|abteilung|ordnung|rechnung|regierung|leistung|leitung|verwaltungen|bevölkerung|versicherung|bedingung|siedlung|kleidung|vorlesung|ausstellung|umgebung|meinung|hoffnung|achtung|richtung|öffnung|bildung|dienstleistung|einrichtung|erfahrung|erinnerung|bedeutung|wirkung|haltung|ausbildung|vereinigung|handlung|verhandlung|währung|heizung|kreuzung|steigung|mündung|festung|spannung|sendung|packung|quittung|bescheinigung|behinderung|verfassung|mannschaftsleitung)(?:en)?$/
const DEED =
  /^(?<stem>(?:be|er|ver|ent|zer|ge|ab|an|auf|aus|ein|vor|zu|um|unter|über|nach|durch|mit|weiter|bereit|fest|her|hin|rück|miss)?\p{Ll}{3,10})ung(?:en)?$/u

/** Nouns where a verb would be livelier. */
export const nominal: Reader = (sentence, { text }) => {
  const remarks = phrases(sentence, text)
  const deeds = sentence.words.flatMap(word => {
    const verb = word.text === word.lower ? undefined : verbOfNoun(word.lower)
    return verb === undefined ? [] : [{ word, verb }]
  })
  const first = deeds[0]
  const last = deeds.at(-1)
  if (deeds.length < MOST_NOUNS || !first || !last) return remarks
  const pairs = [...new Map(deeds.map(({ word, verb }) => [verb, `„${word.text}“ → ${verb}`])).values()]
  return [
    ...remarks,
    {
      kind: 'nominal',
      start: first.word.start,
      end: last.word.end,
      suggestion: `Viele Hauptwörter. Mit Verben wird es lebendiger: ${pairs.slice(0, MOST_NOUNS).join(', ')}.`,
    },
  ]
}

const phrases = (sentence: Parameters<Reader>[0], text: string): Remark[] =>
  phraseHits(sentence, NOUN_PHRASES).flatMap(({ first, last, content }) => {
    const from = sentence.words[first]
    const to = sentence.words[last]
    const near = sentence.words.slice(Math.max(0, first - REACH), last + REACH)
    const verb = near.find(({ lower }) => content.beside.some(form => lower.startsWith(form)))
    if (!from || !to || !verb) return []
    const noun = text.slice(from.start, to.end).replaceAll(/\s+/g, ' ')
    return [
      {
        kind: 'nominal',
        start: from.start,
        end: to.end,
        suggestion: `Das Verb sagt es kürzer: statt „${noun} … ${verb.lower}“ besser „${content.verbs}“.`,
      },
    ]
  })

/** "Genehmigung" → "genehmigen"; none for things ("Wohnung") and long compounds. */
export function verbOfNoun(lower: string): string | undefined {
  const stem = THINGS.test(lower) ? undefined : DEED.exec(lower)?.groups?.stem
  if (stem === undefined) return undefined
  if (/[bdfgkpst]l$|mml$/.test(stem)) return `${stem.slice(0, -1)}eln`
  return /[^aeiouäöü]e[lr]$|[aeou]{2}er$/.test(stem) ? `${stem}n` : `${stem}en`
}
