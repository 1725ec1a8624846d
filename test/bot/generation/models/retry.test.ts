import { expect, test } from '@jest/globals'
import { MODEL_LIMITS } from '../../../../bot/generation/models/limits.js'
import { ModelFailure } from '../../../../bot/generation/models/model.js'
import { pauseBefore } from '../../../../bot/generation/models/retry.js'

test.each<{ why: string; failure: ModelFailure; made: number; random: number; pause: number | undefined }>([
  { why: 'the first', failure: new ModelFailure('unreachable'), made: 0, random: 1, pause: 500 },
  { why: 'not all at the same time', failure: new ModelFailure('unreachable'), made: 0, random: 0, pause: 250 },
  { why: 'the second, later', failure: new ModelFailure('broken'), made: 1, random: 1, pause: 1_000 },
  { why: 'no third', failure: new ModelFailure('broken'), made: 2, random: 1, pause: undefined },
  { why: 'as asked', failure: new ModelFailure('busy', 10), made: 0, random: 1, pause: 10_500 },
  { why: 'asked for too long', failure: new ModelFailure('busy', 11), made: 0, random: 1, pause: undefined },
  { why: 'wrong stays wrong', failure: new ModelFailure('denied'), made: 0, random: 1, pause: undefined },
  { why: 'people have waited', failure: new ModelFailure('slow'), made: 0, random: 1, pause: undefined },
])('another try: $why → $pause', ({ failure, made, random, pause }) => {
  expect(pauseBefore(failure, made, MODEL_LIMITS, () => random)).toBe(pause)
})
