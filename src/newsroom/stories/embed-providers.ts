export type EmbedKind = 'video' | 'post' | 'picture' | 'sound'

/** What an address on another platform shows: `ratio` is width by height; `frameUrl` is the provider's own variant for privacy where it has one. */
export type Embed = { provider: string; kind: EmbedKind; canonicalUrl: string; frameUrl: string; ratio: number }

type Addresses = { canonicalUrl: string; frameUrl: string }
type Provider = {
  name: string
  kind: EmbedKind
  ratio: number
  /** Where pasted addresses point, `www.` and `m.` left off. */
  hosts: string[]
  /** Where its frames come from; absent: the hosts themselves. */
  frameHosts?: string[]
  read: (url: URL, host: string) => Addresses | undefined
}

/** What a pasted address embeds; undefined where it is none of a provider on the list. */
export function embedOf(address: string): Embed | undefined {
  const trimmed = address.trim()
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return undefined
  const url = new URL(trimmed)
  if (url.port !== '' || url.username !== '' || url.password !== '') return undefined
  const host = url.hostname.replace(/^(www|m|mobile)\./, '')
  const provider = providers.find(({ hosts }) => hosts.includes(host))
  const addresses = provider?.read(url, host)
  return provider && addresses && { provider: provider.name, kind: provider.kind, ratio: provider.ratio, ...addresses }
}

const wide = 16 / 9

