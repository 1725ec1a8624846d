import { statSync } from 'node:fs'

/**
 * Jest knows how long files take only from earlier runs, and a fresh clone has none: it then begins with the largest files.
 * Here those with a browser or a service begin, so that at the end every worker still has something short to do.
 */
export default class BrowsersFirst {
  sort(tests) {
    const long = ({ path }) => (path.includes('/test/e2e/') ? 1 : 0)
    const size = ({ path }) => statSync(path).size
    return [...tests].sort((one, other) => long(other) - long(one) || size(other) - size(one))
  }
  shard(tests) {
    return tests
  }
  allFailedTests(tests) {
    return tests
  }
  cacheResults() {}
}
