import { z } from 'zod'
import { ToolsView } from '../../policies/generation-contract.js'
import {
  type AnswerRequest,
  AnswerStep,
  type ChatRequest,
  ChatResponse,
  Erased,
  KompassView,
  LearningView,
  type LessonRead,
  LessonView,
  type PauseRequest,
  type ReminderRequest,
  type StartRequest,
  Step,
} from '../../policies/learning-contract.js'
import { ask, type Result, type Send, tell } from './send.js'

export { createGenerate, type Generate, type Generated } from './generate.js'
export { createReach, type Failure, type Result, type Send } from './send.js'

/** What is stored about the asker, as the service has it: whatever stands in it is shown, so its form is not fixed here. */
const OwnData = z.record(z.string(), z.unknown())
export type OwnData = z.infer<typeof OwnData>

export const PROOFS = ['ki-pass.pdf', 'ki-pass.jwt'] as const
export type ProofFile = (typeof PROOFS)[number]

/** The routes of the service as functions; every answer is read by the contract before anybody sees it. */
export const createApi = (send: Send) => ({
  learning: () => ask(send, LearningView, '/api/learning'),
  lesson: (module: string) => ask(send, LessonView, `/api/learning/modules/${encodeURIComponent(module)}`),
  lessonRead: (read: z.infer<typeof LessonRead>) => tell(send, '/api/learning/lesson', read),
  start: (request: StartRequest) => ask(send, Step, '/api/learning/start', { method: 'POST', body: request }),
  answer: (request: z.infer<typeof AnswerRequest>) =>
    ask(send, AnswerStep, '/api/learning/answer', { method: 'POST', body: request }),
  pause: (request: z.infer<typeof PauseRequest>) => tell(send, '/api/learning/pause', request),
  reminder: (request: z.infer<typeof ReminderRequest>) => tell(send, '/api/learning/reminder', request),
  rules: () => ask(send, KompassView, '/api/rules'),
  chat: (request: ChatRequest) => ask(send, ChatResponse, '/api/chat', { method: 'POST', body: request }),
  ownData: () => ask(send, OwnData, '/api/me'),
  erase: () => ask(send, Erased, '/api/me', { method: 'DELETE' }),
  tools: () => ask(send, ToolsView, '/api/tools'),
  proof: (file: ProofFile) => download(send, `/api/proof/${file}`),
})
export type Api = ReturnType<typeof createApi>

/** Fetched instead of linked to: a link could not carry the token of Teams. */
async function download(send: Send, path: string): Promise<Result<Blob>> {
  const sent = await send(path)
  if (!sent.ok) return sent
  try {
    return { ok: true, value: await sent.value.blob() }
  } catch {
    return { ok: false, failure: { kind: 'offline' } }
  }
}
