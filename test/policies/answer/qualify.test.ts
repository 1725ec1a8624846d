import { describe, expect, test } from '@jest/globals'
import { indexOf } from '../../../policies/answer/pack-index.js'
import { understand } from '../../../policies/answer/understand.js'
import { smallPack } from '../../support/small-pack.js'

const index = indexOf(smallPack())
const dataIn = (question: string): string[] =>
  understand(question, index)
    .data.map(kind => `${kind.id} ${kind.class}`)
    .sort()

describe('data that is not there', () => {
  test.each([
    { why: 'the word before', question: 'Text ohne Anschrift hochladen', data: ['ohne-personenbezug D1'] },
    { why: 'one word between', question: 'Text ohne echte Adresse hochladen', data: ['ohne-personenbezug D1'] },
    { why: 'denied afterwards', question: 'Eine Adresse ist nicht enthalten', data: ['ohne-personenbezug D1'] },
    { why: 'by two words', question: 'Text frei von Adressen hochladen', data: ['ohne-personenbezug D1'] },
    {
      why: 'a phrase whose longest word comes first',
      question: 'Text ohne persönliche Daten hochladen',
      data: ['ohne-personenbezug D1'],
    },
    { why: 'a password that is denied', question: 'Text ohne Passwort hochladen', data: [] },
    {
      why: 'other data beside it stays',
      question: 'Attest ohne Anschrift hochladen',
      data: ['attest D3', 'ohne-personenbezug D1'],
    },
    {
      why: 'a phrase is denied before its first word',
      question: 'Text ohne Daten von Einwohnern hochladen',
      data: ['ohne-personenbezug D1'],
    },
  ])('$why: $question', ({ question, data }) => {
    expect(dataIn(question)).toEqual(data)
  })
})

describe('a denial reaches no further than what it denies', () => {
  test.each([
    { why: 'three words away', question: 'Ohne lange zu fragen Anschrift eingeben', data: ['anschrift D2'] },
    {
      why: 'the sick note behind it is there',
      question: 'Ohne Anschrift Attest hochladen',
      data: ['attest D3', 'ohne-personenbezug D1'],
    },
    { why: 'what is missing is the approval', question: 'Ohne Freigabe Passwort eingeben', data: ['passwort SECRET'] },
    { why: 'what is missing is the blackening', question: 'Ohne Schwärzung Adresse hochladen', data: ['anschrift D2'] },
    { why: 'the same in small letters', question: 'ohne schwärzung adresse hochladen', data: ['anschrift D2'] },
    {
      why: 'the password before it is there',
      question: 'Das Passwort, Adresse nicht enthalten',
      data: ['ohne-personenbezug D1', 'passwort SECRET'],
    },
  ])('$why: $question', ({ question, data }) => {
    expect(dataIn(question)).toEqual(data)
  })
})

describe('data that is harmless as it stands', () => {
  test.each([
    { why: 'invented', question: 'Eine erfundene Adresse eingeben', data: ['anschrift D1'] },
    { why: 'published', question: 'Das veröffentlichte Organigramm hochladen', data: ['organigramm D0'] },
    { why: 'by two words', question: 'Eine frei zugängliche Namensliste hochladen', data: ['anschrift D0'] },
    { why: 'published names', question: 'Eine öffentliche Namensliste hochladen', data: ['anschrift D0'] },
    {
      why: 'a paper about addresses holds none',
      question: 'Pressemitteilung zur Adresse hochladen',
      data: ['pressetext D0'],
    },
  ])('$why: $question', ({ question, data }) => {
    expect(dataIn(question)).toEqual(data)
  })
})

describe('data that stays what it is', () => {
  test.each([
    { why: 'without any qualifier', question: 'Die Adresse hochladen', data: ['anschrift D2'] },
    { why: 'as the first word', question: 'Adresse hochladen', data: ['anschrift D2'] },
    {
      why: 'a published password is a password',
      question: 'Ein veröffentlichtes Passwort eingeben',
      data: ['passwort SECRET'],
    },
    { why: 'an invented sick note may be a real one', question: 'Ein erfundenes Attest eingeben', data: ['attest D3'] },
    {
      why: 'a public classified paper is classified',
      question: 'Die öffentliche Verschlusssache hochladen',
      data: ['verschlusssache VS'],
    },
    { why: 'not invented', question: 'Die nicht erfundene Adresse hochladen', data: ['anschrift D2'] },
    {
      why: 'what is published is the paper beside it',
      question: 'Veröffentlichte Pressemitteilung, Adresse hochladen',
      data: ['anschrift D2', 'pressetext D0'],
    },
    {
      why: 'not yet published',
      question: 'Die noch nicht veröffentlichte Namensliste hochladen',
      data: ['anschrift D2'],
    },
    {
      why: 'the qualifier belongs to something before',
      question: 'Veröffentlicht wird morgen früh die Adresse',
      data: ['anschrift D2'],
    },
    {
      why: 'a paper about a sick note may hold it',
      question: 'Pressemitteilung zum Attest hochladen',
      data: ['attest D3', 'pressetext D0'],
    },
  ])('$why: $question', ({ question, data }) => {
    expect(dataIn(question)).toEqual(data)
  })
})
