import { expect, test } from '@jest/globals'
import { type Card, createEmptyCard, fsrs, Rating, State } from 'ts-fsrs'
import { afterAnswer, type QuestionState } from '../../../policies/training/schedule.js'
import { seeded } from '../../support/seeded.js'
import { onBothEngines } from '../../support/storage.js'

const REVIEWS = 10_000
const LEARNERS = 20
const QUESTIONS = 15
const STATES = { new: State.New, learning: State.Learning, review: State.Review, relearning: State.Relearning }
const FIRST_DAY = Date.parse('2026-01-01T00:00:00Z')

/** What a program that never stops would know: plain cards of the library, kept in memory. */
type Uninterrupted = Map<string, Card>

onBothEngines(({ open }) => {
  test(`${REVIEWS} reviews, each stored and read back, lead to the same days as an uninterrupted run`, async () => {
    const { learning } = (await open()).forMunicipality('neustadt')
    const random = seeded(5)
    const scheduler = fsrs()
    const cards: Uninterrupted = new Map()
    let [at, compared] = [FIRST_DAY, 0]
    for (let review = 0; review < REVIEWS; review++) {
      if (random() < 0.02) at += Math.ceil(random() * 6) * 86_400_000
      const pseudonym = `y${Math.floor(random() * LEARNERS)}`
      const question = `q-${Math.floor(random() * QUESTIONS)}`
      const right = random() < 0.75
      const day = new Date(at)

      const before = (await learning.states(pseudonym)).find(state => state.question === question)
      const after = afterAnswer(question, before, right, day.toISOString().slice(0, 10), 'anonymisieren@1')
      expect(await learning.review(pseudonym, before, after)).toBe('stored')

      const key = `${pseudonym}/${question}`
      const known: Card = cards.get(key) ?? createEmptyCard(day)
      const { card } = scheduler.next(known, day, right ? Rating.Good : Rating.Again)
      cards.set(key, card)
      compared += Number(same(after, card))
    }
    expect(compared).toBe(REVIEWS)
    expect(cards.size).toBeGreaterThan((LEARNERS * QUESTIONS) / 2)
    for (let learner = 0; learner < LEARNERS; learner++)
      for (const state of await learning.states(`y${learner}`)) {
        const card = cards.get(`y${learner}/${state.question}`)
        expect(card && same(state, card)).toBe(true)
      }
  }, 120_000)
})

const same = (state: QuestionState, card: Card): boolean =>
  state.due === card.due.toISOString().slice(0, 10) &&
  state.stability === card.stability &&
  state.difficulty === card.difficulty &&
  STATES[state.phase] === card.state &&
  state.step === card.learning_steps
