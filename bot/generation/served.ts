import type { Pack } from '../../policies/pack/pack-schema.js'

/** What was set for the models of one municipality: keys, and addresses other than those of its pack, by name of setting. */
export type ModelSettings = {
  readonly keys: ReadonlyMap<string, string>
  readonly urls: ReadonlyMap<string, string>
}

/** A tool's part of the names of its settings: "llm-rathaus" → LLM_RATHAUS, as in KOMPASS_MODEL_KEY_LLM_RATHAUS. */
export const settingName = (tool: string): string => tool.toUpperCase().replaceAll('-', '_')

/**
 * Gives a pack just read the models its municipality has keys for: a tool without one has none, so that nobody is offered
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