// An address is taken apart into names and numbers and put together anew: nothing of it is passed on as it came.
const providers: Provider[] = [
  {
    name: 'YouTube',
    kind: 'video',
    ratio: wide,
    hosts: ['youtube.com', 'youtu.be', 'music.youtube.com', 'youtube-nocookie.com'],
    frameHosts: ['www.youtube-nocookie.com'],
    read: (url, host) => {
      const id =
        host === 'youtu.be' ? url.pathname.slice(1) : (url.searchParams.get('v') ?? part(url, /^\/(?:shorts|live|embed|v)\/([^/]+)/))
      return addresses(id, /^[\w-]{11}$/, (video) => ({
        canonicalUrl: `https://www.youtube.com/watch?v=${video}`,
        frameUrl: `https://www.youtube-nocookie.com/embed/${video}`,
      }))
    },
  },
  {
    name: 'Vimeo',
    kind: 'video',
    ratio: wide,
    hosts: ['vimeo.com', 'player.vimeo.com'],
    frameHosts: ['player.vimeo.com'],
    read: (url) => {
      const id = part(url, /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d+)/)
      // What is not listed is seen only with its key.
      const key = part(url, /^\/\d+\/([0-9a-f]+)/) ?? /^[0-9a-f]+$/.exec(url.searchParams.get('h') ?? '')?.[0]
      return addresses(id, /^\d+$/, (video) => ({
        canonicalUrl: `https://vimeo.com/${video}${key ? `/${key}` : ''}`,
        frameUrl: `https://player.vimeo.com/video/${video}?dnt=1${key ? `&h=${key}` : ''}`,
      }))
    },
  },
  {
    name: 'Dailymotion',
    kind: 'video',
    ratio: wide,
    hosts: ['dailymotion.com', 'dai.ly'],
    frameHosts: ['geo.dailymotion.com'],
    read: (url) =>
      addresses(part(url, /^\/(?:video\/|embed\/video\/)?([^/]+)$/), /^[a-z0-9]{5,12}$/i, (video) => ({
        canonicalUrl: `https://www.dailymotion.com/video/${video}`,
        frameUrl: `https://geo.dailymotion.com/player.html?video=${video}`,
      })),
  },
  {
    name: 'PeerTube',
    kind: 'video',
    ratio: wide,
    hosts: ['framatube.org', 'tilvids.com', 'peertube.tv'],
    read: (url, host) =>
      addresses(part(url, /^\/(?:w|videos\/watch|videos\/embed)\/([^/]+)\/?$/), /^[\w-]{20,36}$/, (video) => ({
        canonicalUrl: `https://${host}/w/${video}`,
        frameUrl: `https://${host}/videos/embed/${video}`,
      })),
  },
  {
    name: 'TikTok',
    kind: 'video',
    ratio: 9 / 16,
    hosts: ['tiktok.com'],
    frameHosts: ['www.tiktok.com'],
    read: (url) =>
      addresses(part(url, /^\/@([\w.-]+\/video\/\d+)\/?$/), /./, (post) => ({
        canonicalUrl: `https://www.tiktok.com/@${post}`,
        frameUrl: `https://www.tiktok.com/player/v1/${post.slice(post.lastIndexOf('/') + 1)}`,
      })),
  },
  {
    name: 'X',
    kind: 'post',
    ratio: 4 / 5,
    hosts: ['x.com', 'twitter.com'],
    frameHosts: ['platform.twitter.com'],
    read: (url) =>
      addresses(part(url, /^\/(\w{1,20}\/status\/\d{1,20})(?:\/|$)/), /./, (post) => ({
        canonicalUrl: `https://x.com/${post}`,
        frameUrl: `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${post.slice(post.lastIndexOf('/') + 1)}`,
      })),
  },
  {
    name: 'Mastodon',
    kind: 'post',
    ratio: 4 / 5,
    hosts: ['mastodon.social', 'mastodon.online', 'mstdn.social'],
    read: (url, host) =>
      addresses(part(url, /^\/(@\w+(?:@[\w.-]+)?\/\d+)(?:\/embed)?\/?$/), /./, (post) => ({
        canonicalUrl: `https://${host}/${post}`,
        frameUrl: `https://${host}/${post}/embed`,
      })),
  },
  {
    name: 'Facebook',
    kind: 'post',
    ratio: 4 / 5,
    hosts: ['facebook.com', 'web.facebook.com'],
    frameHosts: ['www.facebook.com'],
    read: (url) => {
      const path = part(url, /^(\/[\w.-]+\/(?:posts|videos)\/(?:[\w.%-]+\/)?[\w-]+)\/?$/)
      const watched = /^\/watch\/?$/.test(url.pathname) ? /^\d+$/.exec(url.searchParams.get('v') ?? '')?.[0] : undefined
      const canonicalUrl = `https://www.facebook.com${watched ? `/watch/?v=${watched}` : path}`
      const plugin = watched || path?.includes('/videos/') ? 'video' : 'post'
      if (!path && !watched) return undefined
      return {
        canonicalUrl,
        frameUrl: `https://www.facebook.com/plugins/${plugin}.php?href=${encodeURIComponent(canonicalUrl)}&show_text=true`,
      }
    },
  },
  {
    name: 'Instagram',
    kind: 'post',
    ratio: 4 / 5,
    hosts: ['instagram.com'],
    frameHosts: ['www.instagram.com'],
    read: (url) =>
      addresses(part(url, /^\/(?:[\w.]+\/)?((?:p|reel|tv)\/[\w-]+)(?:\/embed)?\/?$/), /./, (post) => ({
        canonicalUrl: `https://www.instagram.com/${post}/`,
        frameUrl: `https://www.instagram.com/${post}/embed/`,
      })),
  },
  {
    name: 'LinkedIn',
    kind: 'post',
    ratio: 4 / 5,
    hosts: ['linkedin.com'],
    frameHosts: ['www.linkedin.com'],
    read: (url) => {
      const path = decoded(url.pathname)
      const urn =
        /^\/(?:embed\/)?feed\/update\/urn:li:(activity|share|ugcPost):(\d+)\/?$/.exec(path) ??
        /^\/posts\/.*-(activity|share|ugcPost)-(\d+)(?:-[\w-]+)?\/?$/.exec(path)
      return addresses(urn && `${urn[1]}:${urn[2]}`, /./, (post) => ({
        canonicalUrl: `https://www.linkedin.com/feed/update/urn:li:${post}/`,
        frameUrl: `https://www.linkedin.com/embed/feed/update/urn:li:${post}`,
      }))
    },
  },
  {
    name: 'Flickr',
    kind: 'picture',
    ratio: 4 / 3,
    hosts: ['flickr.com'],
    frameHosts: ['embedr.flickr.com'],
    read: (url) =>
      addresses(part(url, /^\/photos\/([\w@-]+\/\d+)(?:\/|$)/), /./, (photo) => ({
        canonicalUrl: `https://www.flickr.com/photos/${photo}/`,
        frameUrl: `https://embedr.flickr.com/photos/${photo.slice(photo.lastIndexOf('/') + 1)}`,
      })),
  },
  {
    name: 'SoundCloud',
    kind: 'sound',
    ratio: 4,
    hosts: ['soundcloud.com'],
    frameHosts: ['w.soundcloud.com'],
    read: (url) =>
      addresses(part(url, /^\/([\w-]+\/(?:sets\/)?[\w-]+)\/?$/), /./, (sound) => ({
        canonicalUrl: `https://soundcloud.com/${sound}`,
        frameUrl: `https://w.soundcloud.com/player/?url=${encodeURIComponent(`https://soundcloud.com/${sound}`)}`,
      })),
  },
  {
    name: 'Spotify',
    kind: 'sound',
    ratio: 4,
    hosts: ['open.spotify.com'],
    read: (url) =>
      addresses(part(url, /^\/(?:intl-[a-z]+\/|embed\/)?((?:episode|show|track)\/[A-Za-z0-9]+)\/?$/), /./, (sound) => ({
        canonicalUrl: `https://open.spotify.com/${sound}`,
        frameUrl: `https://open.spotify.com/embed/${sound}`,
      })),
  },
]

/** The hosts that embeds are framed from, for the policy of the pages that have one. */
export const frameHosts: readonly string[] = providers.flatMap((provider) => provider.frameHosts ?? provider.hosts)

export const embedProviderNames: readonly string[] = providers.map(({ name }) => name)

function addresses(id: string | null | undefined, shape: RegExp, of: (id: string) => Addresses): Addresses | undefined {
  return id && shape.test(id) ? of(id) : undefined
}

const part = (url: URL, pattern: RegExp): string | undefined => pattern.exec(url.pathname)?.[1]

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
