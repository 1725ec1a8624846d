/**
 * Abbreviations of offices and what they stand for; `!` marks those everybody knows, which need no advice,
 * `+` those that may end a sentence, and `#` those that are something else without a number beside them.
 */
const TABLE = `
z. B. = zum Beispiel !
d. h. = das heißt !
u. a. = unter anderem +
u. Ä. = und Ähnliches +
o. Ä. = oder Ähnliches +
usw. = und so weiter ! +
etc. = und so weiter ! +
bzw. = beziehungsweise !
ca. = ungefähr !
Nr. = Nummer !
Nrn. = Nummern
Abs. = Absatz !
Art. = Artikel ! #
Dr. = Doktor !
Prof. = Professur !
Str. = Straße !
Tel. = Telefon !
St. = Sankt !
Hr. = Herr
Fr. = Frau
S. = Seite #
Az. = Aktenzeichen
Aktz. = Aktenzeichen
Gz. = Geschäftszeichen
ggf. = vielleicht
ggfs. = vielleicht
gem. = nach
lt. = nach
vgl. = siehe
s. = siehe
s. o. = siehe oben
s. u. = siehe unten
bzgl. = zu
bspw. = zum Beispiel
insb. = besonders
insbes. = besonders
evtl. = vielleicht
i. d. R. = meistens
i. V. m. = zusammen mit
i. S. d. = im Sinne von
i. S. v. = im Sinne von
i. H. v. = in Höhe von
i. Z. m. = zusammen mit
i. R. d. = bei
i. A. = im Auftrag !
i. V. = in Vertretung !
o. g. = genannt
u. g. = unten genannt
v. g. = genannt
m. E. = nach meiner Meinung
z. T. = teilweise
z. Z. = zurzeit
z. Zt. = zurzeit
z. K. = zur Kenntnis
z. d. A. = zu den Akten
u. U. = vielleicht
u. v. m. = und vieles mehr +
v. a. = vor allem
a. D. = außer Dienst
e. V. = eingetragener Verein !
b. w. = bitte wenden
o. V. = ohne Verzögerung
zzgl. = dazu
abzgl. = weniger
inkl. = mit
exkl. = ohne
einschl. = mit
zw. = zwischen
versch. = verschiedene
sog. = so genannt
entspr. = passend
erf. = erforderlich
Anl. = Anlage
Anm. = Anmerkung
Abt. = Abteilung
Bd. = Band #
Buchst. = Buchstabe
BGBl. = Bundesgesetzblatt
bes. = besonders
betr. = zu
Bj. = Baujahr
Blvd. = Boulevard
d. J. = dieses Jahres
d. M. = dieses Monats
lfd. = laufend
lfd. Nr. = laufende Nummer
geb. = geboren
gesch. = geschieden
verh. = verheiratet
led. = ledig
Fa. = Firma
ff. = und folgende # +
f. = und folgende #
gez. = gezeichnet
Hrsg. = herausgegeben von
Jh. = Jahrhundert
max. = höchstens
min. = mindestens
mind. = mindestens
Mio. = Millionen !
Mrd. = Milliarden !
mtl. = monatlich
jährl. = jährlich
n. Chr. = nach Christus !
v. Chr. = vor Christus !
p. a. = im Jahr +
pol. = polizeilich
Pos. = Position #
qm. = Quadratmeter
resp. = oder
rd. = rund
Rn. = Randnummer
Rdnr. = Randnummer
Std. = Stunden
Stk. = Stück
tgl. = täglich
Tsd. = Tausend
wg. = wegen
Whg. = Wohnung
Ziff. = Nummer
zust. = zuständig
zul. = zuletzt
Jan. = Januar !
Feb. = Februar !
Aug. = August !
Sept. = September !
Okt. = Oktober !
Nov. = November !
Dez. = Dezember !
Mo. = Montag !
Di. = Dienstag !
Mi. = Mittwoch !
Do. = Donnerstag !
Sa. = Samstag !
`

type Entry = { readonly words: string; readonly usual: boolean; readonly mayEnd: boolean; readonly numbered: boolean }

/** An abbreviation in a text; offsets are UTF-16 units, `end` is exclusive and behind its last full stop. */
export type Abbreviation = Entry & { readonly start: number; readonly end: number }

const keyOf = (short: string): string => short.replaceAll(/\s/g, '')

const ENTRIES: ReadonlyMap<string, Entry> = new Map(
  TABLE.trim()
    .split('\n')
    .map(line => {
      const [short = '', long = ''] = line.split(' = ')
      const words = long.replaceAll(/ [!+#]/g, '')
      return [
        keyOf(short),
        { words, usual: long.includes(' !'), mayEnd: long.includes(' +'), numbered: long.includes(' #') },
      ]
    }),
)

const DOTTED = /(?<!\p{L})\p{L}{1,8}\.(?: ?\p{L}{1,4}\.){0,3}/gu

/** Every abbreviation of a text, in its order, however it is spaced ("z.B.", "z. B."). */
export function abbreviationsIn(text: string): Abbreviation[] {
  const found: Abbreviation[] = []
  const plain = text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
  for (const { 0: whole, index } of plain.matchAll(DOTTED)) {
    for (let from = 0; from < whole.length; ) {
      const end = knownEnd(whole, from)
      const entry = end === undefined ? undefined : entryOf(whole.slice(from, end))
      if (end !== undefined && entry && (!entry.numbered || besideNumber(plain, index + from, index + end)))
        found.push({ ...entry, start: index + from, end: index + end })
      from = end ?? whole.indexOf('.', from) + 1
      while (whole.charAt(from) === ' ') from++
    }
  }
  return found
}

const besideNumber = (text: string, start: number, end: number): boolean =>
  /^ ?\d/.test(text.slice(end, end + 2)) || /\d ?$/.test(text.slice(Math.max(0, start - 2), start))

/** The longest known abbreviation from here on: "i. V. m." before "i. V.". */
function knownEnd(whole: string, from: number): number | undefined {
  for (let end = whole.length; end > from; end = whole.lastIndexOf('.', end - 2) + 1)
    if (entryOf(whole.slice(from, end))) return end
  return undefined
}

const entryOf = (short: string): Entry | undefined => ENTRIES.get(keyOf(short)) ?? ENTRIES.get(lowerFirst(keyOf(short)))

/** At the start of a sentence: "Ggf.". */
const lowerFirst = (key: string): string => key.charAt(0).toLowerCase() + key.slice(1)
