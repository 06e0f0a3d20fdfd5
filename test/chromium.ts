import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** A headless Chromium: CHROMIUM_PATH, the machine's own, or the one from npm (Linux on x64). `await using` closes it. */
export async function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: installedChromium() ?? (await packagedChromium()), args: flags(), chromiumSandbox: !isRoot() })
}

function installedChromium(): string | undefined {
  const asked = process.env['CHROMIUM_PATH']
  if (asked) return asked
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/snap/bin')
  const applications = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...applications].find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

// The package brings the system libraries that a bare machine lacks, but unpacks them only where it believes itself in the cloud.
async function packagedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chromium found: install one, or name it in CHROMIUM_PATH')
  }
  const { default: packaged, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium')
  const libraries = await inflate(join(import.meta.dirname, '../node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  setupLambdaEnvironment(join(libraries, 'lib'))
  return packaged.executablePath()
}

function flags(): string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-dev-shm-usage',
    '--disable-domain-reliability',
    '--disable-gpu',
    '--font-render-hinting=none',
    '--no-first-run',
    '--no-pings',
    '--hide-scrollbars',
  ]
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}
