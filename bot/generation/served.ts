import type { Pack } from '../../policies/pack/pack-schema.js'

/** What this machine knows of models: keys, and addresses other than those of the pack, by name of setting. */
export type ModelSettings = {
  readonly keys: ReadonlyMap<string, string>
  readonly urls: ReadonlyMap<string, string>
}

/** A tool's part of the names of its settings: "llm-rathaus" → KOMPASS_MODEL_KEY_LLM_RATHAUS. */
export const settingName = (tool: string): string => tool.toUpperCase().replaceAll('-', '_')

/**
 * Gives a pack just read the models this machine can reach: a tool without a key here has none, so that nobody is offered
 * what would fail. It changes the pack and is called before anybody else sees it: what was learned from it hangs on it.
 */
export function giveModels(pack: Pack, { keys, urls }: ModelSettings): void {
  for (const tool of pack.tools) {
    if (!tool.endpoint) continue
    const name = settingName(tool.id)
    const url = urls.get(name)
    if (!keys.has(name)) delete tool.endpoint
    else if (url !== undefined) tool.endpoint = { ...tool.endpoint, url }
  }
}
