import type { ReactNode } from 'react'

import type { Body } from '#newsroom/stories/body.ts'
import { embedOf } from '#newsroom/stories/embed-providers.ts'

import type { Words } from './words/words.ts'

/** Whether a body has something that comes from elsewhere once the reader asks for it. */
export function hasEmbed(body: Body): boolean {
  return body.content.some((block) => block.type === 'embed')
}

/** A link to what is elsewhere. Nothing of it is loaded; the site's script puts a button to it that does. */
export function PrintEmbed({ url, title, words }: { url: string; title: string; words: Words }): ReactNode {
  const embed = embedOf(url)
  if (!embed) return null
  const where = words.embeds[embed.kind](embed.provider)
  return (
    <figure
      className={`embed embed-${embed.kind}`}
      data-frame={embed.frameUrl}
      data-ratio={embed.ratio.toFixed(3)}
      data-load={words.loads[embed.kind](embed.provider)}
    >
      <figcaption>
        <a href={embed.canonicalUrl}>{title.trim() || where}</a>
        {title.trim() ? <span className="embed-where">{where}</span> : null}
      </figcaption>
    </figure>
  )
}
