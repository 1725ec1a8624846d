import { meaningOf } from '../about/meaning.js'
import type { Candidate, Detector, Scene } from '../detector.js'

/**
 * Whom somebody loves, what gender somebody is or was, and sex life. The words are few and clear, but the same ones
 * stand on posters, in laws and in the names of offices.
 */
export const sexualOrientation: Detector = {
  kind: 'SEXUAL_ORIENTATION',
  class: 'D3',
  replaceable: 'never',
  source: 'Art. 9 Abs. 1 DSGVO (Sexualleben, sexuelle Orientierung); § 13 SBGG (Offenbarungsverbot)',
  context: [],
  stage: 'meaning',
  find: statementsIn,
  examples: {
    found: [
      'Herr Lübke ist [[schwul]] und wird im Bauhof deshalb gehänselt.',
      'Unsere neue Kollegin Sina ist [[trans]].',
      'Ich bin [[lesbisch]] und möchte das im Amt nicht erzählen. Katja Voss',
      'Kim Rademacher hat den [[Geschlechtseintrag]] ändern lassen.',
      'Name: Alex Thiele\nGeschlechtseintrag: [[divers]]',
      'Vermerk: Herr Demir gibt an, wegen seiner [[Homosexualität]] bedroht zu werden.',
      'Mein Sohn hat uns gestern gesagt, dass er [[bisexuell]] ist.',
      'Die Asylbewerberin A. Nankya lebt [[lesbisch]] und wurde verfolgt.',
      'Frau Pfeil lebt in einer [[gleichgeschlechtlichen Partnerschaft]].',
      'Der Azubi Leon ist [[nichtbinär]] und möchte mit Vornamen angesprochen werden.',
      '| Name | sexuelle Orientierung |\n|---|---|\n| Juri Maier | [[homosexuell]] |',
      'Laut Akte ist Robin Stahl [[intergeschlechtlich]].',
      'Herr Siebert kam mit [[seinem Ehemann]] zum Termin.',
      'Er hatte eine [[Affäre]], schreibt Frau Heller über ihren Mann.',
      'Frau Noack [[arbeitet als Prostituierte]] und ist angemeldet.',
      'Die Schülerin Toni M. ist ein [[Transmädchen]].',
      'Anton Weber trug früher einen anderen Vornamen, er ist [[transgeschlechtlich]].',
      'Die Beschwerde erwähnt mehrere [[Bordellbesuche]] von Herrn Rust.',
      'Ihre [[Geschlechtsangleichung]] ist abgeschlossen, schreibt Frau Bergmann.',
      'Sein [[Coming-out]] hatte Herr Kiefer mit 40.',
      'Mr Boyle told us that he is [[gay]].',
      'Für Jona Lux: [[Erklärung nach dem SBGG]] am 4. November im Standesamt',
      'Mein Nachbar, Herr Fuchs, ist [[homosexuell]] und wird beschimpft.',
      'Der Kollege Bastian ist [[queer]], bitte nicht weitersagen.',
      'Frau Ritter wurde im Büro [[zwangsgeoutet]].',
      'Sexuelle Orientierung: [[bisexuell]], Bewerber Marc Duve',
      'Patrick Jensen ist [[mit einem Mann verheiratet]].',
      'Die Mutter von Paul lebt mit [[ihrer Ehefrau]] zusammen.',
      'Frau Stein berichtet, ihr Mann sei [[impotent]].',
      'Chris Hartung ist [[asexuell]] und hat das im Gespräch erwähnt.',
      'Gesprächsnotiz: Sohn Elias (16) ist [[schwul]], der Vater lehnt ihn ab.',
      'Unser Auszubildender Noel will seine [[Transition]] im Sommer beginnen.',
      'Herr Castro sagt, er sei [[pansexuell]].',
      'Die Hebamme fragt, ob Frau Junker in ihrer [[eingetragenen Lebenspartnerschaft]] bleibt.',
      'Frau Ahrens ist eine [[trans Frau]], der alte Name steht noch im System.',
      'Zeugin Vera Pohlmann ist [[Sexarbeiterin]].',
      'Herr Timm geht [[fremd]], das weiß die halbe Abteilung.',
      'In der Teeküche war das [[Sexualleben]] von Frau Rieke Thema.',
      'Taylor Brinkmann, geb. 3.4.1998, Geschlecht: [[divers]]',
      'Er ist [[transsexuell]], die Krankenkasse von Herrn Blume zahlt.',
      'Name;Geschlechtseintrag alt;Geschlechtseintrag neu\nVogelsang, Kim;[[weiblich]];[[divers]]',
      'Der Nachbar von Frau Pech führe ein „[[Doppelleben mit Männern]]“, behauptet seine Exfrau.',
      'Erklärung Selina Marx: Geschlechtseintrag [[von männlich zu weiblich]].',
      'In der Kartei steht bei Ulrich Brehm der Zusatz „[[homosex]]., nicht für Freizeiten“.',
    ],
    ignored: [
      'Seit wann gilt das Selbstbestimmungsgesetz?',
      'Der Christopher Street Day findet am 12. Juli statt.',
      'Stelle: Ingenieurin (m/w/d) im Tiefbau',
      'Das Beratungsangebot richtet sich an lesbische und schwule Jugendliche.',
      'Queerbeauftragte Nina Rausch stellt den Aktionsplan vor.',
      'Wie ändere ich meinen Geschlechtseintrag?',
      'Bei der Umfrage gaben vier Prozent an, homosexuell zu sein.',
      'Am Mittwoch war es schwül und gewittrig.',
      'Die Stadt hisst die Regenbogenfahne, sagt Bürgermeisterin Lang.',
      'Vortrag über Transidentität in der Volkshochschule',
      'Fortbildung: sexuelle Bildung in der Kita',
      'Trans Europ Express: Herr Mohr sucht die Fahrpläne.',
      'Frau Bock leitet die Transition der Verwaltung zur Cloud.',
      'Die Affäre um den Stadionbau beschäftigt den Rat.',
      'Herr Kunz ist freier Mitarbeiter der Zeitung.',
      'Schwule und Lesben sind beim Empfang willkommen.',
      'Im Formular gibt es die Felder männlich, weiblich, divers.',
      'Das Sortiment ist divers, meint Herr Graf.',
      'Berufliche Orientierung: Frau Wirth besucht die Klasse 9.',
      'Die Gleichstellungsbeauftragte informiert über das Offenbarungsverbot.',
      'Ist Prostitution im Sperrbezirk verboten?',
      'Seit 2017 dürfen gleichgeschlechtliche Paare heiraten.',
      'Transfettsäuren: Herr Öz prüft die Kantine.',
      'Das Gesetz schützt vor Benachteiligung wegen der sexuellen Identität.',
      'Treffen der queeren Jugendgruppe jeden Freitag im Haus der Jugend',
      'Herr Stark und seine Frau ziehen in die Gartenstraße.',
      'Grüßen Sie bitte Ihre Frau, Herr Wolter.',
      'Frau Engel kommt mit ihrem Mann zum Notar.',
      'Film am Freitag: eine lesbische Liebesgeschichte aus Georgien',
      'Rundschreiben: geschlechtergerechte Sprache für trans Personen',
      'Wer nach dem SBGG erklärt, muss drei Monate warten.',
      'Quer durch den Park führt der Weg, sagt Frau Klose.',
      'Lesben- und Schwulenverband, Landesbüro, Postfach 12',
      'Der Betriebsrat fordert Schutz für transgeschlechtliche Beschäftigte.',
      'Darf der Arbeitgeber nach der sexuellen Orientierung fragen?',
      'Die Plakate zeigen ein schwules Paar.',
      'Studie: Wohnungslosigkeit unter LSBTIQ-Jugendlichen',
      'Frau Gayer bestellt zwei Stühle.',
      'Die Ausstellung zeigt die Verfolgung Homosexueller nach § 175.',
      'Die Prostituiertenschutz-Beratung ist donnerstags von 10 bis 12 Uhr.',
      'Die Stadt hat für das Projekt „Schwule Väter“ 2.000 Euro bewilligt, Kontakt: Herr Blau.',
      'Jede siebte queere Person hat laut Umfrage Anfeindungen erlebt.',
    ],
  },
}

