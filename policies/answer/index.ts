export { answer, answerOfRule, LONGEST_QUESTION, rankingFor, ROLE_NAMES } from './answer.js'
export { indexOf } from './pack-index.js'
export type { Answer, Applies, Context, Help, RuleAnswer } from './types.js'
export { NO_TOPIC, Topic } from './types.js'
