import { describe, expect, test } from '@jest/globals'
import { vermerkText } from '../../../addin/review/vermerk.js'

const FACTS = { tool: 'MUCGPT', purpose: 'Text kürzen', day: '2026-11-05', checkedBy: 'A. Demir' }

describe('the Vermerk is one German sentence', () => {
  test.each([
    {
      why: 'tool, purpose, day and who checked',
      facts: FACTS,
      text: 'KI-Vermerk: Entwurf mit MUCGPT (Text kürzen), am 5.11.2026 geprüft durch A. Demir.',
    },
    {
      why: 'nobody named yet: the place to do it',
      facts: { ...FACTS, checkedBy: '  ' },
      text: 'KI-Vermerk: Entwurf mit MUCGPT (Text kürzen), am 5.11.2026 geprüft durch [Kürzel].',
    },
    {
      why: 'a pasted name with line breaks stays one line',
      facts: { ...FACTS, checkedBy: 'A.\n\nDemir\t' },
      text: 'KI-Vermerk: Entwurf mit MUCGPT (Text kürzen), am 5.11.2026 geprüft durch A. Demir.',
    },
  ])('$why', ({ facts, text }) => {
    expect(vermerkText(facts)).toBe(text)
  })
})
