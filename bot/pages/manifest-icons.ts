import type { RequestHandler } from 'express'

const NAME = /^icon-(?:16|32|64|80)\.png$/

/**
 * GET /manifest/icons/…: the icons the manifests name. Office fetches them from wherever it runs, and shows a sign of its own
 * where an answer speaks of caching (learn.microsoft.com, "Specify an icon").
 */
export const manifestIcons =
  (folder: string): RequestHandler =>
  (request, response, next) => {
    const name = String(request.params.name)
    if (!NAME.test(name)) return next()
    response.set('cross-origin-resource-policy', 'cross-origin')
    response.sendFile(name, { root: folder, cacheControl: false }, error => {
      if (error && !response.headersSent) next()
    })
  }
