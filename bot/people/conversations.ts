import { z } from 'zod'

const Reference = z.object({ conversation: z.object({ id: z.string() }) })

/** The id of the conversation a stored reference leads to; what else it holds is the chat service's own affair. */
export function conversationIn(reference: string): string | undefined {
  try {
    return Reference.safeParse(JSON.parse(reference)).data?.conversation.id
  } catch {
    return undefined
  }
}

/** The conversation of a person with the page instead of the chat. */
export const pageConversation = (person: string): string => `page:${person}`
