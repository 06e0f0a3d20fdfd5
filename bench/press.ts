import { report } from './measure.ts'
import { findTool, startNginx } from './nginx.ts'
import { load } from './load.ts'
import { servedPage } from './served-page.ts'

type Measured = Awaited<ReturnType<typeof load>>
type Round = { rate: number; p99: number; nginx: Measured; press: Measured }

/** A kept page against one nginx worker serving the same bytes with gzip_static, in alternating rounds. */
export async function measurePress(): Promise<void> {
  if (!findTool('nginx') || !findTool('wrk')) {
    console.log('press: skipped; install nginx and wrk (Debian packages of these names) to measure it')
    return
  }
  await using ours = await servedPage()
  await using theirs = await startNginx(ours.html, ours.gzip)
  const rounds: Round[] = []
  await load(ours.url, 3)
  for (let round = 0; round < 5; round += 1) {
    const nginx = await load(theirs.url, 4)
    const press = await load(ours.url, 4)
    rounds.push({ rate: press.rate / nginx.rate, p99: press.p99 / nginx.p99, nginx, press })
  }
  const middle = (pick: (round: Round) => number) => rounds.map(pick).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? Number.NaN
  report('kept page: requests/s, nginx', middle((round) => round.nginx.rate).toFixed(0), '–')
  report('kept page: requests/s, ours', middle((round) => round.press.rate).toFixed(0), '–')
  report('kept page: share of nginx, median of 5', middle((round) => round.rate).toFixed(2), '≥ 0.6')
  report('kept page: p99 as a multiple of nginx, median of 5', middle((round) => round.p99).toFixed(2), '≤ 3')
}
