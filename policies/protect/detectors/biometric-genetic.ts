import { meaningOf } from '../about/meaning.js'
import { type Candidate, type Detector, matchNumbers, type Scene, saysNear } from '../detector.js'

/**
 * What of a body identifies somebody for ever, and what the genes say of parents, children and illness. A photo for a
 * passport is no biometric date until somebody measures it (recital 51).
 */
export const biometricGenetic: Detector = {
  kind: 'BIOMETRIC_GENETIC',
  class: 'D3',
  replaceable: 'never',
  source: 'Art. 4 Nr. 13 und 14, Art. 9 Abs. 1 DSGVO; Erwägungsgrund 51; § 3 GenDG',
  context: [
    '*vektor',
    '*template',
    '*templates',
    'embedding*',
    '*embedding',
    'gesicht*',
    'fingerabdruck*',
    'stimmprofil',
  ],
  stage: 'meaning',
  *find(scene) {
    yield* meaningOf('BIOMETRIC_GENETIC', scene)
    yield* codesOf(scene)
  },
  examples: {
    found: [
      'Der [[Fingerabdruck]] von Herrn Czerny ließ sich nicht einlesen.',
      'Das Ergebnis des [[DNA-Tests]] von Frau Kallweit liegt vor.',
      'Laut [[Vaterschaftstest]] ist Herr Brandl nicht der Vater.',
      'Bei meiner Tochter wurde ein [[Gendefekt]] festgestellt.',
      'Frau Ostermann [[trägt die BRCA1-Mutation]].',
      'Name: Idris Bello\nFingerabdruck: [[rechter Zeigefinger]], Qualität 78',
      '| Name | Gentest |\n|---|---|\n| Silke Trapp | [[Huntington positiv]] |',
      'Die [[Fingerabdrücke]] des Bewerbers Salim Azizi wurden gelöscht.',
      'Für den Serverraum ist ein [[Irisscan]] von Kollege Hackmann hinterlegt.',
      'Das [[Gesichtstemplate]] von Frau Dahl ist noch im Zutrittssystem.',
      'Mein Bruder hat eine [[Speichelprobe]] abgegeben.',
      'Das [[Abstammungsgutachten]] für Jannik Rösler kostet 600 Euro.',
      'Von Herrn Pietsch liegt ein [[Stimmprofil]] vor.',
      'Herr Kowol wurde [[erkennungsdienstlich behandelt]].',
      'Der Kindsvater verweigert die [[DNA-Probe]].',
      'Vermerk: [[Handvenenscan]] Frau Lutz nicht möglich, Narbe',
      'Zum Antrag Yeboah: [[DNA-Gutachten]] bestätigt die Mutter.',
      'Herr Salzmann ist [[Anlageträger]] für Mukoviszidose.',
      'Unser Sohn hat laut [[Genbefund]] ein fragiles X.',
      'Frau Jung war in der [[Humangenetik]].',
      'Ich habe meinen [[Fingerabdruck]] nur für den Pass abgegeben, Gruß Henning Wulf',
      'Dr. Rau hat bei Frau Scholz eine [[Genmutation]] gefunden.',
      'Die [[Gesichtserkennung]] hat Herrn Tamm dreimal abgelehnt.',
      'Ms Adeyemi gave her [[fingerprints]] on Monday.',
      'Bei Elif K. ergab die [[Chromosomenanalyse]] eine Auffälligkeit.',
      'Seine [[DNA]] fand sich am Tatort, steht in der Akte Wirtz.',
      'Der [[Iris-Scan]] von Frau Harms ist abgelaufen.',
      'Die [[Vaterschaftswahrscheinlichkeit]] bei Herrn Gärtner liegt bei 99,9 Prozent.',
      'Für Familie Noori wird ein [[Abstammungstest]] verlangt.',
      'Herr Paulsen ist [[genetisch vorbelastet]], sagt er.',
      'Ergebnis Lina Voigt: [[Gentest]] unauffällig',
      'Kollegin Merz hat ihren [[Daumenabdruck]] am Drucker hinterlegt.',
      'Der Antragsteller Hamid Rahimi hat die [[biometrischen Daten]] abgegeben.',
      'Frau Keil liegt der [[molekulargenetische]] Befund vor.',
      'Bitte das [[Fingertemplate]] von Herrn Sievers aus der Zeiterfassung löschen.',
      'Unsere Mutter hat eine [[Erbkrankheit]], schreibt Herr Hoppe.',
      'DNA-Profil: [[stimmt mit Spur 3 überein]], Beschuldigter Marco Lenk',
      'Herr Frey ist [[nicht der biologische Vater]] von Mats.',
      'Der [[Eurodac-Treffer]] zu Herrn Tesfay stammt aus Italien.',
      'Die [[Stimmbiometrie]] der Hotline erkennt Frau Amann nicht.',
      'DNA-Profil: [[D3S1358 15/17, vWA 16/18, FGA 21/24]]\nPerson: Rashid Hamidov',
      'Befund Kai Brink: [[CFTR c.1521_1523delCTT homozygot]]',
      'Ihr [[Netzhautscan]] wurde am 5. Mai gelöscht.',
      'Spender Lennart Peters, [[HLA-Typ A*02:01, B*07:02]]',
      'Name;Gesichtsvektor\nWeber, Tim;[[0.1182 -0.0443 0.2071]]',
    ],
    ignored: [
      'Warum muss ich für den Personalausweis Fingerabdrücke abgeben?',
      'Bitte bringen Sie ein biometrisches Passbild mit, Frau Kurz.',
      'Die Gesichtserkennung im öffentlichen Raum ist nach der KI-Verordnung verboten.',
      'Seit 2021 speichert der Ausweis zwei Fingerabdrücke.',
      'Vortrag: Was verrät unsere DNA?',
      'Der Fingerprint des SSH-Schlüssels steht im Wiki von Herrn Beck.',
      'Kürbis „Iris“ und Apfel „Generosa“ im Schulgarten',
      'Die Generation Z bewirbt sich seltener, sagt Frau Gehrke.',
      'Gehört Wandern zur DNA unserer Stadt?',
      'Das Gendiagnostikgesetz verbietet Gentests im Arbeitsleben.',
      'Was kostet ein Vaterschaftstest?',
      'Angebot: Zeiterfassung mit Fingerprint-Leser, 1.290 Euro',
      'Bebauungsplan Iriswiese, zweite Auslegung',
      'Die Vaterschaft wird beim Standesamt anerkannt.',
      'Herr Klee fuhr gen Norden.',
      'Frau Iris Albrecht hat morgen Urlaub.',
      'Gentechnikfreie Kommune: Antrag der Fraktion im Rat',
      'Fotograf Lorch bietet biometrische Passfotos für 12 Euro an.',
      'Statistik: Anteil der Anträge mit Fingerabdruck stieg auf 97 Prozent.',
      'Wie lange speichert die Behörde meine Fingerabdrücke?',
      'Broschüre „DNA-Reihenuntersuchung: Ihre Rechte“',
      'Die Mutation des Virus macht dem Gesundheitsamt Sorgen.',
      'Unser digitaler Fingerabdruck im Netz: Workshop für Klasse 8',
      'Kriminaltechnik zum Anfassen: Kinder nehmen Fingerabdrücke.',
      'Datenschutz: Biometrische Daten dürfen nur mit Einwilligung verarbeitet werden.',
      'Der Fingerabdruckscanner am Schalter 3 ist defekt, Ticket 4412.',
      'Genehmigung für Herrn Genscher, Aktenvermerk',
      'Herr Vater unterschreibt für die Firma.',
      'Konzept zur Zutrittskontrolle ohne Biometrie',
      'Eltern, deren Kind eine Erbkrankheit hat, finden hier Adressen.',
      'Die Ausstellung zeigt das menschliche Genom.',
      'Fingerabdrücke werden nach Aushändigung des Passes gelöscht.',
      'Lehrgang Stimmbildung mit Frau Sommerfeld',
      'Dürfen Arbeitgeber Fingerabdrücke für die Zeiterfassung verlangen?',
      'Im Museum hängt ein Handabdruck aus der Steinzeit.',
      'Entwurf der Dienstvereinbarung über biometrische Systeme',
      'Die Kita malt Handabdrücke für das Sommerfest.',
      'Gesichtsmasken für das Bürgerbüro bestellt Frau Rau.',
      'Neue Rosensorten sind oft eine Mutation.',
      'Spurensicherung: Wie funktioniert der genetische Fingerabdruck?',
      'Sie können Ihre Fingerabdrücke im Bürgerbüro abgeben.',
      'Messwerte: 0.118 0.443 0.207 Meter, Pegel Nord',
    ],
  },
}

