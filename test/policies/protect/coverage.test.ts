import { describe, expect, test } from '@jest/globals'
import { assess } from '../../../policies/protect/index.js'
import { baseEngine } from '../../support/protect-lists.js'

// Illness or benefits are recognised in German only. A longer personal text in another language must never pass in silence.

const verdictOf = (text: string): string => {
  const checked = baseEngine().check(text)
  return assess({ ...checked, tool: 'W1', declared: undefined, pseudonymisedInto: [] }).verdict
}
const isUncovered = (text: string): boolean => baseEngine().check(text).uncovered

const PERSONAL = [
  {
    language: 'Turkish',
    text: 'Merhaba, ben iki çocuk annesiyim ve eşim çok hasta. Kızımın okul kaydı için ne yapmam gerekiyor, lütfen bana yardım edin.',
  },
  {
    language: 'Arabic',
    text: 'السلام عليكم، ابني مريض منذ شهر ولا أستطيع الذهاب إلى العمل. زوجتي لا تعمل ونحن نحتاج إلى مساعدة من المدينة.',
  },
  {
    language: 'Russian',
    text: 'Здравствуйте, мой сын болен астмой и не может ходить в школу. Я прошу помочь мне с заявлением, потому что муж не работает.',
  },
  {
    language: 'Ukrainian',
    text: 'Добрий день, моя мати хвора і не може сама ходити. Я прошу допомогти мені із заявою, бо чоловік зараз не працює.',
  },
  {
    language: 'Polish',
    text: 'Dzień dobry, mój syn jest chory i nie może chodzić do szkoły. Proszę o pomoc, bo mąż nie pracuje od roku.',
  },
  {
    language: 'Romanian',
    text: 'Bună ziua, fiul meu este bolnav și nu poate merge la școală. Vă rog să mă ajutați cu cererea, soțul meu nu mai lucrează.',
  },
  {
    language: 'English',
    text: 'Hello, my son has been ill for three months and he cannot go to school. Please help me, my husband lost his work last year.',
  },
  {
    language: 'French',
    text: 'Bonjour, mon fils est malade depuis trois mois et il ne peut pas aller à l’école. Je vous prie de nous aider, mon mari est sans travail.',
  },
  {
    language: 'Vietnamese',
    text: 'Xin chào, con tôi bị bệnh đã ba tháng và không thể đi học. Chồng tôi không có việc làm, tôi cần được giúp đỡ.',
  },
  {
    language: 'Persian',
    text: 'سلام، پسرم سه ماه است که بیمار است و نمی تواند به مدرسه برود. همسرم کار ندارد و من برای خانواده کمک می خواهم.',
  },
]

describe('a longer personal text in another language', () => {
  test.each(PERSONAL)('$language: never allowed in silence', ({ text }) => {
    expect(isUncovered(text)).toBe(true)
    expect(verdictOf(text)).not.toBe('allow')
  })

  test.each(PERSONAL)('$language: neither below a German introduction', ({ text }) => {
    expect(isUncovered(`Bitte übersetze die folgende Nachricht ins Deutsche:\n\n${text}\n\nVielen Dank!`)).toBe(true)
  })

  test('nor far down in a long German text', () => {
    const german = 'Die Verwaltung prüft den Antrag und meldet sich in den nächsten Tagen bei Ihnen.\n\n'.repeat(300)
    expect(isUncovered(german + PERSONAL[0]?.text)).toBe(true)
  })

  test('a text without a personal word counts once something is found in it', () => {
    const text =
      'The meeting of the board is on Monday and the report of the office will be sent to all of them by mail'
    expect(isUncovered(`${text}.`)).toBe(false)
    expect(isUncovered(`${text}, IBAN DE89 3704 0044 0532 0130 00.`)).toBe(true)
  })

  test('a script nobody here reads counts in itself', () => {
    expect(isUncovered('ወንድሜ ታሟል እና ወደ ትምህርት ቤት መሄድ አይችልም እባክዎን እርዱኝ ባለቤቴ ስራ የለውም ልጆቼም ትናንሽ ናቸው')).toBe(true)
  })
})

describe('texts that are covered', () => {
  test.each([
    {
      why: 'German with foreign names',
      text: 'Sehr geehrte Frau Nguyen, Herr Yılmaz und Frau Popescu kommen am Montag mit Herrn Kowalczyk und Frau El Haddad in das Bürgerbüro.',
    },
    {
      why: 'a list of foreign names',
      text: 'Yılmaz, Ayşe\nPopescu, Ion\nKowalski, Jan\nNguyễn, Thị Hoa\nIwanow, Sergej\nHaddad, Karim\nPetrović, Ana\nRossi, Giulia',
    },
    {
      why: 'a German table',
      text: 'Nr.\tName\tOrt\tBetrag\n1\tBauhof\tNord\t1.200\n2\tKita\tSüd\t3.400\n3\tSchule\tWest\t5.600\n4\tBad\tOst\t7.800',
    },
    { why: 'a table of opening hours', text: 'Mo|Di|Mi|Do|Fr\n8-12|8-12|zu|8-18|8-12\n'.repeat(4) },
    {
      why: 'German with English terms',
      text: 'Das Meeting zum Release des Tools ist um zehn, bitte das Ticket im Board auf Done setzen und den Link an das Team schicken.',
    },
    {
      why: 'law',
      text: 'Nach Art. 6 Abs. 1 lit. e DSGVO i. V. m. § 3 BDSG ist die Verarbeitung zulässig, soweit sie für die Aufgabe erforderlich ist.',
    },
    {
      why: 'code',
      text: 'const items = list.filter(x => x.id > 0).map(x => x.name); return items.join(", ") // for each of the items',
    },
    {
      why: 'a quoted saying',
      text: 'Der Leitspruch „To be or not to be, that is the question“ stand an der Wand der alten Schule, die wir nun sanieren.',
    },
    { why: 'nothing', text: '' },
    { why: 'numbers', text: '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20' },
  ])('$why', ({ text }) => {
    expect(isUncovered(text)).toBe(false)
  })

  test.each([
    { why: 'Turkish', text: 'Merhaba, günaydın!' },
    { why: 'French', text: 'Bonjour et merci beaucoup!' },
    { why: 'English', text: 'Hello, thank you for your help.' },
    { why: 'Russian', text: 'Добрый день, спасибо!' },
    { why: 'Arabic', text: 'السلام عليكم' },
    { why: 'Polish', text: 'Dzień dobry, proszę o termin.' },
  ])('a short greeting in $why', ({ text }) => {
    expect(isUncovered(text)).toBe(false)
    expect(verdictOf(text)).toBe('allow')
  })
})
