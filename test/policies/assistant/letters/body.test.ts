import { expect, test } from '@jest/globals'
import { bodyOf, enumerated } from '../../../../policies/assistant/letters/body.js'

test.each([
  { why: 'sentences become a paragraph', points: ['das ist da', 'das fehlt noch'], is: 'Das ist da. Das fehlt noch.' },
  { why: 'words stay points', points: ['Foto', 'Ausweis,'], is: 'Wichtig:\n\n- Foto\n- Ausweis' },
  {
    why: 'to and fro becomes one list',
    points: ['Foto', 'das ist da', 'Ausweis'],
    is: 'Wichtig:\n\n- Foto\n- das ist da\n- Ausweis',
  },
  { why: 'first points, then sentences', points: ['Foto', 'das ist da'], is: 'Wichtig:\n\n- Foto\n\nDas ist da.' },
  {
    why: 'announced points keep their place among sentences',
    points: ['das ist da', 'wir brauchen noch:', 'Foto', 'das eilt nicht und ist einfach'],
    is: 'Das ist da. Wir brauchen noch:\n\n- Foto\n\nDas eilt nicht und ist einfach.',
  },
  {
    why: 'a sentence with a colon announces its points',
    points: ['wir brauchen noch:', 'Foto', 'Ausweis'],
    is: 'Wir brauchen noch:\n\n- Foto\n- Ausweis',
  },
])('$why', ({ points, is }) => expect(bodyOf(points, 'Wichtig:')).toBe(is))

test.each([
  { items: [], is: '' },
  { items: ['A'], is: 'A' },
  { items: ['A', 'B;'], is: 'A und B' },
  { items: ['A', 'B,', 'C.'], is: 'A, B und C' },
])('$items in a sentence', ({ items, is }) => expect(enumerated(items)).toBe(is))
