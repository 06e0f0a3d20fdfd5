import fc from 'fast-check'
import { expect, test } from 'vitest'

import { embedOf, frameHosts } from './embed-providers.ts'

const pasted: [address: string, canonical: string, frame: string][] = [
  [
    'https://youtu.be/abcdefghijk?si=x',
    'https://www.youtube.com/watch?v=abcdefghijk',
    'https://www.youtube-nocookie.com/embed/abcdefghijk',
  ],
  [
    'https://m.youtube.com/watch?list=a&v=ab-d_fghijk&t=3',
    'https://www.youtube.com/watch?v=ab-d_fghijk',
    'https://www.youtube-nocookie.com/embed/ab-d_fghijk',
  ],
  [
    'https://www.youtube.com/shorts/abcdefghijk',
    'https://www.youtube.com/watch?v=abcdefghijk',
    'https://www.youtube-nocookie.com/embed/abcdefghijk',
  ],
  ['https://vimeo.com/76979871', 'https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
  [
    'https://vimeo.com/76979871/8272103f6e',
    'https://vimeo.com/76979871/8272103f6e',
    'https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e',
  ],
  ['https://player.vimeo.com/video/7697?h=ab12', 'https://vimeo.com/7697/ab12', 'https://player.vimeo.com/video/7697?dnt=1&h=ab12'],
  ['https://dai.ly/x8abcde', 'https://www.dailymotion.com/video/x8abcde', 'https://geo.dailymotion.com/player.html?video=x8abcde'],
  [
    'https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv',
    'https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv',
    'https://framatube.org/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv',
  ],
  ['https://www.tiktok.com/@ferry.man/video/71', 'https://www.tiktok.com/@ferry.man/video/71', 'https://www.tiktok.com/player/v1/71'],
  [
    'https://twitter.com/ferry/status/20?s=20',
    'https://x.com/ferry/status/20',
    'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20',
  ],
  ['https://mastodon.social/@Gargron/1', 'https://mastodon.social/@Gargron/1', 'https://mastodon.social/@Gargron/1/embed'],
  [
    'https://m.facebook.com/ferry/videos/1234/?ref=x',
    'https://www.facebook.com/ferry/videos/1234',
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fferry%2Fvideos%2F1234&show_text=true',
  ],
  ['https://www.instagram.com/ferry/p/C1_x-y/?igsh=1', 'https://www.instagram.com/p/C1_x-y/', 'https://www.instagram.com/p/C1_x-y/embed/'],
  [
    'https://www.linkedin.com/posts/ferry_it-sails-activity-7123456789-Ab_C?utm=1',
    'https://www.linkedin.com/feed/update/urn:li:activity:7123456789/',
    'https://www.linkedin.com/embed/feed/update/urn:li:activity:7123456789',
  ],
  [
    'https://www.flickr.com/photos/ferry/123/in/album-4',
    'https://www.flickr.com/photos/ferry/123/',
    'https://embedr.flickr.com/photos/123',
  ],
  [
    'https://soundcloud.com/ferry/horn',
    'https://soundcloud.com/ferry/horn',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fferry%2Fhorn',
  ],
  ['https://open.spotify.com/intl-de/episode/4a?si=1', 'https://open.spotify.com/episode/4a', 'https://open.spotify.com/embed/episode/4a'],
]

test.each(pasted)('%s is embedded in the variant that asks least of readers', (address, canonicalUrl, frameUrl) => {
  expect(embedOf(` ${address}\n`)).toMatchObject({ canonicalUrl, frameUrl })
  expect(embedOf(canonicalUrl)).toMatchObject({ canonicalUrl, frameUrl })
  expect(frameHosts).toContain(new URL(frameUrl).host)
})

test.each([
  'javascript:alert(1)//youtu.be/abcdefghijk',
  'https://youtu.be.evil.example/abcdefghijk',
  'https://evil.example/youtu.be/abcdefghijk',
  'https://youtu.be@evil.example/abcdefghijk',
  'https://ana:secret@youtu.be/abcdefghijk',
  'https://youtu.be:8443/abcdefghijk',
  'https://youtu.be/short',
  'https://www.youtube.com/',
  '//youtu.be/abcdefghijk',
  'https://www.facebook.com/ferry',
  'https://x.com/ferry',
  'a video',
  '',
])('%j is no embed', (address) => {
  expect(embedOf(address)).toBeUndefined()
})

test('whatever is pasted, a frame comes from a host on the list and says nothing more than it was asked', () => {
  const ends = fc.string({ unit: 'binary', maxLength: 12 })
  fc.assert(
    fc.property(fc.constantFrom(...pasted), fc.nat(80), ends, ([address], at, noise) => {
      const embed = embedOf(address.slice(0, at) + noise + address.slice(at))
      if (!embed) return
      expect(frameHosts).toContain(new URL(embed.frameUrl).host)
      for (const url of [embed.frameUrl, embed.canonicalUrl]) expect(url).toMatch(/^https:\/\/[\w.-]+\/[\w./?=&%@:-]*$/)
    }),
    { numRuns: 2000 },
  )
})
