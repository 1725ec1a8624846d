import { describe, expect, test } from '@jest/globals'
import { noticeCard } from '../../../../bot/teams/cards/notice-card.js'
import { toActivity } from '../../../../bot/teams/sdk/outbound.js'

const card = noticeCard({ title: 'T', lines: ['Z'] }, 'de', { name: 'Neustadt', example: false })

describe('the sign of Teams for texts made by AI', () => {
  test('stands on what a model wrote', () => {
    expect(toActivity({ card, ai: true }).entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        additionalType: ['AIGeneratedContent'],
      },
    ])
  })

  test('and on nothing else', () => {
    expect(toActivity({ card }).entities).toBeUndefined()
  })
})