function* statementsIn(scene: Scene): Generator<Candidate> {
  const { text } = scene.doc
  for (const found of meaningOf('SEXUAL_ORIENTATION', scene)) {
    const one = withoutLabel(text, found)
    if (isMeant(text.slice(one.start, one.end), one) || isChange(text, one)) yield one
  }
}

const LABEL = /^Geschlecht[\p{Ll}]{0,8}["']?\s{0,2}[:=|]\s{0,2}["']?/iu

/** "Geschlecht: divers" stands in the list as one phrase, for "Geschlecht: weiblich" says nothing special. */
function withoutLabel(text: string, found: Candidate): Candidate {
  const label = LABEL.exec(text.slice(found.start, found.end))
  return label ? { ...found, start: found.start + label[0].length } : found
}

/** Beside an old entry also "weiblich" tells something. */
const isChange = (text: string, { reason }: Candidate): boolean =>
  reason === 'form-field' && /Geschlecht\p{Ll}{0,8} (?:alt|bisher|früher|vorher)/iu.test(text.slice(0, LONGEST_HEAD))
const LONGEST_HEAD = 400

/** In a field for the gender only these say more than the usual. */
const TELLING =
  /divers|gestrichen|ohne|offen|inter|früher|vorher|bisher|sexuell|schwul|lesb|trans|queer|gay|bi$|^[dx]$/iu
/** Folding takes the umlaut of "schwül", endings make a surname of "gay", and a BI is a group of citizens. */
const OTHER_WORD = /^[Ss]chw(?:ü|ue)l|^Gay|^gay\p{L}|^B[Ii]$/u
/** "Ihre Ehefrau" speaks to a husband as a rule, "ihre Ehefrau" of a wife's wife. */
const ADDRESSED = /^Ihre/u

function isMeant(words: string, { reason }: Candidate): boolean {
  if (OTHER_WORD.test(words) || ADDRESSED.test(words)) return false
  return reason !== 'form-field' || TELLING.test(words)
}
