import { issuerOf } from '../cards/frame.js'
import { progressCard } from '../cards/progress-card.js'
import { send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'
import { alone, forOneself, viewOf } from './learn.js'

/** `fortschritt`: where one stands. */
export const progress: ChatCommand = {
  door: 'chat progress',
  match: words => /^(?:(?:mein )?(?:fortschritt|lernstand|stand)|progress)$/.test(words),
  run: async (_, scene) => alone(scene, async () => send(await cardFor(scene))),
}

export const progressButton: Button = forOneself({
  door: 'button progress',
  verb: 'progress',
  run: async (_, scene) => ({ messages: [], replacement: await cardFor(scene) }),
})

const cardFor = async (scene: Scene) => progressCard({ view: await viewOf(scene), issuer: issuerOf(scene.pack) })
