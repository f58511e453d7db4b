import { expressionOf, type HeaderRule, type Headers, headerRules, headersOf } from './header-rules.ts';

/** A file that hosts read beside the built site. */
export interface HostFile {
  readonly name: string;
  readonly text: string;
}

/** The files in which hosts of static sites look for headers, each with what `headerRules` says. */
export function hostFiles(): HostFile[] {
  return [
    { name: '_headers', text: headersFile() },
    { name: '.htaccess', text: apacheFile() },
    { name: 'vercel.json', text: json(vercelSettings()) },
    { name: 'staticwebapp.config.json', text: json(azureSettings()) },
    { name: 'nginx-headers.conf', text: nginxFile() },
  ];
}

const [everything, ...special] = headerRules as [HeaderRule, ...HeaderRule[]];

/**
 * For Netlify and Cloudflare Pages. Both join the values where two rules set the same header: two policies are both
 * held to, but two rules on caching contradict each other. Both have files asked for anew unless they are told
 * otherwise, so the general rule leaves that out.
 */
function headersFile(): string {
  const { 'Cache-Control': _, ...general } = everything.headers;
  return [{ path: everything.path, headers: general }, ...special]
    .map(({ path, headers }) => [path, ...lines(headers, (name, value) => `  ${name}: ${value}`)].join('\n'))
    .join('\n\n')
    .concat('\n');
}

/** For Apache, where the site is in the root folder of a host and `AllowOverride` lets it say so. */
function apacheFile(): string {
  return [
    'ErrorDocument 404 /404.html',
    '<IfModule mod_headers.c>',
    ...apacheDirectives(everything.headers, '  '),
    ...special.flatMap((rule) => [
      `  <If "%{REQUEST_URI} =~ m#${expressionOf(rule.path)}#">`,
      ...apacheDirectives(rule.headers, '    '),
      '  </If>',
    ]),
    '</IfModule>',
    '',
  ].join('\n');
}

/** For Vercel, where `dist` is what is deployed. */
function vercelSettings(): object {
  return {
    trailingSlash: true,
    headers: headerRules.map(({ path, headers }) => ({
      source: path.replaceAll('.', '\\.').replace('*', '(.*)'),
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
  };
}

/** For Azure Static Web Apps: a route's headers replace the global ones. */
function azureSettings(): object {
  return {
    globalHeaders: everything.headers,
    routes: special
      .filter((rule) => !isByEnding(rule))
      .map(({ path, headers }) => ({ route: path, headers })),
    mimeTypes: Object.fromEntries(
      special
        .filter(isByEnding)
        .map(({ path, headers }) => [path.slice(2), headers['Content-Type'] ?? 'application/octet-stream']),
    ),
    responseOverrides: { 404: { rewrite: '/404.html' } },
  };
}

/**
 * For nginx, to be included in a `server` block. A location that adds headers takes none from around it, so each has
 * them all.
 */
function nginxFile(): string {
  return [
    'error_page 404 /404.html;',
    ...nginxDirectives(everything.headers, ''),
    ...special.flatMap(({ path }) => [
      `location ~ "${expressionOf(path)}" {`,
      // Any path the rule is for has the same headers.
      ...nginxDirectives(headersOf(path.replace('*', 'any')), '  '),
      '}',
    ]),
    '',
  ].join('\n');
}

function apacheDirectives(headers: Headers, indent: string): string[] {
  return lines(headers, (name, value) =>
    name === 'Content-Type'
      ? `${indent}ForceType ${quoted(value)}`
      : `${indent}Header always set ${name} ${quoted(value)}`,
  );
}

function nginxDirectives(headers: Headers, indent: string): string[] {
  return lines(headers, (name, value) =>
    name === 'Content-Type'
      ? `${indent}types { } default_type ${quoted(value)};`
      : `${indent}add_header ${name} ${quoted(value)} always;`,
  );
}

function isByEnding({ path }: HeaderRule): boolean {
  return path.startsWith('/*.');
}

function lines(headers: Headers, write: (name: string, value: string) => string): string[] {
  return Object.entries(headers).map(([name, value]) => write(name, value));
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', String.raw`\"`)}"`;
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
