import type { Detector } from '../detector.js'

export const socialSecurity: Detector = {
  kind: 'SOCIAL_SECURITY',
  class: 'D3',
  replaceable: 'identifier',
  source: '',
  context: [],
  stage: 'value',
  *find() {},
  examples: {
    found: [],
    ignored: [],
  },
}
