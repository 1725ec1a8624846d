import { Router } from 'express'
import {
  AnswerRequest,
  type AnswerStep,
  type LearningView,
  LessonRead,
  type LessonView,
  PauseRequest,
  ReminderRequest,
  StartRequest,
  type Step,
} from '../../policies/learning-contract.js'
import { plusMonths } from '../../policies/training/index.js'
import { dayOf } from '../clock.js'
import { type OverviewDeps, overviewOf } from '../learning/overview.js'
import { forPerson, type WhoAsks, withBody } from './person-route.js'
import { refuse } from './problem.js'

export type LearningRouteDeps = OverviewDeps & { readonly whoAsks: WhoAsks }

const LONGEST_PAUSE_MONTHS = 12

/** Everything about learning for pages; each answer is about the asker alone. */
export function learningRoutes(deps: LearningRouteDeps): Router {
  const { learning, store, now, whoAsks } = deps
  const routes = Router()
  routes.get(
    '/api/learning',
    forPerson('GET /api/learning', whoAsks, async (person, _, response) => {
      response.json((await overviewOf(person, deps)) satisfies LearningView)
    }),
  )
  routes.get(
    '/api/learning/modules/:id',
    forPerson('GET /api/learning/modules/:id', whoAsks, async (_, request, response) => {
      const lesson: LessonView | undefined = learning.lesson(String(request.params.id))
      if (lesson) response.json(lesson)
      else refuse(response, 404, 'Dieses Modul gibt es nicht (mehr). Bitte wählen Sie eines aus der Liste.')
    }),
  )
  routes.post(
    '/api/learning/lesson',
    withBody('POST /api/learning/lesson', whoAsks, LessonRead, async (person, { module, version }, response) => {
      if (await learning.lessonRead(person, module, version)) response.status(204).end()
      else refuse(response, 409, 'Diese Lektion gibt es inzwischen in einer neuen Fassung. Bitte lesen Sie diese.')
    }),
  )
  routes.post(
    '/api/learning/start',
    withBody('POST /api/learning/start', whoAsks, StartRequest, async (person, request, response) => {
      response.json((await learning.start(person, request)) satisfies Step)
    }),
  )
  routes.post(
    '/api/learning/answer',
    withBody('POST /api/learning/answer', whoAsks, AnswerRequest, async (person, { session, inputs }, response) => {
      response.json((await learning.answer(person, session, inputs)) satisfies AnswerStep)
    }),
  )
  routes.post(
    '/api/learning/pause',
    withBody('POST /api/learning/pause', whoAsks, PauseRequest, async (person, { until }, response) => {
      const today = dayOf(now())
      if (until !== null && (until <= today || until > plusMonths(today, LONGEST_PAUSE_MONTHS))) {
        refuse(response, 422, 'Bitte wählen Sie einen Tag in den nächsten zwölf Monaten.')
        return
      }
      await learning.pause(person, until ?? undefined)
      response.status(204).end()
    }),
  )
  routes.post(
    '/api/learning/reminder',
    withBody('POST /api/learning/reminder', whoAsks, ReminderRequest, async (person, { hour }, response) => {
      if (hour === null) await store.reminders.off(person.id)
      else await store.reminders.set(person.id, hour)
      response.status(204).end()
    }),
  )
  return routes
}
