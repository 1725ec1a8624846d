import { expect, test } from '@jest/globals'
import { languageOf } from '../../../policies/language/language.js'
import { tokenise } from '../../../policies/language/tokens.js'

test.each([
  { why: 'German function words', text: 'Darf ich das hochladen?', language: 'de' },
  { why: 'English function words', text: 'May I upload this?', language: 'en' },
  {
    why: 'English product words in a German question',
    text: 'Darf ich Meeting-Notes in den Copilot pasten?',
    language: 'de',
  },
  { why: 'a German noun in an English question', text: 'Can I put the Bauakte into a chatbot?', language: 'en' },
  { why: 'umlauts typed as digraphs still count', text: 'duerfen wir das fuer uns', language: 'de' },
  { why: 'capitals change nothing', text: 'WHAT IS ALLOWED HERE', language: 'en' },
  { why: 'keywords without function words are German', text: 'Protokoll Copilot', language: 'de' },
  { why: 'English keywords alone are taken as German, too', text: 'upload password', language: 'de' },
  { why: 'a tie is German', text: 'wer who', language: 'de' },
  { why: 'nothing is German', text: '', language: 'de' },
])('$why', ({ text, language }) => {
  expect(languageOf(tokenise(text))).toBe(language)
})
