/** A link that leaves the page opens beside it, so that nothing typed here is lost. */
export const beside = (href: string): { readonly target?: '_blank'; readonly rel?: 'noreferrer' } =>
  href.startsWith('#') ? {} : { target: '_blank', rel: 'noreferrer' }
