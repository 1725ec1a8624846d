import { issuerOf } from '../cards/frame.js'
import { proofCard } from '../cards/proof-card.js'
import { send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'
import { alone, forOneself, viewOf } from './learn.js'

/** `nachweis`: certificates one holds, and what is missing for them. */
export const proof: ChatCommand = {
  door: 'chat proof',
  match: words =>
    /^(?:(?:mein(?:e)? )?(?:nachweis|nachweise|ki pass|kipass|zertifikat|bescheinigung)|certificate)$/.test(words),
  run: async (_, scene) => alone(scene, async () => send(await cardFor(scene))),
}

export const proofButton: Button = forOneself({
  door: 'button proof',
  verb: 'proof',
  run: async (_, scene) => ({ messages: [], replacement: await cardFor(scene) }),
})

const cardFor = async (scene: Scene) =>
  proofCard({ view: await viewOf(scene), page: `${scene.services.tab}#/heute`, issuer: issuerOf(scene.pack) })