/** Places of the genome with their repeats: "D3S1358 15/17, vWA 16/18", the form of every genetic fingerprint. */
const REPEATS =
  /(?<![\p{L}\p{N}])D\d{1,2}S\d{2,4}:? \d{1,2}(?:\.\d)?\/\d{1,2}(?:\.\d)?(?:[,;] ?[A-Za-z][A-Za-z\d]{1,8}:? \d{1,2}(?:\.\d)?\/\d{1,2}(?:\.\d)?){0,24}/gu
/** "c.1521_1523delCTT homozygot", "c.68_69delAG": a change of a gene as the society of geneticists writes it. */
const VARIANT =
  /(?<![\p{L}\p{N}])(?:[A-Z][A-Z\d]{2,6} )?[cgp]\.\d{1,7}(?:[_+-]\d{1,7}){0,2}(?:del|dup|ins|inv|[ACGT]>)[ACGT]{0,12}/gu
/** "HLA-Typ A*02:01, B*07:02": marks of tissue. */
const TISSUE =
  /(?<![\p{L}\p{N}])HLA(?:-Typ)?[ :-]{1,2}(?:[ABC]|D[PQR][AB]\d)\*?\d{2}:\d{2}(?:[,;] ?(?:[ABC]|D[PQR][AB]\d)\*?\d{2}:\d{2}){0,11}/gu
/** A template as a row of decimals; it counts beside "Vektor", "Template". */
const VECTOR = /(?<![\p{L}\p{N}.])-?[01]\.\d{3,8}(?:[,;]? -?[01]\.\d{3,8}){2,127}/gu

function* codesOf({ doc }: Scene): Generator<Candidate> {
  if (doc.numbers.regions.length === 0) return
  for (const { start, end } of matchNumbers(doc, VECTOR)) {
    if (saysNear(doc, 'BIOMETRIC_GENETIC', start, end, 8, 0))
      yield { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
  }
  for (const pattern of [REPEATS, VARIANT, TISSUE]) {
    for (const { start, end } of matchNumbers(doc, pattern))
      yield { start, end: end + alleles(doc.text, end), certainty: 'sicher', reason: 'form-and-context' }
  }
}

const ALLELES = /^ (?:homo|hetero|hemi)zygot/u
const LONGEST_ALLELES = 14

/** How much longer "c.68_69delAG" is with "homozygot" behind it. */
const alleles = (text: string, end: number): number =>
  ALLELES.exec(text.slice(end, end + LONGEST_ALLELES))?.[0].length ?? 0
