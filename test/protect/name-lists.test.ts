import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { inOrder, nameLists, ownLines, PROTECT_FOLDER } from '../support/make-name-lists.js'

const file = (name: string): string => join(PROTECT_FOLDER, name)
const lists = nameLists()
const GENERATED: [name: string, made: string, atLeast: number, atMost: number][] = [
  ['given-names.txt', lists.givenNames, 6_000, 15_000],
  ['surnames.txt', lists.surnames, 10_000, 17_000],
  ['places.txt', lists.places, 8_000, 13_000],
]

describe('generated lists of names and places', () => {
  test.each(GENERATED)('%s stands as the script writes it', (name, made) => {
    // Not toBe: the difference of two files of this size is no help.
    expect(readFileSync(file(name), 'utf8') === made).toBe(true)
  })

  test.each(GENERATED)(
    '%s is in order, without repetition and of the expected size',
    (name, _made, atLeast, atMost) => {
      const lines = ownLines(file(name))
      expect(lines).toEqual(inOrder(lines))
      expect(lines.length).toBeGreaterThanOrEqual(atLeast)
      expect(lines.length).toBeLessThanOrEqual(atMost)
    },
  )

  test.each(GENERATED)('%s says where it comes from', name => {
    const head = readFileSync(file(name), 'utf8').split('\n').slice(0, 4)
    expect(head.every(line => line.startsWith('# '))).toBe(true)
    expect(head.join(' ')).toMatch(/MIT-Lizenz/)
    expect(head.join(' ')).toMatch(/Nicht von Hand ändern/)
  })
})

const missing = (names: string, known: Set<string>): string[] => names.split(' ').filter(name => !known.has(name))

const ORIGINS: [origin: string, given: string, surnames: string][] = [
  ['German, old', 'Hildegard Edeltraud Horst Waltraud Heinz', 'Müller Knoblauch Weiß Graupner'],
  ['German, young', 'Mia Emilia Finn Noah Leonie', 'Schmidt Kuhlmann Niemeyer'],
  ['Frisian', 'Fiete Wiebke Enno Tjark', 'Janßen Petersen Hinrichs'],
  ['Turkish', 'Ayşe Mehmet Zeynep Oğuzhan', 'Yılmaz Özdemir Şahin'],
  ['Kurdish', 'Rojda Berîvan Zîlan', 'Barzani Khalaf'],
  ['Arabic', 'Fatima Mohammed Abdulrahman Khadija', 'Al-Ahmad Haddad Khoury'],
  ['Persian', 'Alireza Shirin Parisa', 'Hosseini Ahmadi Rezaei'],
  ['Polish', 'Katarzyna Małgorzata Grzegorz', 'Kowalski Wiśniewska Nowak'],
  ['Russian', 'Sergej Tatjana Dmitrij', 'Iwanow Kusnezow Smirnowa'],
  ['Ukrainian', 'Oleksandr Oksana Yuliia', 'Schewtschenko Bondarenko Kovalchuk'],
  ['Romanian', 'Ionuț Mihaela Răzvan', 'Popescu Munteanu'],
  ['Bulgarian', 'Desislava Plamen Krasimir', 'Georgieva Dimitrov'],
  ['Croatian, Serbian, Bosnian', 'Dragan Snežana Emina Zvonimir', 'Jovanović Horvat Hodžić'],
  ['Albanian', 'Arben Shpresa Liridona', 'Krasniqi Hoxha Gashi'],
  ['Italian', 'Giuseppe Francesca', 'Rossi Esposito'],
  ['Greek', 'Dimitrios Eleni', 'Papadopoulos Nikolaidis'],
  ['Vietnamese', 'Thị Phương Tuấn', 'Nguyen Nguyễn Trần'],
  ['Spanish', 'María Joaquín', 'García Fernández'],
  ['Portuguese', 'João Catarina', 'Ferreira Gonçalves'],
  ['French', 'François Aurélie', 'Dubois Lefebvre'],
  ['English', 'Kevin Brittany', 'Johnson Taylor'],
  ['African', 'Kwame Chukwuemeka Fatoumata Tesfaye', 'Diallo Mensah Okafor'],
  ['Indian, Tamil', 'Priya Rajesh', 'Singh Sivakumar'],
]

describe('origins', () => {
  const given = new Set(ownLines(file('given-names.txt')))
  const family = new Set(ownLines(file('surnames.txt')))

  test.each(ORIGINS)('%s', (_origin, givenNames, surnames) => {
    expect(missing(givenNames, given)).toEqual([])
    expect(missing(surnames, family)).toEqual([])
  })

  test('words at the start of a sentence are no names', () => {
    const words = ['Die', 'Nur', 'Dank', 'Bitte', 'Davon', 'Kita', 'Server', 'Termine', 'Tage']
    expect(words.filter(word => given.has(word))).toEqual([])
    expect(words.filter(word => family.has(word))).toEqual([])
  })

  test('a name that is a word as well stays a given name', () => {
    expect(missing('August Ernst Rose Clara Frank', given)).toEqual([])
  })
})

describe('lists kept by hand', () => {
  test.each([
    ['not-names.txt', 500],
    ['public-persons.txt', 600],
    ['public-names.txt', 300],
  ])('%s has one entry a line, none twice', (name, atLeast) => {
    const lines = ownLines(file(name))
    const twice = lines.filter((line, at) => lines.indexOf(line) !== at)
    expect(twice).toEqual([])
    expect(lines.length).toBeGreaterThanOrEqual(atLeast)
  })

  test('well-known places', () => {
    const places = new Set(ownLines(file('places.txt')))
    expect(missing('München Nürnberg Halle Sylt Wanne-Eickel Altona', places)).toEqual([])
  })
})
