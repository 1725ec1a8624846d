import { Router } from 'express'
import { ChatRequest, type ChatResponse } from '../../policies/learning-contract.js'
import { pageConversation } from '../people/conversations.js'
import { dispatchFor } from '../teams/dispatch.js'
import { keepTurn } from '../teams/keep-turn.js'
import type { Services } from '../teams/services.js'
import type { Event, Outcome } from '../teams/turn.js'
import { type WhoAsks, withBody } from './person-route.js'

/** POST /api/chat: the chat of the bot on a page. The same check, activities and cards as in Teams; nothing is stored. */
export function chatRoutes({ services, whoAsks }: { readonly services: Services; readonly whoAsks: WhoAsks }): Router {
  const routes = Router()
  routes.post(
    '/api/chat',
    withBody(
      'POST /api/chat',
      whoAsks,
      ChatRequest,
      async (person, request, response) => {
        const turn = {
          event: eventOf(request),
          scope: 'personal' as const,
          conversation: pageConversation(person.id),
          user: person.id,
          account: undefined,
          message: '',
        }
        const outcome = await dispatchFor(person, turn, services)
        await keepTurn(turn, outcome, [], services)
        response.json(responseOf(outcome))
      },
      '128kb',
    ),
  )
  return routes
}

const eventOf = (request: ChatRequest): Event =>
  request.kind === 'text'
    ? { kind: 'message', text: request.text, edited: false }
    : { kind: 'button', verb: request.verb, data: request.data }

function responseOf({ messages, replacement, privately }: Outcome): ChatResponse {
  const shown = messages.filter(({ onlyRenews }) => !onlyRenews).map(({ card }) => card)
  return {
    cards: [...shown, ...(privately ? [privately] : [])].map(card => ({ ...card })),
    ...(replacement === undefined ? {} : { replacement: { ...replacement } }),
  }
}
