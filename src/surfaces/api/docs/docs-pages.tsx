import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

import type { StaticFiles } from '#platform/http/static-files.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { api, isOfApi } from '#src/routes.ts'
import type { PageAnswer, PageHandler, PageRequest } from '#surfaces/ui/page-request.ts'

import type { Description, Operation } from '../description/describe.ts'
import { describe } from '../description/describe.ts'
import { publicHeaders } from '../public/public-way.ts'
import { docsSheet, startScript } from './docs-files.ts'
import { problemCodes } from './problem-codes.ts'

/** The description, the documents made from it, and what the codes of problems mean. They are the same for everyone, and change with the program. */
export function docsPages(files: StaticFiles): [string, PageHandler][] {
  const description = describe()
  const json = JSON.stringify(description)
  return [
    [api.description, ofApi(() => ({ status: 200, headers: { ...publicHeaders, 'content-type': 'application/json' }, body: json }))],
    [api.docs, ofApi(() => htmlPage(files, 'The API', <Docs files={files} description={description} />))],
    [api.problems, ofApi(() => htmlPage(files, 'Problems', <Problems />))],
  ]
}

const ofApi =
  (print: () => PageAnswer): PageHandler =>
  async ({ asked }: PageRequest) =>
    isOfApi(asked) ? print() : undefined

// Scalar's reader writes its style sheets into the page, and asks this host alone.
const policy = securityHeaders['content-security-policy']
  ?.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace("img-src 'self'", "img-src 'self' data: blob:")
  .concat("; connect-src 'self'; worker-src 'self' blob:")

function htmlPage(files: StaticFiles, title: string, content: ReactNode): PageAnswer {
  const html = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} · Dateline`}</title>
        <meta name="viewport" content="width=device-width" />
        <link rel="stylesheet" href={files.href(docsSheet)} />
      </head>
      <body>{content}</body>
    </html>,
  )
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', ...(policy !== undefined && { 'content-security-policy': policy }) },
    body: `<!doctype html>${html}`,
  }
}

/** Every operation in a plain table, which Scalar's reader takes the place of where scripts run. */
function Docs({ files, description }: { files: StaticFiles; description: Description }): ReactNode {
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return (
    <>
      <main className="plain" id="operations" data-description={api.description}>
        <h1>The API</h1>
        <p>
          <a href={api.description}>The description in OpenAPI 3.1</a> · <a href={api.problems}>What the codes of problems mean</a>
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">Operation</th>
              <th scope="col">What it does</th>
              <th scope="col">Scope</th>
            </tr>
          </thead>
          <tbody>
            {operations.map(({ path, method, operation }) => (
              <tr key={operation.operationId}>
                <th scope="row">
                  <code>
                    {method.toUpperCase()} {path}
                  </code>
                </th>
                <td>{operation.summary}</td>
                <td>{scopeOf(operation)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </main>
      <script src={api.docsReader} />
      <script src={files.href(startScript)} />
    </>
  )
}

const scopeOf = ({ 'x-scope': scope }: Operation): string => scope ?? 'none'

function Problems(): ReactNode {
  return (
    <main className="plain">
      <h1>Problems</h1>
      <p>
        What goes wrong is told as RFC 9457 says: <code>code</code> is stable, <code>detail</code> says what to do.{' '}
        <a href={api.docs}>Back to the API</a>
      </p>
      <dl>
        {Object.entries(problemCodes).map(([code, meaning]) => [
          <dt key={code} id={code}>
            {code}
          </dt>,
          <dd key={`${code} means`}>{meaning}</dd>,
        ])}
      </dl>
    </main>
  )
}
