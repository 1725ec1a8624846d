import type { Button, ChatCommand, Extension } from './activity.js'
import { breach, breachButton } from './breach.js'
import { check } from './check.js'
import { composeButton } from './compose.js'
import { draft, draftButton } from './draft.js'
import { dialog, done, search } from './extension.js'
import { feedbackButton } from './feedback.js'
import { help } from './help.js'
import { learn, learnButton, modulesButton } from './learn.js'
import { lessonButton } from './lesson.js'
import { eraseButton, myData } from './my-data.js'
import { pause, pauseButton } from './pause.js'
import { person } from './person.js'
import { privacy } from './privacy.js'
import { progress, progressButton } from './progress.js'
import { proof, proofButton } from './proof.js'
import { register, registerButton } from './register.js'
import { remind, remindButton } from './remind.js'
import { answerButton, nextButton, portionButton, roundButton } from './round.js'
import { rule, ruleButton } from './rule.js'
import { areaButton, rules } from './rules.js'
import { tools, toolsButton } from './tools.js'
import { whichButton, whichTool } from './which-tool.js'
import { writeButton } from './write.js'

/** The register of chat commands, tried in this order; what none of them knows is a question. */
export const CHAT_COMMANDS: readonly ChatCommand[] = [
  breach,
  help,
  check,
  rules,
  rule,
  tools,
  whichTool,
  register,
  draft,
  learn,
  progress,
  proof,
  pause,
  remind,
  myData,
  privacy,
  person,
]

/** The register of card buttons. */
export const BUTTONS: readonly Button[] = [
  answerButton,
  areaButton,
  breachButton,
  composeButton,
  draftButton,
  eraseButton,
  feedbackButton,
  learnButton,
  lessonButton,
  modulesButton,
  nextButton,
  pauseButton,
  portionButton,
  progressButton,
  proofButton,
  registerButton,
  remindButton,
  roundButton,
  ruleButton,
  toolsButton,
  whichButton,
  writeButton,
]

/** The register of what happens in message extensions and dialogs. */
export const EXTENSIONS: readonly Extension[] = [search, dialog, done]
